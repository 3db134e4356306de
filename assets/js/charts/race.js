/**
 * Bar chart race: who has most, from date to date. Rows are counts of a name on a date (`source`, `by`, `name`, `modality`, `date`,
 * `count`, `posts`); what is between two dates is interpolated and says so. Options: `sources`, their `titles`, `nouns`, `places`,
 * `bys` (who may race), `rates` (sources that are shown of 10,000 posts) and `notes` by "source|date".
 */
import { draw } from './race-draw.js';
import { raceLive } from './race-live.js';
import { frame, place } from './race-place.js';
import { accepts, controls, defaults, describe, display, legend, series } from './race-series.js';

/** @type {Kind} */
export const race = {
  defaults, controls, accepts, frame, series, place, draw, describe, display, legend, live: raceLive,
  empty: 'Nobody has a count here: bring a color back, or choose another date.',
};
