/** What a race shows in a state: whose, of which source, in which unit, and the moment that the reader stands at. */
import * as format from '../chart/format.js';
import { tableOf, time } from '../chart/data.js';
import { modalities, modalityClass, modalityName } from '../chart/words.js';
import { track } from './race-data.js';
import { dateAt, race } from './race-frames.js';

export const tops = ['5', '10', '15', '20', '25'];
export const speeds = ['0.5', '1', '2', '4'];
const byNames = { family: ['Families', 'families'], owner: ['Owners', 'owners'], model: ['Models', 'models'] };

/** @param {Figure} figure @param {string} source @returns {string[]} */
const bysOf = (figure, source) => ((figure.options.bys || {})[source] || 'family').split(' ');

/** @param {Figure} figure @param {State} state */
const byOf = (figure, state) => { const bys = bysOf(figure, state.source); return bys.includes(state.by) ? state.by : bys[0]; };

/** @param {Figure} figure @param {string} source */
const isRated = (figure, source) => (figure.options.rates || []).includes(source);

/** @param {Figure} figure @returns {State} */
export function defaults(figure) {
  const source = (figure.options.sources || [])[0] || '';
  return { source, by: bysOf(figure, source)[0], unit: 'rate', top: '10', at: '', speed: '1', off: [] };
}

/** @param {Figure} figure @param {State} state @returns {Control[]} */
export function controls(figure, state) {
  const { sources = [], titles = {} } = figure.options;
  const bys = bysOf(figure, state.source);
  const owners = isHub(state.source) ? 'Owners' : 'Makers';
  /** @type {Control[]} */
  const out = [];
  if (sources.length > 1) out.push({ type: 'select', key: 'source', label: 'Race', options: sources.map((/** @type {string} */ s) => [s, titles[s] || s]) });
  if (bys.length > 1) out.push({ type: 'seg', key: 'by', label: 'Who races', value: byOf(figure, state), options: bys.map((b) => [b, b === 'owner' ? owners : byNames[/** @type {'family'} */ (b)][0]]) });
  if (isRated(figure, state.source)) out.push({ type: 'seg', key: 'unit', label: 'Count', options: [['rate', 'Per 10,000 posts'], ['count', 'Mentions']] });
  out.push({ type: 'select', key: 'top', label: 'Top', options: tops.map((t) => [t, t]) });
  return out;
}

/** @param {Figure} figure */
export function accepts(figure) {
  return {
    source: (/** @type {string} */ v) => (figure.options.sources || []).includes(v), top: (/** @type {string} */ v) => tops.includes(v),
    speed: (/** @type {string} */ v) => speeds.includes(v), at: (/** @type {string} */ v) => /^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.test(v),
    off: (/** @type {string} */ v) => modalities.includes(v), by: (/** @type {string} */ v) => v in byNames,
    unit: (/** @type {string} */ v) => v === 'rate' || v === 'count',
  };
}

/** @param {string} source the Hub's own counters, which have owners */
const isHub = (source) => source === 'downloads' || source === 'likes';

/** @param {Table} table @param {Figure} figure @param {State} state */
export function series(table, figure, state) {
  const { source } = state;
  const by = byOf(figure, state);
  const rate = state.unit === 'rate' && isRated(figure, source);
  const whole = track(table, source, by, rate);
  const off = new Set(state.off);
  const top = Number(state.top);
  const run = race(whole, top, (r) => !off.has(r.modality));
  const { dates } = run;
  const end = dates.length ? dates[dates.length - 1].t : 0;
  const t = state.at && dates.length ? Math.max(dates[0].t, Math.min(end, time(state.at))) : end;
  const words = { noun: (figure.options.nouns || {})[source] || 'counts', place: (figure.options.places || {})[source] || '', who: by === 'owner' && !isHub(source) ? 'makers' : byNames[/** @type {'family'} */ (by)][1] };
  return { source, by, rate, top, run, dates, t, at: dateAt(dates, t), whole, notes: figure.options.notes || {}, ...words };
}

/**
 * How a length is written: a rate whole from ten on, a count short from a million on.
 * @param {any} s @param {number} v
 */
export const told = (s, v) => (s.rate ? (v >= 9.95 ? format.int(v) : format.decimal(v, 1)) : v >= 1e6 ? format.compact(v) : format.int(v));

/**
 * "June 2026", "22 Aug 2026".
 * @param {string} text
 */
export const dateText = (text) => (text.length > 7 ? format.day(text) : format.month(text));

/** @param {number} t */
export const dayOf = (t) => new Date(t).toISOString().slice(0, 10);

