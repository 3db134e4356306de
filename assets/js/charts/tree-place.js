/** Where a tree's lines stand: x is the day of publication, a line below another for each model or so many. No DOM. */
import * as format from '../chart/format.js';
import { modelName, shortName } from '../chart/words.js';
import { textWidth } from '../chart/labels.js';
import { lanesOf } from './tree-lanes.js';
import { eachBelow, relationNames } from './tree-series.js';

/** @typedef {import('./tree-lanes.js').Lane} Lane */

/** @param {number} width @returns {Frame} */
export function frame(width) {
  const phone = width < 600;
  return { W: width, H: 0, m: { t: phone ? 30 : 36, r: phone ? 8 : Math.round(Math.min(390, width * 0.35)), b: 12, l: phone ? 10 : 14 }, phone, compact: false };
}

/** @param {import('./tree-series.js').Series} s @param {Frame} f @param {Figure} figure @param {State} state */
export function place(s, f, figure, state) {
  const lanes = lanesOf(s.root, state, f.phone ? 20 : 30);
  const step = f.phone ? 34 : 23;
  const undated = lanes.some((l) => l.t === null);
  const gut = undated ? (f.phone ? 18 : 30) : 0;
  const x = d3.scaleUtc(s.span.map((t) => new Date(t)), [f.m.l + gut, f.W - f.m.r - (f.phone ? 4 : 12)]);
  const H = Math.max(120, f.m.t + lanes.length * step + f.m.b);
  const at = new Map(lanes.map((lane, i) => [lane, i]));
  const placed = lanes.map((lane, i) => ({ ...lane, lane, i, x: lane.t === null ? f.m.l : x(lane.t), y: f.m.t + i * step + (f.phone ? 24 : step / 2), up: lane.parent ? at.get(lane.parent) : -1 }));
  for (const p of placed) Object.assign(p, reach(p, placed, x, f), labelOf(p, f, s));
  return { frame: { ...f, H }, x, step, gut, undated, lanes: placed, root: s.root };
}

/**
 * How far a line goes, and its ticks: those below it that have no line of their own, by pixel.
 * @param {any} p @param {any[]} placed @param {any} x @param {Frame} f
 */
function reach(p, placed, x, f) {
  /** @type {Map<number, number>} */
  const bins = new Map();
  const take = (/** @type {number | null} */ t, /** @type {number} */ n) => { if (t === null) return; const at = Math.round(x(t) / 2) * 2; bins.set(at, (bins.get(at) || 0) + n); };
  if (p.members.length || p.together.length) {
    for (const m of p.members) { take(m.t, 1); eachBelow(m, take); }
    for (const m of p.together) take(m.t, m.count);
  } else if (!p.open) eachBelow(p.node, take);
  const kids = placed.filter((q) => q.up === p.i).map((q) => q.x);
  const ends = [p.x, ...bins.keys(), ...kids];
  const tall = f.phone ? 6 : 8;
  const most = Math.max(4, ...bins.values());
  return { x0: Math.min(...ends), x1: Math.max(...ends), ticks: [...bins].sort((a, b) => a[0] - b[0]).map(([at, n]) => [at, Math.min(tall, 2 + (tall - 2) * Math.sqrt(n / most))]) };
}

/** @param {any} p @param {Frame} f @param {any} s */
function labelOf(p, f, s) {
  const group = p.members.length + p.together.length > 0;
  const tail = group ? '' : p === s.root || !p.parent ? format.int(s.total) : p.node.seen ? format.int(p.open ? p.node.seen : p.node.seen) : '';
  const text = group ? groupText(p) : modelName(p.node.id);
  const indent = f.phone ? 0 : Math.min(5, p.depth) * 10;
  const room = f.phone ? f.W - 70 : f.m.r - 70 - indent;
  const name = group ? text : shortName(text, Math.max(12, Math.floor(room / 7)));
  const width = textWidth(name, 12.5);
  const left = f.phone ? Math.max(f.m.l, Math.min(p.x - 4, f.W - width - 60)) : f.W - f.m.r + 14 + indent;
  return { name, tail, left, group, base: f.phone ? p.y - 10 : p.y + 4, wide: width };
}

/**
 * "1,234 more quantized", "31 fine-tunes" where no other is shown.
 * @param {any} p
 */
function groupText(p) {
  const [one, many] = relationNames[p.relation];
  const shown = p.parent && p.parent.lanes.some((/** @type {Lane} */ l) => !l.count && l.relation === p.relation);
  const below = d3.sum(p.members, (/** @type {any} */ m) => m.seen);
  const rest = below ? `, and ${format.int(below)} of theirs` : '';
  if (p.relation === 'unknown') return `${format.int(p.count)} ${shown ? 'more, ' : ''}way not stated${rest}`;
  return `${format.int(p.count)} ${shown ? 'more ' : ''}${p.count === 1 ? one : many}${rest}`;
}
