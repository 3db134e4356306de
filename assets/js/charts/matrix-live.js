/** A matrix under the pointer and the arrow keys: one cell is pointed at, and says what it counts. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';

/** @param {any} view */
export function matrixLive(view) {
  const { svg, placed, series: s } = view;
  const n = s.classes.length;
  if (!n) return {};
  let at = -1;
  svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'matrix')
    .attr('aria-label', `${view.words.title}. Arrow keys go from cell to cell.`);
  const show = (/** @type {number} */ i) => {
    at = i;
    svg.selectAll('.cell').classed('here', (/** @type {any} */ _, /** @type {number} */ k) => k === i);
    const c = placed.cells[i];
    if (!c) { view.card.hide(); return; }
    const rows = /** @type {[string, string][]} */ ([['Children', format.int(c.count)], ['Of the parent’s', format.percent(c.share)]]);
    if (c.drift !== null) rows.push(['The other way', format.int(c.back)], ['Drift', format.decimal(c.drift, 2)]);
    view.card.show(c.x + c.w, c.y + c.h / 2, { title: `${s.say(c.row)} → ${s.say(c.column)}`, rows });
  };
  svg.on('pointermove', (/** @type {any} */ e) => {
    const cell = e.target.closest && e.target.closest('.cell');
    const i = cell ? +cell.getAttribute('data-i') : -1;
    if (i !== at) show(i);
  }).on('pointerleave', () => show(-1)).on('blur', () => show(-1));
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') { show(-1); return; }
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: n, ArrowUp: -n }[event.key];
    if (!by) return;
    event.preventDefault();
    show(at < 0 ? 0 : Math.max(0, Math.min(placed.cells.length - 1, at + by)));
    announce(view.card.text);
  });
  return {};
}
