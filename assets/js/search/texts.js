/**
 * Texts in one buffer of UTF-8, so that thousands of terms cost no thousand strings.
 *
 *     const texts = frontCoded(reader, 3)    of ["bert", "berta", "bge"]
 *     texts.at(1)                            → "berta"
 *     texts.find(utf8('bge'))                → 2, −1 when it is not there; only of sorted ones
 */

/** No column of texts is greater: a damaged one must not fill the memory. */
const LIMIT = 64 << 20;
const encoder = new TextEncoder();

/** @param {string} text */
export const utf8 = (text) => encoder.encode(text);

export class Texts {
  /** @param {Uint8Array} bytes @param {Uint32Array} starts one more than there are texts @param {import('./bytes.js').Reader} reader */
  constructor(bytes, starts, reader) {
    this.bytes = bytes;
    this.starts = starts;
    this.reader = reader;
  }

  get count() { return this.starts.length - 1; }

  /** @param {number} i */
  at(i) { return this.reader.decode(this.bytes.subarray(this.starts[i], this.starts[i + 1])); }

  /** @param {Uint8Array} text */
  find(text) {
    const at = this.lowerBound(text);
    return at < this.count && this.compare(at, text) === 0 ? at : -1;
  }

  /**
   * The first place whose text does not come before this one.
   * @param {Uint8Array} text
   */
  lowerBound(text) {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} i @param {Uint8Array} prefix */
  startsWith(i, prefix) {
    const start = this.starts[i];
    if (this.starts[i + 1] - start < prefix.length) return false;
    return prefix.every((byte, k) => this.bytes[start + k] === byte);
  }

  /**
   * @private
   * @param {number} i @param {Uint8Array} text
   */
  compare(i, text) {
    const { bytes, starts } = this;
    const start = starts[i];
    const length = starts[i + 1] - start;
    const n = Math.min(length, text.length);
    for (let k = 0; k < n; k += 1) {
      const d = bytes[start + k] - text[k];
      if (d !== 0) return d;
    }
    return length - text.length;
  }
}

/**
 * Columns shared, rest, bytes.
 * @param {import('./bytes.js').Reader} reader @param {number} count
 */
export function frontCoded(reader, count) {
  const shared = numbers(reader, count);
  const rest = numbers(reader, count);
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i += 1) {
    const before = i === 0 ? 0 : starts[i] - starts[i - 1];
    if (shared[i] > before) reader.fail(`${shared[i]} bytes shared with ${before}`);
    if (rest[i] > reader.left) reader.fail('a text is longer than the file');
    starts[i + 1] = starts[i] + shared[i] + rest[i];
    if (starts[i + 1] > LIMIT) reader.fail('too many texts');
  }
  const bytes = new Uint8Array(starts[count]);
  for (let i = 0; i < count; i += 1) {
    const start = starts[i];
    if (shared[i] > 0) bytes.copyWithin(start, starts[i - 1], starts[i - 1] + shared[i]);
    bytes.set(reader.take(rest[i]), start + shared[i]);
  }
  return new Texts(bytes, starts, reader);
}

/**
 * The number of bytes of each, then the bytes of all.
 * @param {import('./bytes.js').Reader} reader @param {number} count
 */
export function textColumn(reader, count) {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i += 1) {
    starts[i + 1] = starts[i] + reader.below(LIMIT, 'length');
    if (starts[i + 1] > reader.bytes.length) reader.fail('texts are longer than the file');
  }
  return new Texts(reader.take(starts[count]), starts, reader);
}

/** @param {import('./bytes.js').Reader} reader @param {number} count */
function numbers(reader, count) {
  const column = new Uint32Array(reader.atMost(count));
  for (let i = 0; i < count; i += 1) column[i] = reader.below(LIMIT, 'length');
  return column;
}
