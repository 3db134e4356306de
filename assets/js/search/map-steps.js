/** Steps along the models that matter now, by keyboard: the best matches first, then the others; without a search the list beside the map. */
import { announce } from '../chart/announce.js';
import { stepWords } from './map-picking.js';
import { toScreen } from './map-view.js';

/** So many at most are walked. */
const most = 200;

/**
 * @param {number[]} hits the best matches @param {Uint32Array | null} matches @param {number[]} listed
 * @returns {number[]}
 */
export const walkOf = (hits, matches, listed) => (matches ? [...new Set([...hits, ...matches.subarray(0, most)])] : listed).slice(0, most);

/**
 * From what is kept to the next; else to the first, or backwards to the last.
 * @param {number[]} docs @param {number | null} kept @param {number} by
 */
export function stepFrom(docs, kept, by) {
  const from = kept === null ? -1 : docs.indexOf(kept);
  if (from < 0) return by > 0 ? 0 : docs.length - 1;
  return (from + by + docs.length) % docs.length;
}

/**
 * @param {number[]} docs @param {number} by
 * @param {{
 *   picking: import('./map-picking.js').Picking, records: import('./map-records.js').Records, tiles: import('./map-tiles.js').MapTiles,
 *   moves: import('./map-moves.js').Moves, size: import('./map-view.js').Size,
 * }} on
 */
export async function stepAlong(docs, by, { picking, records, tiles, moves, size }) {
  if (!docs.length) return;
  const at = stepFrom(docs, picking.record ? picking.record.doc : null, by);
  const place = (await tiles.placesOf([docs[at]])).get(docs[at]);
  if (place && !isWellWithin(place, moves.view, size)) await moves.fly({ ...moves.view, cx: place[0], cy: place[1] }, { isLeap: false });
  const record = place ? await picking.keep({ doc: docs[at], x: place[0], y: place[1] }) : picking.keepUnplaced((await records.of([docs[at]]))[0]);
  if (record) announce(`${stepWords(record, at, docs.length)}${place ? '' : ', without a place on the map'}`);
}

/** @param {[number, number]} place @param {import('./map-view.js').View} view @param {import('./map-view.js').Size} size */
function isWellWithin([cx, cy], view, { W, H }) {
  const [x, y] = toScreen(view, { W, H }, cx, cy);
  return x > W * 0.1 && x < W * 0.9 && y > H * 0.1 && y < H * 0.9;
}
