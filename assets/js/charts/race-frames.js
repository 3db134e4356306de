/**
 * Where everybody is at any moment of a race: lengths run straight between real dates, places are those of the lengths, averaged
 * over a little time around the moment and led over into the exact ones near a real date. So ranks are exact there, and nobody
 * ever jumps: not even those who are equal on a date and part right after it.
 */

/** Moments between two dates at which ranks are found. */
const steps = 32;
/** Half the time over which a change of places takes, as a part of the way between two dates. */
const ease = 0.08;

/** @typedef {import('./race-data.js').Racer} Racer @typedef {import('./race-data.js').Track} Track */
/** `rises`: how many places it wins from the date before to the next.
 * @typedef {{ racer: Racer, value: number | null, length: number, place: number, gap: boolean, rises: number }} Runner */

/** @param {number} f */
const smooth = (f) => { const x = Math.max(0, Math.min(1, f)); return x * x * (3 - 2 * x); };

/**
 * How long a bar is on the way from one date to the next, and what number stands at it; null: none, it comes or goes.
 * @param {number | null} a @param {number | null} b @param {number} f from 0 to 1
 * @returns {[number, number | null]}
 */
export function between(a, b, f) {
  if (a !== null && b !== null) { const v = a + (b - a) * f; return [v, v]; }
  if (b !== null) return f >= 1 ? [b, b] : [b * smooth(2 * f - 1), null];
  if (a !== null) return f <= 0 ? [a, a] : [a * (1 - smooth(2 * f)), null];
  return [0, null];
}

/**
 * The places of lengths: greatest first, equal ones in the order of the list; nobody without a length has one, and none is
 * beyond `top`, which is just below the last.
 *
 *     places([3, 0, 5, 3], 2)  → [1, 2, 0, 2]
 * @param {number[]} lengths @param {number} top
 */
export function places(lengths, top) {
  const order = lengths.map((_, i) => i).filter((i) => lengths[i] > 0).sort((i, j) => lengths[j] - lengths[i] || i - j);
  const out = lengths.map(() => top);
  for (let k = 0; k < Math.min(top, order.length); k += 1) out[order[k]] = k;
  return out;
}

/**
 * A race that can be asked for any moment.
 * @param {Track} track @param {number} top how many are seen @param {(racer: Racer) => boolean} [runs]
 */
export function race(track, top, runs = () => true) {
  const { dates } = track;
  const racers = track.racers.filter(runs);
  /** @type {Map<number, Float64Array[]>} */
  const ways = new Map();
  /** @type {Map<number, number[]>} */
  const ends = new Map();
  const n = dates.length;

  /** @param {number} t */
  const leg = (t) => {
    let i = 0;
    while (i < n - 2 && t >= dates[i + 1].t) i += 1;
    return i;
  };

  /**
   * Of every racer, the sum of its places up to each step of the way from date `i`: an average over a time is a difference of two.
   * @param {number} i
   */
  const way = (i) => {
    const known = ways.get(i);
    if (known) return known;
    const sums = racers.map(() => new Float64Array(steps + 1));
    for (let k = 0; k < steps; k += 1) {
      const at = places(racers.map((r) => between(r.filled[i], r.filled[i + 1], (k + 0.5) / steps)[0]), top);
      sums.forEach((s, j) => { s[k + 1] = s[k] + at[j]; });
    }
    ways.set(i, sums);
    return sums;
  };

  /**
   * Places on a date.
   * @param {number} i
   */
  const placesOn = (i) => {
    const known = ends.get(i) || places(racers.map((r) => r.filled[i] || 0), top);
    ends.set(i, known);
    return known;
  };

  /** @param {Float64Array} sums @param {number} f */
  const sumTo = (sums, f) => {
    const k = Math.min(steps - 1, Math.floor(f * steps));
    return sums[k] + (sums[k + 1] - sums[k]) * (f * steps - k);
  };

  /**
   * Everybody at a moment, in the order of names; at rest everybody has a place of its own, however near another passes.
   * @param {number} t milliseconds @param {boolean} [rests] @returns {Runner[]}
   */
  const at = (t, rests = false) => {
    if (!n) return [];
    const i = n > 1 ? leg(t) : 0;
    const next = Math.min(n - 1, i + 1);
    const f = next > i ? Math.max(0, Math.min(1, (t - dates[i].t) / (dates[next].t - dates[i].t))) : 0;
    const here = racers.map((r) => between(r.filled[i], r.filled[next], f));
    const end = f < 0.5 ? i : next;
    const near = rests ? 0 : smooth(Math.min(f, 1 - f) / ease);
    const exact = near < 1 ? (rests ? places(here.map((h) => h[0]), top) : placesOn(end)) : [];
    const [before, after] = [placesOn(i), placesOn(next)];
    const sums = near > 0 ? way(i) : [];
    const [from, to] = [Math.max(0, f - ease), Math.min(1, f + ease)];
    return racers.map((racer, j) => {
      const mean = near > 0 ? (sumTo(sums[j], to) - sumTo(sums[j], from)) / ((to - from) * steps) : 0;
      return {
        racer, length: here[j][0], value: here[j][1], place: near < 1 ? exact[j] * (1 - near) + mean * near : mean,
        rises: before[j] - after[j],
        gap: f >= 1 ? racer.gap[next] : f <= 0 ? racer.gap[i] : racer.gap[i] || racer.gap[next],
      };
    });
  };
  return { dates, racers, at };
}

/**
 * The last date at or before a moment.
 * @param {{ t: number }[]} dates @param {number} t
 */
export function dateAt(dates, t) {
  let i = dates.length - 1;
  while (i > 0 && dates[i].t > t) i -= 1;
  return i;
}
