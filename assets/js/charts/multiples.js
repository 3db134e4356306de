/**
 * Small multiples: one line a name over the same dates, each panel with its greatest and its last value lettered. A date without a
 * value breaks the line. Channels: x (month or day), series, value, color (a modality; may be missing), facet (which rows are
 * looked at together; may be missing). Options: `unit`, `one` and `noun` (what a panel is: "family", "families"); with a facet
 * `facet` (the first one shown), `facets`, its choices as [key, name] one after the other, and `unsaid`, a name that says nothing.
 */
import * as format from '../chart/format.js';
import { column, monthsBetween, tableOf, time } from '../chart/data.js';
import { modalityClass, shortName } from '../chart/words.js';
import { textWidth } from '../chart/labels.js';
import { px } from '../chart/axes.js';
import { multiplesLive } from './multiples-live.js';

/** @typedef {{ key: string, modality: string, values: (number | null)[], peak: number, last: number }} Panel */

/** @param {number} width @param {string} role @returns {Frame} */
const frame = (width, role) => ({ W: width, H: 0, m: { t: 4, r: 0, b: 8, l: 0 }, phone: width < 600, compact: role === 'story' });

/** @param {Figure} figure @returns {[string, string][]} */
const facetsOf = (figure) => d3.pairs(figure.options.facets || []).filter((/** @type {any} */ _, /** @type {number} */ i) => i % 2 === 0);

/** @param {Table} table @param {Figure} figure @param {State} state */
function series(table, figure, state) {
  const { x, series: by, value, color, facet } = figure.channels;
  const shown = facet ? rowsWhere(table, facet, state.facet) : table;
  const [xs, names, values] = [x, by, value].map((key) => column(shown, key));
  const colors = color ? column(shown, color) : [];
  const known = [...new Set(xs)].filter((d) => d !== null).sort();
  // A month that nobody counted is a gap, not a short way.
  const dates = known.length && known[0].length === 7 ? monthsBetween(known[0], known[known.length - 1]) : known;
  const at = new Map(dates.map((d, i) => [d, i]));
  /** @type {Map<string, Panel>} */
  const panels = new Map();
  names.forEach((name, i) => {
    if (name === null || !Number.isFinite(values[i]) || !at.has(xs[i])) return;
    const panel = panels.get(name) || { key: String(name), modality: colors[i] || '', values: dates.map(() => null), peak: 0, last: 0 };
    panels.set(name, panel);
    panel.values[/** @type {number} */ (at.get(xs[i]))] = values[i];
  });
  for (const p of panels.values()) {
    p.peak = d3.maxIndex(p.values, (/** @type {any} */ v) => (v === null ? -Infinity : v));
    p.last = p.values.length - 1 - [...p.values].reverse().findIndex((v) => v !== null);
  }
  const kind = (table.columns.find((c) => c.key === value) || { kind: 'number' }).kind;
  return { dates, panels: [...panels.values()], table: shown, tell: kind === 'share' ? toldShare : told };
}

/**
 * "June 2026", "22 Aug 2026".
 * @type {(text: string) => string}
 */
export const dateText = (text) => (text.length > 7 ? format.day(text) : format.month(text));
/** @param {number | null} v */
export const told = (v) => (v === null ? format.unknown : v >= 9.95 || v === 0 ? (v >= 1e6 ? format.compact(v) : format.int(v)) : format.decimal(v, 1));

/**
 * A share as letters in a small picture have it.
 * @type {(v: number | null) => string}
 */
const toldShare = (v) => (v === null ? format.unknown : v > 0 && v < 0.095 ? format.percent(v) : format.roundPercent(v));

/** @param {Table} table @param {string} key @param {string} value @returns {Table} */
function rowsWhere(table, key, value) {
  const kept = column(table, key).flatMap((v, i) => (v === value ? [i] : []));
  return { ...table, values: Object.fromEntries(table.columns.map((c) => [c.key, kept.map((i) => column(table, c.key)[i])])) };
}

