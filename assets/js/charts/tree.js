/**
 * The descendants of one model through time. Channels: id, parent (number of the row it hangs on), x (day), relation, count.
 * Which tree is shown is the reader's choice: the others are on the figure's shelf.
 */
import { draw } from './tree-draw.js';
import { frame, place } from './tree-place.js';
import { series } from './tree-series.js';
import { describe, display, legend } from './tree-words.js';
import { roots, treeLive } from './tree-live.js';

/** @returns {State} */
const defaults = () => ({ root: '', off: [], open: [], shut: [], show: '' });

/** @param {Figure} figure @returns {Control[]} */
const controls = (figure) => [
  { type: 'select', key: 'root', label: 'Tree of', options: roots(figure).map((r, i) => /** @type {[string, string]} */ ([i ? r.name : '', `${r.name}\u2002${r.note}`])) },
  { type: 'find', key: 'find', label: 'Find', placeholder: 'a model' },
];

/** @param {Figure} figure */
const accepts = (figure) => ({ root: (/** @type {string} */ v) => (figure.shelf || []).some((s) => s.name === v) });

/** @type {Kind} */
export const tree = { defaults, controls, accepts, frame, series, place, draw, describe, display, legend, live: treeLive, empty: 'No model of this tree is shown.' };
