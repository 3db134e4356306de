/** Which letters of a name matched the query. */

/**
 * A text in pieces, the matched ones told apart; case and accents do not matter.
 *
 *     pieces('nemotron-speech-600m', ['speech'])  → [['nemotron-', false], ['speech', true], ['-600m', false]]
 *
 * @param {string} text @param {string[]} words plain lower case @returns {[string, boolean][]}
 */
export function pieces(text, words) {
  const letters = [...text];
  const folded = letters.map(fold);
  const on = new Array(letters.length).fill(false);
  for (const word of words) {
    const sought = [...word].map(fold).join('');
    if (sought) markAll(folded, sought, on);
  }
  /** @type {[string, boolean][]} */
  const out = [];
  letters.forEach((letter, i) => {
    if (i && on[i] === on[i - 1]) out[out.length - 1][0] += letter; else out.push([letter, on[i]]);
  });
  return out;
}

/** @param {string} letter */
const fold = (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Marks every place where the word stands; one letter alone only where it is a part of its own.
 * @param {string[]} folded @param {string} word @param {boolean[]} on
 */
function markAll(folded, word, on) {
  for (let i = 0; i < folded.length; i += 1) {
    let n = 0;
    let text = '';
    while (i + n < folded.length && text.length < word.length) { text += folded[i + n]; n += 1; }
    if (text !== word) continue;
    const isWhole = !isLetter(folded[i - 1]) && !isLetter(folded[i + n]);
    if (word.length < 2 && !isWhole) continue;
    for (let k = 0; k < n; k += 1) on[i + k] = true;
  }
}

/** @param {string | undefined} text */
const isLetter = (text) => text !== undefined && /[\p{L}\p{N}]/u.test(text);
