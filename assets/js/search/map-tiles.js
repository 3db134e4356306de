/** The map's files, fetched when a view needs them: the root at once, tiles by zoom, places of single documents on demand. */
import { readChunk, readRoot, readTile, shardName } from './map-format.js';

/** @typedef {import('./map-format.js').Tile} Tile */
/** @typedef {import('./map-format.js').TileEntry} TileEntry */
/** @typedef {{ x0: number, y0: number, x1: number, y1: number }} Box */

/** So many tiles at most are asked for by one look. */
const atOnce = 12;

export class MapTiles {
  /** @param {(name: string, file: string) => Promise<Uint8Array>} load unpacked bytes of a file */
  constructor(load) {
    this.load = load;
    /** @type {ReturnType<typeof readRoot> | null} */ this.root = null;
    /** @type {Map<number, Tile>} */ this.there = new Map();
    /** @type {Map<number, Promise<void>>} */ this.coming = new Map();
    /** @type {Map<number, Promise<ReturnType<typeof readChunk>>>} */ this.chunks = new Map();
    /** @type {Error | null} what failed last, for the reader */ this.trouble = null;
  }

  /**
   * @param {string} hash of the root, from the manifest
   */
  async open(hash) {
    const root = readRoot(await this.load('m0000', `m0000.${hash}.js`));
    this.root = root;
    this.there.set(0, { depth: 0, column: 0, row: 0, docs: Uint32Array.from({ length: root.head }, (_, i) => i), places: root.places, modalities: root.modalities });
    return root;
  }

  /**
   * What is here of the tiles that a box touches, from the top down.
   * @param {Box} box @returns {Tile[]}
   */
  inBox(box) {
    return [...this.there].sort((a, b) => a[0] - b[0]).map((entry) => entry[1]).filter((tile) => touches(tile, box));
  }

  /**
   * Tiles of a box that are not here, the topmost first.
   * @param {Box} box @param {number} depth not deeper than this
   */
  missing(box, depth) {
    if (!this.root) return [];
    return this.root.tiles.filter((t) => t.depth <= depth && !this.there.has(t.number) && touches(t, box));
  }

  /**
   * Fetches what a look needs, a few at a time; resolves to whether anything came.
   * @param {Box} box @param {number} depth @param {number} [most]
   */
  async fetch(box, depth, most = atOnce) {
    const wanted = this.missing(box, depth).slice(0, most);
    const results = await Promise.all(wanted.map((t) => this.tile(t)));
    return results.some(Boolean);
  }

  /** @private @param {TileEntry} entry @returns {Promise<boolean>} */
  async tile(entry) {
    const known = this.coming.get(entry.number);
    const fetching = known || this.bring(entry);
    this.coming.set(entry.number, fetching);
    try {
      await fetching;
      return true;
    } catch (error) {
      // The rest of the map stands; the next look asks again.
      this.trouble = /** @type {Error} */ (error);
      return false;
    } finally {
      this.coming.delete(entry.number);
    }
  }

  /** @private @param {TileEntry} entry */
  async bring(entry) {
    const name = shardName('m', entry.number);
    this.there.set(entry.number, readTile(await this.load(name, `${name}.${entry.hash}.js`), entry.number));
  }

  /**
   * Where documents lie: exactly for those of the root and the tiles that are here, nearly for the rest.
   * @param {number[]} docs
   * @returns {Promise<Map<number, [number, number]>>} those with a place
   */
  async placesOf(docs) {
    const root = this.root;
    /** @type {Map<number, [number, number]>} */
    const out = new Map();
    if (!root) return out;
    await Promise.all(docs.map(async (doc) => {
      const place = doc < root.head ? placeAt(root.places, doc) : this.loadedPlace(doc) || await this.chunkPlace(doc);
      if (place) out.set(doc, place);
    }));
    return out;
  }

  /** @private @param {number} doc */
  loadedPlace(doc) {
    for (const [number, tile] of this.there) {
      if (number === 0) continue;
      const at = indexOf(tile.docs, doc);
      if (at >= 0) return placeAt(tile.places, at);
    }
    return null;
  }

  /** @private @param {number} doc @returns {Promise<[number, number] | null>} */
  async chunkPlace(doc) {
    const root = /** @type {ReturnType<typeof readRoot>} */ (this.root);
    const number = Math.floor((doc - root.head) / root.chunkSize);
    if (!(number < root.chunkHashes.length)) return null;
    const name = shardName('p', number);
    const known = this.chunks.get(number);
    const coming = known || this.load(name, `${name}.${root.chunkHashes[number]}.js`).then((bytes) => readChunk(bytes, number));
    this.chunks.set(number, coming);
    try {
      const chunk = await coming;
      return placeAt(chunk.places, doc - chunk.first);
    } catch (error) {
      this.chunks.delete(number);
      this.trouble = /** @type {Error} */ (error);
      return null;
    }
  }
}

/** @param {{ xs: Uint16Array, ys: Uint16Array }} places @param {number} at @returns {[number, number] | null} */
function placeAt(places, at) {
  const x = places.xs[at];
  const y = places.ys[at];
  return x || y ? [x, y] : null;
}

/** @param {{ depth: number, column: number, row: number }} tile @param {Box} box */
function touches(tile, box) {
  const side = 2 ** (16 - tile.depth);
  const x = tile.column * side;
  const y = tile.row * side;
  return x < box.x1 && x + side > box.x0 && y < box.y1 && y + side > box.y0;
}

/**
 * In an ascending list; −1 when it is not there.
 * @param {Uint32Array} docs @param {number} doc
 */
export function indexOf(docs, doc) {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle] < doc) low = middle + 1; else high = middle;
  }
  return docs[low] === doc ? low : -1;
}
