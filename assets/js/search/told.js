/**
 * Which corrections a reader is told of: Swift's `ToldCorrections`, where an example stands.
 *
 * One is told when a hit among the first ten has the corrected word and not the typed one: what only might have helped is not
 * claimed. `also`: the word as typed is known or found, too.
 */
import { recordTerms } from './recordterms.js';

const FIRST = 10;

/**
 * @param {import('./plan.js').Plan} plan @param {SearchHit[]} hits
 * @returns {{ from: string, to: string, also: boolean }[]}
 */
export function toldCorrections(plan, hits) {
  if (plan.corrections.length === 0) return [];
  const records = hits.slice(0, FIRST).map((hit) => recordTerms(hit.record));
  const typed = new Set(plan.positions.map((p) => p.word));
  /** @type {Map<string, { from: string, to: string, also: boolean }>} */
  const told = new Map();
  for (const { from, to, isKnown } of plan.corrections) {
    if (typed.has(to) || !records.some((r) => r.has(to) && !r.has(from))) continue;
    told.set(`${from} ${to}`, { from, to, also: isKnown || records.some((r) => r.has(from)) });
  }
  return [...told.values()];
}
