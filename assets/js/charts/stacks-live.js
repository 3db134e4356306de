/** Cut bars under the pointer and the arrow keys: a row says all of its parts, the part under the pointer itself. */
import * as format from '../chart/format.js';
import { pointed } from '../chart/tooltip.js';
import { barsLive } from './bars-live.js';

/** @param {any} view */
export function stacksLive(view) {
  const { svg, placed, card } = view;
  const rowOf = (/** @type {any} */ event) => {
    const node = event.target.closest && event.target.closest('.stack-row');
    return node ? placed.rows[+node.getAttribute('data-i')] : null;
  };
  const show = (/** @type {any} */ r, /** @type {any} */ q) => {
    const parts = q ? [q] : r.parts;
    card.show(q ? q.x + q.w / 2 : view.width / 2, r.y + placed.bar, { title: r.name, who: `${format.int(r.total)} ${placed.noun}`, rows: parts.map((/** @type {any} */ p) => [p.name, `${format.int(p.value)} (${format.percent(p.share)})`]) });
  };
  pointed(svg, (event) => {
    const r = rowOf(event);
    if (!r) { card.hide(); return; }
    const j = event.target.getAttribute('data-part');
    show(r, j === null ? null : r.parts[+j]);
  }, () => card.hide());
  svg.on('focusin', (/** @type {any} */ event) => { const r = rowOf(event); if (r) show(r, null); }).on('focusout', () => card.hide());
  return barsLive(view);
}
