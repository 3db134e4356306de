/**
 * The search page's side: promises in front of a worker, and the loader of shards that the worker cannot be.
 *
 *     const search = openSearch(JSON.parse(document.getElementById('search-index').textContent));
 *     search.warm();                                        on focus: manifest and words begin to load
 *     const answer = await search.search({ query: 'lama 3 instuct', filters: { license: 'apache-2.0' } });
 *     answer.hits[0].id                                     → "meta-llama/Meta-Llama-3-8B-Instruct"
 *     answer.corrections                                    → [{ from: "lama", to: "llama", also: true }, …]
 *     const more = await search.facets({ query, filters }); exact counts, while the answer stands
 *     const rest = await search.related({ query, filters }) hits by meaning, to show below full matches
 *     search.similar('bert-base-uncased', { top: 10 })  .record(id)  .records([ids])  .copies(id)  .lookup(id)
 *     search.matches({ query, filters })                    → { docs: Uint32Array, exact, notes }: all that match, for the map
 *     search.complete('mist')                               → { words: ["mistral", "mistralai", …] }
 *
 * Every method is of `SearchMethods` in `search.d.ts`, where the shapes are described. A later call of `search`, `facets`,
 * `related`, `matches` or `complete` supersedes a pending one of the same method, which then rejects with an error named "AbortError":
 * ignore it. `similar`, `record`, `copies`, `lookup` are never superseded. Any other rejection means that nothing could be
 * answered (the manifest is missing or of another version, or the worker died twice over the call); its `message` is a sentence
 * for the reader. What could be answered only in part resolves, with `notes`. Files that failed are asked for again by the next
 * call. A worker that died is started again, and what was pending is asked once more.
 * `onNote(listener)` hears what concerns no single call: no worker here, so the page itself does the work.
 *
 * All texts that come back are data, never HTML: use `textContent`.
 */
import { loadScript } from '../chart/shard.js';
import { connect } from './connection.js';
import { startPort } from './port.js';

/**
 * @param {SearchIndexNames} names where the index lies, relative to the page
 * @param {{ engine?: () => void, load?: (name: string, url: string) => Promise<string> }} [options]
 *   `engine`: the bundle of `worker.js` as a function; the site puts it in front of this bundle as `HubAtlasSearchEngine`
 * @returns {SearchMethods & { warm(): void, close(): void, onNote(listener: (note: SearchNote) => void): void }}
 */
export function openSearch(names, options = {}) {
  const engine = options.engine || /** @type {any} */ (globalThis).HubAtlasSearchEngine;
  const load = options.load || loadScript;
  const folder = names.folder.replace(/\/$/, '');
  /** @type {((note: SearchNote) => void)[]} */
  const listeners = [];
  /** @type {SearchNote[]} */
  const notes = [];
  const port = startPort(engine, (note) => { notes.push(note); listeners.forEach((l) => l(note)); });
  const methods = connect(port, names, (name, file) => load(name, `${folder}/${file}`));
  /**
   * Late listeners hear what was said before them.
   * @param {(note: SearchNote) => void} listener
   */
  const onNote = (listener) => { listeners.push(listener); notes.forEach(listener); };
  return { ...methods, onNote };
}
