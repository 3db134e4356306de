/**
 * Box plots that lie, one a group: the middle half, whiskers, what lies beyond them. Channels: group, measure. Columns: n, low, q1,
 * median, q3, high. Options: `measures` with `labels` and `units`, `logs` (measures on a log scale), `dots` ("measure|group" → values).
 */
import * as format from '../chart/format.js';
import { rowsOf, tableOf } from '../chart/data.js';
import { textWidth } from '../chart/labels.js';
import { px } from '../chart/axes.js';
import { boxesLive } from './boxes-live.js';
import { short } from './scatter-words.js';

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => ({ measure: (figure.options.measures || [''])[0] });

/** @param {Figure} figure @param {string} key @returns {string} */
const labelOf = (figure, key) => (figure.options.labels || {})[key] || key;

/** @param {Figure} figure @returns {Control[]} */
function controls(figure) {
  const { measures = [] } = figure.options;
  const options = measures.map((/** @type {string} */ k) => [k, labelOf(figure, k)]);
  return measures.length < 2 ? [] : [{ type: measures.length < 4 ? 'seg' : 'select', key: 'measure', label: 'Score', options }];
}

/** @param {Figure} figure */
const accepts = (figure) => ({ measure: (/** @type {string} */ v) => (figure.options.measures || []).includes(v) });

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600;
  return { W: width, H: compact ? Math.round(width * 0.6) : 0, m: { t: 30, r: phone ? 8 : 150, b: 34, l: phone ? 0 : 190 }, phone, compact };
}

/** @param {Table} table @param {Figure} figure @param {State} state */
function series(table, figure, state) {
  const { group = 'group', measure = 'measure' } = figure.channels;
  const rows = rowsOf(table).filter((r) => r[measure] === state.measure && [r.low, r.q1, r.median, r.q3, r.high].every(Number.isFinite));
  const log = (figure.options.logs || []).includes(state.measure);
  const boxes = rows.map((r) => ({ ...r, group: String(r[group]), dots: dotsOf(figure, state.measure, r[group], log) }));
  const best = d3.maxIndex(boxes, (/** @type {any} */ b) => b.median);
  const values = boxes.flatMap((b) => [b.low, b.high, ...b.dots]).filter((v) => !log || v > 0);
  return { boxes, best, log, extent: d3.extent(values), unit: (figure.options.units || {})[state.measure] || '', label: labelOf(figure, state.measure) };
}

/** @param {Figure} figure @param {string} measure @param {string} group @param {boolean} log */
const dotsOf = (figure, measure, group, log) => String((figure.options.dots || {})[`${measure}|${group}`] || '').split(' ').filter(Boolean).map(Number).filter((v) => Number.isFinite(v) && (!log || v > 0));

/** @param {any} s @param {Frame} f */
function place(s, f) {
  const step = f.compact ? Math.max(14, (f.H - f.m.t - f.m.b) / Math.max(1, s.boxes.length)) : f.phone ? 62 : 44;
  const H = f.compact ? f.H : f.m.t + s.boxes.length * step + f.m.b;
  const [a, b] = s.extent[0] === undefined ? [0, 1] : s.extent;
  const across = [f.m.l + 4, f.W - f.m.r - 8];
  const x = s.log ? d3.scaleLog([a / 1.1, b * 1.1], across) : d3.scaleLinear([Math.min(0, a), b > a ? b : a + 1], across).nice(6);
  const at = (/** @type {number} */ v) => x(s.log ? Math.max(v, a) : v);
  const rows = s.boxes.map((/** @type {any} */ q, /** @type {number} */ i) => ({
    ...q, i, y: f.m.t + i * step + (f.phone ? 42 : step / 2), low: at(q.low), q1: at(q.q1), middle: at(q.median), q3: at(q.q3), high: at(q.high), dots: q.dots.map(at), value: q.median, values: q,
  }));
  return { frame: { ...f, H }, series: s, x, rows, step, ticks: ticksOf(x, s.log, f) };
}

