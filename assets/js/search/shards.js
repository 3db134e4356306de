/** The files of the index, as the engine sees them: asked for once, kept while there is room, asked for again after a failure. */
import { FileTrouble } from './trouble.js';

/** Bytes of unpacked files that are kept; the least recently used go first. */
const ROOM = 96 << 20;

/**
 * @template T
 * @typedef {{ value: Promise<T>, bytes: number }} Kept
 */

export class Shards {
  /**
   * @param {(name: string, file: string) => Promise<Uint8Array>} load unpacked bytes; rejects with `FileTrouble`
   * @param {number} [room]
   */
  constructor(load, room = ROOM) {
    this.load = load;
    this.room = room;
    this.used = 0;
    /** @type {Map<string, Kept<any>>} in the order of their last use */
    this.kept = new Map();
  }

  /**
   * @template T
   * @param {string} name "t0001", by which the file announces itself
   * @param {string} file "t0001.8f3a11c2.js"
   * @param {(bytes: Uint8Array, name: string) => T} parse may throw anything; only damaged bytes make it
   * @returns {Promise<T>} rejects with `FileTrouble`, and then forgets the file
   */
  get(name, file, parse) {
    const known = this.kept.get(file);
    if (known) {
      this.kept.delete(file);
      this.kept.set(file, known);
      return known.value;
    }
    /** @type {Kept<T>} */
    const entry = { bytes: 0, value: this.load(name, file).then((bytes) => { this.account(entry, bytes.length); return parsed(bytes, name, parse); }) };
    this.kept.set(file, entry);
    entry.value.catch(() => this.forget(file, entry));
    return entry.value;
  }

  /**
   * Whether the file is here or on its way.
   * @param {string} file
   */
  has(file) { return this.kept.has(file); }

  /**
   * @private
   * @param {Kept<any>} entry @param {number} bytes
   */
  account(entry, bytes) {
    entry.bytes = bytes;
    this.used += bytes;
    for (const [file, old] of this.kept) {
      if (this.used <= this.room) return;
      if (old !== entry && old.bytes > 0) this.forget(file, old);
    }
  }

  /**
   * @private
   * @param {string} file @param {Kept<any>} entry
   */
  forget(file, entry) {
    if (this.kept.get(file) !== entry) return;
    this.kept.delete(file);
    this.used -= entry.bytes;
  }
}

/**
 * @template T
 * @param {Uint8Array} bytes @param {string} name @param {(bytes: Uint8Array, name: string) => T} parse
 */
function parsed(bytes, name, parse) {
  try {
    return parse(bytes, name);
  } catch (error) {
    // Readers check what they read; what slips through (a length no array can have) is damage as well.
    throw error instanceof FileTrouble ? error : new FileTrouble('damaged', name, String(error));
  }
}
