/**
 * Correlations, lines and fronts, counted again when the reader filters. `Sources/Statistics` says the same; both are held
 * to `Tests/Fixtures/statistics.json`, which SciPy made.
 */
import { normal95, studentT, studentTQuantile } from './tails.js';

/**
 * Sums that a line and Pearson's r follow from: a build can hand them over where the page has not all rows yet.
 * @typedef {{ n: number, x: number, y: number, xx: number, yy: number, xy: number }} Moments means, and squares about them
 * @typedef {{ r: number, n: number, p: number | null, low: number | null, high: number | null }} Correlation
 * @typedef {{ slope: number, intercept: number, half: number, p: number, n: number, at: (x: number) => number, band: (x: number) => number }} Line
 */

/** @param {ArrayLike<number>} x @param {ArrayLike<number>} y @returns {Moments} */
export function moments(x, y) {
  const n = x.length;
  let [sx, sy] = [0, 0];
  for (let i = 0; i < n; i += 1) { sx += x[i]; sy += y[i]; }
  const m = { n, x: n ? sx / n : 0, y: n ? sy / n : 0, xx: 0, yy: 0, xy: 0 };
  for (let i = 0; i < n; i += 1) {
    const [dx, dy] = [x[i] - m.x, y[i] - m.y];
    m.xx += dx * dx;
    m.yy += dy * dy;
    m.xy += dx * dy;
  }
  return m;
}

/**
 * Pearson's r with its interval by Fisher's transformation; null without spread.
 * @param {Moments} m @returns {Correlation | null}
 */
export function pearson(m) {
  if (m.n < 2 || !(m.xx > 0) || !(m.yy > 0)) return null;
  return correlation(Math.max(-1, Math.min(1, m.xy / Math.sqrt(m.xx * m.yy))), m.n);
}

/** @param {number} r @param {number} n @returns {Correlation} */
function correlation(r, n) {
  const p = n < 3 ? null : Math.abs(r) === 1 ? 0 : studentT(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2);
  if (n < 4 || Math.abs(r) >= 1) return { r, n, p, low: null, high: null };
  const half = normal95 / Math.sqrt(n - 3);
  return { r, n, p, low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/**
 * Places in rising order, from 1 on; equal values share the mean of theirs: [10, 30, 20, 20] → [1, 4, 2.5, 2.5].
 * @param {ArrayLike<number>} values
 */
export function ranks(values) {
  // Numbers alone sort many times faster than places by a comparison: where each stands is then looked up.
  const sorted = Float64Array.from(values).sort();
  return Float64Array.from(values, (v) => (firstAt(sorted, v, false) + firstAt(sorted, v, true) + 1) / 2);
}

/**
 * Where the values that are not below another begin, or those that are above it.
 * @param {Float64Array} sorted @param {number} value @param {boolean} above
 */
function firstAt(sorted, value, above) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value || (above && sorted[middle] === value)) low = middle + 1; else high = middle;
  }
  return low;
}

/**
 * Pearson's r of the ranks, without an interval: Fisher's is too narrow for ranks.
 * @param {ArrayLike<number>} x @param {ArrayLike<number>} y @returns {Correlation | null}
 */
export function spearman(x, y) {
  const rho = pearson(moments(ranks(x), ranks(y)));
  return rho && { ...rho, low: null, high: null };
}

/**
 * Least squares, with half the width of the 95 % band of its mean; null with fewer than three points, or none beside another.
 * @param {Moments} m @returns {Line | null}
 */
export function line(m) {
  if (m.n < 3 || !(m.xx > 0)) return null;
  const slope = m.xy / m.xx;
  const error = Math.sqrt(Math.max(0, m.yy - slope * m.xy) / (m.n - 2));
  const t = studentTQuantile(m.n - 2);
  const at = (/** @type {number} */ x) => m.y + slope * (x - m.x);
  return {
    slope, n: m.n, intercept: at(0), half: (t * error) / Math.sqrt(m.xx), p: studentT((slope / error) * Math.sqrt(m.xx), m.n - 2),
    at, band: (x) => t * error * Math.sqrt(1 / m.n + (x - m.x) ** 2 / m.xx),
  };
}

/**
 * Places of the points that no other beats: none that costs as little or less is worth more. In rising order of cost.
 * @param {ArrayLike<number>} cost @param {ArrayLike<number>} worth
 */
export function front(cost, worth) {
  const order = Array.from({ length: cost.length }, (_, i) => i).sort((a, b) => cost[a] - cost[b] || worth[b] - worth[a] || a - b);
  const out = [];
  let best = -Infinity;
  for (const i of order) if (worth[i] > best) { best = worth[i]; out.push(i); }
  return out;
}

/**
 * The middle value; NaN of none.
 * @param {ArrayLike<number>} values
 */
export function median(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) / 2;
  return sorted.length ? (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2 : NaN;
}
