/**
 * Edit distance of short words, over their bytes of UTF-8: letters changed, added, lost, or two neighbors swapped (optimal string alignment).
 * Bit-parallel, one word of 32 bits a letter: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances", Nordic Journal of Computing 10 (2003).
 *
 *     const from = pattern('llama');
 *     distance(from, letters('lama'), 0, 4)   → 1
 *     distance(from, letters('lalma'), 0, 5)  → 1
 */

import { utf8 } from './texts.js';

const LONGEST = 32;

/** @typedef {{ length: number, masks: Int32Array, letters: Uint8Array }} Pattern */

/** @param {string} word */
export const letters = utf8;

/** @param {string} word @returns {Pattern} */
export function pattern(word) {
  const codes = letters(word);
  const masks = new Int32Array(256);
  if (codes.length <= LONGEST) codes.forEach((c, i) => { masks[c] |= 1 << i; });
  return { length: codes.length, masks, letters: codes };
}

/**
 * @param {Pattern} from
 * @param {Uint8Array} text of which `start ..< end` are the other word
 * @param {number} start @param {number} end
 */
export function distance(from, text, start, end) {
  if (from.length === 0) return end - start;
  return from.length > LONGEST ? byTable(from.letters, text, start, end) : byBits(from, text, start, end);
}

/** @param {Pattern} from @param {Uint8Array} text @param {number} start @param {number} end */
function byBits(from, text, start, end) {
  const last = 1 << (from.length - 1);
  let result = from.length;
  let plus = -1, minus = 0, diagonal = 0, before = 0;
  for (let i = start; i < end; i += 1) {
    const match = from.masks[text[i]];
    const swapped = ((~diagonal & match) << 1) & before;
    diagonal = ((((match & plus) + plus) | 0) ^ plus) | match | minus | swapped;
    let across = minus | ~(diagonal | plus);
    let back = diagonal & plus;
    if (across & last) result += 1;
    if (back & last) result -= 1;
    across = (across << 1) | 1;
    back <<= 1;
    plus = back | ~(diagonal | across);
    minus = across & diagonal;
    before = match;
  }
  return result;
}

/**
 * The textbook's table, for words that are longer than 32.
 * @param {Uint8Array} a @param {Uint8Array} text @param {number} start @param {number} end
 */
function byTable(a, text, start, end) {
  const n = end - start;
  let older = new Uint32Array(n + 1);
  let old = Uint32Array.from({ length: n + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Uint32Array(n + 1);
    row[0] = i;
    for (let j = 1; j <= n; j += 1) {
      const c = text[start + j - 1];
      const change = old[j - 1] + (a[i - 1] === c ? 0 : 1);
      row[j] = Math.min(change, old[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === text[start + j - 2] && a[i - 2] === c) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    older = old;
    old = row;
  }
  return old[n];
}
