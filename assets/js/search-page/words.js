/** What the search says: names of facets and sorts, of what a filter keeps, why a hit is there. */
import * as format from '../chart/format.js';
import { numberOf } from './address.js';
import { modalityName, taskWords } from '../chart/words.js';

/** @type {[string, string][]} */
export const sorts = [['best', 'best match'], ['downloads', 'downloads'], ['likes', 'likes'], ['new', 'newest first'], ['small', 'smallest first'], ['large', 'largest first']];

/**
 * Facets in the order of the page: key, name, whether it is open at once.
 * @type {[string, string, boolean][]}
 */
export const facets = [
  ['modality', 'Modality', true], ['task', 'Task', true], ['license', 'License', true], ['format', 'Format', true], ['library', 'Library', false],
  ['language', 'Language', false], ['licenseClass', 'Kind of license', false], ['kind', 'Made how', false], ['bits', 'Bits a weight', false], ['gated', 'Access', false],
];

/** @type {{ [key: string]: { [value: string]: string } }} */
const names = {
  modality: modalityName,
  licenseClass: { permissive: 'permissive', copyleft: 'copyleft', 'responsible-ai': 'with rules of use', community: 'with terms of its own', 'non-commercial': 'non-commercial', other: 'other', none: 'not stated' },
  kind: { base: 'no base model stated', derived: 'from another, not said how', finetune: 'finetuned', adapter: 'an adapter', quantized: 'quantized', merge: 'merged' },
  gated: { true: 'on request', false: 'open' },
};

const languages = (() => {
  // Old browsers know no names of languages: then the code stands.
  try { return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }); } catch (error) { return null; }
})();

/** @param {string} code */
export function languageName(code) {
  try { return (languages && languages.of(code)) || code; } catch (error) { return code; }
}

/**
 * A facet's value as a reader reads it.
 * @param {string} key @param {string} value
 */
export function valueName(key, value) {
  if (names[key] && names[key][value]) return names[key][value];
  if (value === '' || value === 'none') return 'not stated';
  if (key === 'task') return taskWords(value);
  if (key === 'language') return languageName(value);
  if (key === 'bits') return `${value} bit`;
  return value;
}

/**
 * A bound as the atlas writes numbers: '2B' → '2 B'.
 * @param {string} text @param {(value: number) => string} [as]
 */
const bound = (text, as = format.compact) => { const value = numberOf(text); return value === null ? text : as(value); };

/** @type {{ [key: string]: (value: string) => string }} */
const phrases = {
  minParameters: (v) => `from ${bound(v)} parameters`, maxParameters: (v) => `to ${bound(v)} parameters`, minBytes: (v) => `from ${bound(v, format.bytes)}`, maxBytes: (v) => `to ${bound(v, format.bytes)}`,
  minDownloads: (v) => `from ${bound(v)} downloads`, minLikes: (v) => `from ${bound(v)} likes`, createdFrom: (v) => `from ${format.day(v)}`, createdTo: (v) => `to ${format.day(v)}`,
  owner: (v) => `by ${v}`, architecture: (v) => `family ${v}`,
};

/**
 * A filter as its chip says it.
 * @param {string} key @param {string} value @param {State} state
 */
export function chipName(key, value, state) {
  if (key === 'fits') return `fits ${value.replace(/GB$/i, '\u00a0GB')} at ${state.at} bit`;
  return phrases[key] ? phrases[key](value) : valueName(key, value);
}

/** @type {{ [reason: string]: string }} */
const reasons = {
  name: 'the name says it', owner: 'by that creator', task: 'made for this task', tag: 'its tags say it', base: 'built on it', meaning: 'close in meaning',
  spelling: 'nearly spelled so', hint: 'its task goes with it', popular: 'much used',
};

/**
 * Why a hit is there, in one line: the two that tell most, and whether many use it.
 * @param {string[]} why
 */
export function reasonWords(why) {
  const told = ['name', 'owner', 'task', 'base', 'tag', 'spelling', 'meaning', 'hint'].filter((r) => why.includes(r)).slice(0, 2);
  return [...told, ...(why.includes('popular') ? ['popular'] : [])].map((r) => reasons[r]).join(', ');
}

/**
 * How many, and of what kind: what stands before the number, the number, what follows.
 *
 *     countWords({ total: 14, exact: true, unknownSize: 7 }, { fits: '8GB', at: '16' })
 *       → ['', '14', ' models that fit 8 GB at 16 bit; 7 more of unknown size']
 *
 * @param {{ total: number, exact: boolean, unknownSize?: number }} answer @param {State} state
 */
export function countWords(answer, state) {
  const fits = state.fits ? ` that ${answer.total === 1 ? 'fits' : 'fit'} ${state.fits.replace(/GB$/i, '\u00a0GB')} at ${state.at} bit` : '';
  const unknown = answer.unknownSize ? `; ${format.int(answer.unknownSize)} more of unknown size` : '';
  return [answer.exact ? '' : 'at least ', answer.total ? format.int(answer.total) : 'No', ` ${format.noun(answer.total, 'model')}${fits}${unknown}`];
}
