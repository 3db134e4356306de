/**
 * A smooth curve through points: at each place a line through the nearest of them, nearer ones weighing more (Cleveland 1979,
 * first degree, tricube weights, without rounds against outliers). `Sources/Statistics/Loess.swift` says the same.
 *
 *     loess([1, 2, 3, 4, 5], [1, 4, 9, 16, 25], 0.8)(3.2) → 10.7
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {number} span the share of points that each line takes
 * @returns {(place: number) => number}
 */
export function loess(xs, ys, span) {
  const order = Array.from({ length: xs.length }, (_, i) => i).sort((a, b) => xs[a] - xs[b]);
  const x = Float64Array.from(order, (i) => xs[i]);
  const y = Float64Array.from(order, (i) => ys[i]);
  const reach = Math.min(x.length, Math.max(2, Math.floor(span * x.length)));
  return (place) => (x.length ? local(x, y, firstNear(x, place, reach), reach, place) : NaN);
}

/** @param {Float64Array} x @param {Float64Array} y @param {number} first @param {number} reach @param {number} place */
function local(x, y, first, reach, place) {
  const far = Math.max(Math.abs(place - x[first]), Math.abs(x[first + reach - 1] - place));
  let [sw, sx, sy, sxx, sxy, sum] = [0, 0, 0, 0, 0, 0];
  for (let i = first; i < first + reach; i += 1) {
    const off = far > 0 ? Math.abs(x[i] - place) / far : 0;
    // Products: a power costs ten times as much, a hundred thousand times a curve.
    const c = 1 - off * off * off;
    const w = off < 1 ? c * c * c : 0;
    const dx = x[i] - place;
    sw += w;
    sx += w * dx;
    sy += w * y[i];
    sxx += w * dx * dx;
    sxy += w * dx * y[i];
    sum += y[i];
  }
  // Where all weight lies at the edge, or on one x, the mean is all that can be said.
  if (!(sw > 0)) return sum / reach;
  const spread = sw * sxx - sx * sx;
  return spread > 1e-12 * sw * Math.max(sxx, 1e-300) ? (sxx * sy - sx * sxy) / spread : sy / sw;
}

/**
 * Where the nearest `reach` points begin.
 * @param {Float64Array} x @param {number} place @param {number} reach
 */
function firstNear(x, place, reach) {
  let [low, high] = [0, x.length - reach];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place - x[middle] > x[middle + reach] - place) low = middle + 1; else high = middle;
  }
  return low;
}
