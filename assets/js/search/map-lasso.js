/** What lies within a line drawn around it. Pure. */
import { gridCount, modalityOrder } from './map-format.js';

/** @typedef {[number, number][]} Polygon in steps of the world, closed by itself */

/**
 * Even-odd rule.
 *
 *     inside([[0, 0], [4, 0], [4, 4], [0, 4]], 1, 1) → true
 * @param {Polygon} polygon @param {number} x @param {number} y
 */
export function inside(polygon, x, y) {
  let is = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i, i += 1) {
    const [xi, yi] = polygon[i];
    const [xj, yj] = polygon[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) is = !is;
  }
  return is;
}

/** @param {Polygon} polygon */
export function boxAround(polygon) {
  const xs = polygon.map((p) => p[0]);
  const ys = polygon.map((p) => p[1]);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/**
 * Documents of tiles within, the most popular first, and how many of each modality.
 * @param {Polygon} polygon @param {import('./map-format.js').Tile[]} tiles @param {boolean[]} shown by modality
 * @param {(doc: number) => boolean} [only]
 */
export function caught(polygon, tiles, shown, only = () => true) {
  const box = boxAround(polygon);
  /** @type {number[]} */
  const docs = [];
  const counts = modalityOrder.map(() => 0);
  for (const { docs: all, places: { xs, ys }, modalities } of tiles) {
    for (let i = 0; i < all.length; i += 1) {
      const x = xs[i];
      const y = ys[i];
      if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1 || !(x || y) || !shown[modalities[i]]) continue;
      if (!inside(polygon, x, y) || !only(all[i])) continue;
      docs.push(all[i]);
      counts[modalities[i]] += 1;
    }
  }
  return { docs: docs.sort((a, b) => a - b), counts };
}

/**
 * About how many there are by the grid, where not all tiles are here: squares whose middle is within.
 * @param {Polygon} polygon @param {{ side: number, grid: Uint8Array }} root @param {boolean[]} shown
 */
export function estimated(polygon, { side, grid }, shown) {
  const box = boxAround(polygon);
  const step = 65536 / side;
  const counts = modalityOrder.map(() => 0);
  for (let row = Math.max(0, Math.floor(box.y0 / step)); row < Math.min(side, Math.ceil(box.y1 / step)); row += 1) {
    for (let column = Math.max(0, Math.floor(box.x0 / step)); column < Math.min(side, Math.ceil(box.x1 / step)); column += 1) {
      if (!inside(polygon, (column + 0.5) * step, (row + 0.5) * step)) continue;
      counts.forEach((_, m) => { if (shown[m]) counts[m] += gridCount(grid[m * side * side + row * side + column]); });
    }
  }
  return counts.map(Math.round);
}

/**
 * A drawn line without the points that a hand did not mean: none nearer than `gap` to the one before.
 * @param {Polygon} points @param {number} gap @returns {Polygon}
 */
export function thinned(points, gap) {
  /** @type {Polygon} */
  const out = [];
  for (const p of points) {
    const last = out[out.length - 1];
    if (!last || Math.hypot(p[0] - last[0], p[1] - last[1]) >= gap) out.push(p);
  }
  return out;
}