/** @param {any} s @param {Frame} f @param {Figure} figure @param {State} state */
function place(s, f, figure, state) {
  const columns = f.phone ? 2 : f.W < 900 ? 3 : 4;
  const gap = f.phone ? 16 : 32;
  const w = (f.W - gap * (columns - 1)) / columns;
  const h = f.phone ? 116 : 140;
  const rows = Math.ceil(s.panels.length / columns);
  const H = Math.max(60, rows * h + f.m.t + f.m.b);
  const most = d3.max(s.panels, (/** @type {Panel} */ p) => p.values[p.peak]) || 1;
  const span = s.dates.length ? [time(s.dates[0]), time(s.dates[s.dates.length - 1])] : [0, 1];
  const panels = s.panels.map((/** @type {Panel} */ p, /** @type {number} */ i) => {
    const [x0, y0] = [(i % columns) * (w + gap), f.m.t + Math.floor(i / columns) * h];
    const x = s.dates.length > 1 ? d3.scaleLinear(span, [x0 + 2, x0 + w - 38]) : () => x0 + w / 2;
    const y = d3.scaleLinear([0, (state.scale === 'same' ? most : p.values[p.peak]) || 1], [y0 + h - 28, y0 + 40]);
    const points = p.values.map((v, j) => (v === null ? null : [x(time(s.dates[j])), y(v)]));
    return { ...p, x0, y0, w, h, ground: y0 + h - 28, points, name: fitted(p.key, w - 8), bottom: i + columns >= s.panels.length };
  });
  return { frame: { ...f, H }, panels, dates: s.dates, tell: s.tell, series: s };
}

/** @param {string} name @param {number} room */
function fitted(name, room) {
  let length = name.length;
  while (length > 4 && textWidth(shortName(name, length), 14) > room) length -= 1;
  return shortName(name, length);
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  g.attr('viewBox', `0 0 ${p.frame.W} ${p.frame.H}`).attr('height', p.frame.H);
  p.panels.forEach((/** @type {any} */ q, /** @type {number} */ i) => {
    const panel = g.append('g').attr('class', `panel ${q.modality ? modalityClass(q.modality) : 'plain'}`);
    if (context.live) panel.attr('tabindex', i ? -1 : 0).attr('role', 'img').attr('data-i', i).attr('aria-label', words(q, p.dates, p.tell));
    panel.append('rect').attr('class', 'panel-hit').attr('x', px(q.x0)).attr('y', px(q.y0)).attr('width', px(q.w)).attr('height', q.h - 6);
    panel.append('text').attr('class', 'lab').style('font-size', '14px').attr('x', px(q.x0)).attr('y', px(q.y0 + 14)).text(q.name);
    panel.append('g').attr('class', 'axis').append('line').attr('class', 'base').attr('x1', px(q.x0)).attr('x2', px(q.x0 + q.w - 34)).attr('y1', Math.round(q.ground) + 0.5).attr('y2', Math.round(q.ground) + 0.5);
    panel.append('path').attr('class', 'panel-line strokec').attr('d', d3.line().defined((/** @type {any} */ v) => v !== null).digits(1)(q.points));
    for (const at of loners(q.points)) panel.append('circle').attr('class', 'fillc').attr('cx', px(at[0])).attr('cy', px(at[1])).attr('r', 1.5);
    lettered(panel, q, p.tell);
    if (q.bottom) axis(panel, q, p.dates);
  });
}

/**
 * Points without a neighbor, which no line shows.
 * @param {(number[] | null)[]} points @returns {number[][]}
 */
const loners = (points) => /** @type {number[][]} */ (points.filter((v, j) => v !== null && !points[j - 1] && !points[j + 1]));

/**
 * The greatest above its point, the last beside it.
 * @param {any} panel @param {any} q @param {(v: number | null) => string} tell
 */
function lettered(panel, q, tell) {
  const [peak, last] = [q.points[q.peak], q.points[q.last]];
  if (last) {
    panel.append('circle').attr('class', 'fillc').attr('cx', px(last[0])).attr('cy', px(last[1])).attr('r', 3);
    panel.append('text').attr('class', 'lab sub num').attr('x', px(last[0] + 7)).attr('y', px(last[1] + 4)).text(tell(q.values[q.last]));
  }
  if (peak && q.peak !== q.last && last[0] - peak[0] > 14) panel.append('text').attr('class', 'tl').attr('x', px(Math.max(q.x0 + textWidth(tell(q.values[q.peak]), 11.5) / 2, peak[0]))).attr('y', px(peak[1] - 6)).attr('text-anchor', 'middle').text(tell(q.values[q.peak]));
}

