/** `c0000` and `v####`: where the vectors lie. `CentroidShard.swift` and `CellShard.swift` describe the bytes. */
import { Reader, varints } from './bytes.js';
import { place } from './manifest.js';

const MOST_DIMENSIONS = 2 ** 14;

export class CentroidShard {
  /** @param {Uint8Array} bytes @param {string} name */
  constructor(bytes, name) {
    const r = new Reader(bytes, name);
    r.header('c', 0);
    this.dimensions = dimensions(r);
    this.cells = r.count('cells');
    this.cellsPerFile = r.varint();
    if (this.cellsPerFile < 1) r.fail('no cells in a file');
    this.levels = [float(r), float(r)];
    const scale = float(r);
    this.mean = Float64Array.from(signed(r, this.dimensions), (m) => scale * m);
    const greatest = float(r);
    this.scales = Float64Array.from(r.take(this.cells), (s) => greatest * s / 255);
    /** How many groups each cell has, and so how many codes its file brings. */
    this.groups = varints(r, new Uint32Array(r.atMost(this.cells)), 2 ** 32);
    this.hashes = r.take(4 * Math.ceil(this.cells / this.cellsPerFile));
    this.signs = r.take(this.cells * this.dimensions / 8);
    r.end();
  }

  /** @param {number} cell */
  fileOf(cell) { return place('v', Math.floor(cell / this.cellsPerFile), this.hashes); }
}

/**
 * @typedef {{ docs: Uint32Array, starts: Uint32Array, centroid: Float64Array, scales: Float64Array, codes: Uint8Array }} Cell
 * documents of group g: docs from starts[g] to starts[g + 1], ascending
 */

/**
 * The cells of a file.
 * @param {Uint8Array} bytes @param {string} name @param {number} number @param {CentroidShard} centroids @param {number} models
 * @returns {Cell[]}
 */
export function cellShard(bytes, name, number, centroids, models) {
  const r = new Reader(bytes, name);
  r.header('v', number);
  if (dimensions(r) !== centroids.dimensions) r.fail('vectors of another length than the centroids');
  const cells = Array.from({ length: r.count('cells') }, () => cellOf(r, centroids.dimensions, models));
  r.end();
  return cells;
}

/** @param {Reader} r @param {number} size @param {number} models @returns {Cell} */
function cellOf(r, size, models) {
  const count = r.count('groups');
  const starts = new Uint32Array(count + 1);
  for (let g = 0; g < count; g += 1) {
    starts[g + 1] = starts[g] + 1 + r.below(2 ** 31, 'copies');
    if (starts[g + 1] > r.bytes.length) r.fail('more documents than bytes');
  }
  const docs = documentsOf(r, starts, models);
  const scale = float(r);
  const centroid = Float64Array.from(signed(r, size), (c) => scale * c);
  const greatest = float(r);
  const scales = Float64Array.from(r.take(count), (s) => greatest * s / 255);
  return { docs, starts, centroid, scales, codes: r.take(count * size / 4) };
}

/** @param {Reader} r @param {Uint32Array} starts @param {number} models */
function documentsOf(r, starts, models) {
  const docs = new Uint32Array(r.atMost(starts[starts.length - 1]));
  let first = 0;
  for (let g = 0; g + 1 < starts.length; g += 1) {
    first += r.varint();
    let doc = first;
    for (let i = starts[g]; i < starts[g + 1]; i += 1) {
      if (i > starts[g]) doc += 1 + r.varint();
      if (doc >= models) r.fail(`the document ${doc} of ${models}`);
      docs[i] = doc;
    }
  }
  return docs;
}

/** @param {Reader} r */
function dimensions(r) {
  const value = r.below(MOST_DIMENSIONS, 'dimensions');
  if (value % 8 !== 0) r.fail(`${value} dimensions, which is no multiple of 8`);
  return value;
}

/**
 * Four bytes, IEEE 754, lowest first.
 * @param {Reader} r
 */
function float(r) {
  const bytes = r.take(4);
  const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);
  if (!Number.isFinite(value)) r.fail('a number that is not finite');
  return value;
}

/** @param {Reader} r @param {number} count */
function signed(r, count) {
  const bytes = r.take(count);
  return new Int8Array(bytes.buffer, bytes.byteOffset, count);
}
