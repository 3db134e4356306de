/**
 * A figure's other tables, of which the reader chooses one by name: each is a file of its own, loaded when it is first
 * asked for. The key of the state that holds the name is the chart's option "shelf".
 */
import { loadShard } from './shard.js';

export class Shelf {
  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
    this.key = figure.options.shelf || '';
    /** @type {Map<string, Table>} */
    this.tables = new Map();
    /** @type {Set<string>} */
    this.asked = new Set();
  }

  /** @param {State} state */
  name(state) { return this.key ? String(state[this.key] || '') : ''; }

  /**
   * The chosen table; null where none is chosen, or it is not there yet.
   * @param {State} state @returns {Table | null}
   */
  table(state) { return this.tables.get(this.name(state)) || null; }

  /**
   * Loads what is chosen and not there.
   * @param {State} state @param {() => void} there @param {(text: string) => void} say
   */
  async want(state, there, say) {
    const name = this.name(state);
    const i = (this.figure.shelf || []).findIndex((s) => s.name === name);
    if (i < 0 || this.asked.has(name)) return;
    this.asked.add(name);
    try {
      this.tables.set(name, await loadShard(`${this.figure.id}/${i}`, /** @type {Shelved[]} */ (this.figure.shelf)[i].file));
      there();
    } catch (error) {
      // The reader may choose it again, when the file is there.
      this.asked.delete(name);
      say(`${name} could not be loaded: ${/** @type {Error} */ (error).message}.`);
    }
  }
}
