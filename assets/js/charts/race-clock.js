/**
 * The time of a race as it is played: it rests on every real date, and takes its way to the next in proportion to the calendar.
 *
 *     const clock = clockOf([jan, mar])   // half a second on each date, the way between them 12 s
 *     clock.moment(0) → jan, clock.moment(6.5) → half way, clock.total → 13
 */

/** Seconds: on a date, on an average way, and on all ways together at least and at most. */
const rest = 0.5;
const way = 1.6;
const [least, most] = [12, 90];

/** @param {number[]} dates milliseconds, rising */
export function clockOf(dates) {
  const n = dates.length;
  const span = n > 1 ? dates[n - 1] - dates[0] : 1;
  const ways = Math.max(least, Math.min(most, way * (n - 1)));
  /**
   * When each date begins.
   * @type {number[]}
   */
  const begins = [];
  let at = 0;
  dates.forEach((d, i) => { begins.push(at); at += rest + (i + 1 < n ? (ways * (dates[i + 1] - d)) / span : 0); });
  const total = at;

  /** @param {number} s seconds @returns {number} milliseconds of the calendar */
  const moment = (s) => {
    let i = n - 1;
    while (i > 0 && begins[i] > s) i -= 1;
    const gone = s - begins[i] - rest;
    if (gone <= 0 || i === n - 1) return dates[i];
    const leg = begins[i + 1] - begins[i] - rest;
    return dates[i] + (dates[i + 1] - dates[i]) * Math.min(1, gone / leg);
  };

  /** @param {number} t milliseconds of the calendar @returns {number} seconds */
  const second = (t) => {
    let i = n - 1;
    while (i > 0 && dates[i] > t) i -= 1;
    if (i === n - 1) return begins[i];
    const f = Math.max(0, (t - dates[i]) / (dates[i + 1] - dates[i]));
    return begins[i] + (f > 0 ? rest + f * (begins[i + 1] - begins[i] - rest) : 0);
  };
  return { total, moment, second };
}
