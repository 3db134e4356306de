/** Quarters under the pointer and the arrow keys. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { pointed } from '../chart/tooltip.js';
import { px } from '../chart/axes.js';
import { quantiles, quantileName, quarterName } from './ribbon.js';

/** @param {any} view */
export function ribbonLive(view) {
  const { svg, placed, card } = view;
  const { frame: f, points } = placed;
  if (f.compact || !points.length) return {};
  const rule = svg.append('line').attr('class', 'cursor').attr('y1', f.m.t).attr('y2', f.H - f.m.b).attr('visibility', 'hidden');
  const dots = svg.append('g').attr('class', 'cursor-dots');
  let at = -1;
  const show = (/** @type {number} */ i) => {
    at = i;
    const p = points[i];
    rule.attr('visibility', 'visible').attr('x1', px(p.x)).attr('x2', px(p.x));
    dots.selectAll('circle').data(quantiles).join('circle').attr('class', (/** @type {string} */ q) => (q === 'p50' ? 'end-dot' : 'remark-dot')).attr('cx', px(p.x)).attr('cy', (/** @type {string} */ q) => px(p[q])).attr('r', 3);
    card.show(p.x, p.p50, {
      title: quarterName(p.row.quarter), who: `${format.count(p.row.count, 'model')} with a known size`,
      rows: quantiles.map((q) => [quantileName[q], format.compact(p.row[q])]),
    });
  };
  const hide = () => { at = -1; rule.attr('visibility', 'hidden'); dots.selectAll('circle').remove(); card.hide(); };
  pointed(svg, (event) => {
    const [x] = d3.pointer(event);
    if (x < f.m.l - 10 || x > f.W - f.m.r + 10) return hide();
    return show(/** @type {number} */ (d3.leastIndex(points, (/** @type {any} */ p) => Math.abs(p.x - x))));
  }, hide);
  const stops = [...svg.node().querySelectorAll('.stop')];
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape') hide();
    if (!by) return;
    event.preventDefault();
    const next = at < 0 ? 0 : Math.max(0, Math.min(points.length - 1, at + by));
    stops.forEach((s, i) => s.setAttribute('tabindex', i === next ? '0' : '-1'));
    stops[next].focus();
  });
  stops.forEach((s, i) => { s.addEventListener('focus', () => { show(i); announce(s.getAttribute('aria-label')); }); s.addEventListener('blur', hide); });
  return {};
}
