/**
 * Records of communities, each fetched when it is asked for: the page holds from which key on each file is.
 *
 *     const records = recordsIn(document)
 *     await records.find('qwen')   → { name: 'Qwen', … }, or null for whom the atlas has no page of
 *     await records.index()        → everyone's names and sums, greatest first
 */
import { loadScript, unpack } from '../chart/shard.js';

/** @typedef {{ id: string, index: string, from: string[], files: string[], facts: any }} Shelf */
/** @typedef {{ names: string[], models: number[], downloads: number[], likes: number[], organizations: number[] }} Index */
/** @typedef {{ facts: any, find(name: string): Promise<any>, index(): Promise<Index> }} Records */

/**
 * The position of the file that has a key, if any has: the last that begins no later.
 *
 *     fileOf(['acme', 'google', 'qwen'], 'meta')  → 1
 *
 * @param {string[]} from @param {string} key
 */
export function fileOf(from, key) {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle] <= key) low = middle + 1; else high = middle;
  }
  return low - 1;
}

/** What the Hub lets an account be called; every record's name is such. */
const plain = /^[A-Za-z0-9._-]{1,96}$/;

/** @param {Shelf} shelf @param {(id: string, file: string) => Promise<any>} load @returns {Records} */
export function recordsOf(shelf, load) {
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();
  const file = (/** @type {string} */ id, /** @type {string} */ name) => {
    let value = asked.get(id);
    // What could not be loaded may be there when it is asked for again.
    if (!value) asked.set(id, value = load(id, name).catch((error) => { asked.delete(id); throw error; }));
    return value;
  };
  return {
    facts: shelf.facts,
    index: () => file(`${shelf.id}/index`, shelf.index),
    async find(name) {
      if (!plain.test(name)) return null;
      const key = name.toLowerCase();
      const at = fileOf(shelf.from, key);
      if (at < 0) return null;
      const { keys, records } = await file(`${shelf.id}/${at}`, shelf.files[at]);
      return records[keys.indexOf(key)] || null;
    },
  };
}

/** @param {Document} page @returns {Records | null} null in a site without communities */
export function recordsIn(page) {
  const script = page.getElementById('community-records');
  if (!script) return null;
  return recordsOf(JSON.parse(script.textContent || '{}'), async (id, file) => {
    const data = await loadScript(id, file);
    return unpack(data).catch(() => { throw new Error(`${file} is damaged`); });
  });
}

/**
 * Whose names have these letters, those that begin with them first, each part greatest first.
 * @param {Index} index @param {string} text @param {number} most @returns {{ name: string, models: number }[]}
 */
export function namesLike(index, text, most) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  const begins = [];
  const holds = [];
  for (let i = 0; i < index.names.length && begins.length < most; i += 1) {
    const at = index.names[i].toLowerCase().indexOf(wanted);
    if (at === 0) begins.push(i); else if (at > 0 && holds.length < most) holds.push(i);
  }
  // Whoever is called exactly so comes first, however small.
  const exact = index.names.findIndex((n) => n.toLowerCase() === wanted);
  const all = [...new Set([...(exact < 0 ? [] : [exact]), ...begins, ...holds])];
  return all.slice(0, most).map((i) => ({ name: index.names[i], models: index.models[i] }));
}
