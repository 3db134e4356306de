/**
 * Where p-values and intervals come from. `Sources/Statistics/Tails.swift` says the same; both are held to
 * `Tests/Fixtures/statistics.json`, which SciPy made.
 *
 *     studentT(2, 10)        → 0.0734, two-sided
 *     studentTQuantile(10)   → 2.228: 95 % lie within ±2.228
 */

const tiny = 1e-300;
const precision = 1e-16;
/** Half the width, in standard deviations, of what holds 95 % of a normal distribution. */
export const normal95 = 1.959963984540054;

// Lanczos' approximation, g = 7, nine terms.
const lanczos = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

/**
 * ln Γ(x) for x above 0.
 * @param {number} x
 * @returns {number}
 */
export function logGamma(x) {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum = lanczos[0];
  for (let i = 1; i < lanczos.length; i += 1) sum += lanczos[i] / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The share of a beta distribution below x; a and b above 0.
 * @param {number} x @param {number} a @param {number} b
 * @returns {number}
 */
export function incompleteBeta(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  return front * fraction(x, a, b);
}

/**
 * The continued fraction, by the modified method of Lentz.
 * @param {number} x @param {number} a @param {number} b
 */
function fraction(x, a, b) {
  const full = (/** @type {number} */ v) => (Math.abs(v) < tiny ? tiny : v);
  let [f, c, d] = [1, 1, 0];
  for (let step = 0; step < 10000; step += 1) {
    const m = Math.floor(step / 2);
    const part = step === 0 ? 1 : step % 2 === 0 ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / full(1 + part * d);
    if (step === 0) { f = d; c = 1 / tiny; continue; }
    c = full(1 + part / c);
    f *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return f;
}

/**
 * P(|T| ≥ |t|).
 * @param {number} t @param {number} df
 */
export function studentT(t, df) {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? NaN : 0;
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/**
 * The t within which, on both sides, 95 % of the distribution lie.
 * @param {number} df
 */
export function studentTQuantile(df) {
  let [low, high] = [0, 1];
  while (studentT(high, df) > 0.05 && high < 1e12) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i += 1) {
    const middle = (low + high) / 2;
    if (studentT(middle, df) > 0.05) low = middle; else high = middle;
  }
  return (low + high) / 2;
}
