/**
 * Text to terms, by the very rules of Swift's `SearchText` (Folding, Chunk, Pieces, Tokenizer, QueryText), where the reasons
 * stand; `Tests/Fixtures/tokens.json` is tested by both.
 *
 *     termsOfName('Meta-Llama-3.1-8B')  → { name: ['meta', 'llama', '3.1', '8b'], namePart: ['llama3.1'] }
 *     termsOfOwner('TheBloke')          → ['@thebloke', 'thebloke', 'the', 'bloke']
 *     queryText('Llama 3.1 instr')      → { words: [{ text: 'llama', pieces: [] }, …], joins: [{ first: 0, text: 'llama3.1' }, …],
 *                                           owner: null, isOpen: true, isCut: false }
 *     keyOf('Meta-Llama 3')             → 'metallama3'
 */

export const LONGEST_TERM = 64;
const MOST_WORDS = 24;
const MOST_CHARACTERS = 1000;

/**
 * @typedef {{ start: number, end: number, isIdeographic: boolean }} Chunk
 * @typedef {[number, number]} Range
 * @typedef {{ text: string, pieces: string[] }} QueryWord
 * @typedef {{ words: QueryWord[], joins: { first: number, text: string }[], owner: string | null, isOpen: boolean, isCut: boolean }} QueryText
 */

/** @type {{ [letter: string]: string }} */
const SPELLED_OUT = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ħ: 'h', ς: 'σ' };
const IDEOGRAPH = /^[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3134f}]$/u;
const PART_OF_WORD = /^[\p{L}\p{M}\p{N}]$/u;
const DROPPED = /[\p{Mn}\p{Cf}]/gu;

/** @param {string} text @returns {string[]} characters, without compatibility forms, accents and invisible marks */
export function folded(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return [...text];
  const plain = text.normalize('NFKD').replace(DROPPED, (c) => (c === '\u3099' || c === '\u309a' ? c : ''));
  return [...plain.normalize('NFC')];
}

/** @param {string} character */
function lower(character) {
  if (character < '\x80') return character >= 'A' && character <= 'Z' ? character.toLowerCase() : character;
  const small = character.toLowerCase();
  return SPELLED_OUT[small] || small;
}

/**
 * Bytes of UTF-8.
 * @param {string} text
 */
