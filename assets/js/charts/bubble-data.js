/** Models of the bubble chart: rows read once a table, their families, and the reader's filters. */
import { rowsOf, time } from '../chart/data.js';
import { modalities, sizeClass, sizeClasses } from '../chart/words.js';

/**
 * @typedef {{ i: number, id: string, owner: string, t: number, day: string | null, before: boolean, likes: number, likesOn: string | null,
 *   parameters: number | null, parametersFrom: string | null, task: string | null, modality: string, license: string | null,
 *   licenseClass: string | null, library: string | null, downloads: number | null, base: string | null, size: string,
 *   jitter: number, x: number, y: number, r: number, hidden: boolean }} Model
 * @typedef {{ models: Model[], byID: Map<string, Model>, children: Map<string, Model[]>, owners: Map<string, Model[]> }} Models
 */

/** @type {WeakMap<Table, Models>} */
const known = new WeakMap();

/**
 * A number in [0, 1) that a row's place always gives again.
 * @param {number} i
 */
export const jitter = (i) => ((i * 2654435761) % 1000) / 1000;

/** @param {Table} table @returns {Models} */
export function modelsOf(table) {
  const before = known.get(table);
  if (before) return before;
  const models = rowsOf(table).map(modelOf);
  const out = { models, byID: new Map(models.map((m) => [m.id, m])), children: groups(models, (m) => m.base), owners: groups(models, (m) => m.owner) };
  known.set(table, out);
  return out;
}

/** @param {any} row @param {number} i @returns {Model} */
function modelOf(row, i) {
  const id = String(row.id);
  const before = row.beforeRecord === true || !row.createdOn;
  return {
    i, id, owner: row.owner || id.split('/')[0], t: before ? NaN : time(row.createdOn), day: row.createdOn, before,
    likes: row.likes || 0, likesOn: row.likesOn || null, parameters: row.parameters || null, parametersFrom: row.parametersFrom || null,
    task: row.task || null, modality: row.modality || 'none', license: row.license || null, licenseClass: row.licenseClass || null,
    library: row.library || null, downloads: row.downloads === undefined ? null : row.downloads, base: row.base || null,
    size: sizeClass(row.parameters || null), jitter: jitter(i), x: 0, y: 0, r: 0, hidden: false,
  };
}

/** @param {Model[]} models @param {(m: Model) => string | null} keyOf */
function groups(models, keyOf) {
  /** @type {Map<string, Model[]>} */
  const out = new Map();
  for (const m of models) {
    const key = keyOf(m);
    if (!key) continue;
    const list = out.get(key);
    if (list) list.push(m); else out.set(key, [m]);
  }
  return out;
}

/**
 * Whether a model passes all filters but the legend's.
 * @param {State} state @returns {(m: Model) => boolean}
 */
export function filterOf(state) {
  const creator = String(state.creator || '').trim().toLowerCase();
  const from = state.from ? time(state.from) : -Infinity;
  const to = state.to ? time(state.to) + 864e5 : Infinity;
  const dated = Boolean(state.from || state.to);
  return (m) => (!state.task || (state.task === 'none' ? m.task === null : m.task === state.task))
    && (!creator || m.owner.toLowerCase().includes(creator))
    && (!state.license || (state.license === 'none' ? m.license === null : m.license === state.license))
    && (!state.size || m.size === state.size)
    && (!dated || (!m.before && m.t >= from && m.t < to));
}

/**
 * What an address may ask of the models: until all rows are there, any task, license or family may yet come.
 * @param {Figure} figure @param {Table} table @param {boolean} whole @returns {{ [key: string]: (value: string) => boolean }}
 */
export function accepts(figure, table, whole) {
  const { models, byID } = modelsOf(table);
  const held = (/** @type {(m: Model) => string | null} */ field) => {
    const values = new Set(['none', ...models.map(field)]);
    return (/** @type {string} */ v) => !whole || values.has(v);
  };
  const isDay = (/** @type {string} */ v) => /^\d{4}-\d\d-\d\d$/.test(v) && !Number.isNaN(Date.parse(v));
  return {
    task: held((m) => m.task), license: held((m) => m.license), size: (v) => sizeClasses.some((c) => c[0] === v),
    from: isDay, to: isDay, off: (v) => modalities.includes(v), zoom: (v) => /^\d+(\.\d+)?(~-?\d+(\.\d+)?){2}$/.test(v),
    pins: (v) => !whole || byID.has(v),
  };
}

/**
 * A model's family: its root along base models, and all that was built on that root.
 * A base that the table lacks still binds its children together; cycles in the data end the walk.
 * @param {Models} all @param {Model} model @param {number} [limit]
 * @returns {{ root: string, members: Model[], links: [Model, Model][] }}
 */
export function familyOf(all, model, limit = 300) {
  let root = model.id;
  const seen = new Set([root]);
  for (let m = all.byID.get(root); m && m.base && !seen.has(m.base); m = all.byID.get(root)) { root = m.base; seen.add(root); }
  /** @type {Model[]} */
  const members = [];
  /** @type {[Model, Model][]} */
  const links = [];
  const queue = [root];
  const visited = new Set(queue);
  while (queue.length && members.length < limit) {
    const id = /** @type {string} */ (queue.shift());
    const parent = all.byID.get(id);
    if (parent) members.push(parent);
    for (const child of all.children.get(id) || []) {
      if (visited.has(child.id)) continue;
      visited.add(child.id);
      queue.push(child.id);
      if (parent) links.push([parent, child]);
    }
  }
  return { root, members, links };
}

/**
 * Values of a field with how many models have them, most frequent first.
 * @param {Model[]} models @param {(m: Model) => string | null} field
 */
export function tally(models, field) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const m of models) { const v = field(m); if (v) counts.set(v, (counts.get(v) || 0) + 1); }
  return [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
