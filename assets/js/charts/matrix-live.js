/** A matrix under the pointer and the arrow keys: one cell is pointed at, and says what it counts. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { pointed } from '../chart/tooltip.js';

/** @param {any} view */
export function matrixLive(view) {
  const { svg, placed, series: s } = view;
  const n = s.classes.length;
  if (!n) return {};
  let at = -1;
  svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'matrix')
    .attr('aria-label', `${view.words.title}. Arrow keys go from cell to cell.`);
  const ring = svg.select('.heat-here');
  const show = (/** @type {number} */ i) => {
    at = i;
    const c = placed.cells[i];
    ring.attr('visibility', c ? 'visible' : 'hidden');
    if (!c) { view.card.hide(); return; }
    ring.attr('x', c.x + 0.5).attr('y', c.y + 0.5);
    const rows = /** @type {[string, string][]} */ ([['Children', format.int(c.count)], ['Of the parent’s', format.percent(c.share)]]);
    if (c.drift !== null) rows.push(['The other way', format.int(c.back)], ['Drift', format.decimal(c.drift, 2)]);
    view.card.show(c.x + c.w, c.y + c.h / 2, { title: `${s.say(c.row)} → ${s.say(c.column)}`, rows });
  };
  const under = (/** @type {PointerEvent} */ event) => {
    const [x, y] = d3.pointer(event, svg.node());
    const [j, i] = [Math.floor((x - placed.frame.m.l) / placed.w), Math.floor((y - placed.frame.m.t) / placed.h)];
    return i >= 0 && j >= 0 && i < n && j < n ? i * n + j : -1;
  };
  pointed(svg, (/** @type {PointerEvent} */ e) => { const i = under(e); if (i !== at) show(i); }, () => show(-1));
  svg.on('blur', () => show(-1));
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
