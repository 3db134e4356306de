/** Finding a model of the bubble chart by its name, and flying there. */
import * as format from '../chart/format.js';
import { still } from '../chart/motion.js';
import { named } from '../chart/walk.js';
import { go } from './bubble-keys.js';
import { center } from './bubble-zoom.js';

/** @typedef {import('./bubble-data.js').Model} Model */
/** @typedef {import('./bubble-live.js').LiveBubbles} LiveBubbles */

/** @param {LiveBubbles} chart @param {string} text */
export function find(chart, text) {
  return named(chart.placed.series.all.models, text).map((/** @type {any} */ m) => ({ id: m.id, text: m.id, note: format.count(m.likes, 'like') }));
}

/**
 * Through the air to a model; filters that hide it are lifted.
 * @param {LiveBubbles} chart @param {string} id
 */
export function fly(chart, id) {
  const { moving, placed, svg, view } = chart;
  const m = placed.series.all.byID.get(id);
  if (!m) return;
  if (!placed.series.list.includes(m)) {
    view.set({ ...view.defaults, pins: view.state.pins });
    view.live.fly(id);
    return;
  }
  const target = above(chart, m);
  const there = () => { chart.settle(); moving.save(); go(chart, m); };
  if (still()) { svg.call(moving.zoom.transform, target); there(); return; }
  svg.transition().duration(700).call(moving.zoom.transform, target).on('end', () => { moving.hurry(); there(); });
}

/**
 * The zoom that has a model in its middle.
 * @param {LiveBubbles} chart @param {Model} m
 */
function above({ moving, placed: { frame, x0, y0 } }, m) {
  const [cx, cy] = center(moving.zoom.extent()());
  const k = Math.max(6, moving.transform.k);
  const x = m.before ? frame.m.l : x0(m.t);
  return d3.zoomIdentity.translate(cx - k * x, cy - k * y0(Math.max(0.9, m.likes))).scale(k);
}
