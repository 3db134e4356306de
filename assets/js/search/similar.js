/**
 * Hits by meaning: what is similar to a model, and what is similar to the best hits of a query. A hit stands for its group of
 * near-copies, by the most popular that passes. Twin: `Sources/Search/SearchEngine+Similar.swift`.
 */
import { loadChunks, passing } from './chunks.js';
import { similarGroups } from './meaning.js';
import { recordsAt } from './records.js';
import { POPULAR, popularityOf } from './scoring.js';
import { keyOf } from './text.js';

/**
 * @typedef {Pick<import('./ranked.js').Work, 'index' | 'manifest' | 'call' | 'rule'>} Work
 * @typedef {import('./meaning.js').VectorPlace} VectorPlace
 *
 * Of a group what passes and is not shown; `isOwn`: of the very model that is asked for.
 * @typedef {{ docs: number[], similarity: number, isOwn: boolean }} Candidate
 */

/** Groups that are looked at for each one that is wanted, under filters. */
const MORE = 20;
/** Models of a model's own group whose names are looked at: one that is no copy may stand for them. */
const NAMES = 4;

/**
 * Where the vectors of documents are; those without one are left out.
 * @param {Pick<Work, 'index' | 'manifest' | 'call'>} work @param {number[]} docs
 * @returns {Promise<VectorPlace[]>}
 */
export async function placesOf({ index, manifest, call }, docs) {
  const { blocks } = manifest.documents;
  const found = await Promise.all(docs.map(async (doc) => {
    const block = await call.attempt(index.documents(manifest, blocks.blockOf(doc)));
    const i = block ? doc - block.first : 0;
    return block && block.cell[i] > 0 ? [{ cell: block.cell[i] - 1, group: block.group[i] - 1 }] : [];
  }));
  return found.flat();
}

/**
 * What is similar to a model. Its own group counts without those that bear its name, which are its copies.
 * @param {Work} work @param {number} doc @param {number} wanted
 * @returns {Promise<SearchHit[]>}
 */
export async function similarTo(work, doc, wanted) {
  const { index, manifest, call } = work;
  const near = await candidates(work, [doc], wanted + 1, (docs) => docs.filter((other) => other !== doc), doc);
  const shown = near.flatMap(({ docs, isOwn }) => docs.slice(0, isOwn ? NAMES : 1));
  const [own, ...found] = await recordsAt(index, manifest, call, [doc, ...shown]);
  const records = new Map(shown.map((other, i) => [other, found[i]]));
  return near.flatMap(({ docs, similarity, isOwn }) => {
    const record = docs.slice(0, isOwn ? NAMES : 1).map((other) => records.get(other)).find((r) => r && own && !(isOwn && bearOneName(r, own)));
    const copies = isOwn && own ? own.copies - 1 : 0;
    return record ? [hitOf(record, similarity, Math.max(0, docs.length - 1 - copies))] : [];
  }).slice(0, wanted);
}

/**
 * What is similar to all of some documents, without groups of which anything is shown.
 * @param {Work} work @param {number[]} seeds @param {number} wanted @param {Set<number>} shown
 * @returns {Promise<SearchHit[]>}
 */
export async function relatedTo(work, seeds, wanted, shown) {
  const { index, manifest, call } = work;
  const near = await candidates(work, seeds, wanted, (docs) => (docs.some((doc) => shown.has(doc)) ? [] : [...docs]), null);
  const records = await recordsAt(index, manifest, call, near.map(({ docs }) => docs[0]));
  return near.flatMap(({ docs, similarity }, i) => {
    const record = records[i];
    return record ? [hitOf(record, similarity, docs.length - 1)] : [];
  });
}

/**
 * The nearest groups to what models have in common, as far as they pass and `left` leaves of them.
 * @param {Work} work @param {number[]} models @param {number} wanted @param {(docs: Uint32Array) => Iterable<number>} left @param {number | null} own
 * @returns {Promise<Candidate[]>}
 */
async function candidates(work, models, wanted, left, own) {
  const { index, manifest, call, rule } = work;
  const groups = await similarGroups(index, manifest, call, await placesOf(work, models));
  call.check();
  /** @type {Candidate[]} */
  const near = [];
  for (const { docs, similarity } of groups || []) {
    if (near.length === (rule.isEmpty ? wanted : MORE * wanted)) break;
    const others = [...left(docs)];
    if (others.length > 0) near.push({ docs: others, similarity, isOwn: own !== null && docs.includes(own) });
  }
  if (rule.isEmpty) return near;
  const passes = passing(manifest, rule, await loadChunks(index, manifest, call, near.flatMap(({ docs }) => docs), rule.parts));
  return near.map((one) => ({ ...one, docs: one.docs.filter(passes) })).filter(({ docs }) => docs.length > 0).slice(0, wanted);
}

/** @param {SearchRecord} a @param {SearchRecord} b */
export function bearOneName(a, b) {
  const [one, other] = [a, b].map(({ id }) => keyOf(id.slice(id.indexOf('/') + 1)));
  return one === other;
}

/** @param {SearchRecord} record @param {number} similarity @param {number} alike @returns {SearchHit} */
function hitOf(record, similarity, alike) {
  const use = (record.downloads || 0) + 30 * (record.likes || 0);
  const reasons = popularityOf(use) >= POPULAR ? ['meaning', 'popular'] : ['meaning'];
  return { doc: record.doc, id: record.id, score: similarity, reasons, matched: [], similarity, copies: record.copies - 1, alike, isFull: false, record };
}
