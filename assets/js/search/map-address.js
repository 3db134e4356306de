/**
 * A look at the map as the address holds it: how near and where, which modalities are put away, which dot is kept, what the lasso
 * holds. Pure; anything that is no look is the map as a whole.
 *
 *     lookOf({ map: ['8', '0.5', '0.25'], off: ['cv'], dot: 'gpt2', lasso: [] }).view  → { k: 8, cx: 32768, cy: 16384 }
 *     stateOf({ view: wholeMap(), shown: all, dot: '', line: null })                   → { map: [], off: [], dot: '', lasso: [] }
 */
import { modalityOrder } from './map-format.js';
import { mostZoom, wholeMap, world } from './map-view.js';

/** Corners of a lasso: more make no better picture of what a hand meant, but a longer address. */
export const mostCorners = 48;

/** @typedef {{ map: string[], off: string[], dot: string, lasso: string[] }} MapState */
/** @typedef {{ view: import('./map-view.js').View, shown: boolean[], dot: string, line: [number, number][] | null }} Look */

/** @param {MapState} state @returns {Look} */
export function lookOf({ map, off, dot, lasso }) {
  const corners = lasso.slice(0, mostCorners).map(cornerOf);
  const shown = modalityOrder.map((m) => !off.includes(m));
  return {
    view: viewOf(map), shown: shown.some(Boolean) ? shown : shown.map(() => true), dot: dot.slice(0, 200),
    line: corners.length > 2 && corners.every(Boolean) ? /** @type {[number, number][]} */ (corners) : null,
  };
}

/** @param {Look} look @returns {MapState} */
export function stateOf({ view, shown, dot, line }) {
  const { k, cx, cy } = view;
  const isWhole = k < 1.005;
  return {
    map: isWhole ? [] : [Number(k.toFixed(2)), share(cx), share(cy)].map(String), off: modalityOrder.filter((_, m) => !shown[m]), dot,
    lasso: line ? line.map(([x, y]) => `${Math.round(x)}-${Math.round(y)}`) : [],
  };
}

/**
 * A drawn line with no more corners than an address holds, evenly taken.
 * @param {[number, number][]} line @returns {[number, number][]}
 */
export function held(line) {
  if (line.length <= mostCorners) return line.map(within);
  return Array.from({ length: mostCorners }, (_, i) => within(line[Math.floor((i * line.length) / mostCorners)]));
}

/** @param {number} v */
const share = (v) => Number((v / world).toFixed(5));
/** @param {number} v */
const bound = (v) => Math.max(0, Math.min(world - 1, Math.round(v)));
/** @param {[number, number]} corner @returns {[number, number]} */
const within = ([x, y]) => [bound(x), bound(y)];

/** @param {string[]} map @returns {import('./map-view.js').View} */
function viewOf(map) {
  const [k, x, y] = map.map(Number);
  if (map.length !== 3 || ![k, x, y].every(Number.isFinite)) return wholeMap();
  const clamped = (/** @type {number} */ v) => Math.max(0, Math.min(1, v)) * world;
  return { k: Math.max(1, Math.min(mostZoom, k)), cx: clamped(x), cy: clamped(y) };
}

/** @param {string} text @returns {[number, number] | null} */
function cornerOf(text) {
  const m = /^(\d{1,5})-(\d{1,5})$/.exec(text);
  return m ? within([Number(m[1]), Number(m[2])]) : null;
}
