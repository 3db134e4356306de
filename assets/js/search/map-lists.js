/** Which models the list beside the map has, and what it says of them: those in the lasso, the lit ones in view, or the most popular in view. Pure. */
import * as format from '../chart/format.js';
import { caught, estimated } from './map-lasso.js';
import { boxOf } from './map-view.js';
import { indexOf } from './map-tiles.js';

/** @typedef {{ docs: number[], counts?: number[], isEstimate: boolean, total: number, title: string, isLasso?: boolean }} List */
/**
 * @typedef {{
 *   root: { side: number, grid: Uint8Array, totals: number[] }, tiles: import('./map-tiles.js').MapTiles, shown: boolean[],
 *   matches: Uint32Array | null, stars: unknown[],
 * }} Shown what is on the map; `stars`: the best matches, ringed
 */

/** A lasso that lacks more tiles than this is counted by the grid. */
export const exactTiles = 24;

/** @param {Shown} on @param {import('./map-view.js').View} view @param {import('./map-view.js').Size} size @returns {List} */
export function viewList(on, view, size) {
  const box = boxOf(view, size);
  const corners = /** @type {[number, number][]} */ ([[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]);
  const { docs } = caught(corners, on.tiles.inBox(box), on.shown);
  const lacksNone = on.tiles.missing(box, Infinity).length === 0;
  if (on.matches) return litList(on, docs, lacksNone);
  const isWhole = view.k <= 1.05;
  const all = on.root.totals.reduce((sum, n, m) => sum + (on.shown[m] ? n : 0), 0);
  const sum = estimated(corners, on.root, on.shown).reduce((a, b) => a + b, 0);
  const total = isWhole ? all : lacksNone ? docs.length : Math.min(all, Math.max(docs.length, sum));
  return { docs, isEstimate: !isWhole && !lacksNone, total, title: isWhole ? 'Most popular on the map' : 'Most popular in view' };
}

/** @param {Shown} on @param {number[]} docs in view @param {boolean} isAll or there are more, in tiles that are not here @returns {List} */
function litList({ matches, stars }, docs, isAll) {
  const all = /** @type {Uint32Array} */ (matches);
  const lit = docs.filter((doc) => indexOf(all, doc) >= 0);
  const ringed = stars.length ? ', the best ringed' : '';
  const title = `${format.count(all.length, 'model')} ${all.length === 1 ? 'matches' : 'match'}; ${format.int(lit.length)} lit here${ringed}${isAll ? '' : '; nearer there may be more'}`;
  return { docs: lit, isEstimate: false, total: lit.length, title };
}

/**
 * @param {Shown} on @param {[number, number][]} line @param {import('./map-tiles.js').Box} box around it
 * @returns {List & { counts: number[] }}
 */
export function lassoList(on, line, box) {
  const { matches } = on;
  const lacksSome = on.tiles.missing(box, Infinity).length > 0;
  const isEstimate = lacksSome && !matches;
  const found = caught(line, on.tiles.inBox(box), on.shown, matches ? (doc) => indexOf(matches, doc) >= 0 : undefined);
  const counts = isEstimate ? estimated(line, on.root, on.shown) : found.counts;
  const total = counts.reduce((a, b) => a + b, 0);
  const number = isEstimate ? `≈ ${format.compact(total)}` : `${lacksSome ? 'at least ' : ''}${format.int(total)}`;
  const what = matches ? `lit ${format.noun(total, 'model')}` : format.noun(total, 'model');
  const title = total === 0 ? `No ${matches ? 'lit ' : ''}model lies within the lasso` : format.capitalized(`${number} ${what} within the lasso`);
  return { docs: found.docs, counts, isEstimate, total, title, isLasso: true };
}