/**
 * The moment's name and what is known of it: a real date and what was counted, or that it lies between two.
 * @param {any} s @param {number} t
 */
export function moment(s, t) {
  const i = dateAt(s.dates, t);
  const date = s.dates[i];
  if (!date) return { title: '', note: '' };
  const next = s.dates[i + 1];
  if (!next || t - date.t < 432e5) return { title: dateText(date.text), note: s.notes[`${s.source}|${date.text}`] || '' };
  return { title: format.month(dayOf(t)), note: `interpolated, ${dateText(date.text)} to ${dateText(next.text)}` };
}

/**
 * Everybody with a bar on a date, first to last.
 * @param {any} s @param {number} i
 */
export const ranking = (s, i) => (s.dates[i] ? s.run.at(s.dates[i].t) : []).filter((/** @type {any} */ r) => r.length > 0 && r.place < s.top)
  .sort((/** @type {any} */ a, /** @type {any} */ b) => a.place - b.place);

/** @param {any} s @param {Figure} figure @returns {Table} */
export function display(s, figure) {
  const model = s.by === 'model';
  /** @type {Column[]} */
  const columns = [{ key: 'rank', label: 'Rank', kind: 'count' }, { key: 'name', label: { family: 'Family', owner: s.who === 'makers' ? 'Maker' : 'Owner', model: 'Model' }[/** @type {'family'} */ (s.by)], kind: model && isHub(s.source) ? 'modelID' : 'text' },
    { key: 'modality', label: 'Modality', kind: 'category' }];
  if (s.rate) columns.push({ key: 'rate', label: 'Of 10,000 posts', kind: 'number' });
  columns.push({ key: 'count', label: format.capitalized(s.noun), kind: 'count' });
  return tableOf(figure.id, columns, ranking(s, s.at).map((/** @type {any} */ r, /** @type {number} */ k) => ({
    rank: k + 1, name: r.racer.name, modality: r.racer.modality, rate: r.gap ? null : r.value, count: r.racer.counts[s.at],
  })));
}

/** @param {any} s @param {Figure} figure @param {State} state @returns {Chip[]} */
export function legend(s, figure, state) {
  const counts = d3.rollup(s.whole.racers, (/** @type {any[]} */ v) => v.length, (/** @type {any} */ r) => r.modality);
  const off = new Set(state.off);
  const rest = isHub(s.source) ? (s.by === 'model' ? 'Other' : 'Mixed or other') : s.by === 'owner' ? 'Closed, mixed or unknown' : 'Closed or unknown';
  return modalities.filter((m) => counts.has(m)).map((m) => ({
    key: m, name: m === 'other' ? rest : modalityName[m], cls: modalityClass(m), count: format.int(counts.get(m)), on: !off.has(m),
  }));
}

/** @param {any} s @returns {Description} */
export function describe(s) {
  const ranked = ranking(s, s.at).filter((/** @type {any} */ r) => !r.gap);
  if (!ranked.length) return { title: 'Nobody to show here', subtitle: subtitle(s) };
  const [first, second] = ranked;
  const date = s.dates[s.at].text;
  const when = `${date.length > 7 ? 'on' : 'in'} ${dateText(date)}`;
  const name = (/** @type {any} */ r) => r.racer.name.slice(s.by === 'model' ? r.racer.name.indexOf('/') + 1 : 0);
  if (second && second.value === first.value) return { title: `${name(first)} and ${name(second)} lead ${when}`, subtitle: subtitle(s) };
  const follows = second ? `, ${name(second)} follows with ${told(s, second.value)}` : '';
  const amount = s.rate ? `${told(s, first.value)} in 10,000 posts` : format.noun(first.value, `1 ${s.noun.slice(0, -1)}`, `${told(s, first.value)} ${s.noun}`);
  return { title: `${name(first)} leads ${when} with ${amount}${follows}`, subtitle: subtitle(s) };
}

/** @param {any} s */
function subtitle(s) {
  const what = s.source === 'downloads' ? 'downloads in 30 days' : `${s.noun}${s.place ? ` ${s.place}` : ''}`;
  const sums = isHub(s.source) && s.by !== 'model' ? ', summed over the models that were counted that day' : '';
  const dates = s.dates.length ? `, ${dateText(s.dates[0].text)} to ${dateText(s.dates[s.dates.length - 1].text)}` : '';
  return `${format.capitalized(s.who)} by ${what}${s.rate ? ', of 10,000 posts' : ''}${sums}${dates}.`;
}
