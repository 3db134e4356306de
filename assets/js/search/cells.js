/**
 * Finds what is similar in cells of quantized vectors: Swift's `CellSearch`; both are held to `Tests/Fixtures/vectors.json`.
 *
 *     const query = vectorOf(cell, 4, centroids);
 *     nearestCells(query, centroids, 1400)    → the cells to load
 *     similarities(query, cell, centroids)    → one cosine a group
 */

/**
 * @typedef {import('./vectors.js').CentroidShard} CentroidShard
 * @typedef {import('./vectors.js').Cell} Cell
 */

/** Cells that a query looks into, whatever they hold. */
const LEAST_CELLS = 3;
const MOST_CELLS = 64;

/** Sums in another order differ in the last digits; six digits are the same in both languages. */
const rounded = (/** @type {number} */ value) => Math.sign(value) * Math.round(Math.abs(value) * 1e6) / 1e6;

/**
 * The cells whose centroids are most similar to a vector, best first; of equal ones the first.
 * @param {Float64Array} vector @param {CentroidShard} c @param {number} codes how many groups they may have together; the first few are taken whatever they have
 */
export function nearestCells(vector, c, codes) {
  const bytes = c.dimensions / 8;
  const table = signTable(vector, bytes);
  const base = dot(vector, c.mean);
  const similar = new Float64Array(c.cells);
  for (let cell = 0, at = 0; cell < c.cells; cell += 1) {
    let sum = 0;
    for (let j = 0; j < bytes; j += 1, at += 1) sum += table[j * 256 + c.signs[at]];
    similar[cell] = rounded(base + c.scales[cell] * sum);
  }
  const order = Array.from(similar.keys()).sort((a, b) => similar[b] - similar[a] || a - b);
  let taken = 0;
  for (let left = codes; taken < order.length && taken < MOST_CELLS; taken += 1) {
    left -= c.groups[order[taken]];
    if (left < 0 && taken >= LEAST_CELLS) break;
  }
  return order.slice(0, taken);
}

/**
 * The vector that a group's code stands for, of length 1.
 * @param {Cell} cell @param {number} group @param {CentroidShard} c
 */
export function vectorOf(cell, group, c) {
  const levels = levelsOf(c);
  const bytes = c.dimensions / 4;
  return unit(Float64Array.from(cell.centroid, (value, i) => value + cell.scales[group] * levels[(cell.codes[group * bytes + (i >> 2)] >> (2 * (i & 3))) & 3]));
}

/**
 * The mean of vectors, of length 1: what results have in common.
 * @param {Float64Array[]} vectors
 */
export function meanOf(vectors) {
  const sum = new Float64Array(vectors[0].length);
  for (const vector of vectors) for (let i = 0; i < sum.length; i += 1) sum[i] += vector[i];
  return unit(sum);
}

/**
 * How similar the groups of a cell are to a vector.
 * @param {Float64Array} vector @param {Cell} cell @param {CentroidShard} c
 */
export function similarities(vector, cell, c) {
  const bytes = c.dimensions / 4;
  const table = levelTable(vector, bytes, levelsOf(c));
  const base = dot(vector, cell.centroid);
  const similar = new Float64Array(cell.scales.length);
  for (let group = 0, at = 0; group < similar.length; group += 1) {
    let sum = 0;
    for (let j = 0; j < bytes; j += 1, at += 1) sum += table[j * 256 + cell.codes[at]];
    similar[group] = rounded(Math.min(1, base + cell.scales[group] * sum));
  }
  return similar;
}

/** @param {CentroidShard} c */
const levelsOf = ({ levels: [a, b] }) => [-b, -a, a, b];

/**
 * For each byte of signs and each value of it, what its eight dimensions add.
 * @param {Float64Array} vector @param {number} places
 */
function signTable(vector, places) {
  const table = new Float64Array(places * 256);
  for (let place = 0; place < places; place += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      let sum = 0;
      for (let i = 0; i < 8; i += 1) sum += (byte >> i) & 1 ? vector[place * 8 + i] : -vector[place * 8 + i];
      table[place * 256 + byte] = sum;
    }
  }
  return table;
}

/**
 * The same of codes, of four dimensions a byte.
 * @param {Float64Array} vector @param {number} places @param {number[]} levels
 */
function levelTable(vector, places, levels) {
  const table = new Float64Array(places * 256);
  for (let place = 0; place < places; place += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      let sum = 0;
      for (let i = 0; i < 4; i += 1) sum += vector[place * 4 + i] * levels[(byte >> (2 * i)) & 3];
      table[place * 256 + byte] = sum;
    }
  }
  return table;
}

/** @param {Float64Array} a @param {Float64Array} b */
function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
}

/** @param {Float64Array} vector */
function unit(vector) {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((x) => x / length) : vector;
}
