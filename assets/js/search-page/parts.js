/** What parts a list of results has: full matches, then those of some of the words, then those that are only related. */

/** @typedef {'all' | 'some' | 'related'} Part */

/** @param {SearchHit} hit @returns {Part} */
export const partOf = (hit) => (hit.isFull ? 'all' : hit.isRelated ? 'related' : 'some');

/** @param {SearchHit[]} hits */
export const fullCount = (hits) => hits.filter((hit) => hit.isFull).length;

/**
 * Hits with what stands above each part but the first, which needs no words where it is full matches.
 *
 *     withHeadings([full, full, some], 'tiny llama')
 *       → [full, full, 'These match only some of the words', some]
 *
 * @param {SearchHit[]} hits as the engine orders them @param {string} query
 * @returns {(SearchHit | string)[]}
 */
export function withHeadings(hits, query) {
  return hits.flatMap((hit, i) => {
    const part = partOf(hit);
    const before = i > 0 ? partOf(hits[i - 1]) : null;
    return part === before || part === 'all' ? [hit] : [heading(part, before, query), hit];
  });
}

/** @param {Part} part @param {Part | null} before @param {string} query */
function heading(part, before, query) {
  const isOne = query.trim().split(/\s+/).length === 1;
  if (part === 'some') return before ? 'These match only some of the words' : 'No model matches every word; these match some';
  if (before) return 'These have none of the words, but a task that goes with them';
  return isOne ? 'No model says this word; these have a task that goes with it' : 'No model says any of these words; these have a task that goes with them';
}

/**
 * What was shown and what came, each once, part by part.
 * @param {SearchHit[]} shown @param {SearchHit[]} more
 */
export function merged(shown, more) {
  const known = new Set(shown.map((hit) => hit.doc));
  const all = [...shown, ...more.filter((hit) => !known.has(hit.doc))];
  return (/** @type {Part[]} */ (['all', 'some', 'related'])).flatMap((part) => all.filter((hit) => partOf(hit) === part));
}
