/**
 * Stage 1: which documents match what, from postings alone: Swift's `Matching`, where the reasons stand.
 *
 * The working memory is one row of numbers a document, made once and cleared after each query by walking what it touched.
 */
import { coverageOf, popularityOfLevel, priorOf } from './scoring.js';

/**
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./values.js').Loaded} Loaded
 *
 * Candidates by column, in no order. `matched`, `maybe`: bit i is position i. `relevance` is total, and what is unseen, ×
 * coverage; `score` is relevance × prior.
 * @typedef {{ count: number, docs: Uint32Array, totals: Float64Array, matched: Uint32Array, maybe: Uint32Array,
 *   relevance: Float64Array, scores: Float64Array, isFull: Uint8Array, full: number, surelyFull: number }} Candidates
 */

export class Matcher {
  /** @param {Manifest} manifest */
  constructor(manifest) {
    const n = manifest.models;
    this.manifest = manifest;
    this.totals = new Float64Array(n);
    this.matched = new Uint32Array(n);
    this.best = new Float64Array(n);
    this.isMatch = new Uint8Array(n);
    this.touched = new Uint32Array(n);
    this.ofPosition = new Uint32Array(n);
    this.levels = levelsOf(manifest);
  }

  /** @param {Plan} plan @param {Loaded[]} loaded @returns {Candidates} */
  candidates(plan, loaded) {
    let count = 0;
    plan.positions.forEach((_, position) => {
      let seen = 0;
      for (const item of loaded) if (standsFor(item, position)) seen = this.add(item, seen);
      count = this.close(position, seen, count);
    });
    return this.collect(plan, unseenOf(plan, loaded), count);
  }

  /**
   * Documents that match every required word, ascending, as far as lists were read; a hint does not match.
   * @param {Plan} plan @param {Loaded[]} loaded
   * @returns {Uint32Array}
   */
  matches(plan, loaded) {
    const c = this.candidates(plan, loaded);
    const required = requiredOf(plan);
    let n = 0;
    for (let i = 0; i < c.count; i += 1) if ((c.matched[i] & required) === required) { c.docs[n] = c.docs[i]; n += 1; }
    return c.docs.slice(0, n).sort();
  }

  /**
   * @private
   * @param {Loaded} item @param {number} seen
   */
  add(item, seen) {
    const { best, isMatch, ofPosition } = this;
    const matches = item.alternative.source === 'hint' ? 0 : 1;
    for (const { docs, classes, table, values } of item.lists) {
      for (let i = 0; i < docs.length; i += 1) {
        const doc = docs[i];
        const value = classes ? table[classes[i]] : /** @type {Float64Array} */ (values)[i];
        if (best[doc] === 0) { ofPosition[seen] = doc; seen += 1; }
        if (value > best[doc]) best[doc] = value;
        isMatch[doc] |= matches;
      }
    }
    return seen;
  }

  /**
   * @private
   * @param {number} position @param {number} seen @param {number} count
   */
  close(position, seen, count) {
    const { best, isMatch, ofPosition, totals, matched, touched } = this;
    for (let i = 0; i < seen; i += 1) {
      const doc = ofPosition[i];
      if (totals[doc] === 0) { touched[count] = doc; count += 1; }
      totals[doc] += best[doc];
      if (isMatch[doc]) matched[doc] |= 1 << position;
      best[doc] = 0;
      isMatch[doc] = 0;
    }
    return count;
  }

