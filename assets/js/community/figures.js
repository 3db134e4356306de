/** A community's numbers as figures of the atlas: the same that any page has, drawn by the same kinds. */
import * as format from '../chart/format.js';
import { column, tableOf } from '../chart/data.js';
import { monthsTitle, possessive, restTitle } from './words.js';

/** Models that have bars of their own. */
const bars = 12;
const others = 'all other models';

/** @param {any} facts @param {string} rows @returns {Figure['provenance']} */
const provenance = (facts, rows) => ({ source: facts.source, rows, caveat: facts.caveat || '' });

/**
 * @param {string} id @param {string} kind @param {Table} table @param {Partial<Figure>} more
 * @returns {Figure}
 */
const figure = (id, kind, table, more) => ({
  id, kind, role: 'main', channels: {}, options: {}, remarks: [], table, shard: null, title: null, subtitle: null, notes: [],
  provenance: { source: '', rows: '', caveat: '' }, ...more,
  rows: { inline: column(table, table.columns[0].key).length, live: column(table, table.columns[0].key).length, total: column(table, table.columns[0].key).length },
});

/**
 * Models over time; null where no day of any is known.
 * @param {any} r @param {any} facts
 */
export function monthsFigure(r, facts) {
  const { columns, values } = r.months;
  const last = facts.lastWholeMonth;
  if (!values.month.some((/** @type {string | null} */ m) => m && (!last || m <= last))) return null;
  const table = { id: 'models', columns, values: last ? withEnd(columns, values, last) : values };
  return figure('models', 'area', table, {
    channels: { x: 'month', series: 'modality', sub: 'task' }, options: { noun: 'models', ...(last ? { lastWholeMonth: last } : {}) },
    title: monthsTitle(r, last) || null, subtitle: `Models of ${r.name} at the end of each month, by modality of the stated task.`,
    provenance: provenance(facts, format.count(r.sums.models, 'model')), notes: [],
  });
}

/**
 * A picture of who published nothing lately goes on to the list's own end.
 * @param {Column[]} columns @param {{ [key: string]: any[] }} values @param {string} last
 */
function withEnd(columns, values, last) {
  if (values.month.includes(last)) return values;
  const row = /** @type {{ [key: string]: any }} */ ({ month: last, modality: values.modality[0], task: values.task[0], count: 0, downloads: 0, likes: 0 });
  return Object.fromEntries(columns.map((c) => [c.key, [...values[c.key], row[c.key]]]));
}

/**
 * Which models the downloads go to; null where nobody counted or downloaded.
 * @param {any} r @param {any} facts
 */
export function downloadsFigure(r, facts) {
  const rows = r.mostDownloaded.slice(0, bars).map((/** @type {number} */ i) => ({ model: r.models.id[i], modality: r.models.modality[i], downloads: r.models.downloads[i] }));
  if (!rows.length) return null;
  const rest = r.sums.downloads - rows.reduce((/** @type {number} */ s, /** @type {any} */ m) => s + m.downloads, 0);
  const name = r.sums.models - rows.length === 1 ? 'the other model' : others;
  const all = r.sums.models > rows.length && rest > 0 ? [...rows, { model: name, modality: null, downloads: rest }] : rows;
  const table = tableOf('downloads', [
    { key: 'model', label: 'Model', kind: 'text' }, { key: 'modality', label: 'Modality', kind: 'category' },
    { key: 'downloads', label: 'Downloads, 30 days', kind: 'count', unit: 'downloads' }, { key: 'share', label: 'Share', kind: 'share' },
  ], all.map((m) => ({ ...m, share: m.downloads / r.sums.downloads })));
  return figure('downloads', 'bars', table, {
    channels: { label: 'model', value: 'downloads', color: 'modality' }, options: { noun: 'downloads', names: true, last: [name] },
    title: restTitle(r, r.mostDownloaded.map((/** @type {number} */ i) => r.models.downloads[i])) || null,
    subtitle: `Downloads of 30 days, the ${rows.length === 1 ? 'one model that was downloaded' : `${format.words(rows.length)} most downloaded models`}${all.length > rows.length ? ' and all others' : ''}.`,
    provenance: provenance(facts, format.count(r.counted, 'model')),
  });
}

/** @type {[string, string, string][]} */
const counters = [['downloads', 'Downloads of 30 days', 'downloads'], ['likes', 'Likes', 'likes']];

/**
 * What its models had on the days on which many were counted; null where they were counted once.
 * @param {any} r @param {any} facts
 */
export function historyFigure(r, facts) {
  const { days, ...counts } = r.history;
  const shown = counters.filter(([key]) => counts[key].filter((/** @type {any} */ v) => v !== null).length > 1);
  if (!shown.length) return null;
  const rows = shown.flatMap(([key, name]) => days.map((/** @type {string} */ day, /** @type {number} */ i) => ({ group: key, series: name, day, value: counts[key][i] })).filter((/** @type {any} */ row) => row.value !== null));
  const table = tableOf('history', [
    { key: 'group', label: 'Counter', kind: 'category' }, { key: 'series', label: 'What', kind: 'text' },
    { key: 'day', label: 'Day', kind: 'day' }, { key: 'value', label: 'Count', kind: 'count' },
  ], rows);
  const by = (/** @type {(c: [string, string, string]) => string} */ text) => Object.fromEntries(shown.map((c) => [c[0], text(c)]));
  return figure('history', 'curves', table, {
    channels: { x: 'day', y: 'value', series: 'series', group: 'group' },
    options: {
      groups: shown.map((c) => c[0]), names: by((c) => c[1]), groupLabel: 'Counter', points: true, scales: by(() => 'time linear'),
      yLabels: by((c) => c[2]), styles: Object.fromEntries(shown.map((c) => [c[1], 'accent'])),
      titles: by((c) => historyTitle(r, counts[c[0]], days, c[2])),
      subtitles: by((c) => `${c[1]} of all models of ${r.name} that were counted on each day. Lists differ in how many models they hold, so a step may be the list’s.`),
    },
    provenance: provenance(facts, format.count(days.length, 'day')),
  });
}

/** @param {any} r @param {(number | null)[]} counts @param {string[]} days @param {string} noun */
function historyTitle(r, counts, days, noun) {
  const known = counts.flatMap((v, i) => (v === null ? [] : [{ v, day: days[i] }]));
  const [a, b] = [known[0], known[known.length - 1]];
  const way = b.v > a.v * 1.02 ? 'rose' : b.v < a.v * 0.98 ? 'fell' : '';
  return way ? `${possessive(r.name)} ${noun} ${way} from ${format.compact(a.v)} to ${format.compact(b.v)}` : `${possessive(r.name)} ${noun} stayed at ${format.compact(b.v)}`;
}