function sizeOf(text) {
  if (text.length === 1 && text < '\x80') return 1;
  let size = 0;
  for (const c of text) {
    const code = /** @type {number} */ (c.codePointAt(0));
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
}

/**
 * Small letters of characters, as many as a term may have.
 * @param {Iterable<string>} characters @param {string} [prefix]
 */
function term(characters, prefix = '') {
  let text = prefix;
  let size = sizeOf(prefix);
  for (const c of characters) {
    const small = lower(c);
    size += sizeOf(small);
    if (size > LONGEST_TERM) break;
    text += small;
  }
  return text;
}

/** Terms that say one fact exactly. */
export const exact = {
  task: (/** @type {string} */ code) => term(code, '#'),
  library: (/** @type {string} */ code) => term(code, '#lib:'),
  license: (/** @type {string} */ code) => term(code, '#license:'),
  language: (/** @type {string} */ code) => term(code, '#lang:'),
  format: (/** @type {string} */ code) => term(code, '#format:'),
  owner: (/** @type {string} */ name) => term(name, '@'),
};

/** @param {string} c @returns {'letter' | 'digit' | 'ideographic' | 'separator'} */
function kindOf(c) {
  if (c >= '0' && c <= '9') return 'digit';
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 'letter';
  if (c < '\x80') return 'separator';
  return IDEOGRAPH.test(c) ? 'ideographic' : PART_OF_WORD.test(c) ? 'letter' : 'separator';
}

/** @param {string[]} chars @returns {Chunk[]} */
function chunksOf(chars) {
  const chunks = [];
  for (let at = 0; at < chars.length;) {
    const kind = kindOf(chars[at]);
    if (kind === 'separator') { at += 1; continue; }
    const isIdeographic = kind === 'ideographic';
    const end = isIdeographic ? endOfIdeographs(chars, at) : endOfWord(chars, at);
    chunks.push({ start: at, end, isIdeographic });
    at = end;
  }
  return chunks;
}

/** @param {string[]} chars @param {number} start */
function endOfIdeographs(chars, start) {
  let end = start + 1;
  while (end < chars.length && kindOf(chars[end]) === 'ideographic') end += 1;
  return end;
}

/** @param {string[]} chars @param {number} start */
function endOfWord(chars, start) {
  let end = start + 1;
  while (end < chars.length) {
    const kind = kindOf(chars[end]);
    if (kind !== 'letter' && kind !== 'digit' && !isDotBetweenDigits(chars, end)) break;
    end += 1;
  }
  return end === start + 1 ? end + signsAfter(chars, start) : end;
}

/** @param {string[]} chars @param {number} at */
function isDotBetweenDigits(chars, at) {
  return chars[at] === '.' && at + 1 < chars.length && kindOf(chars[at - 1]) === 'digit' && kindOf(chars[at + 1]) === 'digit';
}

/**
 * How many signs of "c++", "c#" belong to the single letter.
 * @param {string[]} chars @param {number} letter
 */
function signsAfter(chars, letter) {
  if (!/[a-z]/i.test(chars[letter]) || chars[letter] >= '\x80') return 0;
  if (chars[letter + 1] === '#') return 1;
  return chars[letter + 1] === '+' && chars[letter + 2] === '+' ? 2 : 0;
}

// A dot inside a chunk stands between digits and counts as one.
const isDigit = (/** @type {string} */ c) => (c >= '0' && c <= '9') || c === '.';
const isUpper = (/** @type {string} */ c) => c >= 'A' && c <= 'Z' && c.length === 1;
const isLower = (/** @type {string} */ c) => c >= 'a' && c <= 'z' && c.length === 1;

/** @param {string[]} chars @param {Chunk} chunk @returns {Range[]} */
function piecesOf(chars, chunk) {
  /** @type {Range[]} */
  const pieces = [];
  let start = chunk.start;
  let run = chunk.start;
  for (let at = chunk.start + 1; at < chunk.end; at += 1) {
    if (isDigit(chars[at]) !== isDigit(chars[at - 1])) {
      const isBorder = (isDigit(chars[at]) ? at - run : lettersFrom(chars, at, chunk.end)) >= 3;
      run = at;
      if (!isBorder) continue;
    } else if (!isCamel(chars, at, chunk.end)) {
      continue;
    }
    pieces.push([start, at]);
    start = at;
  }
  pieces.push([start, chunk.end]);
  return pieces;
}

/** @param {string[]} chars @param {number} start @param {number} end */
function lettersFrom(chars, start, end) {
  let at = start;
  while (at < end && !isDigit(chars[at])) at += 1;
  return at - start;
}

/** @param {string[]} chars @param {number} at @param {number} end */
function isCamel(chars, at, end) {
  if (!isUpper(chars[at])) return false;
  if (isLower(chars[at - 1])) return true;
  return isUpper(chars[at - 1]) && at + 1 < end && isLower(chars[at + 1]);
}

/** @param {string[]} part */
const isTermPiece = (part) => part.length >= 3 || part.some(isDigit);
/** @param {string[]} part */
const isNumber = (part) => part.every(isDigit);
/** @param {string[]} part */
const isWord = (part) => part.length >= 2 && !part.some(isDigit);

/** @param {string} name @returns {{ name: string[], namePart: string[] }} */
export function termsOfName(name) {
  const chars = folded(name);
  /** @type {string[]} */
  const whole = [];
  /** @type {string[]} */
  const parts = [];
  /** @type {Range | null} */
  let before = null;
  for (const chunk of chunksOf(chars)) {
    if (chunk.isIdeographic) {
      for (let at = chunk.start; at < chunk.end; at += 1) {
        whole.push(term(chars[at]));
        if (at + 1 < chunk.end) whole.push(term(chars.slice(at, at + 2)));
      }
      before = null;
    } else {
      whole.push(term(chars.slice(chunk.start, chunk.end)));
      before = addPieces(chars, chunk, before, parts);
    }
  }
  return { name: whole, namePart: parts };
}

/** @param {string[]} chars @param {Chunk} chunk @param {Range | null} before the piece before the chunk @param {string[]} into */
function addPieces(chars, chunk, before, into) {
  const pieces = piecesOf(chars, chunk);
  for (const piece of pieces) {
    const part = chars.slice(piece[0], piece[1]);
    if (pieces.length > 1 && isTermPiece(part)) into.push(term(part));
    // "gpt2" is a term as the chunk that it is, so only other pairs are joined.
    if (before && !(pieces.length === 2 && before[0] === chunk.start)) {
      const word = chars.slice(before[0], before[1]);
      if (isWord(word) && isNumber(part)) into.push(term([...word, ...part]));
    }
    before = piece;
  }
  return before;
}

/** @param {string} owner @returns {string[]} */
export function termsOfOwner(owner) {
  const chars = folded(owner);
  const chunks = chunksOf(chars);
  const terms = [exact.owner(owner)];
  /** @type {Range | null} */
  let before = null;
  for (const chunk of chunks) {
    if (chunk.isIdeographic) {
      terms.push(...termsOfName(chars.slice(chunk.start, chunk.end).join('')).name);
      before = null;
    } else {
      terms.push(term(chars.slice(chunk.start, chunk.end)));
      before = addPieces(chars, chunk, before, terms);
    }
  }
  if (chunks.length > 1 && chunks.length <= 8) terms.push(term(chunks.flatMap((c) => chars.slice(c.start, c.end))));
  return terms;
}

/**
 * Letters and digits alone: names that differ in separators and case have the same.
 * @param {string} text
 */
export function keyOf(text) {
  const chars = folded(text);
  return chunksOf(chars).map((c) => chars.slice(c.start, c.end).map(lower).join('')).join('');
}

/** @param {string} text @returns {QueryText} */
export function queryText(text) {
  const all = [...text.slice(0, 2 * MOST_CHARACTERS + 2)];
  const kept = all.slice(0, MOST_CHARACTERS).join('');
  const chars = folded(kept);
  const chunks = chunksOf(chars);
  /** @type {QueryText} */
  const query = { words: [], joins: [], owner: ownerIn(kept), isOpen: false, isCut: all.length > MOST_CHARACTERS };
  let isAfterWord = false;
  for (const chunk of chunks) {
    if (query.words.length >= MOST_WORDS) { query.isCut = true; break; }
    if (chunk.isIdeographic) addPairs(query, chars, chunk);
    else addWord(query, chars, chunk, isAfterWord);
    isAfterWord = !chunk.isIdeographic;
  }
  query.isOpen = !query.isCut && chunks.length > 0 && chunks[chunks.length - 1].end === chars.length;
  return query;
}

/** @param {QueryText} query @param {string[]} chars @param {Chunk} chunk @param {boolean} isAfterWord */
function addWord(query, chars, chunk, isAfterWord) {
  const text = term(chars.slice(chunk.start, chunk.end));
  const last = query.words.length - 1;
  if (isAfterWord) query.joins.push({ first: last, text: term(query.words[last].text + text) });
  const pieces = piecesOf(chars, chunk);
  query.words.push({ text, pieces: pieces.length > 1 ? pieces.map(([a, b]) => term(chars.slice(a, b))) : [] });
}

/** @param {QueryText} query @param {string[]} chars @param {Chunk} chunk */
function addPairs(query, chars, chunk) {
  const single = chunk.end - chunk.start === 1;
  for (let at = chunk.start; at < (single ? chunk.end : chunk.end - 1); at += 1) {
    if (query.words.length >= MOST_WORDS) { query.isCut = true; return; }
    query.words.push({ text: term(chars.slice(at, single ? at + 1 : at + 2)), pieces: [] });
  }
}

/**
 * What stands before the one slash may be a whole owner.
 * @param {string} text
 */
function ownerIn(text) {
  const parts = text.split('/');
  const name = parts[0].replace(/^ +/, '');
  return parts.length === 2 && /^[0-9A-Za-z._-]+$/.test(name) ? exact.owner(name) : null;
}
