/** What an area's months sum to: layers from the ground up, each its six greatest parts when it is open. No pixels. */
import * as format from '../chart/format.js';
import { column, hasColumn, monthsBetween } from '../chart/data.js';
import { modalityName, modalityClass, taskWords } from '../chart/words.js';
import { quarterName } from './ribbon.js';

/** Layers from the ground up. */
const layerOrder = ['nlp', 'cv', 'audio', 'rl', 'mm', 'tab', 'other', 'none'];
export const otherTasks = 'other tasks';

/**
 * @typedef {{ key: string, name: string, cls: string, fill: string, hatch: boolean, values: number[], opens: boolean }} Layer
 * @typedef {{ months: string[], layers: Layer[], totals: number[], before: number, share: boolean, flow: string, open: string, noun: string, quarters: boolean, say: (month: string) => string }} Series
 */
/** @typedef {{ before: number, values: number[], total: number }} Sum */

/**
 * Words for a sum of a measure.
 * @param {Figure} figure @param {State} state
 */
export const nounOf = (figure, state) => (state.measure === 'downloads' ? 'downloads' : state.measure === 'likes' ? 'likes' : figure.options.noun || 'models');

/** @param {Figure} figure */
export const measuresOf = (figure) => ['count', 'downloads', 'likes'].filter((k) => hasColumn(figure.table, k));

/** @param {Table} table @param {Figure} figure @param {State} state @returns {Series} */
export function series(table, figure, state) {
  const c = { month: column(table, figure.channels.x || 'month'), series: column(table, figure.channels.series || 'modality') };
  const sub = figure.channels.sub && hasColumn(table, figure.channels.sub) ? column(table, figure.channels.sub) : null;
  const measure = measuresOf(figure).includes(state.measure) ? state.measure : measuresOf(figure)[0] || figure.channels.y || 'count';
  const values = column(table, measure);
  const months = monthsOf(c.month, figure.options.lastWholeMonth, figure.options.step === 'quarter' ? 3 : 1);
  const open = sub && c.series.includes(state.open) && state.open !== 'none' ? state.open : '';
  const sums = open ? subSums(c, /** @type {any[]} */ (sub), values, months, open) : seriesSums(c, values, months);
  const keys = open ? subKeys(sums) : orderedKeys(sums, figure);
  if (open && sums.size > 6) sums.set(otherTasks, folded(sums, keys));
  if (open && sums.size > 6) keys.push(otherTasks);
  const cumulative = state.flow !== 'new';
  const layers = keys.map((key, k) => ({
    ...look(key, k, keys.length, open, figure), key, opens: !open && sub !== null && key !== 'none',
    values: cumulative ? accumulated(/** @type {Sum} */ (sums.get(key))) : /** @type {Sum} */ (sums.get(key)).values,
  }));
  const totals = months.map((_, j) => layers.reduce((sum, l) => sum + l.values[j], 0));
  const before = [...sums.values()].reduce((sum, s) => sum + s.before, 0);
  return { months, layers, totals, before, share: state.scale === 'share', flow: state.flow, open, noun: nounOf(figure, { measure }), quarters: figure.options.step === 'quarter', say: figure.options.step === 'quarter' ? quarterName : format.month };
}

/**
 * Whole months from the first known to the last whole one, without gaps.
 * @param {(string | null)[]} months @param {string | undefined} last @param {number} step
 */
function monthsOf(months, last, step) {
  const known = months.filter((m) => m && (!last || m <= last)).sort();
  const all = known.length ? monthsBetween(/** @type {string} */ (known[0]), /** @type {string} */ (known[known.length - 1])) : [];
  return all.filter((_, j) => j % step === 0);
}

/** @param {{ month: any[] }} c @param {(i: number) => string | null} keyOf @param {any[]} values @param {string[]} months */
function sumsBy(c, keyOf, values, months) {
  const at = new Map(months.map((m, j) => [m, j]));
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (let i = 0; i < c.month.length; i += 1) {
    const key = keyOf(i);
    if (key === null || !values[i]) continue;
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = { before: 0, values: new Array(months.length).fill(0), total: 0 }));
    const j = at.get(c.month[i]);
    if (c.month[i] === null) sum.before += values[i];
    else if (j !== undefined) sum.values[j] += values[i];
    else continue;
    sum.total += values[i];
  }
  return sums;
}

/** @param {any} c @param {any[]} values @param {string[]} months */
const seriesSums = (c, values, months) => sumsBy(c, (i) => (c.series[i] === null ? 'none' : String(c.series[i])), values, months);

/** @param {any} c @param {any[]} sub @param {any[]} values @param {string[]} months @param {string} open */
const subSums = (c, sub, values, months, open) => sumsBy(c, (i) => (c.series[i] === open ? sub[i] || 'not stated' : null), values, months);

/**
 * The six greatest.
 * @param {Map<string, Sum>} sums
 */
const subKeys = (sums) => [...sums.entries()].sort((a, b) => b[1].total - a[1].total || (a[0] < b[0] ? -1 : 1)).slice(0, 6).map((e) => e[0]);

/** @param {Map<string, Sum>} sums @param {Figure} figure */
function orderedKeys(sums, figure) {
  const order = figure.options.series || layerOrder;
  const known = order.filter((/** @type {string} */ k) => sums.has(k));
  const rest = [...sums.keys()].filter((k) => !order.includes(k)).sort();
  return [...known, ...rest];
}

/** @param {Map<string, Sum>} sums @param {string[]} keys @returns {Sum} */
function folded(sums, keys) {
  const rest = [...sums.entries()].filter((e) => !keys.includes(e[0])).map((e) => e[1]);
  return {
    before: rest.reduce((s, r) => s + r.before, 0), total: rest.reduce((s, r) => s + r.total, 0),
    values: rest[0].values.map((_, j) => rest.reduce((s, r) => s + r.values[j], 0)),
  };
}

/** @param {Sum} sum */
function accumulated(sum) {
  let total = sum.before;
  return sum.values.map((v) => (total += v));
}

/**
 * Name, classes and fill of a layer.
 * @param {string} key @param {number} k @param {number} n @param {string} open @param {Figure} figure
 */
function look(key, k, n, open, figure) {
  if (open) return { name: taskWords(key), cls: modalityClass(open), hatch: key === otherTasks, fill: key === otherTasks ? '' : `var(--${open}-${k + 1})` };
  const labels = figure.options.labels || {};
  if (figure.options.palette === 'sequential' && key !== 'unknown') {
    const step = n < 2 ? 5 : Math.round(2 + (k * 5) / Math.max(1, n - 1));
    return { name: labels[key] || key, cls: 'quantity', hatch: false, fill: `var(--seq-${Math.min(7, step)})` };
  }
  return { name: labels[key] || modalityName[key] || key, cls: modalityClass(key), hatch: key === 'none' || key === 'unknown', fill: '' };
}
