/** The manifest: what there is, where each term and document lies, what codes stand for. `Manifest.swift` describes it. */
import { bytesOf } from '../chart/shard.js';
import { VERSION } from './bytes.js';
import { COLUMN_COUNT, MADE_ORDERS, columnNumber } from './numbers.js';
import { FileTrouble } from './trouble.js';
import { compareText } from './words.js';

const NAME = 'manifest';

/**
 * @typedef {{ names: (string | null)[], counts: number[], groups: string[], codes: Map<string, number> }} CodeTable
 * @typedef {{ df: number, head: number, first: number, chunks: number }} LongTerm
 * @typedef {{ name: string, file: string, number: number }} ShardPlace
 * @typedef {'tasks' | 'libraries' | 'licenses' | 'languages' | 'formats' | 'architectures'} TableName
 */

export class Manifest {
  /** @param {any} json */
  constructor(json) {
    if (!json || json.format !== 'HubAtlas search') damaged('it is no manifest of HubAtlas');
    if (json.version !== VERSION) throw new FileTrouble('version', NAME, `version ${String(json.version).slice(0, 20)}`);
    this.models = whole(json.models, 'models');
    this.head = whole(json.head, 'head');
    this.newestDay = typeof json.newestDay === 'string' ? json.newestDay : null;
    /**
     * Level, number of its first document.
     * @type {[number, number][]}
     */
    this.levels = levels(json.levels);
    this.documents = new Files('d', new Blocks(part(json, 'documents').blocks, this.models), json.documents.hashes);
    this.details = new Blocks(part(json, 'details').blocks, this.models);
    this.facets = new Files('f', new Blocks(part(json, 'facets').blocks, this.models), json.facets.hashes);
    const columns = new Blocks(part(json, 'numbers').blocks, this.models);
    this.numbers = { blocks: columns, hashes: hashes(json.numbers.hashes, COLUMN_COUNT * columns.count, 'numbers') };
    this.orderHashes = hashes(part(json, 'orders').hashes, MADE_ORDERS.length, 'orders');
    this.firsts = strings(part(json, 'terms').firsts, 'terms.firsts');
    this.termHashes = hashes(json.terms.hashes, this.firsts.length, 'terms');
    this.longTerms = longTerms(part(json, 'long').terms);
    const longCount = [...this.longTerms.values()].reduce((n, t) => Math.max(n, t.first + t.chunks), 0);
    this.longHashes = hashes(json.long.hashes, longCount, 'long');
    this.impacts = numbers(json.impacts, 16, 'impacts');
    /** @type {{ [name in TableName]: CodeTable }} */
    this.tables = {
      tasks: table(json, 'tasks', true), libraries: table(json, 'libraries', false), licenses: table(json, 'licenses', true),
      languages: table(json, 'languages', false), formats: table(json, 'formats', false), architectures: table(json, 'architectures', false),
    };
    this.counts = part(json, 'counts');
    /** @type {{ [weight: string]: number }} */
    this.weights = weights(part(json, 'weights'));
    this.synonyms = json.synonyms;
    this.vectors = vectors(json.vectors);
    this.map = json.map || null;
  }

  /**
   * The shard that has a term, if any has; long terms are in none.
   * @param {string} term
   * @returns {ShardPlace | null}
   */
  termShard(term) {
    let low = 0;
    let high = this.firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareText(term, this.firsts[middle]) < 0) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? null : place('t', low - 1, this.termHashes);
  }

  /**
   * The files of a column follow one another.
   * @param {import('./numbers.js').NumberName} column @param {number} block
   */
  numberFile(column, block) { return place('n', columnNumber(column) * this.numbers.blocks.count + block, this.numbers.hashes); }

  /** @param {number} number */
  orderFile(number) { return place('o', number, this.orderHashes); }

  /** @param {number} number */
  longChunk(number) { return place('l', number, this.longHashes); }

  /**
   * The level of a document, by which p is known to a half.
   * @param {number} doc
   */
  levelOf(doc) {
    let i = this.levels.length - 1;
    while (i > 0 && this.levels[i][1] > doc) i -= 1;
    return this.levels[i][0];
  }
}

/** Files of a kind that hold consecutive documents. */
export class Files {
  /** @param {string} letter @param {Blocks} blocks @param {unknown} base64 */
  constructor(letter, blocks, base64) {
    this.letter = letter;
    this.blocks = blocks;
    this.hashes = hashes(base64, blocks.count, letter);
  }

  /** @param {number} number */
  place(number) { return place(this.letter, number, this.hashes); }
}

/** Which block has a document; bands of blocks of different sizes. */
export class Blocks {
  /** @param {unknown} json `[[first, size], …]` @param {number} documents */
  constructor(json, documents) {
    this.documents = documents;
    const bands = pairs(json, 'blocks');
    const isSound = bands.length > 0 && bands[0][0] === 0
      && bands.every(([first, size], i) => size > 0 && first % size === 0 && (i === 0 || (bands[i - 1][0] < first && first % bands[i - 1][1] === 0)));
    if (!isSound) damaged('member "blocks"');
    this.bands = bands;
    this.starts = [0];
    bands.forEach(([first, size], i) => {
      const end = i + 1 < bands.length ? Math.min(bands[i + 1][0], documents) : documents;
      this.starts.push(this.starts[i] + Math.ceil(Math.max(0, end - first) / size));
    });
  }

  get count() { return this.starts[this.starts.length - 1]; }

  /** @param {number} doc */
  blockOf(doc) {
    let i = this.bands.length - 1;
    while (i > 0 && this.bands[i][0] > doc) i -= 1;
    return this.starts[i] + Math.floor((doc - this.bands[i][0]) / this.bands[i][1]);
  }

