/**
 * The terms that a record shows, as far as a document block goes: which unseen lists have it, and why it was found. Swift's
 * `RecordTerms` and `SearchDocument`.
 *
 *     recordTerms(record).get('#lang:de')  → 'tag'
 *     recordTerms(record).get('whisper')   → 'name'
 */
import { exact, termsOfName, termsOfOwner } from './text.js';

/** @typedef {'name' | 'owner' | 'tag'} Field */

/** @param {SearchRecord} record @returns {Map<string, Field>} */
export function recordTerms(record) {
  /** @type {Map<string, Field>} */
  const fields = new Map();
  // The first field that has a term is the one that says why: a name before a tag.
  const add = (/** @type {string[]} */ terms, /** @type {Field} */ field) => { for (const t of terms) if (!fields.has(t)) fields.set(t, field); };
  const words = (/** @type {string} */ text) => { const { name, namePart } = termsOfName(text); add([...name, ...namePart].filter((t) => t !== 'to'), 'tag'); };
  const { name, namePart } = termsOfName(record.id.slice(record.id.indexOf('/') + 1));
  add([...name, ...namePart], 'name');
  if (record.id.includes('/')) add(termsOfOwner(record.owner), 'owner');
  if (record.task) { add([exact.task(record.task)], 'tag'); words(record.task); }
  if (record.library) add([exact.library(record.library)], 'tag');
  if (record.license) add([exact.license(record.license)], 'tag');
  add(record.languages.map(exact.language), 'tag');
  add(record.formats.map(exact.format), 'tag');
  if (record.architecture) words(record.architecture);
  if (record.isConversational) words('conversational');
  if (record.isMerge) words('merge');
  if (record.isMixtureOfExperts) words('moe');
  return fields;
}
