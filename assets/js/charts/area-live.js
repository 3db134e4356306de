/** The stacked area under a reader's hand: months under the pointer, layers that open, states that morph. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { pointed } from '../chart/tooltip.js';
import { animate } from '../chart/motion.js';
import { px } from '../chart/axes.js';
import { morph } from './area-morph.js';
import { outline } from './area-draw.js';

/** @param {any} view */
export function areaLive(view) {
  const { svg, placed, series, card } = view;
  if (placed.frame.compact || !series.months.length) return {};
  const stop = startMorph(view);
  const cursor = cursorIn(svg, placed);
  let at = -1;
  const show = (/** @type {number} */ j, /** @type {number} */ y) => {
    at = j;
    cursor(j);
    card.show(placed.xs[j], y, cardText(series, j));
  };
  const hide = () => { at = -1; cursor(-1); card.hide(); };
  pointed(svg, (event) => {
    const [x, y] = d3.pointer(event);
    const { m, W } = placed.frame;
    if (x < m.l - 6 || x > W - m.r + 6) hide(); else show(nearest(placed.xs, x), y);
  }, hide);
  svg.selectAll('.layer').on('click', (/** @type {any} */ event) => toggle(view, event.currentTarget.getAttribute('data-key')));
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const layer = event.target instanceof Element ? event.target.getAttribute('data-key') : null;
    if (by) {
      const n = series.months.length;
      show(at < 0 ? n - 1 : Math.max(0, Math.min(n - 1, at + by)), placed.frame.H / 3);
      announce(card.text);
    } else if ((event.key === 'Enter' || event.key === ' ') && layer) toggle(view, layer);
    else if (event.key === 'Escape' && card.open && !view.state.open) hide();
    else return;
    event.preventDefault();
  });
  svg.selectAll('.layer').on('focus', (/** @type {any} */ event) => event.currentTarget.classList.add('on')).on('blur', (/** @type {any} */ event) => event.currentTarget.classList.remove('on'));
  wireEscape(view);
  return { stop };
}

/**
 * Escape closes an opened layer from anywhere in the figure.
 * @param {any} view
 */
function wireEscape(view) {
  if (view.escapes) return;
  view.escapes = true;
  addEventListener('keydown', (event) => {
    const elsewhere = event.target instanceof Element && event.target !== document.body && !view.root.contains(event.target);
    if (event.key === 'Escape' && view.state.open && !elsewhere && !event.defaultPrevented) { view.card.hide(); view.set({ open: '' }); }
  });
}

/** @param {any} view @param {string} key */
function toggle(view, key) {
  const layer = view.series.layers.find((/** @type {any} */ l) => l.key === key);
  if (!layer || !layer.opens) return;
  view.set({ open: key });
  announce(`${view.words.title}. Escape closes.`);
  const first = view.svg.node().querySelector('.layer');
  if (first) first.focus({ preventScroll: true });
}

/** @param {number[]} xs @param {number} x */
function nearest(xs, x) {
  let best = 0;
  xs.forEach((v, j) => { if (Math.abs(v - x) < Math.abs(xs[best] - x)) best = j; });
  return best;
}

/** @param {any} svg @param {any} placed */
function cursorIn(svg, placed) {
  const { m, H } = placed.frame;
  const rule = svg.append('line').attr('class', 'cursor').attr('y1', m.t).attr('y2', H - m.b).attr('visibility', 'hidden');
  return (/** @type {number} */ j) => {
    rule.attr('visibility', j < 0 ? 'hidden' : 'visible');
    if (j >= 0) rule.attr('x1', px(placed.xs[j])).attr('x2', px(placed.xs[j]));
  };
}

/**
 * The month's ranking.
 * @param {any} s @param {number} j
 */
function cardText(s, j) {
  const total = s.totals[j];
  const ranked = s.layers.slice().sort((/** @type {any} */ a, /** @type {any} */ b) => b.values[j] - a.values[j]).slice(0, 6);
  const say = (/** @type {number} */ v) => (s.share ? format.percent(total ? v / total : 0) : v >= 1e7 ? format.compact(v) : format.int(v));
  return {
    title: s.say(s.months[j]), who: `${total >= 1e7 ? format.compact(total) : format.int(total)} ${s.noun}`,
    rows: ranked.map((/** @type {any} */ l) => [l.name, say(l.values[j])]),
    hint: s.open ? 'Escape closes' : s.layers.some((/** @type {any} */ l) => l.opens) ? 'Click a layer to open it' : undefined,
  };
}

/**
 * From the drawing before to this one.
 * @param {any} view
 */
function startMorph(view) {
  const { previous, placed, svg } = view;
  if (!previous || previous.frame.W !== placed.frame.W || previous.xs.length !== placed.xs.length || previous.series === placed.series) return () => {};
  const steps = morph(previous, placed);
  // Drawn anew for the theme or the paper: nothing moves, so nothing fades.
  if (steps.every((s) => outline(s.at(0)) === outline(s.to))) return () => {};
  /** @type {any} */
  const paths = new Map();
  for (const path of svg.node().querySelectorAll('.layer')) paths.set(path.getAttribute('data-key'), path);
  const rest = svg.selectAll('.edge, .note, .remark-dot');
  return animate(320, (t) => {
    for (const s of steps) { const path = paths.get(s.key); if (path) path.setAttribute('d', outline(t < 1 ? s.at(t) : s.to)); }
    rest.style('opacity', t < 1 ? t * t : null);
  });
}
