/**
 * Words that people use for what the Hub calls by a code, by the rules of Swift's `Synonyms`; the table comes in the manifest.
 *
 *     synonyms.matches(['polish', 'speech', 'to', 'text'])
 *     → [{ positions: [0], meanings: [{ kind: 'languages', code: 'pl', isHint: false }] }, { positions: [1, 3], … }]
 */
import { exact, queryText } from './text.js';
import { utf8 } from './texts.js';
import { compareText } from './words.js';

/**
 * @typedef {'tasks' | 'modalities' | 'languages' | 'libraries' | 'licenses' | 'formats'} MeaningKind
 * @typedef {{ kind: MeaningKind, code: string, isHint: boolean }} Meaning
 * @typedef {{ positions: number[], meanings: Meaning[] }} PhraseMatch
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
    this.stopWords = new Set(listed(table.stop));
    for (const kind of KINDS) {
      for (const [code, phrases] of members(table[kind])) this.addPhrases(code, kind, phrases);
    }
    for (const [word, tasks] of members(table.hints)) {
      for (const code of tasks) this.add(word, { kind: 'tasks', code, isHint: true });
    }
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
   * Languages, then every longest phrase or hint among the other words; one that lies within a longer one is left out.
   * @param {string[]} words
   * @returns {PhraseMatch[]}
   */
  matches(words) {
    const all = words.map((_, i) => i);
    const telling = all.filter((i) => !this.isStopWord(words[i]));
    const places = telling.length > 0 ? telling : all;
    const languages = this.matchesAt(words, places, (m) => m.kind === 'languages' && !m.isHint);
    const taken = new Set(languages.flatMap((m) => m.positions));
    return [...languages, ...this.matchesAt(words, places.filter((i) => !taken.has(i)), () => true)];
  }

  /**
   * The one code that a text means.
   * @param {string} text @param {MeaningKind} kind
   */
  codeOf(text, kind) {
    const known = (this.meanings.get(this.keyOf(text)) || []).filter((m) => m.kind === kind);
    const best = known.find((m) => !m.isHint) || known[0];
    return best ? best.code : null;
  }

  /**
   * @private
   * @param {string[]} words @param {number[]} places @param {(meaning: Meaning) => boolean} counts
   */
  matchesAt(words, places, counts) {
    /** @type {PhraseMatch[]} */
    const found = [];
    let end = 0;
    for (let start = 0; start < places.length; start += 1) {
      for (let count = Math.min(this.longest, places.length - start); count >= 1 && start + count > end; count -= 1) {
        const positions = places.slice(start, start + count);
        const meanings = (this.meanings.get(positions.map((i) => stem(words[i])).join(' ')) || []).filter(counts);
        if (meanings.length === 0) continue;
        end = start + count;
        found.push({ positions, meanings });
        break;
      }
    }
    return found;
  }

  /**
   * Without stop words, unless it has no others.
   * @private
   * @param {string} phrase
   */
  keyOf(phrase) {
    const words = queryText(phrase).words.map((w) => w.text);
    const telling = words.filter((w) => !this.isStopWord(w));
    return (telling.length > 0 ? telling : words).map(stem).join(' ');
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
    const key = this.keyOf(phrase);
    if (!key) return;
    this.longest = Math.max(this.longest, key.split(' ').length);
    const known = this.meanings.get(key) || [];
    // The first saying counts: a phrase of the table before a code of an index that happens to be spelled so.
    if (known.some((m) => m.kind === meaning.kind && m.code === meaning.code)) return;
    known.push(meaning);
    this.meanings.set(key, known);
  }
}

/**
 * "photos" → "photo"; "is", "gps" and "class" stay.
 * @param {string} word
 */
const stem = (word) => (utf8(word).length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** @param {{ [key: string]: string }} object @returns {[string, string[]][]} */
function members(object) {
  return Object.keys(object).sort(compareText).map((key) => [key, listed(object[key])]);
}

/** @param {string} text */
const listed = (text) => text.split(',').map((t) => t.replace(/^ +/, '')).filter(Boolean);
