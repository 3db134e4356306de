/**
 * Stage 1: which documents match what, from postings alone: Swift's `Matching`, where the reasons stand.
 *
 * The working memory is one row of numbers a document, made once and cleared after each query by walking what it touched.
 */
import { Kept } from './kept.js';
import { coverageOf, popularityOfLevel, priorOf } from './scoring.js';

/**
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./values.js').Loaded} Loaded
 *
 * Candidates by column, in no order. `matched`, `maybe`: bit i is position i. `typed` is what the words as they were typed are
 * worth, −1 where one does not match; `score` is total, and what is unseen, × coverage × prior.
 * @typedef {{ count: number, docs: Uint32Array, totals: Float64Array, matched: Uint32Array, maybe: Uint32Array,
 *   typed: Float64Array, scores: Float64Array, isFull: Uint8Array, full: number, surelyFull: number }} Candidates
 */

export class Matcher {
  /** @param {Manifest} manifest */
  constructor(manifest) {
    const n = manifest.models;
    this.manifest = manifest;
    this.totals = new Float64Array(n);
    this.matched = new Uint32Array(n);
    this.typed = new Float64Array(n);
    this.typedMatched = new Uint32Array(n);
    this.best = new Float64Array(n);
    this.isMatch = new Uint8Array(n);
    this.touched = new Uint32Array(n);
    this.ofPosition = new Uint32Array(n);
    this.levels = levelsOf(manifest);
  }

  /**
   * @param {Plan} plan @param {Loaded[]} loaded
   * @param {number} [enough] where so many match fully, those that do not are left out
   * @returns {Candidates}
   */
  candidates(plan, loaded, enough = Infinity) {
    let count = 0;
    plan.positions.forEach((_, position) => {
      count = this.position(loaded.filter((item) => item.lists.length > 0 && standsFor(item, position)), 1 << position, count);
    });
    const unseen = unseenOf(plan, loaded, (source) => source !== 'hint');
    return this.collect(plan, unseen, unseenOf(plan, loaded, (source) => source === 'word'), count, enough);
  }

  /**
   * Documents that match every required word, ascending, as far as lists were read; a hint does not match.
   * @param {Plan} plan @param {Loaded[]} loaded
   * @returns {Uint32Array}
   */
  matches(plan, loaded) {
    const c = this.candidates(plan, loaded, 0);
    const required = requiredOf(plan);
    let n = 0;
    for (let i = 0; i < c.count; i += 1) if ((c.matched[i] & required) === required) { c.docs[n] = c.docs[i]; n += 1; }
    return c.docs.slice(0, n).sort();
  }

  /**
   * The best of the alternatives of a position. Their longest list, often by far, is added as it is read.
   * @private
   * @param {Loaded[]} items @param {number} bit @param {number} count of the documents touched so far
   */
  position(items, bit, count) {
    if (items.length === 0) return count;
    const longest = items.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    let seen = 0;
    for (const item of items) if (item !== longest) seen = this.note(item, bit, seen);
    return this.close(bit, seen, this.stream(longest, bit, count));
  }

