/**
 * Words that people use for what the Hub calls by a code, by the rules of Swift's `Synonyms`; the table comes in the manifest.
 *
 *     synonyms.matches(['polish', 'speech', 'to', 'text'])
 *     → [{ start: 0, end: 1, meanings: [{ kind: 'languages', code: 'pl', isHint: false }] }, { start: 1, end: 4, … }]
 */
import { exact, queryText } from './text.js';
import { compareText } from './words.js';

/**
 * @typedef {'tasks' | 'modalities' | 'languages' | 'libraries' | 'licenses' | 'formats'} MeaningKind
 * @typedef {{ kind: MeaningKind, code: string, isHint: boolean }} Meaning
 * @typedef {{ start: number, end: number, meanings: Meaning[] }} PhraseMatch
 */

/** @type {MeaningKind[]} */
const KINDS = ['tasks', 'modalities', 'languages', 'libraries', 'licenses', 'formats'];

/**
 * The term of documents that state it; null for a modality, which no document has as a term.
 * @param {Meaning} meaning
 */
export function termOf({ kind, code }) {
  switch (kind) {
    case 'tasks': return exact.task(code);
    case 'languages': return exact.language(code);
    case 'libraries': return exact.library(code);
    case 'licenses': return exact.license(code);
    case 'formats': return exact.format(code);
    default: return null;
  }
}

export class Synonyms {
  /** @param {any} table */
  constructor(table) {
    /** @type {Map<string, Meaning[]>} */
    this.meanings = new Map();
    this.longest = 1;
    if (!table || table.version !== 1) throw new Error('the synonyms are of an unknown version');
    for (const kind of KINDS) {
      for (const [code, phrases] of members(table[kind])) this.addPhrases(code, kind, phrases);
    }
    for (const [word, tasks] of members(table.hints)) {
      for (const code of tasks) this.add(word, { kind: 'tasks', code, isHint: true });
    }
    this.stopWords = new Set(listed(table.stop));
  }

  /**
   * Codes of an index: their own words mean them too.
   * @param {string[]} codes @param {MeaningKind} kind
   */
  addCodes(codes, kind) {
    for (const code of codes) this.addPhrases(code, kind, []);
  }

  /** @param {string} word */
  isStopWord(word) { return this.stopWords.has(word); }

  /**
   * Every longest phrase or hint, in order; one that lies within a longer one is left out.
   * @param {string[]} words
   * @returns {PhraseMatch[]}
   */
  matches(words) {
    /** @type {PhraseMatch[]} */
    const found = [];
    let end = 0;
    for (let start = 0; start < words.length; start += 1) {
      for (let count = Math.min(this.longest, words.length - start); count >= 1 && start + count > end; count -= 1) {
        const meanings = this.meaningsOf(words.slice(start, start + count));
        if (meanings.length === 0) continue;
        end = start + count;
        found.push({ start, end, meanings });
        break;
      }
    }
    return found;
  }

  /**
   * The one code that a text means.
   * @param {string} text @param {MeaningKind} kind
   */
  codeOf(text, kind) {
    const known = (this.meanings.get(keyOf(text)) || []).filter((m) => m.kind === kind);
    const best = known.find((m) => !m.isHint) || known[0];
    return best ? best.code : null;
  }

  /**
   * A stop word hints at nothing: "to" is Tongan, "be" Belarusian.
   * @private
   * @param {string[]} words
   */
  meaningsOf(words) {
    const meanings = this.meanings.get(words.join(' ')) || [];
    return words.length === 1 && this.isStopWord(words[0]) ? meanings.filter((m) => !m.isHint) : meanings;
  }

  /**
   * @private
   * @param {string} code @param {MeaningKind} kind @param {string[]} phrases
   */
  addPhrases(code, kind, phrases) {
    this.add(code, { kind, code, isHint: kind === 'languages' });
    for (const phrase of phrases) this.add(phrase, { kind, code, isHint: false });
  }

  /**
   * @private
   * @param {string} phrase @param {Meaning} meaning
   */
  add(phrase, meaning) {
    const key = keyOf(phrase);
    if (!key) return;
    this.longest = Math.max(this.longest, key.split(' ').length);
    const known = this.meanings.get(key) || [];
    // The first saying counts: a phrase of the table before a code of an index that happens to be spelled so.
    if (known.some((m) => m.kind === meaning.kind && m.code === meaning.code)) return;
    known.push(meaning);
    this.meanings.set(key, known);
  }
}

/** @param {string} phrase */
const keyOf = (phrase) => queryText(phrase).words.map((w) => w.text).join(' ');

/** @param {{ [key: string]: string }} object @returns {[string, string[]][]} */
function members(object) {
  return Object.keys(object).sort(compareText).map((key) => [key, listed(object[key])]);
}

/** @param {string} text */
const listed = (text) => text.split(',').map((t) => t.replace(/^ +/, '')).filter(Boolean);
