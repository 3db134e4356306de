/**
 * What is looked up for a query, before any shard is read: Swift's `QueryPlan`, where the reasons stand.
 *
 *     planOf('german speech recognition smal', …)
 *     → positions      german, speech, recognition, smal
 *       alternatives   0–1 german, @german, #lang:de · 1–3 #automatic-speech-recognition, speechrecognition …
 *                      3–4 smal, small (a correction)
 */
import { termOf } from './synonyms.js';
import { exact, keyOf, queryText } from './text.js';

/**
 * @typedef {'word' | 'owner' | 'correction' | 'completion' | 'join' | 'split' | 'phrase' | 'hint'} Source
 * @typedef {{ start: number, end: number, terms: string[], weight: number, source: Source }} Alternative
 * @typedef {{ word: string, isRequired: boolean }} Position
 * @typedef {{ positions: Position[], alternatives: Alternative[], corrections: { from: string, to: string }[], key: string, isCut: boolean }} Plan
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
    add(plan, i, i + 1, [word.text], 1, 'word');
    add(plan, i, i + 1, [exact.owner(word.text)], weights.ownerTerm, 'owner');
    addGuesses(plan, word, i, knowledge, isTyping && text.isOpen && i === text.words.length - 1, corrects);
  });
  for (const join of text.joins) addJoin(plan, join, weights);
  if (text.owner) addOwner(plan, text.owner, weights);
  for (const match of synonyms.matches(text.words.map((w) => w.text))) addMeanings(plan, match, weights);
  return plan;
}

/** The typed word, its corrections and its completions count by the same idf. */
export const sharesIDF = (/** @type {Alternative} */ a) => a.source === 'word' || a.source === 'correction' || a.source === 'completion';

/** @param {Plan} plan @param {number} start @param {number} end @param {string[]} terms @param {number} weight @param {Source} source */
function add(plan, start, end, terms, weight, source) {
  if (weight > 0) plan.alternatives.push({ start, end, terms, weight, source });
}

/** @param {Plan} plan @param {import('./text.js').QueryWord} word @param {number} i @param {Knowledge} knowledge @param {boolean} isOpen @param {boolean} corrects */
function addGuesses(plan, word, i, { words, weights }, isOpen, corrects) {
  if (!words || words.indexOf(word.text) >= 0) return;
  const completions = isOpen ? words.completions(word.text, MOST_COMPLETIONS) : [];
  for (const text of completions) add(plan, i, i + 1, [text], weights.completion, 'completion');
  const corrections = corrects ? words.corrections(word.text) : [];
  for (const { text, distance } of corrections) add(plan, i, i + 1, [text], distance === 1 ? weights.correction1 : weights.correction2, 'correction');
  if (corrections.length > 0 && completions.length === 0) plan.corrections.push({ from: word.text, to: corrections[0].text });
  const isNear = corrections.length > 0 && corrections[0].distance === 1;
  const parts = word.pieces.length > 1 ? word.pieces : isNear ? null : words.split(word.text);
  if (parts) add(plan, i, i + 1, parts, weights.split, 'split');
}

/** @param {Plan} plan @param {{ first: number, text: string }} join @param {{ [name: string]: number }} weights */
function addJoin(plan, { first, text }, weights) {
  add(plan, first, first + 2, [text], weights.join, 'join');
  add(plan, first, first + 2, [exact.owner(text)], weights.join * weights.ownerTerm, 'owner');
}

/**
 * What stands before the slash is as many words as its own text has.
 * @param {Plan} plan @param {string} owner @param {{ [name: string]: number }} weights
 */
function addOwner(plan, owner, weights) {
  const count = queryText(owner.slice(1)).words.length;
  if (count > 0 && count <= plan.positions.length) add(plan, 0, count, [owner], weights.ownerTerm, 'owner');
}

/** @param {Plan} plan @param {import('./synonyms.js').PhraseMatch} match @param {{ [name: string]: number }} weights */
function addMeanings(plan, { start, end, meanings }, weights) {
  for (const meaning of meanings) {
    const term = termOf(meaning);
    if (term === null) continue;
    // A language's code is a hint among the meanings, but who writes "de" may mean it: it matches.
    const isHint = meaning.isHint && meaning.kind !== 'languages';
    add(plan, start, end, [term], isHint ? weights.hint : weights.synonym, isHint ? 'hint' : 'phrase');
  }
}
