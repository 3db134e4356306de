/** The numbers as a table: one description for the build's HTML and the browser's sortable one. */
import { h } from './dom.js';
import { cell } from './format.js';
import { column, rowCount } from './data.js';
import { modalityName, modalityClass, modelName, modelURL } from './words.js';

/** Rows a table shows before "show all". */
export const cap = 500;
/** Rows in a page's own HTML: half of what a page weighs was once such tables. */
export const stillCap = 60;
const numeric = new Set(['count', 'number', 'share', 'parameters', 'bytes']);

/** @param {Column} c */
const isModality = (c) => c.key === 'modality';

/**
 * What a cell says, as plain text.
 * @param {any} value @param {Column} c
 */
export function cellText(value, c) {
  if (isModality(c)) return modalityName[value] || String(value);
  return cell(value, c.kind);
}

/** @param {any} value @param {Column} c @returns {VNode} */
function td(value, c) {
  const text = cellText(value, c);
  if (numeric.has(c.kind)) return h('td', { class: 'n' }, text);
  if (c.kind === 'modelID' && value) return h('td', null, h('a', { href: modelURL(String(value)), rel: 'noopener' }, modelName(String(value))));
  if (isModality(c) && value) return h('td', { class: 'mod' }, h('i', { class: `sw ${modalityClass(value)}` }), `\u2002${text}`);
  return h('td', null, text);
}

/**
 * Row numbers in the order and selection the reader asked for.
 * @param {Table} table @param {{ sort?: string, down?: boolean, find?: string }} view
 */
export function ordered(table, view) {
  let rows = Array.from({ length: rowCount(table) }, (_, i) => i);
  const words = (view.find || '').trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length) {
    rows = rows.filter((i) => {
      const text = table.columns.map((c) => `${cellText(column(table, c.key)[i], c)} ${column(table, c.key)[i]}`).join(' ').toLowerCase();
      return words.every((w) => text.includes(w));
    });
  }
  const key = view.sort;
  if (key && table.values[key]) {
    const values = table.values[key];
    const sign = view.down ? -1 : 1;
    // What is unknown comes last in either direction.
    rows.sort((a, b) => {
      const [u, v] = [values[a], values[b]];
      if (u === null || v === null) return u === v ? a - b : u === null ? 1 : -1;
      const order = typeof u === 'string' ? u.localeCompare(v, 'en') : u < v ? -1 : u > v ? 1 : 0;
      return sign * order || a - b;
    });
  }
  return rows;
}

/**
 * @param {Table} table
 * @param {{ sort?: string, down?: boolean, find?: string, limit?: number, caption?: string, onsort?: (key: string) => void }} [view]
 * @returns {VNode}
 */
export function tableNode(table, view = {}) {
  const rows = ordered(table, view).slice(0, view.limit || cap);
  const head = table.columns.map((c) => {
    const sorted = view.sort === c.key;
    const name = isModality(c) ? 'Modality' : c.label;
    const label = c.unit && c.kind !== 'count' ? `${name}, ${c.unit}` : name;
    return h('th', { scope: 'col', class: numeric.has(c.kind) ? 'n' : null, 'aria-sort': sorted ? (view.down ? 'descending' : 'ascending') : null },
      view.onsort ? h('button', { type: 'button', class: 'sort', onclick: () => view.onsort && view.onsort(c.key) }, label) : label);
  });
  const columns = table.columns.map((c) => column(table, c.key));
  return h('table', null,
    view.caption ? h('caption', { class: 'visually-hidden' }, view.caption) : null,
    h('thead', null, h('tr', null, head)),
    h('tbody', null, rows.map((i) => h('tr', null, table.columns.map((c, j) => td(columns[j][i], c))))));
}
