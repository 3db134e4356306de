/** Small multiples under a reader's hand: the date under the pointer, panels by arrow keys. */
import { modalityClass } from '../chart/words.js';
import { pointed } from '../chart/tooltip.js';
import { barsLive } from './bars-live.js';
import { dateText } from './multiples.js';

/** @param {any} view */
export function multiplesLive(view) {
  const { svg, placed, card } = view;
  const show = (/** @type {any} */ q, /** @type {number} */ j) => {
    const at = q.points[j] || [q.x0 + q.w / 2, q.y0 + q.h / 2];
    card.show(at[0], at[1], { title: q.key, swatch: q.modality ? modalityClass(q.modality) : undefined, who: dateText(placed.dates[j]), rows: [[view.figure.options.unit || 'Value', placed.tell(q.values[j])]] });
  };
  const panelOf = (/** @type {any} */ event) => { const node = event.target.closest('.panel'); return node ? placed.panels[+node.getAttribute('data-i')] : null; };
  pointed(svg, (event) => {
    const q = panelOf(event);
    if (!q) { card.hide(); return; }
    const [x] = d3.pointer(event);
    show(q, d3.minIndex(q.points, (/** @type {any} */ p) => (p ? Math.abs(p[0] - x) : Infinity)));
  }, () => card.hide());
  svg.on('focusin', (/** @type {any} */ event) => { const q = panelOf(event); if (q) show(q, q.last); }).on('focusout', () => card.hide());
  return barsLive(view);
}
