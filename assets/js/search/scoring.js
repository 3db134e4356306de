/**
 * The score of a document, in pure functions; Swift's `Scoring` and `Rounded` have the same, by the same names.
 *
 *     score = Σ over positions of the best alternative's value · coverage · (1 + prior · p̂)
 */

/** A hundred million downloads count as the most popular there can be. */
const GREATEST_POPULARITY = 8;
/** From this p on a hit is called popular: about 10,000 downloads. */
export const POPULAR = 4;

/**
 * Functions whose last digits differ between systems are rounded, so that all after them comes to the same bits.
 * @param {number} value
 */
const fourPlaces = (value) => Math.round(value * 1e4) / 1e4;

/**
 * BM25's weight of a term, above 0 also where every document has it.
 * @param {number} df @param {number} count
 */
export const idfOf = (df, count) => fourPlaces(Math.log(1 + (Math.max(0, count - df) + 0.5) / (df + 0.5)));

/**
 * The most that downloads + 30 · likes can be in a level, floor(2p): the next level begins at 1 + use ≥ 10^((level + 1) / 2).
 * @param {number} level
 */
export function greatestUse(level) {
  const tens = 10 ** Math.floor((level + 1) / 2);
  return Math.ceil(level % 2 === 0 ? tens * Math.sqrt(10) : tens) - 2;
}

/**
 * p = log₁₀(1 + downloads + 30 · likes).
 * @param {number} use
 */
export const popularityOf = (use) => fourPlaces(Math.log10(1 + use));

/**
 * Downloads and likes as one number; of columns with 0 for unknown, else 1 + value.
 * @param {number} downloads @param {number} likes
 */
export const useOf = (downloads, likes) => Math.max(0, downloads - 1) + 30 * Math.max(0, likes - 1);

/** The middle of a level, floor(2p): what is known of p before the record. */
export const popularityOfLevel = (/** @type {number} */ level) => level / 2 + 0.25;

/** (matched ÷ required)^coverage; 1 where nothing is required. */
export function coverageOf(/** @type {number} */ matched, /** @type {number} */ required, /** @type {number} */ coverage) {
  return required === 0 ? 1 : fourPlaces((matched / required) ** coverage);
}

/** 1 + prior · min(1, p ÷ 8). */
export const priorOf = (/** @type {number} */ popularity, /** @type {number} */ prior) => 1 + prior * Math.min(1, popularity / GREATEST_POPULARITY);

/**
 * 2 where the query is the whole id, 1 where it is the name, else 0; keys are letters and digits alone. What is exact comes
 * first, whatever its score: no popularity outweighs an exact name.
 * @param {string} query @param {string} name @param {string} id
 */
export function exactnessOf(query, name, id) {
  if (query === '') return 0;
  return query === id ? 2 : query === name ? 1 : 0;
}
