/**
 * The words of the most popular models' names, in memory: what a misspelt word may have meant, what a begun word may become.
 *
 *     const table = new WordTable(textsOf(['bert', 'llama', 'llava']), [30, 90, 20]);      sorted; weights
 *     table.near('lama', 1)       → [{ index: 1, distance: 1 }]                   near ones, in table order
 *     table.corrections('lama', 5) → [{ text: 'llama', distance: 1 }]
 *     table.completions('lla', 5) → ['llama', 'llava']                            the most popular first
 *     table.split('bertllama', 5) → ['bert', 'llama']
 *
 * Swift's `Corrections` does the same.
 */
import { distance, pattern } from './distance.js';
import { utf8 } from './texts.js';

const SHORTEST = 4;
const LONG_FOR_TWO = 8;
const MOST_CORRECTIONS = 3;
/** Steps of popularity by which it doubles. */
const OCTAVE = 8;

/** @typedef {{ index: number, distance: number }} Near */

export class WordTable {
  /**
   * @param {import('./texts.js').Texts} texts sorted
   * @param {Uint8Array} weights
   */
  constructor(texts, weights) {
    this.texts = texts;
    this.weights = weights;
    this.masks = new Int32Array(texts.count);
    for (let i = 0; i < texts.count; i += 1) this.masks[i] = maskOf(texts.bytes.subarray(texts.starts[i], texts.starts[i + 1]));
  }

  /** @param {number} i */
  at(i) { return this.texts.at(i); }

  /**
   * −1 for a word that the table does not have.
   * @param {string} word
   */
  indexOf(word) { return this.texts.find(utf8(word)); }

  /**
   * Words at a distance of 1 … `most`.
   * @param {string} word @param {number} most
   * @returns {Near[]}
   */
  near(word, most) {
    const from = pattern(word);
    const mask = maskOf(from.letters);
    const { masks, texts: { starts, bytes } } = this;
    /** @type {Near[]} */
    const found = [];
    for (let i = 0; i < masks.length; i += 1) {
      const length = starts[i + 1] - starts[i];
      if (length < from.length - most || length > from.length + most) continue;
      // An edit brings in or takes away at most one kind of letter.
      if (bits(mask & ~masks[i]) > most || bits(masks[i] & ~mask) > most) continue;
      const d = distance(from, bytes, starts[i], starts[i + 1]);
      if (d > 0 && d <= most) found.push({ index: i, distance: d });
    }
    return found;
  }

  /**
   * What a mistyped word may have meant, the best three: by distance, then by popularity, then in table order. One letter
   * added, lost, changed, or two swapped; two such steps from eight bytes on. Digits are never corrected. Of a known word only
   * those of one letter that are 2^rival times as popular.
   * @param {string} word @param {number} rival
   * @returns {{ text: string, distance: number }[]}
   */
  corrections(word, rival) {
    const typed = utf8(word);
    if (typed.length < SHORTEST || typed.every(isDigit)) return [];
    const digits = digitsOf(word);
    const known = this.texts.find(typed);
    const least = known < 0 ? 0 : this.weights[known] + OCTAVE * rival;
    return this.near(word, typed.length >= LONG_FOR_TWO && known < 0 ? 2 : 1)
      .filter((n) => this.weights[n.index] >= least && digitsOf(this.at(n.index)) === digits)
      .sort((a, b) => a.distance - b.distance || this.weights[b.index] - this.weights[a.index] || a.index - b.index)
      .slice(0, MOST_CORRECTIONS)
      .map((n) => ({ text: this.at(n.index), distance: n.distance }));
  }

  /**
   * Longer words that begin with a text, the most popular first.
   * @param {string} prefix @param {number} most
   * @returns {string[]}
   */
  completions(prefix, most) {
    /** @type {number[]} */
    const found = [];
    const begun = utf8(prefix);
    const { texts } = this;
    for (let i = texts.lowerBound(begun); i < texts.count && texts.startsWith(i, begun); i += 1) {
      if (texts.starts[i + 1] - texts.starts[i] > begun.length) found.push(i);
    }
    found.sort((a, b) => this.weights[b] - this.weights[a] || a - b);
    return found.slice(0, most).map((i) => this.at(i));
  }

  /**
   * "bertbase" → bert, base: both known, of two bytes at least; of several ways the one whose rarer word is the most popular,
   * then the one with the longer beginning. A known word is split only into words 2^rival times as popular.
   * @param {string} word @param {number} rival
   * @returns {[string, string] | null}
   */
  split(word, rival) {
    if (utf8(word).length < SHORTEST) return null;
    /** @type {[string, string] | null} */
    let best = null;
    let popularity = -1;
    for (let at = 1; at < word.length; at += 1) {
      const left = word.slice(0, at);
      const right = word.slice(at);
      const [i, k] = [this.indexOf(left), this.indexOf(right)];
      if (i < 0 || k < 0 || utf8(left).length < 2 || utf8(right).length < 2) continue;
      const rarer = Math.min(this.weights[i], this.weights[k]);
      if (rarer >= popularity) { best = [left, right]; popularity = rarer; }
    }
    const known = this.indexOf(word);
    return known >= 0 && popularity < this.weights[known] + OCTAVE * rival ? null : best;
  }
}

const isDigit = (/** @type {number} */ byte) => (byte >= 48 && byte <= 57) || byte === 46;

/** @param {string} word */
const digitsOf = (word) => word.replace(/[^0-9.]/g, '');

/**
 * Which kinds of letters there are, 32 kinds.
 * @param {ArrayLike<number>} codes
 */
function maskOf(codes) {
  let mask = 0;
  for (let i = 0; i < codes.length; i += 1) mask |= 1 << (codes[i] & 31);
  return mask;
}

/** @param {number} x */
function bits(x) {
  let v = x - ((x >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The order of UTF-8 bytes, which is that of code points; JavaScript's own order differs beyond U+FFFF.
 * @param {string} a @param {string} b
 */
export function compareText(a, b) {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const isHigh = x >= 0xd800 && x < 0xe000;
    return isHigh !== (y >= 0xd800 && y < 0xe000) ? (isHigh ? 1 : -1) : x - y;
  }
  return a.length - b.length;
}
