/** Filters before ranking: facet chunks are read only where candidates lie, and the likeliest candidates come first. */
import { loadChunks, passing } from './chunks.js';
import { exact } from './text.js';
import { ruleOf } from './filters.js';
import { loadTails, loadTerms } from './postings.js';
import { bestByScore, bestByTyped } from './match.js';
import { MOST_BY_SCORE, MOST_BY_TYPED, bestOf } from './rank.js';
import { ownersOf } from './question.js';

/**
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./match.js').Candidates} Candidates
 * @typedef {import('./filters.js').FilterRule} FilterRule
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

/** So many of the best are sorted before filters are asked; they are asked in steps, each four times the one before. */
const SORTED = 4096;
const FIRST_STEP = 512;
/**
 * @typedef {{ byScore: number[], byTyped: number[], full: number, surelyFull: number, isAll: boolean }} Best places for
 * stage 2; `surelyFull`: full with nothing unseen; `isAll`: of all
 * candidates, which then are those that pass
 */

/**
 * The very best that pass, from as few facet chunks as it takes. Where too few of the first pass, all are asked.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {FilterRule} rule @param {Candidates} c @param {number} wanted
 * @returns {Promise<Best>}
 */
export async function bestAllowed(index, manifest, call, rule, c, wanted) {
  if (rule.isEmpty) return { ...bestOf(c, wanted), full: c.full, surelyFull: c.surelyFull, isAll: true };
  const first = await firstAllowed(index, manifest, call, rule, c, wanted);
  return first || allAllowed(index, manifest, call, rule, c, wanted);
}

/** @param {Index} index @param {Manifest} manifest @param {Call} call @param {FilterRule} rule @param {Candidates} c @param {number} wanted @returns {Promise<Best>} */
export async function allAllowed(index, manifest, call, rule, c, wanted) {
  const chunks = await loadChunks(index, manifest, call, c.docs.subarray(0, c.count), rule.parts);
  call.check();
  const passes = passing(manifest, rule, chunks);
  keep(c, (place) => passes(c.docs[place]));
  return { ...bestOf(c, wanted), full: c.full, surelyFull: c.surelyFull, isAll: true };
}

/** @param {Index} index @param {Manifest} manifest @param {Call} call @param {FilterRule} rule @param {Candidates} c @param {number} wanted @returns {Promise<Best | null>} */
async function firstAllowed(index, manifest, call, rule, c, wanted) {
  const ask = async (/** @type {number[]} */ places) => {
    const passes = passing(manifest, rule, await loadChunks(index, manifest, call, places.map((place) => c.docs[place]), rule.parts));
    call.check();
    return places.filter((place) => passes(c.docs[place]));
  };
  const most = Math.max(MOST_BY_SCORE, 2 * wanted);
  const byScore = await inSteps(bestByScore(c, SORTED), most, ask);
  if (byScore.length < most || c.isFull[byScore[wanted - 1]] === 0) return null;
  const byTyped = await inSteps(bestByTyped(c, SORTED), MOST_BY_TYPED, ask);
  const isAllTyped = c.typed.subarray(0, c.count).filter((value) => value >= 0).length <= SORTED;
  if (byTyped.length < MOST_BY_TYPED && !isAllTyped) return null;
  const full = byScore.filter((place) => c.isFull[place] === 1);
  return { byScore, byTyped, full: full.length, surelyFull: full.filter((place) => c.maybe[place] === 0).length, isAll: false };
}

/**
 * @param {number[]} places @param {number} most @param {(places: number[]) => Promise<number[]>} ask those that pass
 * @returns {Promise<number[]>}
 */
async function inSteps(places, most, ask) {
  /** @type {number[]} */
  let passed = [];
  for (let at = 0, step = FIRST_STEP; at < places.length && passed.length < most; step *= 4) {
    passed = passed.concat(await ask(places.slice(at, at + step)));
    at += step;
  }
  return passed.slice(0, most);
}

/**
 * Leaves the candidates that pass.
 * @param {Candidates} c @param {(place: number) => boolean} passes
 */
function keep(c, passes) {
  let n = 0;
  c.full = 0;
  c.surelyFull = 0;
  for (let i = 0; i < c.count; i += 1) {
    if (!passes(i)) continue;
    for (const column of [c.docs, c.totals, c.matched, c.maybe, c.typed, c.scores, c.isFull]) column[n] = column[i];
    c.full += c.isFull[n];
    c.surelyFull += c.isFull[n] && c.maybe[n] === 0 ? 1 : 0;
    n += 1;
  }
  c.count = n;
}