  /**
   * First document and the one after the last.
   * @param {number} block @returns {[number, number]}
   */
  rangeOf(block) {
    let i = this.bands.length - 1;
    while (i > 0 && this.starts[i] > block) i -= 1;
    const first = this.bands[i][0] + (block - this.starts[i]) * this.bands[i][1];
    return [first, Math.min(first + this.bands[i][1], this.documents)];
  }
}

/** @param {Uint8Array} bytes */
export function readManifest(bytes) {
  let json;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    damaged('no JSON');
  }
  return new Manifest(json);
}

/** @param {string} letter @param {number} number */
export const stem = (letter, number) => letter + String(number).padStart(4, '0');

/**
 * Four bytes of a hash, as the name of a file has them.
 * @param {Uint8Array} bytes @param {number} at
 */
export const hex = (bytes, at) => Array.from(bytes.subarray(at, at + 4), (b) => b.toString(16).padStart(2, '0')).join('');

/** @param {string} letter @param {number} number @param {Uint8Array} all @returns {ShardPlace} */
export function place(letter, number, all) {
  const name = stem(letter, number);
  return { name, number, file: `${name}.${hex(all, 4 * number)}.js` };
}

/** @param {string} what @returns {never} */
function damaged(what) { throw new FileTrouble('damaged', NAME, what); }

/** @param {any} json @param {string} name */
function part(json, name) {
  const value = json[name];
  if (typeof value !== 'object' || value === null) damaged(`member "${name}"`);
  return value;
}

/** @param {unknown} value @param {string} name @returns {number} */
function whole(value, name) {
  if (!Number.isSafeInteger(value) || /** @type {number} */ (value) < 0 || /** @type {number} */ (value) >= 2 ** 32) damaged(`member "${name}"`);
  return /** @type {number} */ (value);
}

/** @param {unknown} value @param {string} name @returns {any[]} */
function list(value, name) {
  if (!Array.isArray(value)) damaged(`member "${name}"`);
  return /** @type {any[]} */ (value);
}

/** @param {unknown} value @param {string} name @returns {[number, number][]} */
function pairs(value, name) {
  return list(value, name).map((row) => {
    const [a, b] = list(row, name);
    return [whole(a, name), whole(b, name)];
  });
}

/** @param {unknown} value @param {string} name @returns {string[]} */
function strings(value, name) {
  const all = list(value, name);
  if (!all.every((t, i) => typeof t === 'string' && (i === 0 || compareText(all[i - 1], t) < 0))) damaged(`member "${name}"`);
  return all;
}

/** @param {unknown} value @param {number} count @param {string} name */
function numbers(value, count, name) {
  const all = list(value, name);
  if (all.length !== count || !all.every(Number.isFinite)) damaged(`member "${name}"`);
  return Float64Array.from(all);
}

/** @param {unknown} value */
function levels(value) {
  const all = pairs(value, 'levels');
  if (!all.every(([level, first], i) => (i === 0 ? first === 0 : all[i - 1][0] > level && all[i - 1][1] < first))) damaged('levels out of order');
  return all;
}

/** @param {unknown} value @param {number} count @param {string} name */
function hashes(value, count, name) {
  let bytes = null;
  try { bytes = bytesOf(/** @type {string} */ (value)); } catch { damaged(`hashes of "${name}"`); }
  if (!bytes || bytes.length !== 4 * count) damaged(`hashes of "${name}"`);
  return /** @type {Uint8Array} */ (bytes);
}

/** @param {unknown} value */
function longTerms(value) {
  /** @type {Map<string, LongTerm>} */
  const terms = new Map();
  let first = 0;
  for (const row of list(value, 'long.terms')) {
    const [text, df, head, chunks] = list(row, 'long.terms');
    if (typeof text !== 'string' || whole(df, 'long.terms') < 1 || whole(head, 'long.terms') > df || whole(chunks, 'long.terms') < 1) damaged('member "long.terms"');
    terms.set(text, { df, head, first, chunks });
    first += chunks;
  }
  return terms;
}

const WEIGHTS = ['prior', 'correction1', 'correction2', 'rival', 'completion', 'join', 'split', 'synonym', 'hint', 'ownerTerm', 'coverage', 'unseen', 'tailImpact'];

/** @param {any} value */
function weights(value) {
  for (const name of WEIGHTS) if (!Number.isFinite(value[name])) damaged(`weight "${name}"`);
  return value;
}

/**
 * Where the centroids are, and how many codes a query may load; null when there are no vectors.
 * @param {any} value
 * @returns {{ centroids: string, codes: number } | null}
 */
function vectors(value) {
  if (!value) return null;
  if (!/^[0-9a-f]{8}$/.test(value.centroids)) damaged('member "vectors"');
  return { centroids: value.centroids, codes: whole(value.codes, 'vectors.codes') };
}

/** @param {any} json @param {TableName} name @param {boolean} hasGroups @returns {CodeTable} */
function table(json, name, hasGroups) {
  const rows = list(part(json, 'tables')[name], name).map((row) => list(row, name));
  const isSound = rows.every((r) => (r[0] === null || typeof r[0] === 'string') && (!hasGroups || typeof r[2] === 'string'));
  if (!isSound) damaged(`table "${name}"`);
  return {
    names: rows.map((r) => r[0]), counts: rows.map((r) => whole(r[1], name)), groups: hasGroups ? rows.map((r) => r[2]) : [],
    codes: new Map(rows.map((r, i) => [r[0], i])),
  };
}
