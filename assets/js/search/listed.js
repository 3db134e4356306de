/** Full matches in another order than the best, or all models where nothing is asked: Swift's `SearchEngine+Lists`. */
import { eachIn, loadChunks, passing } from './chunks.js';
import { createdOf } from './columns.js';
import { recordOf } from './documents.js';
import { Kept } from './kept.js';
import { MADE_ORDERS } from './numbers.js';
import { MOST_BY_SCORE, isFirstOfGroup } from './rank.js';
import { allMatches } from './ranked.js';
import { POPULAR, greatestUse, popularityOf, useOf } from './scoring.js';

/**
 * @typedef {import('./ranked.js').Work} Work
 * @typedef {import('./numbers.js').NumberName} NumberName
 */

/** Documents that are looked at together where their numbers are the order. */
const STEP = 16384;

/**
 * @param {Work} work @param {string} sort
 * @returns {Promise<{ hits: SearchHit[], total: number, exact: boolean, isComplete: true }>}
 */
export async function listedAnswer(work, sort) {
  const { docs, exact } = await allMatches(work);
  const order = ORDERS[sort];
  const { docs: listed, count, isAll } = await ready(work, sort) || await (order ? sorted(work, docs, order) : inOrder(work, docs));
  return { hits: await hitsOf(work, listed), total: count, exact: exact && isAll, isComplete: true };
}

/**
 * Orders: the column, what ascends of a value in it (unknown is last), and what no model of a level falls below, where levels say so.
 * @typedef {{ column: NumberName, key: (value: number) => number, least?: (level: number) => number }} Order
 * @type {{ [sort: string]: Order | undefined }}
 */
const ORDERS = {
  downloads: { column: 'downloads', key: (value) => (value === 0 ? Infinity : 1 - value), least: (level) => -greatestUse(level) },
  likes: { column: 'likes', key: (value) => (value === 0 ? Infinity : 1 - value), least: (level) => -Math.floor(greatestUse(level) / 30) },
  new: { column: 'created', key: (value) => { const day = createdOf(value); return day === null ? Infinity : -day; } },
  small: { column: 'parameters', key: (value) => value || Infinity },
  large: { column: 'parameters', key: (value) => (value === 0 ? Infinity : -value) },
};

/**
 * The beginning of an order of all models, where a list of it was made that is long enough.
 * @param {Work} work @param {string} sort
 */
async function ready({ index, manifest, call, plan, rule, wanted }, sort) {
  const number = MADE_ORDERS.indexOf(sort);
  const count = MOST_BY_SCORE + wanted;
  if (number < 0 || plan.positions.length > 0 || !rule.isEmpty) return null;
  const docs = await call.attempt(index.order(manifest, number));
  return docs && docs.length >= Math.min(count, manifest.models) ? { docs: docs.subarray(0, count), count: manifest.models, isAll: true } : null;
}

/**
 * Numbers are by level of popularity, so what bounds a level bounds all that comes after it: once so many are kept that none
 * of the rest can come before them, the rest is not read.
 * @param {Work} work @param {Uint32Array} docs @param {Order} order
 */
async function sorted({ index, manifest, call, rule, wanted }, docs, { column, key, least }) {
  const keys = new Float64Array(docs.length);
  // Infinity less Infinity is no number, so equal ones are compared by their own numbers.
  const kept = new Kept(MOST_BY_SCORE + wanted, (a, b) => (keys[a] === keys[b] ? a - b : keys[a] - keys[b]));
  const isDone = (/** @type {number} */ at) => {
    const last = least && at < docs.length ? kept.settled() : -1;
    return least !== undefined && last >= 0 && keys[last] <= least(manifest.levelOf(docs[at]));
  };
  let [at, count] = [0, 0];
  for (let chunks = 1; at < docs.length && !isDone(at); chunks *= 2) {
    const begin = at;
    at = least ? endOf(manifest.facets.blocks, docs, begin, chunks) : docs.length;
    const some = docs.subarray(begin, at);
    const loaded = await loadChunks(index, manifest, call, some, new Set([...rule.parts, column]));
    call.check();
    eachIn(manifest, loaded, some, (chunk, i, place) => {
      if (!rule.passes(chunk, i)) return;
      count += 1;
      keys[begin + place] = key(chunk[column][i]);
      if (kept.last < 0 || keys[begin + place] < keys[kept.last]) kept.push(begin + place);
    });
  }
  const isAll = at >= docs.length;
  return { docs: Uint32Array.from(kept.sorted(), (place) => docs[place]), count: rule.isEmpty ? docs.length : count, isAll: isAll || rule.isEmpty };
}

/**
 * Where the documents of so many blocks end, from the block that the one at a place is in.
 * @param {import('./manifest.js').Blocks} blocks @param {Uint32Array} docs @param {number} at @param {number} count
 */
function endOf(blocks, docs, at, count) {
  const [, limit] = blocks.rangeOf(Math.min(blocks.count, blocks.blockOf(docs[at]) + count) - 1);
  let end = at;
  while (end < docs.length && docs[end] < limit) end += 1;
  return end;
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
    const passes = passing(manifest, rule, await loadChunks(index, manifest, call, some, rule.parts));
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
