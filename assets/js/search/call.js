/** One call of a reader: whether it still matters, and which files failed under it. */
import { FileTrouble, notesOf } from './trouble.js';

export class Call {
  /** @param {import('./serve.js').Signal} signal */
  constructor(signal) {
    this.signal = signal;
    /** @type {FileTrouble[]} */
    this.troubles = [];
    /** @type {SearchNote[]} */
    this.more = [];
  }

  /** Throws when a later call took the place of this one: what was loaded is kept all the same. */
  check() {
    if (this.signal.isCanceled) throw new Error('A later search took its place.');
  }

  /**
   * A file that the answer can do without: null, and a note, when it failed.
   * @template T
   * @param {Promise<T>} file
   * @returns {Promise<T | null>}
   */
  async attempt(file) {
    try {
      const value = await file;
      this.check();
      return value;
    } catch (error) {
      if (!(error instanceof FileTrouble) || error.kind === 'version') throw error;
      this.troubles.push(error);
      return null;
    }
  }

  /**
   * What was looked for and not found may lie in a file that failed: then the file is told, not that it is nowhere.
   * @template T
   * @param {T | null} found
   * @returns {T | null}
   */
  sure(found) {
    if (found === null && this.troubles.length > 0) throw this.troubles[0];
    return found;
  }

  /** @returns {SearchNote[]} */
  get notes() { return [...this.more, ...notesOf(this.troubles)]; }
}
