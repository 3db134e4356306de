/**
 * What is looked up for a query, before any shard is read: Swift's `QueryPlan`, where the reasons stand.
 *
 *     planOf('german speech recognition smal', …)
 *     → positions      german, speech, recognition, smal
 *       alternatives   [0] german, #lang:de · [1, 2] #automatic-speech-recognition, speechrecognition …
 *                      [3] smal, small (a correction)
 */
import { termOf } from './synonyms.js';
import { exact, keyOf, queryText } from './text.js';

/**
 * @typedef {'word' | 'owner' | 'correction' | 'completion' | 'join' | 'split' | 'phrase' | 'hint'} Source
 * @typedef {{ positions: number[], terms: string[], weight: number, source: Source }} Alternative
 * @typedef {{ word: string, isRequired: boolean }} Position
 * @typedef {{ positions: Position[], alternatives: Alternative[], corrections: { from: string, to: string, isKnown: boolean }[], key: string, isCut: boolean }} Plan
 * @typedef {{ words: import('./words.js').WordTable | null, synonyms: import('./synonyms.js').Synonyms, weights: { [name: string]: number } }} Knowledge
 */

const MOST_COMPLETIONS = 5;

/**
 * @param {string} query @param {Knowledge} knowledge
 * @param {{ isTyping: boolean, corrects: boolean }} options
 * @returns {Plan}
 */
export function planOf(query, knowledge, { isTyping, corrects }) {
  const { synonyms, weights } = knowledge;
  const text = queryText(query);
  const positions = text.words.map((w) => ({ word: w.text, isRequired: !synonyms.isStopWord(w.text) }));
  if (!positions.some((p) => p.isRequired)) for (const p of positions) p.isRequired = true;
  /** @type {Plan} */
  const plan = { positions, alternatives: [], corrections: [], key: keyOf([...query.slice(0, 2000)].slice(0, 1000).join('')), isCut: text.isCut };
  text.words.forEach((word, i) => {
    add(plan, [i], [word.text], 1, 'word');
    addGuesses(plan, word, i, knowledge, isTyping && text.isOpen && i === text.words.length - 1, corrects);
  });
  // Only joins that a popular name has are looked up: each costs a file.
  for (const { first, text: join } of text.joins) if (knowledge.words && knowledge.words.indexOf(join) >= 0) add(plan, [first, first + 1], [join], weights.join, 'join');
  if (text.owner) addOwner(plan, text.owner, weights);
  for (const match of synonyms.matches(text.words.map((w) => w.text))) addMeanings(plan, match, weights);
  return plan;
}

/**
 * The terms by which a model matches: not those of hints, whose tails are never read.
 * @param {Plan} plan
 */
export const decidingTerms = (plan) => new Set(plan.alternatives.filter((a) => a.source !== 'hint').flatMap((a) => a.terms));

/** The typed word, its corrections and its completions count by the same idf. */
export const sharesIDF = (/** @type {Alternative} */ a) => a.source === 'word' || a.source === 'correction' || a.source === 'completion';

/** @param {Plan} plan @param {number[]} positions @param {string[]} terms @param {number} weight @param {Source} source */
function add(plan, positions, terms, weight, source) {
  if (weight > 0) plan.alternatives.push({ positions, terms, weight, source });
}

/** @param {Plan} plan @param {import('./text.js').QueryWord} word @param {number} i @param {Knowledge} knowledge @param {boolean} isOpen @param {boolean} corrects */
function addGuesses(plan, word, i, { words, weights }, isOpen, corrects) {
  if (!words) return;
  const isKnown = words.indexOf(word.text) >= 0;
  const completions = isOpen && !isKnown ? words.completions(word.text, MOST_COMPLETIONS) : [];
  for (const text of completions) add(plan, [i], [text], weights.completion, 'completion');
  const corrections = corrects ? words.corrections(word.text, weights.rival) : [];
  for (const { text, distance } of corrections) add(plan, [i], [text], distance === 1 ? weights.correction1 : weights.correction2, 'correction');
  // Of a word that is still being typed none is told.
  if (completions.length === 0) plan.corrections.push(...corrections.map(({ text }) => ({ from: word.text, to: text, isKnown })));
  if (word.pieces.length > 1) add(plan, [i], word.pieces, weights.split, 'split');
  const parts = words.split(word.text, weights.rival);
  if (parts && word.pieces.join(' ') !== parts.join(' ')) add(plan, [i], parts, weights.split, 'split');
}

/**
 * What stands before the slash is as many words as its own text has.
 * @param {Plan} plan @param {string} owner @param {{ [name: string]: number }} weights
 */
function addOwner(plan, owner, weights) {
  const count = queryText(owner.slice(1)).words.length;
  if (count > 0 && count <= plan.positions.length) add(plan, plan.positions.slice(0, count).map((_, i) => i), [owner], weights.ownerTerm, 'owner');
}

/** @param {Plan} plan @param {import('./synonyms.js').PhraseMatch} match @param {{ [name: string]: number }} weights */
function addMeanings(plan, { positions, meanings }, weights) {
  for (const meaning of meanings) {
    const term = termOf(meaning);
    if (term === null) continue;
    // A language's code is a hint among the meanings, but who writes "de" may mean it: it matches.
    const isHint = meaning.isHint && meaning.kind !== 'languages';
    add(plan, positions, [term], isHint ? weights.hint : weights.synonym, isHint ? 'hint' : 'phrase');
  }
}
