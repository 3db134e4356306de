/** Whole records by number or id. */
import { recordOf } from './documents.js';
import { keyOf, termsOfName, exact } from './text.js';

/**
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 */

/**
 * The records of documents, in the order of their numbers in `docs`; null where a block failed.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {number[]} docs
 * @returns {Promise<(SearchRecord | null)[]>}
 */
export async function recordsAt(index, manifest, call, docs) {
  const { blocks } = manifest.documents;
  const isThere = (/** @type {number} */ doc) => Number.isInteger(doc) && doc >= 0 && doc < manifest.models;
  const numbers = [...new Set(docs.filter(isThere).map((doc) => blocks.blockOf(doc)))];
  const loaded = await Promise.all(numbers.map((n) => call.attempt(index.documents(manifest, n))));
  const byNumber = new Map(numbers.map((n, i) => [n, loaded[i]]));
  return docs.map((doc) => {
    const block = isThere(doc) ? byNumber.get(blocks.blockOf(doc)) : null;
    return block ? recordOf(block, doc - block.first, manifest.tables) : null;
  });
}

/**
 * With what only a model's own page shows.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {number} doc
 * @returns {Promise<SearchRecord | null>}
 */
export async function wholeRecord(index, manifest, call, doc) {
  const [record] = await recordsAt(index, manifest, call, [doc]);
  if (!record) return null;
  const block = await call.attempt(index.documents(manifest, manifest.documents.blocks.blockOf(doc)));
  const details = block && await call.attempt(index.details(manifest, manifest.details.blockOf(doc), block.detailsHash));
  return details ? { ...record, details: details.at(doc) } : record;
}

/** Blocks that are looked into at a time, and times, before a model counts as not there. */
const AT_ONCE = 8;
const TIMES = 6;

/**
 * The number of a model, by the terms of its name and owner; where none is spelled just so, capitals do not matter.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {string} id
 * @param {(terms: string[]) => Promise<Uint32Array>} havingAll documents that have all of some terms, ascending
 * @returns {Promise<number | null>}
 */
export async function lookup(index, manifest, call, id, havingAll) {
  const slash = id.indexOf('/');
  const terms = new Set(termsOfName(id.slice(slash + 1)).name);
  if (slash >= 0) terms.add(exact.owner(id.slice(0, slash)));
  const docs = keyOf(id) ? await havingAll([...terms]) : new Uint32Array(0);
  const { blocks } = manifest.documents;
  const key = id.toLowerCase();
  /** @type {number | null} */
  let near = null;
  const numbers = [...new Set(Array.from(docs, (doc) => blocks.blockOf(doc)))];
  for (let time = 0; time < TIMES && time * AT_ONCE < numbers.length; time += 1) {
    const some = numbers.slice(time * AT_ONCE, (time + 1) * AT_ONCE);
    const loaded = await Promise.all(some.map((n) => call.attempt(index.documents(manifest, n))));
    for (const block of loaded) {
      const end = block ? block.first + block.count : 0;
      for (const doc of docs) {
        const found = block && doc >= block.first && doc < end ? block.idAt(doc - block.first) : '';
        if (found === id) return doc;
        if (near === null && found.toLowerCase() === key) near = doc;
      }
    }
  }
  return near;
}