/** @param {any} panel @param {any} q @param {string[]} dates */
function axis(panel, q, dates) {
  const ends = dates.length > 1 ? [dates[0], dates[dates.length - 1]] : dates;
  ends.forEach((d, i) => panel.append('text').attr('class', 'tl').attr('x', px(i ? q.x0 + q.w - 34 : q.x0)).attr('y', px(q.ground + 17)).attr('text-anchor', i ? 'end' : 'start')
    .text(d.length > 7 ? d.slice(0, 4) : format.month(d).replace(/^(...)[a-z]*/, '$1')));
}

/** @param {any} q @param {string[]} dates @param {(v: number | null) => string} tell */
function words(q, dates, tell) {
  return `${q.key}: ${tell(q.values[q.last])} in ${dateText(dates[q.last])}, most in ${dateText(dates[q.peak])} with ${tell(q.values[q.peak])}`;
}

/**
 * Who has the greatest share at last, from which share it came, and who gained more. What says nothing (`options.unsaid`) leads nobody.
 * @param {any} s @param {Figure} figure
 */
function leading(s, figure) {
  const at = (/** @type {Panel} */ p) => p.values[p.values.length - 1] || 0;
  const start = (/** @type {Panel} */ p) => p.values.find((v) => v !== null) || 0;
  const gain = (/** @type {Panel} */ p) => at(p) - start(p);
  const named = s.panels.filter((/** @type {Panel} */ p) => p.key !== figure.options.unsaid);
  const panels = named.length ? named : s.panels;
  const first = panels[d3.maxIndex(panels, at)];
  const riser = panels[d3.maxIndex(panels, gain)];
  const [from, to] = [s.tell(start(first)), s.tell(at(first))];
  const what = (figure.options.unit || 'all').replace(/^Share of /, '');
  const way = from === to ? `held ${to} of ${what}` : `${gain(first) > 0 ? 'rose' : 'fell'} from ${from} to ${to} of ${what}`;
  const lead = `${format.capitalized(first.key)} ${way}`;
  return riser !== first && gain(riser) > 0 ? `${lead}; ${riser.key} gained most` : lead;
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  const n = s.dates.length;
  const { unit = '', noun = 'lines', one = 'line' } = figure.options;
  if (!s.panels.length) return { title: 'Nothing to show here', subtitle: '' };
  if (figure.channels.facet) return { title: leading(s, figure), subtitle: `${format.capitalized(unit)}, ${dateText(s.dates[0])} to ${dateText(s.dates[n - 1])}. Numerals: the greatest and the last.` };
  const what = n && s.dates[0].length > 7 ? 'days' : 'months';
  const late = s.panels.filter((/** @type {Panel} */ p) => p.peak >= n - 3 && n > 3).map((/** @type {Panel} */ p) => p.key);
  const shown = late.length > 3 ? [...late.slice(0, 2), `${format.words(late.length - 2)} more`] : late;
  const title = n <= 3 ? `${format.capitalized(format.words(s.panels.length))} ${format.noun(s.panels.length, one, noun)} over ${format.count(n, 'date')}`
    : late.length ? `${format.list(shown)} had ${late.length === 1 ? 'its' : 'their'} own highest in the last three ${what}` : `${s.panels.length === 1 ? `${format.capitalized(s.panels[0].key)} stood` : `All ${format.count(s.panels.length, one, noun)} stood`} higher before the last three ${what}`;
  return { title, subtitle: `${format.capitalized(unit)}, ${dateText(s.dates[0])} to ${dateText(s.dates[n - 1])}. Numerals: the greatest and the last.` };
}

/** @type {Kind} */
export const multiples = {
  defaults: (figure) => ({ scale: 'own', ...(figure.channels.facet ? { facet: figure.options.facet } : {}) }),
  controls: (figure) => [...(figure.channels.facet ? [/** @type {Control} */ ({ type: 'select', key: 'facet', label: 'Of', options: facetsOf(figure) })] : []), { type: 'seg', key: 'scale', label: 'Scale', options: [['own', 'Each its own scale'], ['same', 'One scale']] }],
  frame, series, place, draw, describe, live: multiplesLive,
  display: (s, figure) => tableOf(figure.id, s.table.columns, d3.range(column(s.table, figure.channels.x).length).map((/** @type {number} */ i) =>
    Object.fromEntries(s.table.columns.map((/** @type {Column} */ c) => [c.key, column(s.table, c.key)[i]])))),
  empty: 'Nothing to show here.',
};
