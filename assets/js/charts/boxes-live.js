/** Box plots under the pointer and the arrow keys. */
import * as format from '../chart/format.js';
import { barsLive } from './bars-live.js';
import { short } from './scatter-words.js';

/** @param {any} view */
export function boxesLive(view) {
  const { svg, placed, card, figure } = view;
  const live = barsLive(view);
  const rows = [...svg.node().querySelectorAll('[data-i]')];
  const unit = placed.series.unit;
  const show = (/** @type {number} */ i) => {
    const q = placed.rows[i];
    if (!q) return;
    const v = q.values;
    card.show(q.high, q.y, {
      title: format.capitalized(q.group), who: format.count(q.n, figure.options.noun || 'row'),
      rows: [['The middle', `${short(v.median)} ${unit}`], ['The middle half', `${short(v.q1)} to ${short(v.q3)}`], ['Whiskers', `${short(v.low)} to ${short(v.high)}`], ['Mean', short(v.mean)], ['Beyond the whiskers', format.int(v.outliers)]],
    });
  };
  rows.forEach((r, i) => {
    r.addEventListener('pointerenter', () => show(i));
    r.addEventListener('focus', () => show(i));
    r.addEventListener('blur', () => card.hide());
  });
  svg.on('pointerleave', () => card.hide());
  return live;
}
