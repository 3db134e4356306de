/** An index that is open: its manifest, its words, and every file by what is in it. */
import { DetailBlock } from './details.js';
import { DocumentBlock } from './documents.js';
import { FacetChunk } from './facetchunk.js';
import { readManifest, stem } from './manifest.js';
import { numberColumn, orderList } from './numbers.js';
import { Shards } from './shards.js';
import { Synonyms } from './synonyms.js';
import { TermShard, longListChunk, wordTable } from './terms.js';
import { FileTrouble } from './trouble.js';
import { CentroidShard, cellShard } from './vectors.js';
import { WordTable } from './words.js';

/** @typedef {import('./manifest.js').Manifest} Manifest */

export class Index {
  /** @param {import('./serve.js').EngineSource} source */
  constructor(source) {
    this.source = source;
    this.shards = new Shards(source.load);
  }

  /** Both begin to load at once: words are needed by every typed query. */
  begin() {
    this.manifest().catch(() => {});
    this.words().catch(() => {});
  }

  /** @returns {Promise<Manifest & { meanings: Synonyms }>} */
  manifest() {
    return this.shards.get('manifest', this.source.manifest, (bytes) => {
      const manifest = readManifest(bytes);
      return Object.assign(manifest, { meanings: meaningsOf(manifest) });
    });
  }

  /** @returns {Promise<WordTable>} */
  words() { return this.shards.get('words', this.source.words, wordTable); }

  /** @param {Manifest} manifest @param {import('./manifest.js').ShardPlace} shard @returns {Promise<TermShard>} */
  termShard(manifest, { name, file, number }) {
    return this.shards.get(name, file, (bytes) => new TermShard(bytes, name, number, manifest.models));
  }

  /** @param {Manifest} manifest @param {number} number @param {string} term */
  longChunk(manifest, number, term) {
    const { name, file } = manifest.longChunk(number);
    return this.shards.get(name, file, (bytes) => longListChunk(bytes, name, number, manifest.models, term));
  }

  /** @param {Manifest} manifest @param {number} number @returns {Promise<DocumentBlock>} */
  documents(manifest, number) {
    const { name, file } = manifest.documents.place(number);
    return this.shards.get(name, file, (bytes) => new DocumentBlock(bytes, name, number, manifest.documents.blocks.rangeOf(number)));
  }

  /** @param {Manifest} manifest @param {number} number @returns {Promise<FacetChunk>} */
  facets(manifest, number) {
    const { name, file } = manifest.facets.place(number);
    return this.shards.get(name, file, (bytes) => new FacetChunk(bytes, name, number, manifest.facets.blocks.rangeOf(number)));
  }

  /** @param {Manifest} manifest @param {import('./numbers.js').NumberName} column @param {number} block */
  numbers(manifest, column, block) {
    const { name, file, number } = manifest.numberFile(column, block);
    return this.shards.get(name, file, (bytes) => numberColumn(bytes, name, number, column, manifest.numbers.blocks.rangeOf(block)));
  }

  /**
   * The first of all models in an order.
   * @param {Manifest} manifest @param {number} number
   */
  order(manifest, number) {
    const { name, file } = manifest.orderFile(number);
    return this.shards.get(name, file, (bytes) => orderList(bytes, name, number, manifest.models));
  }

  /** @param {Manifest} manifest @param {number} number @param {string} hash as the document's block has it @returns {Promise<DetailBlock>} */
  details(manifest, number, hash) {
    const name = stem('x', number);
    return this.shards.get(name, `${name}.${hash}.js`, (bytes) => new DetailBlock(bytes, name, number, manifest.details.rangeOf(number)));
  }

  /** @param {Manifest} manifest @returns {Promise<CentroidShard>} */
  centroids(manifest) {
    const name = stem('c', 0);
    return this.shards.get(name, `${name}.${/** @type {any} */ (manifest.vectors).centroids}.js`, (bytes) => new CentroidShard(bytes, name));
  }

  /**
   * The cells of the file that a cell is in.
   * @param {Manifest} manifest @param {CentroidShard} centroids @param {number} cell
   */
  cells(manifest, centroids, cell) {
    const { name, file, number } = centroids.fileOf(cell);
    return this.shards.get(name, file, (bytes) => cellShard(bytes, name, number, centroids, manifest.models));
  }
}

/** @param {Manifest} manifest */
function meaningsOf(manifest) {
  let synonyms;
  try { synonyms = new Synonyms(manifest.synonyms); } catch (error) { throw new FileTrouble('damaged', 'manifest', String(error)); }
  const { tables } = manifest;
  for (const [kind, table] of /** @type {const} */ ([['tasks', tables.tasks], ['libraries', tables.libraries], ['licenses', tables.licenses], ['languages', tables.languages], ['formats', tables.formats]])) {
    synonyms.addCodes(/** @type {string[]} */ (table.names.filter(Boolean)), kind);
  }
  return synonyms;
}
