/** Counts over all matches: facets, and which filter to loosen where none is left. */
import { eachIn, loadChunks } from './chunks.js';
import { FacetCounting } from './facets.js';
import { allMatches } from './ranked.js';

/**
 * @param {import('./ranked.js').Work} work
 * @returns {Promise<{ counting: FacetCounting, matches: number, exact: boolean }>}
 */
export async function counted(work) {
  const { index, manifest, call, rule } = work;
  const { docs, exact } = await allMatches(work);
  const chunks = await loadChunks(index, manifest, call, docs, new Set([...rule.parts, /** @type {const} */ ('counted')]));
  call.check();
  const counting = new FacetCounting(rule, manifest);
  eachIn(manifest, chunks, docs, (chunk, i) => counting.count(chunk, i));
  return { counting, matches: docs.length, exact };
}

/**
 * Where the filters leave nothing of what matches: a note for each filter without which something would be left.
 * @param {import('./ranked.js').Work} work
 */
export async function noteFilters(work) {
  const { counting, matches } = await counted(work);
  if (matches === 0 || counting.total > 0) return;
  const keys = work.rule.keys.filter((key) => counting.loosened.has(key));
  for (const key of keys) {
    const count = /** @type {number} */ (counting.loosened.get(key));
    work.call.more.push({
      kind: 'filters', about: key, count,
      text: `Without the filter "${key}" ${count.toLocaleString('en-US')} ${count === 1 ? 'model matches' : 'models match'}.`,
    });
  }
  if (keys.length === 0) {
    work.call.more.push({ kind: 'filters', text: `No model passes these filters together: ${work.rule.keys.join(', ')}. Loosen several.` });
  }
}
