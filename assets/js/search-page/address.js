/**
 * What the reader asked for, as the address holds it and as the engine takes it. Keys of filters are the same in both and in
 * `hubatlas search`; defaults are left out of the address.
 *
 *     filtersOf({ ...defaults, license: ['apache-2.0'], fits: '8GB', at: '4' })  → { license: ['apache-2.0'], fits: '8GB', at: '4' }
 */
import { read, write } from '../chart/state.js';
import { parseDay } from '../search/columns.js';
import { memoryGB } from './memory.js';

/** @type {State} */
export const defaults = {
  q: '', sort: 'best', view: 'list', exact: '', modality: [], task: [], library: [], license: [], licenseClass: [], language: [],
  format: [], kind: [], bits: [], gated: [], owner: [], architecture: [], minParameters: '', maxParameters: '', minBytes: '', maxBytes: '',
  minDownloads: '', minLikes: '', createdFrom: '', createdTo: '', fits: '', device: '', at: '16', pins: [],
  map: [], off: [], dot: '', lasso: [],
};

const lists = ['modality', 'task', 'library', 'license', 'licenseClass', 'language', 'format', 'kind', 'owner', 'architecture'];
const numbers = ['minParameters', 'maxParameters', 'minBytes', 'maxBytes', 'minDownloads', 'minLikes'];
const days = ['createdFrom', 'createdTo'];

/** Every key that narrows the answer; `at` only says how memory is reckoned. */
export const filterKeys = [...lists, 'bits', 'gated', ...numbers, ...days, 'fits'];

/**
 * A number as people write one: '7B' → 7e9, '1.5 M' → 1500000, '2GB' → 2e9, 'many' → null.
 * @param {string} text
 */
export function numberOf(text) {
  const m = /^\s*(\d+(?:\.\d+)?)\s*([kmgtb]?)b?\s*$/i.exec(text);
  if (!m) return null;
  const number = Number(m[1]) * { '': 1, k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 }[/** @type {'k'} */ (m[2].toLowerCase())];
  return Number.isFinite(number) ? number : null;
}

/** @param {State} state @returns {SearchFilters} */
export function filtersOf(state) {
  /** @type {any} */
  const out = {};
  for (const key of lists) if (state[key].length) out[key] = state[key];
  const bits = state.bits.map(Number).filter((/** @type {number} */ b) => b > 0);
  if (bits.length) out.bits = bits;
  if (state.gated.length === 1) out.gated = state.gated[0] === 'true';
  for (const key of numbers) {
    const value = numberOf(state[key]);
    if (value !== null) out[key] = value;
  }
  for (const key of days) if (parseDay(state[key]) !== null) out[key] = state[key];
  if (memoryGB(state.fits) !== null) Object.assign(out, { fits: state.fits, at: state.at });
  return out;
}

/** @param {State} state */
export const isFiltered = (state) => Object.keys(filtersOf(state)).length > 0;

/**
 * What only these may be; anything else in an address is as nothing.
 * @type {{ [key: string]: string[] }}
 */
const choices = { at: ['16', '8', '4'], sort: ['best', 'downloads', 'likes', 'new', 'small', 'large'], view: ['list', 'map'] };

/**
 * Whether a value can mean something: no sentence may tell of a filter that filters nothing.
 * @param {string} key @param {string} value
 */
function means(key, value) {
  if (choices[key]) return choices[key].includes(value);
  if (numbers.includes(key)) return numberOf(value) !== null;
  if (days.includes(key)) return parseDay(value) !== null;
  switch (key) {
    case 'fits': return memoryGB(value) !== null;
    case 'bits': return /^[1-9]\d?$/.test(value);
    case 'gated': return value === 'true' || value === 'false';
    default: return true;
  }
}

/** @param {string} hash @returns {State} */
export function stateOf(hash) {
  const state = read(hash, defaults);
  for (const [key, value] of Object.entries(state)) {
    if (Array.isArray(value)) state[key] = value.filter((v) => means(key, v));
    else if (!means(key, value)) state[key] = defaults[key];
  }
  return state;
}

/**
 * How the map is looked at belongs to the map only.
 * @type {import('../search/map-address.js').MapState}
 */
const wholeLook = { map: [], off: [], dot: '', lasso: [] };

/** @param {State} state */
export const hashOf = (state) => write(state.view === 'map' ? state : { ...state, ...wholeLook }, defaults);

/** @param {State} state @returns {import('../search/map-address.js').MapState} */
export const lookOf = ({ map, off, dot, lasso }) => ({ map, off, dot, lasso });

/**
 * Whether two states ask the same: they may be looked at as list or map, here or there.
 * @param {State} a @param {State} b
 */
export const asksTheSame = (a, b) => hashOf({ ...a, view: 'list' }) === hashOf({ ...b, view: 'list' });

/**
 * A link to a state of this page.
 * @param {State} patch
 */
export const searchURL = (patch) => `search.html#${hashOf({ ...defaults, ...patch })}`;

export { communityPage, comparePage, modelPage } from '../chart/links.js';

export const mostPins = 6;

/**
 * The ids that an address of `model.html` or `compare.html` holds.
 *
 *     idsOf('#openai/whisper-large-v3,gpt2')  → ['openai/whisper-large-v3', 'gpt2']
 *
 * @param {string} hash
 */
export function idsOf(hash) {
  const text = hash.replace(/^#/, '').replace(/^ids?=/, '');
  const ids = text.split(',').map((part) => {
    // A hand-edited address may hold a lone percent sign: then it is taken as it stands.
    try { return decodeURIComponent(part).trim(); } catch (error) { return part.trim(); }
  });
  return [...new Set(ids.filter(Boolean))];
}
