/** The nearest point of the curves, under the pointer and the arrow keys. */
import { announce } from '../chart/announce.js';
import { px } from '../chart/axes.js';
import { pointRows, pointText } from './curves-words.js';

/** @param {any} view */
export function curvesLive(view) {
  const { svg, placed, card, figure } = view;
  const { frame: f } = placed;
  const all = placed.curves.flatMap((/** @type {any} */ c) => c.at.map((/** @type {any} */ q) => ({ ...q, curve: c })));
  if (f.compact || !all.length) return {};
  const ring = svg.append('circle').attr('class', 'here').attr('r', 5).attr('visibility', 'hidden');
  const lines = svg.selectAll('.curve');
  const show = (/** @type {any} */ q) => {
    ring.attr('visibility', 'visible').attr('cx', px(q.x)).attr('cy', px(q.y));
    lines.classed('faded', (/** @type {any} */ _, /** @type {number} */ i) => placed.curves[i] !== q.curve);
    card.show(q.x, q.y, { title: q.curve.name, rows: pointRows(placed, q.point, figure) });
  };
  const hide = () => { ring.attr('visibility', 'hidden'); lines.classed('faded', false); card.hide(); };
  svg.on('pointermove', (/** @type {any} */ event) => {
    const [x, y] = d3.pointer(event);
    const nearest = d3.least(all, (/** @type {any} */ q) => (q.x - x) ** 2 + (q.y - y) ** 2);
    if (Math.hypot(nearest.x - x, nearest.y - y) > 60) return hide();
    return show(nearest);
  }).on('pointerleave', hide);
  keys(view, show, hide);
  return {};
}

/**
 * Left and right along a curve, up and down to another.
 * @param {any} view @param {(q: any) => void} show @param {() => void} hide
 */
function keys(view, show, hide) {
  const { svg, placed, figure } = view;
  const stops = [...svg.node().querySelectorAll('.stop')];
  const shown = stops.map((s) => placed.curves[+s.getAttribute('data-i')]);
  let [line, at] = [0, 0];
  const tell = () => {
    const q = { ...shown[line].at[at], curve: shown[line] };
    stops[line].setAttribute('cx', px(q.x));
    stops[line].setAttribute('cy', px(q.y));
    show(q);
    announce(`${q.curve.name}: ${pointText(placed, q.point, figure)}`);
  };
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') hide();
    const along = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const across = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!along && !across) return;
    event.preventDefault();
    if (along) {
      at = Math.max(0, Math.min(shown[line].at.length - 1, at + along));
      tell();
      return;
    }
    const next = Math.max(0, Math.min(stops.length - 1, line + across));
    stops.forEach((s, i) => s.setAttribute('tabindex', i === next ? '0' : '-1'));
    stops[next].focus();
  });
  stops.forEach((s, i) => {
    s.addEventListener('focus', () => { if (line !== i) at = 0; line = i; tell(); });
    s.addEventListener('blur', hide);
  });
}
