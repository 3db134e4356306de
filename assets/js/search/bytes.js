/** Reads what the index is written in: LEB128 integers, texts with a length, front-coded lists. Every step is bound-checked. */
import { FileTrouble } from './trouble.js';

/** Of the format, in every file; no other is read. */
export const VERSION = 2;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 *     const r = new Reader(bytes, 't0001');
 *     r.varint()  → 300     of the bytes AC 02
 *     r.text()    → "bert"  of the bytes 04 62 65 72 74
 *     r.end()               throws when something is left
 *
 * Throws `FileTrouble` of kind "damaged" with the byte's number; never reads past the end, never loops without progress.
 */
export class Reader {
  /** @param {Uint8Array} bytes @param {string} file for the sentence when it is damaged */
  constructor(bytes, file) {
    this.bytes = bytes;
    this.file = file;
    this.at = 0;
  }

  get left() { return this.bytes.length - this.at; }

  /** @param {string} what @returns {never} */
  fail(what) { throw new FileTrouble('damaged', this.file, `${what} at byte ${this.at}`); }

  byte() {
    if (this.at >= this.bytes.length) this.fail('the end comes too early');
    const value = this.bytes[this.at];
    this.at += 1;
    return value;
  }

  /** 0 … 2⁵³ − 1. */
  varint() {
    const first = this.byte();
    if (first < 128) return first;
    let value = first & 127;
    let unit = 128;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) break;
      unit *= 128;
      if (unit > 2 ** 49) this.fail('a number is too long');
    }
    if (value > Number.MAX_SAFE_INTEGER) this.fail('a number is too great');
    return value;
  }

  /**
   * A number that must be below a limit, as indexes are.
   * @param {number} limit @param {string} what
   */
  below(limit, what) {
    const value = this.varint();
    if (value >= limit) this.fail(`${what} ${value} is not below ${limit}`);
    return value;
  }

  /**
   * How many things follow, each of at least one byte: so a damaged count allocates no more than the file is long.
   * @param {string} what
   */
  count(what) {
    const value = this.varint();
    if (value > this.left) this.fail(`${value} ${what} in ${this.left} bytes`);
    return value;
  }

  /**
   * A shard's beginning: its letter, the version of the format, its number.
   * @param {string} letter @param {number} number
   */
  header(letter, number) {
    if (this.byte() !== letter.charCodeAt(0)) this.fail('it is a file of another kind');
    const version = this.varint();
    if (version !== VERSION) throw new FileTrouble('version', this.file, `version ${version}`);
    if (this.varint() !== number) this.fail('it is a file of another number');
  }

  /**
   * A length for an array, if as many bytes are left: so a damaged one allocates no more than the file is long.
   * @param {number} count
   */
  atMost(count) {
    if (count > this.left) this.fail(`${count} values in ${this.left} bytes`);
    return count;
  }

  /** 0 for none, else 1 + the value → −1 for none, else the value. */
  optional() { return this.varint() - 1; }

  signed() {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** @param {number} length */
  take(length) {
    if (length > this.left) this.fail(`${length} bytes are to follow, ${this.left} do`);
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  text() {
    const bytes = this.take(this.varint());
    return this.decode(bytes);
  }

  /** @param {Uint8Array} bytes */
  decode(bytes) {
    try { return utf8.decode(bytes); } catch { return this.fail('a text is not UTF-8'); }
  }

  end() {
    if (this.left > 0) this.fail(`${this.left} bytes too many`);
  }
}

/**
 * As many varints as the array is long.
 * @template {Int32Array | Uint32Array | Float64Array | Uint16Array | Uint8Array} A
 * @param {Reader} reader @param {A} into @param {number} limit each must be below it
 * @returns {A}
 */
export function varints(reader, into, limit) {
  const bytes = reader.bytes;
  let at = reader.at;
  for (let i = 0; i < into.length; i += 1) {
    // One byte is by far the most frequent case, and the reader's own method costs a call each.
    const first = at < bytes.length ? bytes[at] : 128;
    if (first < 128 && first < limit) { into[i] = first; at += 1; continue; }
    reader.at = at;
    into[i] = reader.below(limit, 'the number');
    at = reader.at;
  }
  reader.at = at;
  return into;
}

/**
 * Ascending numbers as differences: the first itself, then each less one than its distance to the one before.
 * @param {Reader} reader @param {Uint32Array} into @param {number} limit
 * @param {number} [first] what the first is a difference to
 */
export function ascending(reader, into, limit, first = 0) {
  let next = first;
  for (let i = 0; i < into.length; i += 1) {
    const value = next + reader.varint();
    if (value >= limit) reader.fail(`the number ${value} is not below ${limit}`);
    into[i] = value;
    next = value + 1;
  }
  return into;
}
