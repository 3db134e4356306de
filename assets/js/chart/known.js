/**
 * What an address asks for and the figure does not know is ignored: a value that no control could have set becomes the
 * default, an item of a list is left out.
 *
 *     known({size: 'xyz', off: ['cv', '?']}, {size: '', off: []}, {size: (v) => v === 's', off: (v) => v === 'cv'})
 *       → {size: '', off: ['cv']}
 */

/**
 * @param {State} state @param {State} defaults @param {{ [key: string]: (value: string) => boolean }} accepts keys without a
 *   test take anything
 * @returns {State}
 */
export function known(state, defaults, accepts) {
  const out = { ...state };
  for (const key of Object.keys(out)) {
    const accepted = accepts[key];
    if (!accepted) continue;
    if (Array.isArray(out[key])) out[key] = out[key].filter(accepted);
    else if (out[key] !== defaults[key] && !accepted(out[key])) out[key] = defaults[key];
  }
  return out;
}

/**
 * What controls with fixed choices accept.
 * @param {Control[]} controls
 */
export function choices(controls) {
  /** @type {{ [key: string]: (value: string) => boolean }} */
  const out = {};
  for (const c of controls) if (c.type === 'seg') out[c.key] = (value) => (c.options || []).some((o) => o[0] === value);
  return out;
}
