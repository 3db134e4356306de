/**
 * The files of the map: root `m0000`, deeper tiles `m####`, places of single documents `p####`. Their bytes are described in
 * `Sources/SearchFormat/MapRoot.swift`, `MapTile.swift`, `PlaceChunk.swift`; `Tests/Fixtures/map.json` holds both to the same.
 */
import { Reader, varints } from './bytes.js';

/** What the bytes of a modality mean. */
export const modalityOrder = ['nlp', 'cv', 'mm', 'audio', 'tab', 'rl', 'other', 'none'];
const mostDepth = 12;

/** @typedef {{ xs: Uint16Array, ys: Uint16Array }} Places */
/** @typedef {{ level: number, x: number, y: number, models: number, modality: number, text: string }} MapLabel */
/** @typedef {{ number: number, depth: number, column: number, row: number, count: number, hash: string }} TileEntry */
/** @typedef {{ depth: number, column: number, row: number, docs: Uint32Array, places: Places, modalities: Uint8Array }} Tile */

/** @param {Uint8Array} bytes @param {string} [file] */
export function readRoot(bytes, file = 'm0000') {
  const r = new Reader(bytes, file);
  r.header('m', 0);
  const models = r.varint();
  const placed = r.varint();
  const head = r.count('dots');
  const places = readPlaces(r, head);
  const modalities = readModalities(r, head);
  const totals = modalityOrder.map(() => r.varint());
  const side = r.below(1025, 'side');
  if (side === 0 || (side & (side - 1)) !== 0) r.fail(`a grid of side ${side}`);
  const grid = r.take(modalityOrder.length * side * side);
  const labels = readLabels(r);
  const tiles = readTiles(r);
  const chunkSize = r.varint();
  const chunks = r.count('chunks');
  if (chunkSize === 0 || chunks !== Math.ceil(Math.max(0, models - head) / chunkSize)) r.fail(`${chunks} chunks of ${chunkSize} places`);
  const chunkHashes = Array.from({ length: chunks }, () => readHash(r));
  r.end();
  return { models, placed, head, places, modalities, totals, side, grid, labels, tiles, chunkSize, chunkHashes };
}

/** @param {Uint8Array} bytes @param {number} number @returns {Tile} */
export function readTile(bytes, number) {
  const r = new Reader(bytes, shardName('m', number));
  r.header('m', number);
  const depth = r.below(mostDepth + 1, 'depth');
  const column = r.below(2 ** depth, 'column');
  const row = r.below(2 ** depth, 'row');
  const count = r.count('dots');
  const docs = new Uint32Array(count);
  let before = -1;
  for (let i = 0; i < count; i += 1) {
    before += 1 + r.below(2 ** 32 - 1, 'document');
    if (before >= 2 ** 32) r.fail(`document ${before}`);
    docs[i] = before;
  }
  const places = readPlaces(r, count);
  const side = 2 ** (16 - depth);
  for (let i = 0; i < count; i += 1) {
    if (places.xs[i] >= side || places.ys[i] >= side) r.fail('a dot beside its tile');
    places.xs[i] += column * side;
    places.ys[i] += row * side;
  }
  const modalities = readModalities(r, count);
  r.end();
  return { depth, column, row, docs, places, modalities };
}

/**
 * @param {Uint8Array} bytes @param {number} number
 * @returns {{ first: number, places: Places }} to 16 of the map's 65,536 steps
 */
export function readChunk(bytes, number) {
  const r = new Reader(bytes, shardName('p', number));
  r.header('p', number);
  const first = r.varint();
  const count = r.count('places');
  const xs = Uint16Array.from(r.take(count), (x) => x << 8);
  const ys = Uint16Array.from(r.take(count), (y) => y << 8);
  const rest = r.take(count);
  for (let i = 0; i < count; i += 1) {
    xs[i] |= rest[i] & 0xf0;
    ys[i] |= (rest[i] & 0xf) << 4;
  }
  r.end();
  return { first, places: { xs, ys } };
}

/**
 * About how many a code of the grid stands for: 0 → 0, 1 → 1.04, 54 → 103.
 * @param {number} code
 */
export const gridCount = (code) => (code === 0 ? 0 : 2 ** ((code - 1) / 8 + 1 / 16));

/**
 * `shardName('m', 7)` → "m0007".
 * @param {string} letter @param {number} number
 */
export const shardName = (letter, number) => letter + String(number).padStart(4, '0');

/** @param {Reader} r @param {number} count @returns {Places} */
function readPlaces(r, count) {
  return { xs: readColumn(r, count), ys: readColumn(r, count) };
}

/** @param {Reader} r @param {number} count */
function readColumn(r, count) {
  const high = r.take(count);
  const low = r.take(count);
  return Uint16Array.from(high, (h, i) => (h << 8) | low[i]);
}

/** @param {Reader} r @param {number} count */
function readModalities(r, count) {
  const codes = r.take(count);
  if (codes.some((c) => c >= modalityOrder.length)) r.fail('a modality beyond the eighth');
  return codes;
}

/** @param {Reader} r */
const readHash = (r) => Array.from(r.take(4), (b) => b.toString(16).padStart(2, '0')).join('');

/** @param {Reader} r @returns {MapLabel[]} */
function readLabels(r) {
  const count = r.count('labels');
  const levels = varints(r, new Uint16Array(count), 1 << 16);
  const xs = varints(r, new Uint16Array(count), 1 << 16);
  const ys = varints(r, new Uint16Array(count), 1 << 16);
  const models = varints(r, new Float64Array(count), 2 ** 53);
  const modalities = readModalities(r, count);
  if (levels.some((level, i) => i > 0 && level < levels[i - 1])) r.fail('levels out of order');
  return Array.from({ length: count }, (_, i) => ({
    level: levels[i], x: xs[i], y: ys[i], models: models[i], modality: modalities[i], text: r.text(),
  }));
}

/** @param {Reader} r @returns {TileEntry[]} */
function readTiles(r) {
  const count = r.count('tiles');
  const depths = varints(r, new Uint16Array(count), mostDepth + 1);
  const columns = varints(r, new Uint16Array(count), 1 << mostDepth);
  const rows = varints(r, new Uint16Array(count), 1 << mostDepth);
  const counts = varints(r, new Float64Array(count), 2 ** 53);
  return Array.from({ length: count }, (_, i) => {
    if (columns[i] >= 2 ** depths[i] || rows[i] >= 2 ** depths[i]) r.fail('a tile beside the map');
    return { number: i + 1, depth: depths[i], column: columns[i], row: rows[i], count: counts[i], hash: readHash(r) };
  });
}
