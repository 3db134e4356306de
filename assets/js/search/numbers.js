/** Columns that bound and sort, each in files of its own (`n####`, `NumberColumn.swift`), and orders made at build (`o####`, `OrderList.swift`). */
import { Reader, varints } from './bytes.js';
import { codes, days, wholes } from './columns.js';

/** @typedef {'architecture' | 'parameters' | 'downloads' | 'likes' | 'created'} NumberName */

/**
 * In the order of their numbers in files: how each is read.
 * @type {[NumberName, (r: Reader, n: number) => Uint16Array | Uint32Array | Float64Array][]}
 */
const COLUMNS = [['architecture', codes], ['parameters', codes], ['downloads', wholes], ['likes', wholes], ['created', days]];
export const COLUMN_COUNT = COLUMNS.length;

/** @param {NumberName} name */
export const columnNumber = (name) => COLUMNS.findIndex(([known]) => known === name);

/**
 * @param {Uint8Array} data @param {string} name @param {number} number @param {NumberName} column @param {[number, number]} range
 */
export function numberColumn(data, name, number, column, [begin, end]) {
  const r = new Reader(data, name);
  r.header('n', number);
  const kind = columnNumber(column);
  if (r.varint() !== kind) r.fail('it is another column');
  const n = end - begin;
  if (r.varint() !== begin || r.varint() !== n) r.fail('it has other documents than the manifest says');
  const values = COLUMNS[kind][1](r, n);
  r.end();
  return values;
}

/** Orders of which the beginning was made, by number. */
export const MADE_ORDERS = ['new', 'small', 'large'];

/** @param {Uint8Array} data @param {string} name @param {number} number @param {number} models */
export function orderList(data, name, number, models) {
  const r = new Reader(data, name);
  r.header('o', number);
  const docs = varints(r, new Uint32Array(r.count('documents')), models);
  r.end();
  return docs;
}
