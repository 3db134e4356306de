/** Tables as the artefact has them (values by column) and as chart code likes them (one object a row). */

/** @param {Table} table @param {string} key @returns {any[]} */
export const column = (table, key) => table.values[key] || [];

/** @param {Table} table */
export const rowCount = (table) => (table.columns.length ? column(table, table.columns[0].key).length : 0);

/** @param {Table} table @param {string} key */
export const hasColumn = (table, key) => table.columns.some((c) => c.key === key);

/**
 * One object a row; missing values are null.
 *
 *     rowsOf({columns: [{key: 'n'}], values: {n: [1, null]}}) → [{n: 1}, {n: null}]
 * @param {Table} table
 * @returns {any[]}
 */
export function rowsOf(table) {
  const keys = table.columns.map((c) => c.key);
  const columns = keys.map((k) => column(table, k));
  return Array.from({ length: rowCount(table) }, (_, i) => {
    /** @type {{ [key: string]: any }} */
    const row = {};
    keys.forEach((k, j) => { const v = columns[j][i]; row[k] = v === undefined ? null : v; });
    return row;
  });
}

/** @param {string} id @param {Column[]} columns @param {any[]} rows @returns {Table} */
export function tableOf(id, columns, rows) {
  /** @type {{ [key: string]: any[] }} */
  const values = {};
  for (const c of columns) values[c.key] = rows.map((r) => (r[c.key] === undefined ? null : r[c.key]));
  return { id, columns, values };
}

/**
 * Midnight UTC of "2024-07-11", or of the first day of "2024-07".
 * @param {string} text
 */
export const time = (text) => Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, text.length > 7 ? +text.slice(8, 10) : 1);

/**
 * "2024-11" and 3 → "2025-02".
 * @param {string} text @param {number} by
 */
export function addMonths(text, by) {
  const n = +text.slice(0, 4) * 12 + +text.slice(5, 7) - 1 + by;
  return `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;
}

/**
 * Every month from a to b, both included.
 * @param {string} a @param {string} b
 */
export function monthsBetween(a, b) {
  const out = [];
  for (let m = a; m <= b && out.length < 2400; m = addMonths(m, 1)) out.push(m);
  return out;
}