  /**
   * @private
   * @param {Plan} plan @param {Float64Array} unseen @param {number} count
   * @returns {Candidates}
   */
  collect(plan, unseen, count) {
    const { manifest, touched } = this;
    const required = requiredOf(plan);
    const requiredCount = bits(required);
    const coverage = Float64Array.from({ length: requiredCount + 1 }, (_, k) => coverageOf(k, requiredCount, manifest.weights.coverage));
    const c = emptyCandidates(count);
    const isUnseen = unseen.some((v) => v > 0);
    for (let i = 0; i < count; i += 1) {
      const doc = touched[i];
      const known = this.totals[doc];
      const matched = this.matched[doc];
      let total = known;
      let maybe = 0;
      if (isUnseen && doc >= manifest.head) {
        for (let p = 0; p < unseen.length; p += 1) {
          if (unseen[p] > 0 && (matched & (1 << p)) === 0) { total += manifest.weights.unseen * unseen[p]; maybe |= 1 << p; }
        }
      }
      const k = bits((matched | maybe) & required);
      c.docs[i] = doc;
      c.totals[i] = known;
      c.matched[i] = matched;
      c.maybe[i] = maybe;
      c.relevance[i] = total * coverage[k];
      c.scores[i] = c.relevance[i] * this.levels[doc];
      c.isFull[i] = k === requiredCount ? 1 : 0;
      c.full += c.isFull[i];
      if ((matched & required) === required) c.surelyFull += 1;
      this.totals[doc] = 0;
      this.matched[doc] = 0;
    }
    return c;
  }
}

/**
 * The positions that must match, as bits.
 * @param {Plan} plan
 */
export function requiredOf(plan) {
  return plan.positions.reduce((mask, p, i) => (p.isRequired ? mask | (1 << i) : mask), 0);
}

/** @param {Loaded} item @param {number} position */
export const standsFor = ({ alternative }, position) => alternative.start <= position && position < alternative.end;

/** @param {number} x */
export function bits(x) {
  let n = 0;
  for (let v = x; v !== 0; v &= v - 1) n += 1;
  return n;
}

/**
 * Fully matched first, then by a column, then by number.
 * @param {Candidates} c @param {Float64Array} column
 */
const order = (c, column) => (/** @type {number} */ a, /** @type {number} */ b) => c.isFull[b] - c.isFull[a] || column[b] - column[a] || c.docs[a] - c.docs[b];

/**
 * The best places by a column, without sorting all.
 * @param {Candidates} c @param {Float64Array} column @param {number} most
 * @returns {number[]}
 */
export function bestBy(c, column, most) {
  const compare = order(c, column);
  /** @type {number[]} */
  let kept = [];
  let full = 0;
  let least = -Infinity;
  for (let i = 0; i < c.count; i += 1) {
    // The last one kept bars the way for whatever is plainly behind it.
    if (c.isFull[i] < full || (c.isFull[i] === full && column[i] < least)) continue;
    kept.push(i);
    if (kept.length < 3 * most) continue;
    kept = kept.sort(compare).slice(0, most);
    const last = kept[most - 1];
    full = c.isFull[last];
    least = column[last];
  }
  return kept.sort(compare).slice(0, most);
}

/**
 * The best unseen value of each position; 0 where all was read.
 * @param {Plan} plan @param {Loaded[]} loaded
 */
function unseenOf(plan, loaded) {
  return Float64Array.from(plan.positions, (_, p) => loaded.reduce((most, item) => (standsFor(item, p) && item.alternative.source !== 'hint' ? Math.max(most, item.unseen) : most), 0));
}

/**
 * For each document what the prior makes of its level.
 * @param {Manifest} manifest
 */
function levelsOf(manifest) {
  const priors = new Float64Array(manifest.models);
  manifest.levels.forEach(([level, first], i) => {
    const end = i + 1 < manifest.levels.length ? manifest.levels[i + 1][1] : manifest.models;
    priors.fill(priorOf(popularityOfLevel(level), manifest.weights.prior), first, end);
  });
  return priors;
}

/** @param {number} count @returns {Candidates} */
function emptyCandidates(count) {
  return {
    count, docs: new Uint32Array(count), totals: new Float64Array(count), matched: new Uint32Array(count), maybe: new Uint32Array(count),
    relevance: new Float64Array(count), scores: new Float64Array(count), isFull: new Uint8Array(count), full: 0, surelyFull: 0,
  };
}
