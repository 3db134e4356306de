/**
 * A grid of cells, deeper where more is counted: hours by weekdays. Channels: row, column, value; both in the table's order.
 * Options: `noun` and `one` (what is counted), `columns` (what the columns are).
 */
import * as format from '../chart/format.js';
import { column, tableOf, rowsOf } from '../chart/data.js';
import { textWidth } from '../chart/labels.js';
import { px } from '../chart/axes.js';
import { heatLive } from './heat-live.js';

const steps = 6;

/** @param {number} width @returns {Frame} */
function frame(width) {
  const phone = width < 600;
  return { W: width, H: 0, m: { t: 26, r: 0, b: 40, l: phone ? 34 : 92 }, phone, compact: false };
}

/** @param {Table} table @param {Figure} figure */
function series(table, figure) {
  const [rows, columns, values] = [figure.channels.row, figure.channels.column, figure.channels.value].map((k) => column(table, k));
  const [names, heads] = [[...new Set(rows)], [...new Set(columns)]];
  const counts = names.map(() => heads.map(() => 0));
  values.forEach((v, i) => { if (Number.isFinite(v)) counts[names.indexOf(rows[i])][heads.indexOf(columns[i])] += v; });
  const most = d3.max(counts.flat()) || 0;
  return { names: names.map(String), heads: heads.map(String), counts, most, total: d3.sum(counts.flat()), table };
}

/**
 * From nothing (0) by equal steps to the most (6).
 * @param {number} count @param {number} most
 */
export const stepOf = (count, most) => (count > 0 ? Math.min(steps, Math.ceil((count / most) * steps)) : 0);

/** Nothing is hollow; the palest step of the scale would hardly differ from it. */
const colorOf = (/** @type {number} */ step) => (step ? `s-cell s${step + 1}` : 's-cell none');

/** @param {any} s @param {Frame} f */
function place(s, f) {
  const n = s.heads.length || 1;
  const w = (f.W - f.m.l - f.m.r) / n;
  const h = f.phone ? 30 : Math.max(24, Math.min(36, w));
  const cells = s.counts.flatMap((/** @type {number[]} */ row, /** @type {number} */ i) => row.map((count, j) => ({ i, j, count, step: stepOf(count, s.most), x: f.m.l + j * w, y: f.m.t + i * h })));
  const every = Math.max(1, Math.ceil((d3.max(s.heads, (/** @type {string} */ t) => textWidth(t) + 8) || 1) / w));
  const stride = [1, 2, 3, 4, 6, 8, 12].find((k) => k >= every) || every;
  const heads = s.heads.map((/** @type {string} */ text, /** @type {number} */ j) => ({ text, x: f.m.l + j * w })).filter((/** @type {any} */ _, /** @type {number} */ j) => j % stride === 0);
  const rows = s.names.map((/** @type {string} */ text, /** @type {number} */ i) => ({ text: f.phone ? text.slice(0, 3) : text, y: f.m.t + i * h + h / 2 }));
  return { frame: { ...f, H: f.m.t + s.names.length * h + f.m.b }, cells, w, h, heads, rows, most: s.most, across: n };
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f } = p;
  g.attr('viewBox', `0 0 ${f.W} ${f.H}`).attr('height', f.H);
  for (const c of p.heads) g.append('text').attr('class', 'num').attr('x', px(c.x)).attr('y', f.m.t - 9).text(c.text);
  for (const r of p.rows) g.append('text').attr('class', 'lab sub').attr('x', 0).attr('y', px(r.y + 4)).text(r.text);
  const gap = p.w > 20 ? 1.5 : 1;
  p.cells.forEach((/** @type {any} */ c, /** @type {number} */ i) => {
    const cell = g.append('rect').attr('class', colorOf(c.step)).attr('x', px(c.x)).attr('y', px(c.y)).attr('width', px(p.w - gap)).attr('height', px(p.h - gap));
    if (context.live) cell.attr('data-i', i);
  });
  if (context.live) g.append('rect').attr('class', 'heat-here').attr('width', px(p.w - gap)).attr('height', px(p.h - gap)).attr('visibility', 'hidden');
  key(g, p, context.figure);
}

/**
 * The steps of color with what they begin and end at.
 * @param {any} g @param {any} p @param {Figure} figure
 */
function key(g, p, figure) {
  if (!p.most) return;
  const { frame: f } = p;
  const y = f.H - 18;
  const noun = p.most === 1 ? figure.options.one || '' : figure.options.noun || '';
  const start = f.m.l + 14;
  g.append('text').attr('class', 'num').attr('x', f.m.l).attr('y', y + 10).text('0');
  for (let i = 0; i <= steps; i += 1) g.append('rect').attr('class', colorOf(i)).attr('x', px(start + i * 20)).attr('y', y).attr('width', 19).attr('height', 11);
  g.append('text').attr('class', 'num').attr('x', px(start + (steps + 1) * 20 + 6)).attr('y', y + 10).text(`${format.int(p.most)} ${noun}`.trim());
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  const noun = figure.options.noun || 'counted';
  if (!s.total) return { title: 'Nothing to show here', subtitle: '' };
  const sums = s.counts.map((/** @type {number[]} */ row) => d3.sum(row));
  const first = d3.maxIndex(sums);
  const one = sums.filter((/** @type {number} */ v) => v === sums[first]).length === 1;
  const share = format.roundPercent(sums[first] / s.total);
  // A row that has hardly more than its part stands out by chance.
  const title = !one ? `No row has most ${noun}` : sums[first] < (1.1 * s.total) / sums.length ? `${s.names[first]} leads, but barely: ${share} of all ${noun}` : `${s.names[first]} has most ${noun}, ${share} of all`;
  return { title, subtitle: `${format.capitalized(noun)}, by ${figure.options.columns || 'column'}; the deeper, the more.` };
}

/** @type {Kind} */
export const heat = {
  defaults: () => ({}), controls: () => [], frame, series, place, draw, describe, live: heatLive,
  display: (s, figure) => tableOf(figure.id, s.table.columns, rowsOf(s.table)),
  empty: 'Nothing to show here.',
};
