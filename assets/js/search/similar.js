/** Hits by meaning: what is similar to a model, and what is similar to the best hits of a query. */
import { loadChunks, passing } from './chunks.js';
import { similarGroups } from './meaning.js';
import { recordsAt } from './records.js';
import { POPULAR, popularityOf } from './scoring.js';

/**
 * @typedef {import('./ranked.js').Work} Work
 * @typedef {import('./meaning.js').VectorPlace} VectorPlace
 */

/** Groups that are looked at for each one that is wanted, under filters. */
const MORE = 20;

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
 * The nearest groups to models, each by its most popular document that passes.
 * @param {Pick<Work, 'index' | 'manifest' | 'call' | 'rule'>} work @param {number[]} docs @param {number} wanted
 * @param {(doc: number) => boolean} isKnown documents that are shown already
 * @returns {Promise<SearchHit[]>}
 */
export async function similarTo(work, docs, wanted, isKnown) {
  const { index, manifest, call, rule } = work;
  const groups = await similarGroups(index, manifest, call, await placesOf(work, docs));
  call.check();
  if (!groups) return [];
  const near = groups.filter((g) => !g.docs.some(isKnown)).slice(0, rule.isEmpty ? wanted : MORE * wanted);
  const chunks = rule.isEmpty ? new Map() : await loadChunks(index, manifest, call, near.flatMap((g) => [...g.docs]), rule.parts);
  const passes = rule.isEmpty ? () => true : passing(manifest, rule, chunks);
  const found = near.flatMap(({ docs: copies, similarity }) => {
    const doc = copies.find(passes);
    return doc === undefined ? [] : [{ doc, similarity }];
  }).slice(0, wanted);
  const records = await recordsAt(index, manifest, call, found.map((f) => f.doc));
  return found.flatMap(({ doc, similarity }, i) => {
    const record = records[i];
    return record ? [hitOf(doc, similarity, record)] : [];
  });
}

/** @param {number} doc @param {number} similarity @param {SearchRecord} record @returns {SearchHit} */
function hitOf(doc, similarity, record) {
  const use = (record.downloads || 0) + 30 * (record.likes || 0);
  const reasons = popularityOf(use) >= POPULAR ? ['meaning', 'popular'] : ['meaning'];
  return { doc, id: record.id, score: similarity, reasons, matched: [], similarity, copies: record.copies - 1, isFull: false, record };
}
