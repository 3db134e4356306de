/** What is similar to models: their cells, the nearest cells, the nearest groups in them. */
import { meanOf, nearestCells, similarities, vectorOf } from './cells.js';

/**
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./index.js').Manifest} Manifest
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./vectors.js').CentroidShard} CentroidShard
 * @typedef {import('./vectors.js').Cell} Cell
 *
 * A group of near-copies and its documents, the most popular first.
 * @typedef {{ docs: Uint32Array, similarity: number }} Group
 * @typedef {{ cell: number, group: number }} VectorPlace
 */

/**
 * Groups by similarity to what models have in common, their own among them.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {VectorPlace[]} models
 * @returns {Promise<Group[] | null>} null when no vector of theirs could be read
 */
export async function similarGroups(index, manifest, call, models) {
  const centroids = await centroidsOf(index, manifest, call);
  if (!centroids || models.length === 0) return null;
  const own = await loadCells(index, manifest, call, centroids, models.map((m) => m.cell));
  const vectors = models.flatMap(({ cell, group }) => {
    const found = own.get(cell);
    return found && group < found.scales.length ? [vectorOf(found, group, centroids)] : [];
  });
  if (vectors.length === 0) return null;
  const query = meanOf(vectors);
  const nearest = nearestCells(query, centroids, /** @type {any} */ (manifest.vectors).codes);
  // Their own cells are there already.
  const cells = await loadCells(index, manifest, call, centroids, [...nearest, ...own.keys()]);
  return groupsOf(cells, query, centroids);
}

/**
 * The documents of a model's group of near-copies, itself among them.
 * @param {Index} index @param {Manifest} manifest @param {Call} call @param {VectorPlace} model
 */
export async function groupOf(index, manifest, call, { cell, group }) {
  const centroids = await centroidsOf(index, manifest, call);
  const cells = centroids && await loadCells(index, manifest, call, centroids, [cell]);
  const found = cells && cells.get(cell);
  return found && group < found.scales.length ? docsOf(found, group) : new Uint32Array(0);
}

/** @param {Index} index @param {Manifest} manifest @param {Call} call */
function centroidsOf(index, manifest, call) {
  return manifest.vectors ? call.attempt(index.centroids(manifest)) : null;
}

/** @param {Index} index @param {Manifest} manifest @param {Call} call @param {CentroidShard} centroids @param {number[]} numbers */
async function loadCells(index, manifest, call, centroids, numbers) {
  const wanted = [...new Set(numbers)].filter((n) => n < centroids.cells);
  const files = await Promise.all(wanted.map((n) => call.attempt(index.cells(manifest, centroids, n))));
  /** @type {Map<number, Cell>} */
  const cells = new Map();
  wanted.forEach((n, i) => {
    const cell = (files[i] || [])[n % centroids.cellsPerFile];
    if (cell) cells.set(n, cell);
  });
  return cells;
}

/** @param {Map<number, Cell>} cells @param {Float64Array} query @param {CentroidShard} centroids @returns {Group[]} */
function groupsOf(cells, query, centroids) {
  /** @type {Group[]} */
  const groups = [];
  for (const cell of cells.values()) {
    similarities(query, cell, centroids).forEach((similarity, g) => groups.push({ docs: docsOf(cell, g), similarity }));
  }
  return groups.sort((a, b) => b.similarity - a.similarity || a.docs[0] - b.docs[0]);
}

/** @param {Cell} cell @param {number} group */
const docsOf = (cell, group) => cell.docs.subarray(cell.starts[group], cell.starts[group + 1]);
