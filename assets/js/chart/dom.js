/**
 * Elements as values: the same tree becomes DOM in the browser and text in the stills. Text is only ever text: it is set as
 * `textContent` or escaped, so a model's name cannot become mark-up.
 *
 *     toHTML(h('td', { class: 'n' }, '<b>'))  → '<td class="n">&lt;b&gt;</td>'
 */

/**
 * @param {string} tag
 * @param {{ [name: string]: any } | null} [attrs] false, null and undefined leave the attribute out; true writes it empty
 * @param {...(VNode | string | null | undefined | false | (VNode | string)[])} children
 * @returns {VNode}
 */
export function h(tag, attrs, ...children) {
  /** @type {any[]} */
  const flat = children.flat().filter((c) => c !== null && c !== undefined && c !== false);
  return { tag, attrs: attrs || {}, children: flat.map((c) => (typeof c === 'object' ? c : String(c))) };
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"']/g, (c) => escapes[/** @type {'&'} */ (c)]);

const voids = new Set(['input', 'br', 'hr', 'img', 'col']);

/** @param {VNode | string} node @returns {string} */
export function toHTML(node) {
  if (typeof node === 'string') return escape(node);
  let out = `<${node.tag}`;
  for (const name of Object.keys(node.attrs)) {
    const value = node.attrs[name];
    if (value === false || value === null || value === undefined || typeof value === 'function') continue;
    out += value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  }
  if (voids.has(node.tag)) return `${out}>`;
  return `${out}>${node.children.map(toHTML).join('')}</${node.tag}>`;
}

const svgTags = new Set(['svg', 'path', 'circle', 'text', 'line', 'g', 'rect']);

/**
 * The tree as DOM; functions among the attributes (`onclick`) become listeners.
 * @param {VNode | string} node @returns {any}
 */
export function toNode(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = svgTags.has(node.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', node.tag) : document.createElement(node.tag);
  for (const name of Object.keys(node.attrs)) {
    const value = node.attrs[name];
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of node.children) element.append(toNode(child));
  return element;
}

/**
 * Empties an element and puts these into it.
 * @param {Element} box @param {...(VNode | string | null)} nodes
 */
export function fill(box, ...nodes) {
  box.replaceChildren(...nodes.filter((n) => n !== null).map((n) => toNode(/** @type {VNode} */ (n))));
}
