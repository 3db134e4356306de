/** Dictionary and postings: `t####` and `l####`, as `TermShard.swift` and `LongListChunk.swift` describe them; `words`. */
import { Reader, ascending } from './bytes.js';
import { frontCoded, utf8 } from './texts.js';
import { WordTable } from './words.js';

/**
 * In which documents a term stands, ascending, and the impact class of each (0…15).
 * @typedef {{ docs: Uint32Array, classes: Uint8Array }} Postings
 */

export class TermShard {
  /** @param {Uint8Array} bytes @param {string} name @param {number} number @param {number} models */
  constructor(bytes, name, number, models) {
    const reader = new Reader(bytes, name);
    reader.header('t', number);
    const count = reader.count('terms');
    this.terms = frontCoded(reader, count);
    /** Where the postings of each term begin in the columns. */
    this.starts = new Uint32Array(count + 1);
    for (let i = 0; i < count; i += 1) {
      const df = reader.varint();
      if (df < 1 || df > reader.left) reader.fail(`a term of ${df} documents`);
      this.starts[i + 1] = this.starts[i] + df;
    }
    const total = reader.atMost(this.starts[count]);
    this.docs = new Uint32Array(total);
    for (let i = 0; i < count; i += 1) ascending(reader, this.docs.subarray(this.starts[i], this.starts[i + 1]), models);
    this.classes = classes(reader, total);
    reader.end();
  }

  /** @param {string} term @returns {Postings | null} */
  postings(term) {
    const i = this.terms.find(utf8(term));
    return i < 0 ? null : this.postingsAt(i);
  }

  /** @param {number} i @returns {Postings} */
  postingsAt(i) {
    return { docs: this.docs.subarray(this.starts[i], this.starts[i + 1]), classes: this.classes.subarray(this.starts[i], this.starts[i + 1]) };
  }

  /** @param {string} term */
  df(term) {
    const i = this.terms.find(utf8(term));
    return i < 0 ? 0 : this.starts[i + 1] - this.starts[i];
  }
}

/** @param {Uint8Array} bytes @param {string} name @param {number} number @param {number} models @param {string} term @returns {Postings} */
export function longListChunk(bytes, name, number, models, term) {
  const reader = new Reader(bytes, name);
  reader.header('l', number);
  if (reader.text() !== term) reader.fail('it is the list of another term');
  const count = reader.count('documents');
  const docs = ascending(reader, new Uint32Array(count), models);
  const postings = { docs, classes: classes(reader, count) };
  reader.end();
  return postings;
}

/** @param {Uint8Array} bytes @param {string} name */
export function wordTable(bytes, name) {
  const reader = new Reader(bytes, name);
  reader.header('w', 0);
  const count = reader.count('words');
  const texts = frontCoded(reader, count);
  const popularity = reader.take(count);
  reader.end();
  return new WordTable(texts, popularity);
}

/** @param {Reader} reader @param {number} count */
function classes(reader, count) {
  const column = reader.take(count);
  for (let i = 0; i < count; i += 1) if (column[i] > 15) reader.fail('an impact class beyond 15');
  return column;
}