  /**
   * @private
   * @param {Loaded} item @param {number} bit @param {number} seen
   */
  note(item, bit, seen) {
    const { best, isMatch, ofPosition } = this;
    const matches = item.alternative.source === 'hint' ? 0 : 1;
    if (item.alternative.source === 'word') this.noteTyped(item, bit);
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
   * A word as typed stands for one position only.
   * @private
   * @param {Loaded} item @param {number} bit
   */
  noteTyped(item, bit) {
    const { typed, typedMatched } = this;
    for (const { docs, classes, table } of item.lists) {
      if (!classes) continue;
      for (let i = 0; i < docs.length; i += 1) {
        typed[docs[i]] += table[classes[i]];
        typedMatched[docs[i]] |= bit;
      }
    }
  }

  /**
   * @private
   * @param {Loaded} item @param {number} bit @param {number} count
   */
  stream(item, bit, count) {
    const { best, isMatch, totals, matched, touched } = this;
    const matches = item.alternative.source === 'hint' ? 0 : 1;
    if (item.alternative.source === 'word') this.noteTyped(item, bit);
    for (const { docs, classes, table, values } of item.lists) {
      for (let i = 0; i < docs.length; i += 1) {
        const doc = docs[i];
        let value = classes ? table[classes[i]] : /** @type {Float64Array} */ (values)[i];
        let isIt = matches;
        if (best[doc] !== 0) {
          if (best[doc] > value) value = best[doc];
          isIt |= isMatch[doc];
          best[doc] = 0;
          isMatch[doc] = 0;
        }
        if (totals[doc] === 0) { touched[count] = doc; count += 1; }
        totals[doc] += value;
        if (isIt !== 0) matched[doc] |= bit;
      }
    }
    return count;
  }

  /**
   * What the longest list did not have.
   * @private
   * @param {number} bit @param {number} seen @param {number} count
   */
  close(bit, seen, count) {
    const { best, isMatch, ofPosition, totals, matched, touched } = this;
    for (let i = 0; i < seen; i += 1) {
      const doc = ofPosition[i];
      if (best[doc] === 0) continue;
      if (totals[doc] === 0) { touched[count] = doc; count += 1; }
      totals[doc] += best[doc];
      if (isMatch[doc] !== 0) matched[doc] |= bit;
      best[doc] = 0;
      isMatch[doc] = 0;
    }
    return count;
  }

  /**
   * @private
   * @param {Plan} plan @param {Float64Array} unseen @param {Float64Array} unseenTyped @param {number} count @param {number} enough
   * @returns {Candidates}
   */
  collect(plan, unseen, unseenTyped, count, enough) {
    const { manifest, touched } = this;
    const required = requiredOf(plan);
    const requiredCount = bits(required);
    // What may be there unseen is the same for every document of the tail, but for what it is known to match.
    const unseenMask = maskOf(unseen);
    const typedMask = maskOf(unseenTyped);
    const everyPosition = 2 ** plan.positions.length - 1;
    const full = this.countFull(required, unseenMask, count);
    const most = full >= enough ? full : count;
    const coverage = Float64Array.from({ length: requiredCount + 1 }, (_, k) => coverageOf(k, requiredCount, manifest.weights.coverage));
    const c = emptyCandidates(most);
    c.full = full;
    let n = 0;
    for (let i = 0; i < count; i += 1) {
      const doc = touched[i];
      const known = this.totals[doc];
      const matched = this.matched[doc];
      const typedMatched = this.typedMatched[doc];
      const typed = this.typed[doc];
      this.totals[doc] = 0;
      this.matched[doc] = 0;
      this.typed[doc] = 0;
      this.typedMatched[doc] = 0;
      const maybe = doc >= manifest.head ? unseenMask & ~matched : 0;
      const isFull = ((matched | maybe) & required) === required ? 1 : 0;
      if (isFull === 0 && most < count) continue;
      if ((matched & required) === required) c.surelyFull += 1;
      let total = known;
      if (maybe !== 0) for (let p = 0; p < unseen.length; p += 1) if (maybe & (1 << p)) total += manifest.weights.unseen * unseen[p];
      c.docs[n] = doc;
      c.totals[n] = known;
      c.matched[n] = matched;
      c.maybe[n] = maybe;
      const maybeTyped = doc >= manifest.head ? typedMask & ~typedMatched : 0;
      c.typed[n] = (typedMatched | maybeTyped) === everyPosition ? typed + sumOf(unseenTyped, maybeTyped) : -1;
      c.scores[n] = total * coverage[isFull ? requiredCount : bits((matched | maybe) & required)] * this.levels[doc];
      c.isFull[n] = isFull;
      n += 1;
    }
    c.count = n;
    return c;
  }

  /**
   * @private
   * @param {number} required @param {number} unseenMask @param {number} count
   */
  countFull(required, unseenMask, count) {
    const { touched, matched, manifest: { head } } = this;
    let full = 0;
    for (let i = 0; i < count; i += 1) {
      const doc = touched[i];
      if (((matched[doc] | (doc >= head ? unseenMask : 0)) & required) === required) full += 1;
    }
    return full;
  }
}

/**
 * The positions that must match, as bits.
 * @param {Plan} plan
 */
export function requiredOf(plan) {
  return plan.positions.reduce((mask, p, i) => (p.isRequired ? mask | (1 << i) : mask), 0);
}

/** @param {Loaded} item */
const lengthOf = (item) => item.lists.reduce((n, list) => n + list.docs.length, 0);

/** @param {Loaded} item @param {number} position */
export const standsFor = ({ alternative }, position) => alternative.positions.includes(position);

/** @param {number} x */
export function bits(x) {
  let n = 0;
  for (let v = x; v !== 0; v &= v - 1) n += 1;
  return n;
}

/**
 * The best places by score, fully matched ones first, then by number.
 * @param {Candidates} c @param {number} most
 */
export function bestByScore(c, most) {
  const { isFull, scores, docs } = c;
  const isFullOnly = c.full >= most;
  const kept = new Kept(most, (a, b) => isFull[b] - isFull[a] || scores[b] - scores[a] || docs[a] - docs[b]);
  for (let i = 0; i < c.count; i += 1) {
    if (isFullOnly && isFull[i] === 0) continue;
    const last = kept.last;
    if (last >= 0 && (isFull[i] < isFull[last] || (isFull[i] === isFull[last] && scores[i] < scores[last]))) continue;
    kept.push(i);
  }
  return kept.sorted();
}

/**
 * By the typed words alone; of equal ones the least popular first: the others have a good score, too.
 * @param {Candidates} c @param {number} most
 */
export function bestByTyped(c, most) {
  const { typed, docs } = c;
  const kept = new Kept(most, (a, b) => typed[b] - typed[a] || docs[b] - docs[a]);
  for (let i = 0; i < c.count; i += 1) {
    if (typed[i] < 0 || (kept.last >= 0 && typed[i] < typed[kept.last])) continue;
    kept.push(i);
  }
  return kept.sorted();
}

/**
 * The best unseen value of each position, of those alternatives that count; 0 where all was read.
 * @param {Plan} plan @param {Loaded[]} loaded @param {(source: string) => boolean} counts
 */
function unseenOf(plan, loaded, counts) {
  return Float64Array.from(plan.positions, (_, p) => loaded.reduce((most, item) => (standsFor(item, p) && counts(item.alternative.source) ? Math.max(most, item.unseen) : most), 0));
}

/**
 * The places of what is above 0, as bits.
 * @param {Float64Array} values
 */
const maskOf = (values) => values.reduce((mask, value, p) => (value > 0 ? mask | (1 << p) : mask), 0);

/**
 * In the order of the places.
 * @param {Float64Array} values @param {number} mask
 */
function sumOf(values, mask) {
  let sum = 0;
  for (let p = 0; mask !== 0 && p < values.length; p += 1) if (mask & (1 << p)) sum += values[p];
  return sum;
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
    typed: new Float64Array(count), scores: new Float64Array(count), isFull: new Uint8Array(count), full: 0, surelyFull: 0,
  };
}
