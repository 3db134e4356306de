/** Columns of values, as document, detail and facet files have them; `Values.swift` describes each. */
import { varints } from './bytes.js';

/** @typedef {import('./bytes.js').Reader} Reader */

/** 2022-03-02, from which days are counted, in days since 1970. */
const FIRST_DAY = 19053;
/** A million days are 2,700 years: more is no day. */
const MOST_DAYS = 2e6;
/** No code of a table is as large. */
const MOST_CODES = 2 ** 16;
const DAY = 86400000;

/**
 * 0 none, else 1 + code.
 * @param {Reader} r @param {number} n
 */
export const codes = (r, n) => varints(r, new Uint16Array(r.atMost(n)), MOST_CODES);

/**
 * Any numbers.
 * @param {Reader} r @param {number} n
 */
export const wholes = (r, n) => varints(r, new Float64Array(r.atMost(n)), 2 ** 53);

/**
 * One byte each, below a limit.
 * @param {Reader} r @param {number} n @param {number} limit
 */
export function bytes(r, n, limit) {
  const column = r.take(n);
  if (!column.every((b) => b < limit)) r.fail('a value that is not known');
  return column;
}

/**
 * 0 for none, else 1 + zigzag of days since the first.
 * @param {Reader} r @param {number} n
 */
export const days = (r, n) => varints(r, new Uint32Array(r.atMost(n)), MOST_DAYS);

/**
 * How many of something each document has, as places where they begin: one more than there are documents.
 * @param {Reader} r @param {number} n
 */
export function starts(r, n) {
  const column = new Uint32Array(r.atMost(n) + 1);
  for (let i = 0; i < n; i += 1) {
    column[i + 1] = column[i] + r.below(MOST_CODES, 'count');
    if (column[i + 1] > r.bytes.length) r.fail('more values than bytes');
  }
  return column;
}

/** @param {number} zigzag */
const unfold = (zigzag) => (zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2);

/**
 * Of a column `days`: days since 1970, or null.
 * @param {number} code
 */
export const dayOf = (code) => (code === 0 ? null : FIRST_DAY + unfold(code - 1));

/**
 * Of a column `created`, which has 1 for "before the record": days since 1970, or null.
 * @param {number} code
 */
export const createdOf = (code) => (code < 2 ? null : FIRST_DAY + unfold(code - 2));

/**
 * "2024-07-11" of days since 1970.
 * @param {number | null} day
 */
export const isoDay = (day) => (day === null ? null : new Date(day * DAY).toISOString().slice(0, 10));

/**
 * Days since 1970 of "2024-07-11"; null when it is no day.
 * @param {unknown} text
 */
export function parseDay(text) {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // A 31st of February would be taken for the 2nd of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : Math.round(time / DAY);
}

/**
 * Numbers to three digits: 0 unknown; 1 + v below 1000; else 1001 + 900 · (exponent − 1) + digits − 100.
 *
 *     roundedValue(7025) → 7240000000
 * @param {number} code
 */
export function roundedValue(code) {
  if (code === 0) return null;
  if (code <= 1000) return code - 1;
  const exponent = Math.floor((code - 1001) / 900);
  return ((code - 1001) % 900 + 100) * 10 ** (exponent + 1);
}

/** The first day of the record, for observations. */
export const firstDay = FIRST_DAY;
