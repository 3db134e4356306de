/**
 * A map of the world (Equal Earth): communities as circles by a measure, countries shaded by their sum, what has no place as a
 * bar below, a list beside. Rows are a community and a month; `options.from` and `to` bound the slider, `options.measures` are
 * the columns to choose from, `options.of` says what is counted ("of this selection"), `options.summed` that the page's own rows
 * are sums of the shard's, which add the months.
 */
import { monthsBetween } from '../chart/data.js';
import { draw } from './world-draw.js';
import { frame, place } from './world-place.js';
import { groupsOf, measuresOf, series } from './world-series.js';
import { countryName } from './world-shapes.js';
import { worldLive } from './world-live.js';
import { describe, display, measureName, partName } from './world-words.js';

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => ({ measure: measuresOf(figure)[0], show: 'both', until: '', country: '', zoom: '' });

/** @param {Figure} figure @param {State} state @param {Table} table @returns {Control[]} */
function controls(figure, state, table) {
  const measures = measuresOf(figure);
  const codes = [...new Set(groupsOf(table).map((g) => g.country).filter(Boolean))].map((c) => /** @type {[string, string]} */ ([c, countryName(c)])).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const without = groupsOf(table).some((g) => g.status === 'seatless') ? ['seatless', 'unknown'] : ['unknown'];
  /** @type {Control[]} */
  const out = [{ type: 'seg', key: 'show', label: 'Show', options: [['both', 'Both'], ['symbols', 'Communities'], ['countries', 'Countries']] }];
  if (measures.length > 1) out.unshift({ type: 'seg', key: 'measure', label: 'Measure', options: measures.map((m) => [m, measureName[m]]) });
  out.push({ type: 'select', key: 'country', label: 'Country', options: [['', 'all'], ...codes, ...without.map((k) => /** @type {[string, string]} */ ([k, partName[k].toLowerCase()]))] });
  return out;
}

/** @param {Figure} figure @param {Table} table */
function accepts(figure, table) {
  const codes = new Set(groupsOf(table).map((g) => g.country || 'unknown').concat('seatless', 'unknown'));
  const months = new Set(figure.options.from ? monthsBetween(figure.options.from, figure.options.to).slice(0, -1) : []);
  return { country: (/** @type {string} */ v) => codes.has(v), until: (/** @type {string} */ v) => months.has(v), zoom: (/** @type {string} */ v) => /^[\d.]+~[\d.-]+~[\d.-]+$/.test(v) };
}

/** @type {Kind} */
export const world = { defaults, controls, accepts, frame, series, place, draw, describe, display, live: worldLive, empty: 'Nothing has a known place.' };
