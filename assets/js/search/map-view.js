/**
 * What of the map is seen: `k` times the whole, with world point (cx, cy) in the middle. The world is 0 … 65,536 both ways; at
 * k = 1 it just fits. Pure: no document, no drawing.
 */

export const world = 65536;
export const mostZoom = 64;

/** @typedef {{ k: number, cx: number, cy: number }} View */
/** @typedef {{ W: number, H: number }} Size */

/** @returns {View} */
export const wholeMap = () => ({ k: 1, cx: world / 2, cy: world / 2 });

/**
 * Pixels a step of the world.
 * @param {View} v @param {Size} size
 */
export const scaleOf = (v, size) => (Math.min(size.W, size.H) / world) * v.k;

/** @param {View} v @param {Size} size @param {number} x @param {number} y @returns {[number, number]} pixels */
export function toScreen(v, size, x, y) {
  const s = scaleOf(v, size);
  return [(x - v.cx) * s + size.W / 2, (y - v.cy) * s + size.H / 2];
}

/** @param {View} v @param {Size} size @param {number} px @param {number} py @returns {[number, number]} world */
export function toWorld(v, size, px, py) {
  const s = scaleOf(v, size);
  return [(px - size.W / 2) / s + v.cx, (py - size.H / 2) / s + v.cy];
}

/**
 * The same view within bounds: never farther out than the whole, its middle never off the map.
 * @param {View} v @param {Size} size @returns {View}
 */
export function bounded(v, size) {
  const k = Math.max(1, Math.min(mostZoom, v.k));
  const s = (Math.min(size.W, size.H) / world) * k;
  const keep = (/** @type {number} */ c, /** @type {number} */ extent) => {
    const half = extent / 2 / s;
    // Where all of it fits there is one place for it; else an eighth of the picture may show what lies beside the map.
    if (half >= world / 2) return world / 2;
    return Math.max(half * 0.75, Math.min(world - half * 0.75, c));
  };
  return { k, cx: keep(v.cx, size.W), cy: keep(v.cy, size.H) };
}

/**
 * Zoomed by a factor, with what is at pixel (px, py) staying there.
 * @param {View} v @param {Size} size @param {number} factor @param {number} px @param {number} py
 */
export function zoomedAt(v, size, factor, px, py) {
  const k = Math.max(1, Math.min(mostZoom, v.k * factor));
  const [x, y] = toWorld(v, size, px, py);
  const s = (Math.min(size.W, size.H) / world) * k;
  return bounded({ k, cx: x - (px - size.W / 2) / s, cy: y - (py - size.H / 2) / s }, size);
}

/**
 * What is seen, as a box of the world.
 * @param {View} v @param {Size} size
 */
export function boxOf(v, size) {
  const [x0, y0] = toWorld(v, size, 0, 0);
  const [x1, y1] = toWorld(v, size, size.W, size.H);
  return { x0, y0, x1, y1 };
}

/**
 * Between two views, evenly to the eye: zoom by its logarithm, the middle by what is seen.
 * @param {View} a @param {View} b @param {number} t 0 … 1 @returns {View}
 */
export function between(a, b, t) {
  const k = Math.exp(Math.log(a.k) + (Math.log(b.k) - Math.log(a.k)) * t);
  // The share of the way that keeps the target still on the screen while it grows.
  const share = Math.abs(b.k - a.k) < 1e-6 ? t : (1 / a.k - 1 / k) / (1 / a.k - 1 / b.k);
  return { k, cx: a.cx + (b.cx - a.cx) * share, cy: a.cy + (b.cy - a.cy) * share };
}

/**
 * The depth of tiles that a zoom can make use of: dots of tiles above are on the average a few pixels apart.
 * @param {View} v @param {Size} size
 */
export const depthFor = (v, size) => Math.max(0, Math.floor(Math.log2((v.k * Math.min(size.W, size.H)) / 512)));
