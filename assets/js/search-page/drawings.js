/** Pictures the size of a word: a size on its ruler, likes over the days, memory against what the reader has. */
import { h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { textWidth } from '../chart/labels.js';
import { gate } from './memory.js';

/** The ruler goes from ten million parameters to three hundred thousand million. */
const least = Math.log10(1e7);
const span = Math.log10(3e11) - least;
const [width, inset] = [88, 2];

/** @param {number} parameters */
const onRuler = (parameters) => inset + (width - 2 * inset) * Math.min(1, Math.max(0, (Math.log10(parameters) - least) / span));
/** @param {number} v */
const px = (v) => v.toFixed(1);

/**
 * A size on a log ruler, the reader's memory as a gate.
 * @param {SearchRecord} record @param {number | null} gb @param {number} bits
 */
export function ruler(record, gb, bits) {
  const { parameters } = record;
  const at = gb ? onRuler(Math.max(1, gate(record, gb, bits))) : null;
  return h('svg', { class: 'ruler', viewBox: `0 0 ${width} 12`, width, height: 12, 'aria-hidden': 'true' },
    h('line', { class: 'track', x1: inset, x2: width - inset, y1: 6, y2: 6 }),
    at !== null && h('line', { class: 'gate', x1: px(at), x2: px(at), y1: 0, y2: 12 }),
    parameters ? h('circle', { class: 'size', cx: px(onRuler(parameters)), cy: 6, r: 3.4 }) : h('circle', { class: 'size open', cx: inset + 4, cy: 6, r: 3.2 }));
}

/**
 * Likes (or downloads) on the days that they were counted.
 * @param {{ day: string, value: number | null }[]} counted @param {number} [w] @param {number} [tall]
 */
export function history(counted, w = 64, tall = 16) {
  const points = counted.flatMap((o) => (o.value === null ? [] : [{ t: Date.parse(o.day), v: o.value }]));
  if (points.length < 2) return null;
  const [first, last] = [points[0].t, points[points.length - 1].t];
  const most = Math.max(1, ...points.map((p) => p.v));
  const placed = points.map((p) => [3 + ((p.t - first) / Math.max(1, last - first)) * (w - 7), tall - 3 - (p.v / most) * (tall - 6)]);
  return h('svg', { class: 'history', viewBox: `0 0 ${w} ${tall}`, width: w, height: tall, 'aria-hidden': 'true' },
    h('path', { d: `M${placed.map(([x, y]) => `${px(x)},${px(y)}`).join('L')}` }),
    placed.map(([x, y], i) => h('circle', { class: i === placed.length - 1 ? 'last' : null, cx: px(x), cy: px(y), r: i === placed.length - 1 ? 2.6 : 1.6 })));
}

/**
 * The same, large, with the first and the last count written beside it.
 * @param {{ day: string, value: number | null }[]} counted @param {number} w
 */
export function bigHistory(counted, w) {
  const points = counted.flatMap((o) => (o.value === null ? [] : [{ t: Date.parse(o.day), v: o.value, day: o.day }]));
  if (points.length < 2) return null;
  const [tall, left, right, low, high] = [132, 4, w < 500 ? 64 : 96, 108, 20];
  const [first, last] = [points[0], points[points.length - 1]];
  const most = Math.max(1, ...points.map((p) => p.v));
  const x = (/** @type {number} */ t) => left + ((t - first.t) / Math.max(1, last.t - first.t)) * (w - left - right);
  const y = (/** @type {number} */ v) => low - (v / most) * (low - high);
  return h('svg', { class: 'history', viewBox: `0 0 ${w} ${tall}`, 'aria-hidden': 'true' },
    h('line', { class: 'base', x1: 0, x2: w - right, y1: low, y2: low }),
    h('path', { d: `M${points.map((p) => `${px(x(p.t))},${px(y(p.v))}`).join('L')}` }),
    points.map((p) => h('circle', { class: p === last ? 'last' : null, cx: px(x(p.t)), cy: px(y(p.v)), r: p === last ? 4 : 2.6 })),
    h('text', { x: px(x(last.t) + 10), y: px(y(last.v) + 4), class: 'lab num' }, format.compact(last.v)),
    h('text', { x: 0, y: tall - 6 }, format.day(first.day)), h('text', { x: w - right, y: tall - 6, 'text-anchor': 'end' }, format.day(last.day)));
}

/**
 * Memory that a model needs at 16, 8 and 4 bit, and what the reader has.
 * @param {[number, number][]} needs bits and bytes @param {number} bits the chosen ones @param {number | null} memoryBytes
 */
export function memoryBars(needs, bits, memoryBytes) {
  const [w, from, room] = [232, 46, memoryBytes ? 66 : 56];
  // A computer far larger than the model would leave it no bar to see.
  const greatest = Math.max(...needs.map((n) => n[1]));
  const most = Math.max(greatest, Math.min(memoryBytes || 0, greatest * 4)) * 1.02;
  const beyond = memoryBytes !== null && memoryBytes > most;
  const x = (/** @type {number} */ bytes) => from + (w - from - room) * Math.min(1, bytes / most);
  const own = memoryBytes ? x(memoryBytes) : 0;
  const said = `Memory it needs: ${needs.map(([b, n]) => `${format.bytes(n)} at ${b} bit`).join(', ')}${memoryBytes ? `; yours is ${format.bytes(memoryBytes)}` : ''}`;
  return h('svg', { class: 'memory', viewBox: `0 0 ${w} ${memoryBytes ? 92 : 76}`, role: 'img', 'aria-label': said },
    memoryBytes ? [
      h('line', { class: beyond ? 'gate beyond' : 'gate', x1: px(own), x2: px(own), y1: 0, y2: 74 }),
      h('text', { class: 'yours', x: px(own), y: 88, 'text-anchor': own > 120 ? 'end' : 'start' }, beyond ? `yours, ${format.bytes(memoryBytes)} →` : 'yours'),
    ] : [],
    needs.flatMap(([b, n], i) => {
      const y = 12 + i * 26;
      const chosen = b === bits;
      const text = format.bytes(n);
      const end = x(n) + 6;
      // A number does not stand on the reader's own line: it goes behind it.
      const isCrossed = memoryBytes !== null && own > end - 4 && own < end + textWidth(text, 12.5) + 3;
      return [
        h('text', { x: 0, y: y + 4 }, `${b} bit`),
        h('rect', { class: chosen ? 'chosen' : null, x: from, y: y - 5, width: px(Math.max(1, x(n) - from)), height: 10 }),
        h('text', { class: chosen ? 'lab num halo' : 'num halo', x: px(isCrossed ? own + 5 : end), y: y + 4 }, text),
      ];
    }));
}

/** @param {boolean} open */
export const lock = (open) => h('svg', { viewBox: '0 0 11 11', 'aria-hidden': 'true' }, h('path', { d: open ? 'M2 5.5h7v5H2zM3.5 5.5V3.5a2 2 0 0 1 4-.5' : 'M2 5.5h7v5H2zM3.5 5.5V3.5a2 2 0 0 1 4 0v2' }));
