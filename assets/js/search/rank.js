/**
 * Stage 2: the best candidates with their records: Swift's `Ranking`, where the reasons stand.
 */
import { recordOf } from './documents.js';
import { bestByScore, bestByTyped, bits, requiredOf, standsFor } from './match.js';
import { recordTerms } from './recordterms.js';
import { coverageOf, exactnessOf, popularityOf, priorOf, useOf } from './scoring.js';
import { keyOf } from './text.js';

const BLOCKS_BY_SCORE = 4;
const BLOCKS_IN_ALL = 6;
export const MOST_BY_SCORE = 400;
export const MOST_BY_TYPED = 200;
const MOST_ROUNDS = 3;

/**
 * @typedef {import('./documents.js').DocumentBlock} DocumentBlock
 * @typedef {import('./match.js').Candidates} Candidates
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./values.js').Loaded} Loaded
 * @typedef {{ doc: number, block: DocumentBlock, exactness: number, score: number, isFull: boolean, isRelated: boolean, matched: number, use: number }} Ranked
 * @typedef {{ plan: Plan, loaded: Loaded[], manifest: import('./index.js').Manifest }} Question
 */

/**
 * Near-copies folded: `wanted` of them, where there are so many.
 * @param {Question} question @param {Candidates} c
 * @param {{ byScore: number[], byTyped: number[] }} best places in the candidates
 * @param {(numbers: number[]) => Promise<Map<number, DocumentBlock>>} loadBlocks those that come
 * @param {number} wanted
 * @param {number} rounds of blocks at most; each is a trip
 * @returns {Promise<{ found: Ranked[], isMore: boolean }>} `isMore`: a further round might find some
 */
export async function rank(question, c, { byScore, byTyped }, loadBlocks, wanted, rounds) {
  const { blocks } = question.manifest.documents;
  const blockOf = (/** @type {number} */ place) => blocks.blockOf(c.docs[place]);
  let rest = [...new Set([...byScore, ...byTyped])];
  /** @type {Set<number>} */
  const chosen = new Set();
  /** @type {Ranked[]} */
  const ranked = [];
  for (let round = 0; round < rounds && rest.length > 0; round += 1) {
    choose(byScore, chosen, chosen.size + BLOCKS_BY_SCORE, blockOf);
    choose(byTyped, chosen, chosen.size + BLOCKS_IN_ALL - BLOCKS_BY_SCORE, blockOf);
    const some = rest.filter((place) => chosen.has(blockOf(place)));
    rest = rest.filter((place) => !chosen.has(blockOf(place)));
    const loaded = await loadBlocks([...new Set(some.map(blockOf))]);
    for (const place of some) {
      const block = loaded.get(blockOf(place));
      if (block) ranked.push(rankedAt(question, c, place, block));
    }
    ranked.sort(isBefore);
    if (isEnough(folded(ranked).slice(0, wanted), wanted, rest, c)) break;
  }
  const found = folded(ranked).slice(0, wanted);
  return { found, isMore: !isEnough(found, wanted, rest, c) };
}

/**
 * Nothing that was not read could fill a place, or take that of one which matches only some words.
 * @param {Ranked[]} found @param {number} wanted @param {number[]} rest places of candidates @param {Candidates} c
 */
function isEnough(found, wanted, rest, c) {
  if (found.length < wanted) return rest.length === 0;
  return found.every((item) => item.isFull) || !rest.some((place) => c.isFull[place] === 1);
}

/**
 * Rounds for a whole answer: more than a page's worth needs more blocks.
 * @param {number} wanted
 */
export const roundsFor = (wanted) => MOST_ROUNDS * Math.max(1, Math.floor((wanted + 9) / 10));

/**
 * For the two lists that stage 2 reads.
 * @param {Candidates} c @param {number} wanted
 */
export function bestOf(c, wanted) {
  return { byScore: bestByScore(c, Math.max(MOST_BY_SCORE, 2 * wanted)), byTyped: bestByTyped(c, MOST_BY_TYPED) };
}

/** @param {number[]} places @param {Set<number>} chosen @param {number} limit @param {(place: number) => number} blockOf */
function choose(places, chosen, limit, blockOf) {
  for (const place of places) {
    if (chosen.size >= limit) return;
    chosen.add(blockOf(place));
  }
}

/** @param {Question} question @param {Candidates} c @param {number} place @param {DocumentBlock} block @returns {Ranked} */
function rankedAt(question, c, place, block) {
  const { plan, manifest } = question;
  const { weights } = manifest;
  const doc = c.docs[place];
  const i = doc - block.first;
  const required = requiredOf(plan);
  const requiredCount = bits(required);
  const { total, matched } = resolved(question, c, place, block);
  const count = bits(matched & required);
  const use = useOf(block.downloads[i], block.likes[i]);
  const id = block.idAt(i);
  const exactness = exactnessOf(plan.key, keyOf(id.slice(id.indexOf('/') + 1)), keyOf(id));
  const score = total * coverageOf(count, requiredCount, weights.coverage) * priorOf(popularityOf(use), weights.prior);
  return { doc, block, exactness, score, isFull: count === requiredCount, isRelated: count === 0, matched, use };
}

/**
 * The total with what the record shows of unseen positions.
 * @param {Question} question @param {Candidates} c @param {number} place @param {DocumentBlock} block
 */
function resolved({ plan, loaded, manifest }, c, place, block) {
  let total = c.totals[place];
  let matched = c.matched[place];
  if (c.maybe[place] === 0) return { total, matched };
  const terms = recordTerms(recordOf(block, c.docs[place] - block.first, manifest.tables));
  for (let p = 0; p < plan.positions.length; p += 1) {
    if ((c.maybe[place] & (1 << p)) === 0) continue;
    const seen = loaded.filter((item) => item.unseen > 0 && item.alternative.source !== 'hint' && standsFor(item, p) && terms.has(item.alternative.terms[0]));
    if (seen.length === 0) continue;
    total += Math.max(...seen.map((item) => item.unseen));
    matched |= 1 << p;
  }
  return { total, matched };
}

/**
 * What is exact, then full matches, then by score, by use, by number.
 * @param {Ranked} a @param {Ranked} b
 */
function isBefore(a, b) {
  return b.exactness - a.exactness || Number(b.isFull) - Number(a.isFull) || b.score - a.score || b.use - a.use || a.doc - b.doc;
}

/**
 * The first of each group of near-copies that have the same name: models with hardly a term may share a group, too.
 * @param {Ranked[]} ranked
 */
function folded(ranked) {
  /** @type {Set<string>} */
  const seen = new Set();
  return ranked.filter(({ doc, block }) => isFirstOfGroup(block, doc - block.first, seen));
}

/**
 * Whether no near-copy of its name was seen before; notes it.
 * @param {DocumentBlock} block @param {number} i @param {Set<string>} seen
 */
export function isFirstOfGroup(block, i, seen) {
  if (block.cell[i] === 0 || block.copies[i] === 0) return true;
  const group = `${block.cell[i]} ${block.group[i]} ${keyOf(block.nameAt(i))}`;
  if (seen.has(group)) return false;
  seen.add(group);
  return true;
}
