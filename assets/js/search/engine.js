/**
 * The search engine: the same in the page's worker and in node.
 *
 *     const engine = createEngine({ load, manifest: 'manifest.1a2b3c4d.js', words: 'words.5e6f7a8b.js' });
 *     (await engine.search({ query: 'whisper' })).hits[0].id   → "openai/whisper-large-v3"
 *
 * `load(name, file)` gives the unpacked bytes of a file, or rejects with `FileTrouble`. The methods and what they give are
 * described in `search.d.ts`. Of one query the same ten ids come out as in Swift (`Sources/Search`).
 */
import { Call } from './call.js';
import { Index } from './index.js';
import { havingAll } from './postings.js';
import { lookup, recordsAt, wholeRecord } from './records.js';
import { folded } from './text.js';

/**
 * @typedef {import('./serve.js').EngineSource} EngineSource
 * @typedef {import('./serve.js').Signal} Signal
 */

/**
 * @param {EngineSource} source
 * @returns {SearchMethods & { call(method: string, args: any[], signal: Signal): Promise<any> }}
 */
export function createEngine(source) {
  const engine = new Engine(source);
  const call = async (/** @type {string} */ method, /** @type {any[]} */ args, /** @type {Signal} */ signal) => {
    if (!METHODS.includes(method)) throw new Error(`The search cannot "${method}".`);
    return /** @type {any} */ (engine)[method](new Call(signal), ...args);
  };
  const methods = Object.fromEntries(METHODS.map((m) => [m, (/** @type {any[]} */ ...args) => call(m, args, { isCanceled: false })]));
  return /** @type {any} */ ({ ...methods, call });
}

const METHODS = ['record', 'records', 'lookup', 'complete', 'about'];

class Engine {
  /** @param {EngineSource} source */
  constructor(source) {
    this.index = new Index(source);
    this.index.begin();
  }

  /** @param {Call} call @param {number | string} model @returns {Promise<SearchRecord | null>} */
  async record(call, model) {
    const manifest = await this.index.manifest();
    const doc = await this.numberOf(call, model);
    return doc === null ? null : wholeRecord(this.index, manifest, call, doc);
  }

  /** @param {Call} call @param {(number | string)[]} models */
  async records(call, models) {
    const manifest = await this.index.manifest();
    const docs = await Promise.all(models.map((m) => this.numberOf(call, m)));
    return recordsAt(this.index, manifest, call, docs.map((doc) => (doc === null ? -1 : doc)));
  }

  /** @param {Call} call @param {string} id @returns {Promise<number | null>} */
  async lookup(call, id) {
    const manifest = await this.index.manifest();
    return lookup(this.index, manifest, call, id, (terms) => havingAll(this.index, manifest, call, terms));
  }

  /** @param {Call} call @param {string} prefix @returns {Promise<CompletionAnswer>} */
  async complete(call, prefix) {
    const words = await call.attempt(this.index.words());
    const begun = folded(String(prefix).slice(0, 64)).map((c) => c.toLowerCase()).join('');
    return { words: words && begun ? words.completions(begun, 8).map((i) => words.words[i]) : [], notes: call.notes };
  }

  /** @returns {Promise<SearchAbout>} */
  async about() {
    const { models, newestDay, map } = await this.index.manifest();
    return { models, newestDay, map };
  }

  /**
   * @private
   * @param {Call} call @param {number | string} model
   */
  async numberOf(call, model) {
    return typeof model === 'string' ? this.lookup(call, model) : model;
  }
}
