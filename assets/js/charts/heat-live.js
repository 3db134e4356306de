/** A grid under the pointer and the arrow keys: one cell is pointed at, and says what it counts. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { pointed } from '../chart/tooltip.js';

/** @param {any} view */
export function heatLive(view) {
  const { svg, placed, series: s, card, figure } = view;
  const n = placed.across;
  if (!placed.cells.length) return {};
  const ring = svg.select('.heat-here');
  let at = -1;
  svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'grid')
    .attr('aria-label', `${view.words.title}. Arrow keys go from cell to cell.`);
  const show = (/** @type {number} */ i) => {
    at = i;
    const c = placed.cells[i];
    ring.attr('visibility', c ? 'visible' : 'hidden');
    if (!c) { card.hide(); return; }
    ring.attr('x', c.x).attr('y', c.y);
    const noun = format.capitalized(figure.options.noun || 'count');
    const rows = [[noun, format.int(c.count)], ['Of all', format.percent(s.total ? c.count / s.total : 0)]];
    card.show(c.x + placed.w, c.y + placed.h / 2, { title: `${s.names[c.i]}, ${s.heads[c.j]}`, who: figure.options.columns, rows });
  };
  pointed(svg, (event) => {
    const i = event.target.getAttribute && event.target.getAttribute('data-i');
    const next = i === null ? -1 : +i;
    if (next !== at) show(next);
  }, () => show(-1));
  svg.on('blur', () => show(-1));
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') { show(-1); return; }
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: n, ArrowUp: -n }[event.key];
    if (!by) return;
    event.preventDefault();
    show(at < 0 ? 0 : Math.max(0, Math.min(placed.cells.length - 1, at + by)));
    announce(card.text);
  });
  return {};
}
