/** Documents in pieces of one facet chunk each, with those columns that a question reads, and no others. */

/**
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./facetchunk.js').FacetChunk} FacetChunk
 * @typedef {import('./numbers.js').NumberName} NumberName
 *
 * What may be read of a chunk: what is counted, or a column of numbers.
 * @typedef {'counted' | NumberName} Part
 *
 * Columns that were not asked for are not there.
 * @typedef {FacetChunk & { first: number, architecture: Uint16Array, parameters: Uint16Array, downloads: Float64Array, likes: Float64Array, created: Uint32Array }} Chunk
 */

/**
 * The chunks of documents, with some parts; those of which a part fails are not in the answer.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {Iterable<number>} docs @param {Iterable<Part>} parts
 * @returns {Promise<Map<number, Chunk>>}
 */
export async function loadChunks(index, manifest, call, docs, parts) {
  const { blocks } = manifest.facets;
  const numbers = new Set();
  for (const doc of docs) numbers.add(blocks.blockOf(doc));
  const all = [...numbers].sort((a, b) => a - b);
  const chunks = await Promise.all(all.map((n) => loadChunk(index, manifest, call, n, [...parts])));
  /** @type {Map<number, Chunk>} */
  const byNumber = new Map();
  all.forEach((n, i) => { const chunk = chunks[i]; if (chunk) byNumber.set(n, chunk); });
  return byNumber;
}

/**
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {number} number @param {Part[]} parts
 * @returns {Promise<Chunk | null>}
 */
async function loadChunk(index, manifest, call, number, parts) {
  const [first, end] = manifest.facets.blocks.rangeOf(number);
  const loaded = await Promise.all(parts.map(async (part) => {
    if (part === 'counted') return call.attempt(index.facets(manifest, number));
    const { blocks } = manifest.numbers;
    const [begin] = blocks.rangeOf(blocks.blockOf(first));
    const values = await call.attempt(index.numbers(manifest, part, blocks.blockOf(first)));
    return values && { [part]: values.subarray(first - begin, end - begin) };
  }));
  return loaded.every(Boolean) ? Object.assign(/** @type {any} */ ({ first }), ...loaded) : null;
}

/**
 * Goes through documents, ascending, with the chunk and the place that each is in; those of chunks that failed are left out.
 * @param {Manifest} manifest @param {Map<number, Chunk>} chunks @param {Uint32Array} docs
 * @param {(chunk: Chunk, i: number, place: number) => void} visit `place` is that in `docs`
 */
export function eachIn(manifest, chunks, docs, visit) {
  const { blocks } = manifest.facets;
  let end = -1;
  /** @type {Chunk | undefined} */
  let chunk;
  for (let place = 0; place < docs.length; place += 1) {
    const doc = docs[place];
    if (doc >= end) {
      const number = blocks.blockOf(doc);
      chunk = chunks.get(number);
      [, end] = blocks.rangeOf(number);
    }
    if (chunk) visit(chunk, doc - chunk.first, place);
  }
}

/**
 * Whether a document passes, as far as its chunk was read.
 * @param {Manifest} manifest @param {import('./filters.js').FilterRule} rule @param {Map<number, Chunk>} chunks
 */
export function passing(manifest, rule, chunks) {
  const { blocks } = manifest.facets;
  return (/** @type {number} */ doc) => {
    const chunk = chunks.get(blocks.blockOf(doc));
    return chunk !== undefined && rule.passes(chunk, doc - chunk.first);
  };
}
