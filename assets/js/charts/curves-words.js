/** How points of curves are told. */
import * as format from '../chart/format.js';

/**
 * A share that may be tiny: 0.25 → "25 %", 0.0001 → "0.01 %", 2e-6 → "0.0002 %".
 * @param {number} v
 */
export const shareText = (v) => `${Number((v * 100).toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 12 })}\u202f%`;

/** @param {any} p @param {string} key */
const column = (p, key) => p.series.table.columns.find((/** @type {Column} */ c) => c.key === key);

/**
 * A point's two values, each with what it is called.
 * @param {any} p @param {any} point @param {Figure} figure @returns {[string, string][]}
 */
export function pointRows(p, point, figure) {
  return [figure.channels.x, figure.channels.y].map((key) => {
    const c = column(p, key);
    const v = point.row[key];
    const text = c.kind === 'share' ? shareText(v) : c.kind === 'number' && Number.isInteger(v) ? format.int(v) : format.cell(v, c.kind);
    return /** @type {[string, string]} */ ([c.label, text]);
  });
}

/** @param {any} p @param {any} point @param {Figure} figure */
export const pointText = (p, point, figure) => pointRows(p, point, figure).map(([name, value]) => `${name} ${value}`).join(', ');
