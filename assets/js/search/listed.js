/** Full matches in another order than the best, or all models where nothing is asked: Swift's `SearchEngine+Lists`. */
import { eachIn, loadChunks, passing } from './allowance.js';
import { createdOf } from './columns.js';
import { recordOf } from './documents.js';
import { Kept } from './kept.js';
import { MOST_BY_SCORE, isFirstOfGroup } from './rank.js';
import { allMatches } from './ranked.js';
import { POPULAR, popularityOf, useOf } from './scoring.js';

/**
 * @typedef {import('./ranked.js').Work} Work
 * @typedef {import('./facetchunk.js').FacetChunk} FacetChunk
 */

/** Documents that are looked at together where their numbers are the order. */
const STEP = 16384;

/**
 * @param {Work} work @param {string} sort
 * @returns {Promise<{ hits: SearchHit[], total: number, exact: boolean }>}
 */
export async function listedAnswer(work, sort) {
  const { docs, exact } = await allMatches(work);
  const key = KEYS[sort];
  const { docs: listed, count, isAll } = key ? await sorted(work, docs, key) : await inOrder(work, docs);
  return { hits: await hitsOf(work, listed), total: count, exact: exact && isAll };
}

/**
 * What ascends in the order asked for; unknown is last.
 * @type {{ [sort: string]: ((chunk: FacetChunk, i: number) => number) | undefined }}
 */
const KEYS = {
  downloads: (c, i) => 1 - c.downloads[i],
  likes: (c, i) => 1 - c.likes[i],
  new: (c, i) => { const day = createdOf(c.created[i]); return day === null ? Infinity : -day; },
  small: (c, i) => c.parameters[i] || Infinity,
  large: (c, i) => (c.parameters[i] === 0 ? Infinity : -c.parameters[i]),
};

/** @param {Work} work @param {Uint32Array} docs @param {(chunk: FacetChunk, i: number) => number} key */
async function sorted({ index, manifest, call, rule, wanted }, docs, key) {
  const chunks = await loadChunks(index, manifest, call, docs);
  call.check();
  const keys = new Float64Array(docs.length);
  // Infinity less Infinity is no number, so equal ones are compared by their own numbers.
  const kept = new Kept(MOST_BY_SCORE + wanted, (a, b) => (keys[a] === keys[b] ? a - b : keys[a] - keys[b]));
  let count = 0;
  eachIn(manifest, chunks, docs, (chunk, i, place) => {
    if (!rule.passes(chunk, i)) return;
    count += 1;
    keys[place] = key(chunk, i);
    if (kept.last < 0 || keys[place] < keys[kept.last]) kept.push(place);
  });
  return { docs: Uint32Array.from(kept.sorted(), (place) => docs[place]), count, isAll: true };
}

/**
 * By number, which is by popularity: no more chunks than it takes to have enough.
 * @param {Work} work @param {Uint32Array} docs
 */
async function inOrder({ index, manifest, call, rule, wanted }, docs) {
  if (rule.isEmpty) return { docs, count: docs.length, isAll: true };
  /** @type {number[]} */
  const kept = [];
  let at = 0;
  for (; at < docs.length && kept.length < wanted + MOST_BY_SCORE; at += STEP) {
    const some = docs.subarray(at, at + STEP);
    const passes = passing(manifest, rule, await loadChunks(index, manifest, call, some));
    call.check();
    for (const doc of some) if (passes(doc)) kept.push(doc);
  }
  return { docs: Uint32Array.from(kept), count: kept.length, isAll: at >= docs.length };
}

/** @param {Work} work @param {Uint32Array} docs @returns {Promise<SearchHit[]>} */
async function hitsOf({ index, manifest, call, wanted }, docs) {
  const { blocks } = manifest.documents;
  /** @type {SearchHit[]} */
  const hits = [];
  /** @type {Set<string>} */
  const seen = new Set();
  for (let at = 0; at < docs.length && hits.length < wanted;) {
    const some = docs.subarray(at, at + wanted);
    const numbers = [...new Set(Array.from(some, (doc) => blocks.blockOf(doc)))];
    const loaded = await Promise.all(numbers.map((n) => call.attempt(index.documents(manifest, n))));
    call.check();
    for (const doc of some) {
      const block = loaded[numbers.indexOf(blocks.blockOf(doc))];
      if (!block || hits.length >= wanted || !isFirstOfGroup(block, doc - block.first, seen)) continue;
      const record = recordOf(block, doc - block.first, manifest.tables);
      const use = useOf(block.downloads[doc - block.first], block.likes[doc - block.first]);
      const reasons = popularityOf(use) >= POPULAR ? ['popular'] : [];
      hits.push({ doc, id: record.id, score: 0, reasons, matched: [], copies: record.copies - 1, isFull: true, record });
    }
    at += some.length;
  }
  return hits;
}
