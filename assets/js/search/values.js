/**
 * The lists of a plan with what each document in them is worth: Swift's `Loading`.
 *
 *     value = weight · idf · impact ÷ (positions it stands for)
 */
import { sharesIDF } from './plan.js';
import { idfOf } from './scoring.js';

/**
 * @typedef {import('./plan.js').Alternative} Alternative
 * @typedef {import('./postings.js').TermList} TermList
 *
 * Documents ascending; the value of the i-th is `table[classes[i]]`, or `values[i]` where there are no classes.
 * @typedef {{ docs: Uint32Array, classes: Uint8Array | null, table: Float64Array, values: Float64Array | null }} Valued
 *
 * `unseen`: what a document of the tail is worth if it has the term whose tail was not read; 0 when all was read.
 * `isThere`: whether the term is anywhere in the index.
 * @typedef {{ alternative: Alternative, lists: Valued[], unseen: number, isThere: boolean }} Loaded
 */

/**
 * @param {import('./plan.js').Plan} plan @param {Map<string, TermList>} terms
 * @param {import('./index.js').Manifest} manifest
 * @returns {Loaded[]}
 */
export function valuesOf(plan, terms, manifest) {
  return plan.alternatives.map((alternative) => {
    const found = alternative.terms.map((t) => /** @type {TermList} */ (terms.get(t)));
    if (found.some((t) => t.df === 0)) return { alternative, lists: [], unseen: 0, isThere: false };
    return found.length === 1 ? one(alternative, found[0], smallestIDF(plan, alternative, terms, manifest.models), manifest) : all(alternative, found, manifest);
  });
}

/**
 * Of all that may stand for the same word: a rare misspelling must not outweigh the word that was meant.
 * @param {import('./plan.js').Plan} plan @param {Alternative} alternative @param {Map<string, TermList>} terms @param {number} models
 */
function smallestIDF(plan, alternative, terms, models) {
  const dfOf = (/** @type {Alternative} */ a) => /** @type {TermList} */ (terms.get(a.terms[0])).df;
  if (!sharesIDF(alternative)) return idfOf(dfOf(alternative), models);
  const same = plan.alternatives.filter((a) => sharesIDF(a) && String(a.positions) === String(alternative.positions) && dfOf(a) > 0);
  return Math.min(...same.map((a) => idfOf(dfOf(a), models)));
}

/** @param {Alternative} alternative @param {TermList} term @param {number} idf @param {import('./index.js').Manifest} manifest @returns {Loaded} */
function one(alternative, term, idf, { impacts, weights }) {
  const share = alternative.positions.length;
  const table = impacts.map((impact) => alternative.weight * idf * impact / share);
  const lists = term.parts.map(({ docs, classes }) => ({ docs, classes, table, values: null }));
  return { alternative, lists, unseen: term.isWhole ? 0 : alternative.weight * idf * weights.tailImpact / share, isThere: true };
}

/**
 * Documents that have every one of the terms; their values add up. What is unseen of any is left out: words that were glued
 * together are hardly all among the commonest.
 * @param {Alternative} alternative @param {TermList[]} terms @param {import('./index.js').Manifest} manifest
 * @returns {Loaded}
 */
function all(alternative, terms, { impacts, models }) {
  const share = alternative.positions.length;
  /** @type {Map<number, { count: number, value: number }>} */
  const sums = new Map();
  terms.forEach((term, k) => {
    const idf = idfOf(term.df, models);
    const table = impacts.map((impact) => alternative.weight * idf * impact / share);
    for (const { docs, classes } of term.parts) {
      for (let i = 0; i < docs.length; i += 1) {
        const sum = sums.get(docs[i]);
        if (sum && sum.count === k) { sum.count += 1; sum.value += table[classes[i]]; } else if (k === 0) sums.set(docs[i], { count: 1, value: table[classes[i]] });
      }
    }
  });
  const docs = Uint32Array.from([...sums.keys()].filter((doc) => /** @type {any} */ (sums.get(doc)).count === terms.length)).sort();
  const values = Float64Array.from(docs, (doc) => /** @type {any} */ (sums.get(doc)).value);
  return { alternative, lists: [{ docs, classes: null, table: values, values }], unseen: 0, isThere: true };
}
