/**
 * Two numbers of many rows: dots, and through them a line with the band of its mean or a smooth curve, the front that nothing as
 * small beats, or both middles. Channels: x, y, key, weight (who is named). Options: `measures` (columns that y may show),
 * `filters` (columns), `scales` (log and linear), `line`, `front`, `medians`, `logY`, `whole` (what the build counted of all rows).
 */
import * as format from '../chart/format.js';
import { tableOf } from '../chart/data.js';
import { loess } from '../chart/loess.js';
import { textWidth } from '../chart/labels.js';
import { shortened } from '../chart/words.js';
import { chosen, counted, frontOf, isLog, measureOf, pointsOf, scaled, unitOf, unsaid } from './scatter-data.js';
import { draw, gridOf } from './scatter-draw.js';
import { scatterLive } from './scatter-live.js';
import { labelsOf } from './scatter-labels.js';
import { columnOf, describe, short, stats, valueText } from './scatter-words.js';

/** The share of points that a place of the smooth curve looks at. */
const span = 0.4;
const places = 40;

/** @param {Figure} figure @returns {State} */
function defaults(figure) {
  /** @type {State} */
  const state = { measure: figure.channels.y, scale: 'log', curve: 'line', at: '' };
  for (const f of figure.options.filters || []) state[f] = '';
  return state;
}

/** @param {Figure} figure @param {State} state @param {Table} table @returns {Control[]} */
function controls(figure, state, table) {
  const { values } = pointsOf(table, figure);
  const { measures = [], filters = [] } = figure.options;
  /** @type {Control[]} */
  const out = [{ type: 'find', key: 'find', label: 'Find', placeholder: 'a model' }];
  if (measures.length > 1) out.push({ type: 'select', key: 'measure', label: 'Score', options: measures.map((/** @type {string} */ k) => [k, columnOf(figure, k).label]) });
  for (const f of filters) {
    const label = columnOf(figure, f).label;
    out.push({ type: 'select', key: f, label, options: [['', 'all'], ...values[f].map(([v, n]) => /** @type {[string, string]} */ ([v, `${shortened(v === unsaid ? 'unknown' : valueText(v, label), 40)}\u2002${format.int(n)}`]))] });
  }
  if (figure.options.scales) out.push({ type: 'seg', key: 'scale', label: 'Size axis', options: [['log', 'Log'], ['linear', 'Linear']] });
  if (figure.options.line) out.push({ type: 'seg', key: 'curve', label: 'Curve', options: [['line', 'Line'], ['loess', 'LOESS']] });
  return out;
}

/** @param {Figure} figure @param {Table} table @param {boolean} whole @returns {{ [key: string]: (value: string) => boolean }} */
function accepts(figure, table, whole) {
  const { byID, values } = pointsOf(table, figure);
  /** @type {{ [key: string]: (value: string) => boolean }} */
  const out = { measure: (v) => (figure.options.measures || []).includes(v), at: (v) => !whole || byID.has(v), scale: (v) => v === 'linear' && Boolean(figure.options.scales), curve: (v) => v === 'loess' && Boolean(figure.options.line) };
  for (const f of figure.options.filters || []) out[f] = (v) => !whole || values[f].some((e) => e[0] === v);
  return out;
}

/** Height that the numbers below the picture take where they have no column beside it. */
const below = { phone: 256, middle: 108 };

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600 && !compact;
  if (compact) return { W: width, H: Math.round(width * 0.6), m: { t: 16, r: 8, b: 24, l: 32 }, phone, compact };
  if (width >= 900) return { W: width, H: Math.round((width - 232) * 0.61), m: { t: 34, r: 232, b: 36, l: 40 }, phone, compact };
  const room = phone ? below.phone : below.middle;
  return { W: width, H: Math.round(width * (phone ? 1.2 : 0.62)) + room, m: { t: 34, r: phone ? 8 : 16, b: 40 + room, l: phone ? 34 : 40 }, phone, compact };
}

/** @param {Table} table @param {Figure} figure @param {State} state */
function series(table, figure, state) {
  const all = pointsOf(table, figure);
  const { placed, list } = chosen(all, figure, state);
  const count = counted(list, figure, state, table);
  const front = figure.options.front ? frontOf(list, figure) : [];
  // The scales are of all rows, so that a filter takes marks away and moves none.
  const x = d3.extent(placed, (/** @type {any} */ p) => p.vx);
  const y = d3.extent(placed, (/** @type {any} */ p) => p.vy);
  return { all, list, counted: count, front, x, y, log: isLog(state), partly: table.values[figure.channels.x] ? figure.rows.live - all.points.length : 0, curve: state.curve === 'loess' && list.length > 9 ? smooth(list, figure, state) : null };
}

