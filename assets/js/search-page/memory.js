/** What a model needs to run, as the hardware table reckons it: an estimate, and it says so. */
import * as format from '../chart/format.js';
import { defaultContext, generatesText, largest, memory } from '../search/hardware.js';

export const choices = [4, 8, 16, 24, 48, 80];
export const bitChoices = [16, 8, 4];

/**
 * Bytes of memory; null where nobody wrote down the size.
 * @param {SearchRecord} record @param {number} bits
 * @returns {number | null}
 */
export function needed(record, bits) {
  const estimate = memory(record, bits);
  return estimate ? estimate.totalBytes : null;
}

/**
 * 16, 8 and 4 bit with what they need; nothing where the size is unknown.
 * @param {SearchRecord} record @returns {[number, number][]}
 */
export function needs(record) {
  return bitChoices.flatMap((bits) => { const bytes = needed(record, bits); return bytes === null ? [] : [/** @type {[number, number]} */ ([bits, bytes])]; });
}

/**
 * '24GB' → 24, nothing → null.
 * @param {string} fits
 */
export const memoryGB = (fits) => (/^\d+(\.\d+)?\s*GB$/i.test(fits) && Number.isFinite(parseFloat(fits)) ? parseFloat(fits) : null);

/**
 * The largest model of its kind that so much memory holds, in parameters.
 * @param {SearchRecord} record @param {number} gb @param {number} bits
 */
export const gate = (record, gb, bits) => largest(gb, Math.min(bits, record.bits || bits), generatesText(record));

/**
 * How the estimate was made, in a sentence or two.
 * @param {SearchRecord} record
 */
export function formula(record) {
  const cache = generatesText(record) ? `, and a cache for ${format.int(defaultContext)} tokens; longer texts need more` : '';
  return `Estimate: parameters × bits ÷ 8, half a bit more for scales at 8 and 4 bit; a tenth and 0.5 GB for working memory${cache}.`;
}

/**
 * Why there is no estimate.
 * @param {SearchRecord} record
 */
export const noEstimate = (record) => (record.parameters && record.kind === 'adapter'
  ? 'Unknown: an adapter needs what its base model needs, and a little more.' : 'Unknown: nobody wrote down its size.');
