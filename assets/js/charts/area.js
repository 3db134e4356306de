/**
 * Stacked area of months: what there was at each month's end, or what was new in it; absolute or as shares. A layer opens into
 * its six greatest parts. Generic: any category column can be the series (`options.series`, `labels`, `palette`).
 */
import * as format from '../chart/format.js';
import { column } from '../chart/data.js';
import { draw } from './area-draw.js';
import { areaLive } from './area-live.js';
import { place } from './area-place.js';
import { measuresOf, series } from './area-series.js';
import { describe, display } from './area-words.js';

/** @type {{ [key: string]: string }} */
const measureNames = { count: 'Models', downloads: 'Downloads', likes: 'Likes' };

/** @param {Figure} figure @returns {State} */
function defaults(figure) {
  const o = figure.options;
  return { scale: o.scale || 'absolute', flow: o.flow || 'cumulative', measure: o.measure || measuresOf(figure)[0] || 'count', open: '' };
}

/** @param {Figure} figure @param {State} state @returns {Control[]} */
function controls(figure, state) {
  /** @type {Control[]} */
  const out = [
    { type: 'seg', key: 'scale', label: 'Scale', options: [['absolute', 'Absolute'], ['share', 'Share']] },
    { type: 'seg', key: 'flow', label: 'Count', options: [['cumulative', 'Cumulative'], ['new', figure.options.step === 'quarter' ? 'New a quarter' : 'New a month']] },
  ];
  const measures = measuresOf(figure);
  if (measures.length > 1) out.push({ type: 'seg', key: 'measure', label: 'Measure', options: measures.map((m) => [m, m === 'count' ? format.capitalized(figure.options.noun || 'models') : measureNames[m]]) });
  if (state.open) out.push({ type: 'button', key: 'open', label: '', text: '← All modalities', to: { open: '' } });
  return out;
}

/**
 * A layer that opens; the other choices are those of the controls.
 * @param {Figure} figure @param {Table} table
 */
function accepts(figure, table) {
  const opening = new Set(figure.channels.sub ? column(table, figure.channels.series || 'modality') : []);
  return { open: (/** @type {string} */ v) => v !== 'none' && opening.has(v) };
}

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600 && !compact;
  if (compact) return { W: width, H: Math.round(width * 0.6), m: { t: 14, r: 96, b: 24, l: 34 }, phone, compact };
  const ratio = phone ? 1.3 : width < 900 ? 0.7 : 0.5;
  return { W: width, H: Math.round(width * ratio), m: { t: 38, r: phone ? 112 : 196, b: 36, l: phone ? 36 : 56 }, phone, compact };
}

/** @type {Kind} */
export const area = { defaults, controls, accepts, frame, series, place, draw, describe, display, live: areaLive, empty: 'No month has anything to show here.' };