/** @param {any[]} list @param {Figure} figure @param {State} state */
function smooth(list, figure, state) {
  const to = scaled(figure, state);
  const xs = list.map((p) => to(p.vx));
  const at = loess(xs, list.map((p) => p.vy), span);
  const [a, b] = d3.extent(xs);
  return a < b ? Array.from({ length: places + 1 }, (_, i) => a + ((b - a) * i) / places).map((v) => [v, at(v)]) : null;
}

/** @param {any} s @param {Frame} frame @param {Figure} figure @param {State} state */
function place(s, frame, figure, state) {
  const up = [frame.H - frame.m.b, frame.m.t];
  const y = heights(s, figure, up);
  // Figures of the grid stand left of the picture.
  const left = d3.max(gridOf({ y }, figure), (/** @type {number} */ v) => textWidth(short(v), 12)) || 0;
  const f = { ...frame, m: { ...frame.m, l: Math.max(frame.m.l, Math.ceil(left) + 8) } };
  const [x0, x1] = s.x[0] === undefined ? [1, 10] : s.x;
  const across = [f.m.l + (s.log ? 6 : 0), f.W - f.m.r];
  // Where a few are far smaller than all others they stand at the edge.
  const x = s.log ? d3.scaleLog([Math.max(x0, figure.options.from || x0) / 1.1, x1 * 1.15], across).clamp(true) : d3.scaleLinear([0, x1 * 1.03], across);
  const inFront = new Set(s.front);
  for (const p of s.list) {
    p.x = x(p.vx) + (inFront.has(p) || f.compact ? 0 : p.jitter * 3);
    p.y = y(p.vy);
  }
  const p = { frame: f, series: s, x, y, marks: s.list, unit: s.log ? 1 : unitOf(figure), stats: stats(s, figure, state), at: s.all.byID.get(state.at), edge: s.log && !f.compact && s.list.some((/** @type {any} */ q) => q.vx < x.domain()[0]) ? '‹ smaller ones stand at the edge' : '', labels: /** @type {any[]} */ ([]), remarks: /** @type {any[]} */ ([]) };
  p.remarks = remarksOf(p, figure);
  p.labels = labelsOf(p, figure);
  return p;
}

/**
 * From the ground up; where it is logarithmic up to a whole power of ten, which bears the unit.
 * @param {any} s @param {Figure} figure @param {number[]} up
 */
function heights(s, figure, up) {
  const [y0, y1] = s.y[0] === undefined ? [figure.options.logY ? 0.1 : 0, 1] : s.y;
  if (figure.options.logY) return d3.scaleLog([y0 / 1.2, 10 ** Math.ceil(Math.log10(y1))], up);
  return d3.scaleLinear([Math.min(0, y0), Math.max(y1, y0 + 1e-9)], up).nice(6);
}

/**
 * The editor's words at the line and at the front.
 * @param {any} p @param {Figure} figure
 */
function remarksOf(p, figure) {
  const { frame: f, series: s, x, y } = p;
  if (f.phone || f.compact || f.W < 900) return [];
  const out = [];
  const [a, b] = x.domain();
  if (s.counted.fit && !s.curve && s.log) {
    const far = Math.max(...s.list.map((/** @type {any} */ q) => q.vx));
    const at = Math.min(b, far) / 1.25;
    out.push({ x: Math.min(f.W - f.m.r, x(far) + 14), y: y(s.counted.fit.at(Math.log10(at))) - 18, text: `the mean, by ${figure.options.gain}`, anchor: 'end', strong: true });
  }
  if (s.front.length > 2 && figure.options.frontSays) {
    const third = s.front[Math.floor(s.front.length / 3)];
    const w = textWidth(figure.options.frontSays, 15) * 0.9;
    if (x(third.vx) - w > f.m.l + 12) out.push({ x: f.m.l + 16, y: third.y - 12, text: figure.options.frontSays, anchor: 'start' });
  }
  return out.filter((r) => r.y > f.m.t - 10 && r.y < f.H - f.m.b - 4 && a < b);
}

/** @param {any} s @param {Figure} figure @returns {Table} */
const display = (s, figure) => tableOf(figure.id, figure.table.columns, s.list.map((/** @type {any} */ p) => p.row));

/** @type {Kind} */
export const scatter = { defaults, controls, accepts, frame, series, place, draw, describe, display, live: scatterLive, empty: 'No model passes all of these filters. Loosen one, or reset.' };
