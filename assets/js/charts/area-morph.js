/** Where each layer comes from when the state changes: its own former shape, a part of the layer it was in, or the ground. */

/**
 * @param {any} from the placed drawing before @param {any} to the one now
 * @returns {{ key: string, to: number[][], at: (t: number) => number[][] }[]}
 */
export function morph(from, to) {
  const before = new Map(from.layers.map((/** @type {any} */ l) => [l.key, l.points]));
  const opened = to.series.open && !from.series.open ? before.get(to.series.open) : null;
  const closed = from.series.open && !to.series.open ? whole(from.layers) : null;
  return to.layers.map((/** @type {any} */ l, /** @type {number} */ k) => {
    const start = opened ? part(opened, to.layers, k)
      : closed ? (l.key === from.series.open ? closed : flat(l.points, closed, k > to.layers.findIndex((/** @type {any} */ q) => q.key === from.series.open)))
        : before.get(l.key) || flat(l.points, l.points, false);
    return { key: l.key, to: l.points, at: (/** @type {number} */ t) => l.points.map((/** @type {number[]} */ p, /** @type {number} */ j) => [p[0], mix(start[j][1], p[1], t), mix(start[j][2], p[2], t)]) };
  });
}

/** @param {number} a @param {number} b @param {number} t */
const mix = (a, b, t) => a + (b - a) * t;

/**
 * The k-th part of a band, in the proportions of the layers that it opens into.
 * @param {number[][]} band @param {any[]} layers @param {number} k
 */
function part(band, layers, k) {
  return band.map((p, j) => {
    const bottom = layers[0].points[j][1];
    const height = bottom - layers[layers.length - 1].points[j][2];
    const share = (/** @type {number} */ y) => (height > 0 ? (bottom - y) / height : 0);
    const q = layers[k].points[j];
    return [p[0], mix(p[1], p[2], share(q[1])), mix(p[1], p[2], share(q[2]))];
  });
}

/**
 * The outline of all layers together.
 * @param {any[]} layers @returns {number[][]}
 */
const whole = (layers) => layers[0].points.map((/** @type {number[]} */ p, /** @type {number} */ j) => [p[0], p[1], layers[layers.length - 1].points[j][2]]);

/**
 * A band of no height on the lower or upper edge of another.
 * @param {number[][]} points @param {number[][]} edge @param {boolean} above
 */
const flat = (points, edge, above) => points.map((p, j) => { const y = above ? edge[j][2] : edge[j][1]; return [p[0], y, y]; });
