/** The lists of terms that a query needs, wherever they lie. */

/**
 * @typedef {import('./terms.js').Postings} Postings
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 *
 * `parts`: lists of documents, those of a later part after those of an earlier one. `isWhole`: nothing is left to load.
 * `failed`: a file did not come, so that the term is missing in part or wholly.
 * @typedef {{ term: string, df: number, parts: Postings[], isWhole: boolean, failed: boolean }} TermList
 */

/**
 * Of long terms the head alone.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {Iterable<string>} terms
 * @returns {Promise<Map<string, TermList>>}
 */
export async function loadTerms(index, manifest, call, terms) {
  const all = [...new Set(terms)];
  const lists = await Promise.all(all.map((term) => (manifest.longTerms.has(term) ? head : short)(index, manifest, call, term)));
  return new Map(all.map((term, i) => [term, lists[i]]));
}

/**
 * The tails of those that have one; the lists are whole afterwards.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {Iterable<TermList>} lists
 */
export async function loadTails(index, manifest, call, lists) {
  await Promise.all([...lists].filter((list) => !list.isWhole).map(async (list) => {
    const long = manifest.longTerms.get(list.term);
    if (!long) return;
    const numbers = Array.from({ length: long.chunks - 1 }, (_, i) => long.first + 1 + i);
    const chunks = await Promise.all(numbers.map((n) => call.attempt(index.longChunk(manifest, n, list.term))));
    list.parts = [...list.parts, .../** @type {Postings[]} */ (chunks.filter(Boolean))];
    list.isWhole = true;
    list.failed = list.failed || chunks.includes(null);
  }));
}

/** @param {Index} index @param {Manifest} manifest @param {Call} call @param {string} term @returns {Promise<TermList>} */
async function short(index, manifest, call, term) {
  const place = manifest.termShard(term);
  const shard = place && await call.attempt(index.termShard(manifest, place));
  const postings = shard && shard.postings(term);
  return { term, df: postings ? postings.docs.length : 0, parts: postings ? [postings] : [], isWhole: true, failed: place !== null && !shard };
}

/** @param {Index} index @param {Manifest} manifest @param {Call} call @param {string} term @returns {Promise<TermList>} */
async function head(index, manifest, call, term) {
  const long = /** @type {import('./manifest.js').LongTerm} */ (manifest.longTerms.get(term));
  const chunk = await call.attempt(index.longChunk(manifest, long.first, term));
  return { term, df: long.df, parts: chunk ? [chunk] : [], isWhole: long.chunks === 1, failed: !chunk };
}

/**
 * Documents that have all of some terms, ascending; tails of long terms are read only where no short list is shorter.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {string[]} terms
 * @returns {Promise<Uint32Array>}
 */
export async function havingAll(index, manifest, call, terms) {
  const lists = [...(await loadTerms(index, manifest, call, terms)).values()].sort((a, b) => a.df - b.df);
  if (lists.length === 0 || lists[0].df === 0) return new Uint32Array(0);
  // Of long lists the shortest is enough, when there is no other: what it leaves is looked at document by document.
  const some = lists.filter((list) => list.isWhole);
  if (some.length === 0) { await loadTails(index, manifest, call, lists.slice(0, 1)); some.push(lists[0]); }
  let docs = flat(some[0]);
  for (const list of some.slice(1)) docs = intersection(docs, flat(list));
  return docs;
}

/** @param {TermList} list */
function flat(list) {
  if (list.parts.length === 1) return list.parts[0].docs;
  const docs = new Uint32Array(list.parts.reduce((n, p) => n + p.docs.length, 0));
  let at = 0;
  for (const part of list.parts) { docs.set(part.docs, at); at += part.docs.length; }
  return docs;
}

/** @param {Uint32Array} a @param {Uint32Array} b both ascending */
export function intersection(a, b) {
  const out = new Uint32Array(Math.min(a.length, b.length));
  let n = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    if (a[i] === b[k]) { out[n] = a[i]; n += 1; i += 1; k += 1; } else if (a[i] < b[k]) i += 1; else k += 1;
  }
  return out.slice(0, n);
}
