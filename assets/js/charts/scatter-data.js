/** Rows of a scatter as points, the reader's filters, and what is counted of those that are left. */
import { rowCount, rowsOf } from '../chart/data.js';
import { front, line, median, moments, pearson, spearman } from '../chart/statistics.js';

/**
 * @typedef {{ i: number, id: string, owner: string, row: any, vx: number, vy: number, weight: number, x: number, y: number, r: number, jitter: number }} Point
 * @typedef {{ points: Point[], byID: Map<string, Point>, values: { [key: string]: [string, number][] } }} Points
 * @typedef {import('../chart/statistics.js').Moments} Moments
 * @typedef {{ n: number, fit: import('../chart/statistics.js').Line | null, r: import('../chart/statistics.js').Correlation | null,
 *   rho: import('../chart/statistics.js').Correlation | null, mx: number, my: number, corner: number }} Counted
 */

/** What a filter calls rows that do not say. */
export const unsaid = 'none';

/** @type {WeakMap<Table, Points>} */
const known = new WeakMap();

/** @param {Table} table @param {Figure} figure @returns {Points} */
export function pointsOf(table, figure) {
  const before = known.get(table);
  if (before) return before;
  const { key = 'id', weight } = figure.channels;
  const points = rowsOf(table).map((row, i) => {
    const id = String(row[key]);
    return { i, id, owner: id.split('/')[0], row, vx: NaN, vy: NaN, weight: (weight && row[weight]) || 0, x: 0, y: 0, r: 2, jitter: ((i * 2654435761) % 1000) / 500 - 1 };
  });
  /** @type {{ [key: string]: [string, number][] }} */
  const values = {};
  for (const filter of figure.options.filters || []) values[filter] = tally(points, filter);
  const out = { points, byID: new Map(points.map((p) => [p.id, p])), values };
  known.set(table, out);
  return out;
}

/**
 * Values of a column with how many rows have them, most frequent first.
 * @param {Point[]} points @param {string} key @returns {[string, number][]}
 */
function tally(points, key) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const p of points) { const v = p.row[key] === null ? unsaid : String(p.row[key]); counts.set(v, (counts.get(v) || 0) + 1); }
  return [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** @param {Figure} figure @param {State} state */
export const measureOf = (figure, state) => state.measure || figure.channels.y;

/**
 * Whether the horizontal axis is logarithmic now.
 * @param {State} state
 */
export const isLog = (state) => state.scale !== 'linear';

/**
 * What a plain axis counts in: parameters by the billion.
 * @param {Figure} figure
 */
export function unitOf(figure) {
  const column = figure.table.columns.find((c) => c.key === figure.channels.x);
  return column && column.kind === 'parameters' ? 1e9 : 1;
}

/**
 * Points that pass every filter and have a place on both axes, with their values set.
 * @param {Points} all @param {Figure} figure @param {State} state
 */
export function chosen(all, figure, state) {
  const x = figure.channels.x;
  const y = measureOf(figure, state);
  const asked = (figure.options.filters || []).filter((/** @type {string} */ f) => state[f]);
  const logs = { x: isLog(state), y: Boolean(figure.options.logY) };
  const placed = all.points.filter((p) => {
    const [a, b] = [p.row[x], p.row[y]];
    p.vx = a;
    p.vy = b;
    return Number.isFinite(a) && Number.isFinite(b) && (!logs.x || a > 0) && (!logs.y || b > 0);
  });
  const list = placed.filter((p) => asked.every((/** @type {string} */ f) => (p.row[f] === null ? unsaid : String(p.row[f])) === state[f]));
  return { placed, list };
}

/**
 * What the axis makes of a value before a line is laid through it.
 * @param {Figure} figure @param {State} state @returns {(v: number) => number}
 */
export function scaled(figure, state) {
  const unit = unitOf(figure);
  return isLog(state) ? Math.log10 : (v) => v / unit;
}

/**
 * Counts anew; at rest, while the page has only some of the rows, takes what the build counted of all.
 * @param {Point[]} list @param {Figure} figure @param {State} state @param {Table} table @returns {Counted}
 */
export function counted(list, figure, state, table) {
  const whole = atRest(figure, state) && rowCount(table) < figure.rows.live ? figure.options.whole : null;
  return figure.options.line ? lineOf(list, figure, state, whole) : middlesOf(list, whole);
}

/** @param {Figure} figure @param {State} state */
const atRest = (figure, state) => isLog(state) && measureOf(figure, state) === figure.channels.y && !(figure.options.filters || []).some((/** @type {string} */ f) => state[f]);

/** @param {Point[]} list @param {Figure} figure @param {State} state @param {any} whole @returns {Counted} */
function lineOf(list, figure, state, whole) {
  const to = scaled(figure, state);
  const xs = Float64Array.from(list, (p) => to(p.vx));
  const ys = Float64Array.from(list, (p) => p.vy);
  const m = whole ? { n: +whole.n, x: +whole.x, y: +whole.y, xx: +whole.xx, yy: +whole.yy, xy: +whole.xy } : moments(xs, ys);
  const r = pearson(m);
  const rho = whole && r ? { ...r, r: +whole.rho } : spearman(xs, ys);
  return { n: m.n, fit: line(m), r, rho, mx: NaN, my: NaN, corner: 0 };
}

/** @param {Point[]} list @param {any} whole @returns {Counted} */
function middlesOf(list, whole) {
  const xs = Float64Array.from(list, (p) => p.vx);
  const ys = Float64Array.from(list, (p) => p.vy);
  const rho = spearman(xs, ys);
  if (whole) return { n: +whole.n, fit: null, r: null, rho: rho && { ...rho, r: +whole.rho, n: +whole.n }, mx: +whole.mx, my: +whole.my, corner: +whole.corner };
  const [mx, my] = [median(xs), median(ys)];
  return { n: list.length, fit: null, r: null, rho, mx, my, corner: list.filter((p) => p.vx <= mx && p.vy >= my).length };
}

/**
 * The points that nothing as small or smaller beats, from the smallest on; those whose place is in doubt win nothing.
 * @param {Point[]} list @param {Figure} figure
 */
export function frontOf(list, figure) {
  const sure = list.filter((p) => p.row[figure.options.doubt] !== true);
  return front(sure.map((p) => p.vx), sure.map((p) => p.vy)).map((i) => sure[i]);
}
