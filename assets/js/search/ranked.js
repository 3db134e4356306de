/** The answer to a typed query, and all its matches. */
import { allAllowed, bestAllowed } from './allowance.js';
import { recordOf } from './documents.js';
import { loadTails, loadTerms } from './postings.js';
import { MOST_BY_SCORE, rank, roundsFor } from './rank.js';
import { decidingTerms } from './plan.js';
import { reasonsOf } from './reasons.js';
import { valuesOf } from './values.js';

/**
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./match.js').Matcher} Matcher
 * @typedef {import('./filters.js').FilterRule} FilterRule
 * @typedef {import('./postings.js').TermList} TermList
 *
 * What a query is answered from. `isQuick`: no trip depends on more than one other, whatever stays unread.
 * @typedef {{ index: Index, manifest: Manifest, matcher: Matcher, call: Call, plan: Plan, rule: FilterRule, wanted: number, isQuick: boolean }} Work
 */

/** So many documents of tails are read rather than more blocks: about 50 kB, as much as six blocks. */
const MOST_OF_TAILS = 60_000;

/**
 * What is known of the candidates; `isUnseen`: of some lists the tail was not read.
 * @typedef {{ question: import('./rank.js').Question, candidates: import('./match.js').Candidates, best: import('./allowance.js').Best, isUnseen: boolean }} Reading
 */

/**
 * @param {Work} work
 * @returns {Promise<{ hits: SearchHit[], total: number, exact: boolean, isComplete: boolean }>}
 */
export async function rankedAnswer(work) {
  const { index, manifest, call, rule, wanted, isQuick } = work;
  const lists = await loadLists(work);
  let reading = await read(work, lists);
  const needsTails = reading.best.full < wanted && reading.isUnseen;
  if (needsTails && !isQuick) reading = await readWholly(work, lists);
  let { found, isMore } = await rankIn(work, reading, 1);
  if (isMore && !isQuick) {
    // Tails tell of all candidates at once what each block tells of its own.
    if (reading.isUnseen && tailOf(deciding(work, lists), manifest) <= MOST_OF_TAILS) reading = await readWholly(work, lists);
    ({ found, isMore } = await rankIn(work, reading, roundsFor(wanted)));
  }
  const needsOthers = found.length < wanted && !reading.best.isAll;
  if (needsOthers && !isQuick) {
    reading.best = await allAllowed(index, manifest, call, rule, reading.candidates, wanted);
    ({ found } = await rankIn(work, reading, roundsFor(wanted)));
  }
  const { best, question } = reading;
  const hits = found.map((item) => hitOf(item, question));
  return { hits, total: best.surelyFull, exact: best.isAll && areWhole(deciding(work, lists)), isComplete: !isQuick || !(needsTails || needsOthers || isMore) };
}

/** @param {Work} work @param {Map<string, TermList>} lists @returns {Promise<Reading>} */
async function read({ index, manifest, matcher, call, plan, rule, wanted }, lists) {
  // Under filters any may be among the best that are left.
  const enough = rule.isEmpty ? Math.max(MOST_BY_SCORE, 2 * wanted) : Infinity;
  const loaded = valuesOf(plan, lists, manifest);
  const candidates = matcher.candidates(plan, loaded, enough);
  const best = await bestAllowed(index, manifest, call, rule, candidates, wanted);
  call.check();
  return { question: { plan, loaded, manifest }, candidates, best, isUnseen: loaded.some((item) => item.unseen > 0 && item.alternative.source !== 'hint') };
}

/** @param {Work} work @param {Map<string, TermList>} lists */
async function readWholly(work, lists) {
  await loadTails(work.index, work.manifest, work.call, deciding(work, lists));
  work.call.check();
  return read(work, lists);
}

/** @param {Work} work @param {Reading} reading @param {number} rounds */
const rankIn = (work, { question, candidates, best }, rounds) => rank(question, candidates, best, (numbers) => loadBlocks(work, numbers), work.wanted, rounds);

/** @param {Work} work @param {Map<string, TermList>} lists */
function deciding({ plan }, lists) {
  const terms = decidingTerms(plan);
  return [...lists.values()].filter((list) => terms.has(list.term));
}

/**
 * Documents in all tails.
 * @param {TermList[]} lists @param {Manifest} manifest
 */
function tailOf(lists, manifest) {
  return lists.map(({ term }) => manifest.longTerms.get(term)).reduce((n, long) => n + (long ? long.df - long.head : 0), 0);
}

/**
 * Every document that matches all words, whatever the filters: whole lists are read.
 * @param {Work} work
 * @returns {Promise<{ docs: Uint32Array, exact: boolean }>}
 */
export async function allMatches(work) {
  const { index, manifest, matcher, call, plan } = work;
  if (plan.positions.length === 0) return { docs: Uint32Array.from({ length: manifest.models }, (_, doc) => doc), exact: true };
  const lists = await loadLists(work);
  await loadTails(index, manifest, call, deciding(work, lists));
  call.check();
  return { docs: matcher.matches(plan, valuesOf(plan, lists, manifest)), exact: areWhole(deciding(work, lists)) };
}

/** @param {Work} work @returns {Promise<Map<string, TermList>>} */
async function loadLists({ index, manifest, call, plan }) {
  const lists = await loadTerms(index, manifest, call, plan.alternatives.flatMap((a) => a.terms));
  call.check();
  return lists;
}

/** @param {TermList[]} lists */
const areWhole = (lists) => lists.every((list) => list.isWhole && !list.failed);

/** @param {Work} work @param {number[]} numbers */
async function loadBlocks({ index, manifest, call }, numbers) {
  const blocks = await Promise.all(numbers.map((n) => call.attempt(index.documents(manifest, n))));
  call.check();
  /** @type {Map<number, import('./documents.js').DocumentBlock>} */
  const found = new Map();
  numbers.forEach((n, i) => { const block = blocks[i]; if (block) found.set(n, block); });
  return found;
}

/** @param {import('./rank.js').Ranked} item @param {import('./rank.js').Question} question @returns {SearchHit} */
function hitOf(item, question) {
  const record = recordOf(item.block, item.doc - item.block.first, question.manifest.tables);
  const { reasons, matched } = reasonsOf(item, record, question);
  return { doc: item.doc, id: record.id, score: item.score, reasons, matched, copies: record.copies - 1, isFull: item.isFull, isRelated: item.isRelated, record };
}
