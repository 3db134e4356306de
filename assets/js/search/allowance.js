/** Filters before ranking: facet chunks are read only where candidates lie, and the likeliest candidates come first. */
import { exact } from './text.js';
import { ruleOf } from './filters.js';
import { loadTails, loadTerms } from './postings.js';
import { bestOf } from './rank.js';
import { ownersOf } from './question.js';

/**
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./match.js').Candidates} Candidates
 * @typedef {import('./filters.js').FilterRule} FilterRule
 * @typedef {import('./facetchunk.js').FacetChunk} FacetChunk
 */

/**
 * The filters of a request as a rule; the documents of owners are known by their exact terms alone.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {SearchFilters} filters
 * @returns {Promise<FilterRule>}
 */
export async function loadRule(index, manifest, call, filters) {
  const owners = ownersOf(filters);
  if (owners.length === 0) return ruleOf(filters, manifest.tables, null);
  const lists = [...(await loadTerms(index, manifest, call, owners.map(exact.owner))).values()];
  await loadTails(index, manifest, call, lists);
  const isOwned = new Uint8Array(manifest.models);
  for (const { parts } of lists) for (const { docs } of parts) for (const doc of docs) isOwned[doc] = 1;
  return ruleOf(filters, manifest.tables, isOwned);
}

/**
 * The facet chunks of documents; those that fail are not in the answer.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {Iterable<number>} docs
 * @returns {Promise<Map<number, FacetChunk>>}
 */
export async function loadChunks(index, manifest, call, docs) {
  const { blocks } = manifest.facets;
  const numbers = new Set();
  for (const doc of docs) numbers.add(blocks.blockOf(doc));
  const all = [...numbers].sort((a, b) => a - b);
  const chunks = await Promise.all(all.map((n) => call.attempt(index.facets(manifest, n))));
  /** @type {Map<number, FacetChunk>} */
  const byNumber = new Map();
  all.forEach((n, i) => { const chunk = chunks[i]; if (chunk) byNumber.set(n, chunk); });
  return byNumber;
}

/**
 * Whether a document passes, as far as its chunk was read.
 * @param {Manifest} manifest @param {FilterRule} rule @param {Map<number, FacetChunk>} chunks
 */
export function passing(manifest, rule, chunks) {
  const { blocks } = manifest.facets;
  return (/** @type {number} */ doc) => {
    const chunk = chunks.get(blocks.blockOf(doc));
    return chunk !== undefined && rule.passes(chunk, doc - chunk.first);
  };
}

/** How many times more candidates than are needed are looked at before all are. */
const MORE = 4;

/**
 * The places for stage 2 under the filters. When the first few pass often enough, the rest need not be looked at; `isAll`
 * says whether they were, and the candidates then are those that pass.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {FilterRule} rule @param {Candidates} c @param {number} wanted
 * @returns {Promise<{ byScore: number[], byRelevance: number[], full: number, isAll: boolean }>}
 */
export async function bestAllowed(index, manifest, call, rule, c, wanted) {
  const first = bestOf(c, wanted);
  if (rule.isEmpty) return { ...first, full: c.full, isAll: true };
  if (c.count > MORE * first.byScore.length) {
    const more = bestOf(c, wanted, MORE);
    const chunks = await loadChunks(index, manifest, call, [...more.byScore, ...more.byRelevance].map((place) => c.docs[place]));
    const passes = passing(manifest, rule, chunks);
    const byScore = more.byScore.filter((place) => passes(c.docs[place]));
    const byRelevance = more.byRelevance.filter((place) => passes(c.docs[place]));
    const isEnough = byScore.length >= first.byScore.length && byRelevance.length >= first.byRelevance.length;
    const full = byScore.filter((place) => c.isFull[place]).length;
    if (isEnough && full >= wanted) return { byScore: byScore.slice(0, first.byScore.length), byRelevance: byRelevance.slice(0, first.byRelevance.length), full, isAll: false };
  }
  const chunks = await loadChunks(index, manifest, call, c.docs.subarray(0, c.count));
  keep(c, passing(manifest, rule, chunks));
  return { ...bestOf(c, wanted), full: c.full, isAll: true };
}

/**
 * Leaves the candidates that pass.
 * @param {Candidates} c @param {(doc: number) => boolean} passes
 */
function keep(c, passes) {
  let n = 0;
  c.full = 0;
  c.surelyFull = 0;
  for (let i = 0; i < c.count; i += 1) {
    if (!passes(c.docs[i])) continue;
    for (const column of [c.docs, c.totals, c.matched, c.maybe, c.relevance, c.scores, c.isFull]) column[n] = column[i];
    c.full += c.isFull[n];
    c.surelyFull += c.isFull[n] && c.maybe[n] === 0 ? 1 : 0;
    n += 1;
  }
  c.count = n;
}