/** @param {any} x @param {boolean} log @param {Frame} f */
function ticksOf(x, log, f) {
  if (!log) return x.ticks(f.phone ? 4 : 7);
  const [low, high] = x.domain();
  const powers = d3.range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1).map((/** @type {number} */ e) => 10 ** e);
  const inside = (/** @type {number} */ v) => v >= low && v <= high;
  const all = powers.flatMap((/** @type {number} */ v) => [v, 3 * v]).filter(inside);
  return all.length > (f.phone ? 6 : 11) ? powers.filter(inside) : all;
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f, x } = p;
  g.attr('viewBox', `0 0 ${f.W} ${f.H}`).attr('height', f.H);
  const ground = f.H - f.m.b;
  const axis = g.append('g').attr('class', 'axis');
  p.ticks.forEach((/** @type {number} */ v) => {
    axis.append('line').attr('x1', px(x(v))).attr('x2', px(x(v))).attr('y1', f.m.t - 6).attr('y2', ground);
    axis.append('text').attr('x', px(x(v))).attr('y', ground + 18).attr('text-anchor', 'middle').text(short(v));
  });
  if (!f.compact) axis.append('text').attr('class', 'unit').attr('x', px(f.phone ? 0 : x.range()[0])).attr('y', 12).text(p.series.unit);
  if (f.phone && !f.compact) axis.append('text').attr('class', 'unit').attr('x', f.W).attr('y', 12).attr('text-anchor', 'end').text(`the middle · ${context.figure.options.noun || 'row'}s`);
  if (!f.phone && !f.compact) {
    axis.append('text').attr('class', 'unit').attr('x', f.W - 70).attr('y', 12).attr('text-anchor', 'end').text('the middle');
    axis.append('text').attr('class', 'unit').attr('x', f.W).attr('y', 12).attr('text-anchor', 'end').text(`${context.figure.options.noun || 'row'}s`);
  }
  for (const q of p.rows) row(g, q, p, context);
}

/** @param {any} g @param {any} q @param {any} p @param {DrawContext} context */
function row(g, q, p, context) {
  const { frame: f, series: s } = p;
  const half = Math.min(9, p.step / 4);
  const best = q.i === s.best && p.rows.length > 1;
  const bar = g.append('g').attr('class', 'box-row');
  if (context.live) bar.attr('tabindex', q.i ? -1 : 0).attr('role', 'img').attr('data-i', q.i).attr('aria-label', `${q.group}: the middle ${short(q.value)} ${s.unit}, the middle half ${short(q.values.q1)} to ${short(q.values.q3)}, ${format.count(q.n, context.figure.options.noun || 'row')}`);
  const name = format.capitalized(q.group);
  if (f.phone) {
    bar.append('text').attr('class', 'lab sub').attr('x', 0).attr('y', px(q.y - 18)).text(name);
    bar.append('text').attr('class', best ? 'lab num' : 'num').attr('x', f.W).attr('y', px(q.y - 18)).attr('text-anchor', 'end').text(`${short(q.value)} · ${format.int(q.n)}`);
  } else {
    bar.append('text').attr('class', best ? 'lab' : 'lab sub').attr('x', 0).attr('y', px(q.y + 4)).text(textWidth(name) > f.m.l - 12 ? `${name.slice(0, 24)}…` : name);
    bar.append('text').attr('class', best ? 'lab num' : 'num').attr('x', f.W - 70).attr('y', px(q.y + 4)).attr('text-anchor', 'end').text(short(q.value));
    bar.append('text').attr('class', 'num').attr('x', f.W).attr('y', px(q.y + 4)).attr('text-anchor', 'end').text(format.int(q.n));
  }
  bar.append('rect').attr('fill', 'transparent').attr('x', f.m.l).attr('width', px(f.W - f.m.l - f.m.r)).attr('y', px(q.y - p.step / 2)).attr('height', px(p.step));
  bar.append('path').attr('class', 'leader').attr('d', `M${px(q.low)},${px(q.y)}H${px(q.q1)}M${px(q.q3)},${px(q.y)}H${px(q.high)}`);
  if (q.dots.length) bar.append('path').attr('class', 'box-dots').attr('d', q.dots.map((/** @type {number} */ d) => `M${px(d)},${px(q.y)}h0`).join(''));
  bar.append('rect').attr('class', 'box').attr('x', px(q.q1)).attr('y', px(q.y - half)).attr('width', px(Math.max(1, q.q3 - q.q1))).attr('height', px(2 * half));
  bar.append('rect').attr('class', best ? 'box-middle best' : 'box-middle').attr('x', px(q.middle - 1.5)).attr('y', px(q.y - half - 3)).attr('width', 3).attr('height', px(2 * half + 6));
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  const subtitle = `${s.label}${s.log ? ' (log scale)' : ''}: the middle half of each group, its middle, and how far the rest reaches.`;
  if (!s.boxes.length) return { title: 'Nothing to show here', subtitle };
  const b = s.boxes[s.best];
  const last = s.boxes[d3.minIndex(s.boxes, (/** @type {any} */ q) => q.median)];
  const least = last.median < b.median ? `, ${short(last.median)} for ${last.group}` : '';
  return { title: `${s.label}: ${short(b.median)}${s.unit ? ` ${s.unit}` : ''} in the middle for ${b.group}${least}`, subtitle };
}

/** @type {Kind} */
export const boxes = {
  defaults, controls, accepts, frame, series, place, draw, describe, live: boxesLive,
  display: (s, figure) => tableOf(figure.id, figure.table.columns.filter((c) => c.key !== (figure.channels.measure || 'measure')), s.boxes),
  empty: 'Nothing to show here.',
};
