/** Scales of curves and their ticks. */
import * as format from '../chart/format.js';
import { years } from '../chart/axes.js';
import { shareText } from './curves-words.js';

/**
 * From zero where the numbers are near enough to it, as far as they go otherwise.
 * @param {string} kind @param {number[]} values @param {[number, number]} range @param {boolean} isHeight
 */
export function scaleOf(kind, values, range, isHeight) {
  const low = d3.min(values) ?? (kind === 'log' ? 1 : 0);
  const high = d3.max(values) ?? 1;
  if (kind === 'log') return d3.scaleLog([low, high > low ? high : low * 10], range);
  if (kind === 'time') {
    const room = Math.max(864e5, (high - low) * 0.04);
    return d3.scaleUtc([new Date(low - room), new Date(high + room)], range);
  }
  const least = low < 0 ? low : 0;
  const scale = d3.scaleLinear([least, high > least ? high : least + 1], range);
  return isHeight ? scale.nice(5) : scale;
}

/** @param {string} kind @param {any} scale @param {string} column @param {number} most @returns {{ at: number, text: string }[]} */
export function ticksOf(kind, scale, column, most) {
  if (kind === 'time') return years(scale).map((y) => ({ at: y.x, text: y.text }));
  const values = kind === 'log' ? powers(scale, most) : scale.ticks(most);
  return values.map((/** @type {number} */ v) => ({ at: scale(v), text: column === 'share' ? shareText(v) : number(v) }));
}

/** @param {number} v */
const number = (v) => (Number.isInteger(v) && v < 10000 ? format.int(v) : v < 10 ? String(Number(v.toPrecision(3))) : format.compact(v).replace('.0', ''));

/**
 * Whole powers of ten, every second or third of them where there are many, twos and fives between them where there are few.
 * @param {any} scale @param {number} most
 */
function powers(scale, most) {
  const [low, high] = scale.domain();
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  if (last - first <= 1) {
    const all = d3.range(first - 1, last + 1).flatMap((/** @type {number} */ e) => [1, 2, 5].map((n) => Number(`${n}e${e}`)));
    return all.filter((/** @type {number} */ v) => v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9));
  }
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const out = [];
  for (let e = last; e >= first; e -= step) out.push(10 ** e);
  return out.reverse();
}
