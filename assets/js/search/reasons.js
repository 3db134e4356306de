/** Why a hit is there, from its record: Swift's `Reasons`. */
import { standsFor } from './match.js';
import { recordTerms } from './recordterms.js';
import { POPULAR, popularityOf } from './scoring.js';

const ORDER = ['name', 'task', 'tag', 'owner', 'base', 'meaning', 'hint', 'popular', 'spelling'];

/**
 * @param {import('./rank.js').Ranked} item @param {SearchRecord} record @param {import('./rank.js').Question} question
 * @returns {{ reasons: string[], matched: string[] }}
 */
export function reasonsOf(item, record, { plan, loaded }) {
  /** @type {Set<string>} */
  const reasons = new Set();
  /** @type {Set<string>} */
  const matched = new Set();
  const terms = recordTerms(record);
  plan.positions.forEach((_, position) => {
    const isMatched = (item.matched & (1 << position)) !== 0;
    for (const found of loaded) {
      if (!found.isThere || !standsFor(found, position) || isMatched === isHint(found)) continue;
      note(found, item.doc, terms, reasons, matched);
    }
  });
  if (popularityOf(item.use) >= POPULAR) reasons.add('popular');
  return { reasons: inOrder(reasons), matched: [...matched] };
}

/**
 * Where nothing else matched, a hint is the reason; where something did, none.
 * @param {import('./values.js').Loaded} found
 */
const isHint = (found) => found.alternative.source === 'hint';

/** @param {Set<string>} reasons */
export const inOrder = (reasons) => ORDER.filter((r) => reasons.has(r));

/** @param {import('./values.js').Loaded} found @param {number} doc @param {Map<string, string>} terms @param {Set<string>} reasons @param {Set<string>} matched */
function note(found, doc, terms, reasons, matched) {
  const { source } = found.alternative;
  const isListed = found.lists.some(({ docs }) => has(docs, doc));
  for (const term of found.alternative.terms) {
    const field = terms.get(term);
    if (!isListed && !(found.unseen > 0 && field)) return;
    if (source === 'hint') { reasons.add('hint'); continue; }
    reasons.add(reasonOf(term, field));
    if (source === 'correction') reasons.add('spelling');
    if (!/^[#@]/.test(term) && field) matched.add(term);
  }
}

/**
 * A term that the record does not have was found in what only the index knows: free tags or base models, so "tag".
 * @param {string} term @param {string | undefined} field
 */
function reasonOf(term, field) {
  if (field === 'name' || field === 'owner') return field;
  return field === 'tag' && term.startsWith('#') && !term.includes(':') ? 'task' : 'tag';
}

/** @param {Uint32Array} docs ascending @param {number} doc */
export function has(docs, doc) {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle] < doc) low = middle + 1;
    else high = middle;
  }
  return docs[low] === doc;
}
