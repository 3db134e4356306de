/**
 * The reader's state in the address's hash, defaults left out.
 *
 *     write({scale: 'share', open: ''}, {scale: 'absolute', open: ''})  → 'scale=share'
 *     read('scale=share', {scale: 'absolute', open: ''})                → {scale: 'share', open: ''}
 *
 * Lists are joined by commas, each item encoded. With several figures on a page all but the main one prefix their keys.
 */

/** @param {string} hash @returns {[string, string][]} */
function pairs(hash) {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=')) return [];
  return text.split('&').filter((part) => part.includes('=')).map((part) => {
    const i = part.indexOf('=');
    return /** @type {[string, string]} */ ([decode(part.slice(0, i)), part.slice(i + 1)]);
  });
}

/** @param {string} text */
function decode(text) {
  // A hand-edited address may hold a lone percent sign: then it is taken as it stands.
  try { return decodeURIComponent(text); } catch (error) { return text; }
}

/**
 * Half a character, typed or cut, is none: no address can hold it.
 * @param {string} text
 */
const encode = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%2F/g, '/').replace(/%20/g, '+');
/** @param {string} text */
const plain = (text) => decode(text.replace(/\+/g, ' '));

/**
 * @param {string} hash @param {State} defaults @param {string} [prefix] "sizes." or nothing
 * @returns {State}
 */
export function read(hash, defaults, prefix = '') {
  /** @type {State} */
  const state = {};
  for (const key of Object.keys(defaults)) state[key] = Array.isArray(defaults[key]) ? [...defaults[key]] : defaults[key];
  for (const [name, value] of pairs(hash)) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    if (!Object.prototype.hasOwnProperty.call(defaults, key)) continue;
    state[key] = Array.isArray(defaults[key]) ? value.split(',').filter(Boolean).map(plain) : plain(value);
  }
  return state;
}

/** @param {State} state @param {State} defaults @param {string} [prefix] */
export function write(state, defaults, prefix = '') {
  const out = [];
  for (const key of Object.keys(defaults)) {
    const value = state[key];
    if (String(value) === String(defaults[key])) continue;
    const text = Array.isArray(value) ? value.map((v) => encode(v).replace(/,/g, '%2C')).join(',') : encode(String(value));
    out.push(`${prefix}${key}=${text}`);
  }
  return out.join('&');
}

/**
 * The hash with one figure's part replaced and the others' kept.
 * @param {string} hash @param {State} state @param {State} defaults @param {string} [prefix]
 * @param {boolean} [named] whether what stands first is what the page is about: community.html#Qwen&scale=share
 */
export function merge(hash, state, defaults, prefix = '', named = false) {
  const own = new Set(Object.keys(defaults).map((k) => prefix + k));
  const others = hash.replace(/^#/, '').split('&').filter((part, i) => (part.includes('=') ? !own.has(decode(part.split('=')[0])) : named && i === 0));
  return [...others, write(state, defaults, prefix)].filter(Boolean).join('&');
}
