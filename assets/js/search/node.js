/**
 * The engine in node, over a folder of the index: for tests, for evaluation and for the bench. Counts what it reads.
 *
 *     const { engine, counts } = openFolder('site/data/search');
 *     await engine.search({ query: 'whisper' });
 *     counts.take()  → { files: 7, bytes: 61234, kinds: { t: 20120, … }, trips: 3, loadMs: 4.1 }    since the last time it was asked
 *
 * `bytes` are those of the files as a server that packs them sends them: gzip of the whole script at level 6. `kinds` are the
 * same by the first letter of their names.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createEngine } from './engine.js';
import { FileTrouble } from './trouble.js';

const CALL = /^HubAtlas\.receive\("([^"]*)","([^"]*)"\);\n$/;

/**
 * @param {string} folder with `index.json`, as the site serves it
 * @param {{ change?: (file: string, bytes: Buffer) => Buffer | null, isKept?: (name: string) => boolean }} [options] `change` damages
 *   files on purpose; null is a missing one. What `isKept` a reader has already: it is not counted
 */
export function openFolder(folder, options = {}) {
  const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
  const trips = new Trips((name, file) => {
    const script = scriptOf(folder, name, file, options.change);
    return { bytes: payload(script, name), wire: wireSize(file, script) };
  }, options.isKept);
  const source = { load: (/** @type {string} */ name, /** @type {string} */ file) => trips.load(name, file), manifest: index.manifest, words: index.words };
  return { engine: createEngine(source), counts: trips, index, source };
}

/** @param {string} folder @param {string} name @param {string} file @param {((file: string, bytes: Buffer) => Buffer | null)} [change] */
function scriptOf(folder, name, file, change) {
  const path = `${folder}/${file}`;
  const bytes = existsSync(path) ? readFileSync(path) : null;
  const script = bytes && change ? change(file, bytes) : bytes;
  if (!script) throw new FileTrouble('missing', name);
  return script;
}

/** @type {Map<string, number>} */
const sizes = new Map();

/** @param {string} file @param {Buffer} script */
function wireSize(file, script) {
  const size = sizes.get(file) || gzipSync(script, { level: 6 }).length;
  sizes.set(file, size);
  return size;
}

/** @param {Buffer} script @param {string} name @returns {Uint8Array} */
export function payload(script, name) {
  const call = CALL.exec(script.toString('latin1'));
  if (!call || call[1] !== name) throw new FileTrouble('damaged', name, 'its call');
  try {
    return new Uint8Array(gunzipSync(Buffer.from(call[2], 'base64'), { maxOutputLength: 64 << 20 }));
  } catch {
    throw new FileTrouble('damaged', name, 'its packing');
  }
}

/**
 * Files that are asked for before the first of them comes travel together: that is one trip. So all wait until nothing more
 * is asked for, and come at once.
 */
export class Trips {
  /** @param {(name: string, file: string) => { bytes: Uint8Array, wire: number }} read @param {(name: string) => boolean} [isKept] */
  constructor(read, isKept = () => false) {
    this.read = read;
    this.isKept = isKept;
    /** @type {(() => void)[]} */
    this.waiting = [];
    this.now = none();
  }

  /** @param {string} name @param {string} file @returns {Promise<Uint8Array>} */
  load(name, file) {
    if (this.isKept(name)) return Promise.resolve(this.read(name, file).bytes);
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.leave());
      this.waiting.push(() => {
        try {
          const { bytes, wire } = this.read(name, file);
          this.now.files += 1;
          this.now.bytes += wire;
          this.now.kinds[name[0]] = (this.now.kinds[name[0]] || 0) + wire;
          resolve(bytes);
        } catch (error) { reject(error); }
      });
    });
  }

  /** @private */
  leave() {
    const begin = performance.now();
    const all = this.waiting;
    this.waiting = [];
    this.now.trips += 1;
    for (const one of all) one();
    this.now.loadMs += performance.now() - begin;
  }

  /** What was read since this was last asked; `loadMs` is the time that reading and unpacking took. */
  take() {
    const then = this.now;
    this.now = none();
    return then;
  }
}

const none = () => ({ files: 0, bytes: 0, kinds: /** @type {{ [letter: string]: number }} */ ({}), trips: 0, loadMs: 0 });
