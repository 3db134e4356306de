/** Keys of the map: from community to community, nearer and farther, its country. */
import { announce } from '../chart/announce.js';

/** @type {{ [key: string]: [number, number] }} */
const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
/** Pixels that Shift and an arrow pan. */
const panStep = 80;

/** @param {import('./world-live.js').LiveWorld} chart @returns {() => void} takes back what the document was asked for */
export function keysOn(chart) {
  const { svg, view } = chart;
  svg.on('keydown.keys', (/** @type {KeyboardEvent} */ event) => { if (event.target === svg.node() && keyed(chart, event)) event.preventDefault(); });
  svg.on('blur', () => chart.point(null));
  const away = (/** @type {PointerEvent} */ e) => { if (chart.current && !view.stage.contains(e.target)) chart.point(null); };
  document.addEventListener('pointerdown', away);
  return () => document.removeEventListener('pointerdown', away);
}

/** @param {import('./world-live.js').LiveWorld} chart @param {KeyboardEvent} event @returns {boolean} whether it was ours */
function keyed(chart, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const arrow = arrows[event.key];
  if (arrow) {
    if (event.shiftKey) chart.moving.pan(-arrow[0] * panStep, -arrow[1] * panStep); else go(chart, next(chart.placed, chart.current, arrow));
    return true;
  }
  switch (event.key) {
    case '+': case '=': chart.moving.by(1.6); return true;
    case '-': case '_': chart.moving.by(1 / 1.6); return true;
    case '0': chart.moving.all(); return true;
    case 'Home': go(chart, next(chart.placed, null, [1, 0])); return true;
    case 'Enter': case ' ': if (chart.current && chart.current.country) chart.choose(chart.current.country); return true;
    case 'Escape': return escaped(chart);
    default: return false;
  }
}

/** @param {import('./world-live.js').LiveWorld} chart */
function escaped(chart) {
  if (chart.current) chart.point(null); else if (chart.view.state.country) chart.choose(chart.view.state.country); else return false;
  return true;
}

/**
 * The nearest circle in a direction; from nowhere the greatest in view.
 * @param {any} p @param {any} from @param {[number, number]} direction
 */
export function next(p, from, [ux, uy]) {
  const seen = p.marks.filter((/** @type {any} */ m) => m.r > 0 && m.x >= 0 && m.x <= p.box.w && m.y >= 0 && m.y <= p.box.h);
  if (!from) return seen[0] || null;
  let best = null;
  let least = Infinity;
  for (const m of seen) {
    const along = (m.x - from.x) * ux + (m.y - from.y) * uy;
    const across = Math.abs((m.x - from.x) * uy) + Math.abs((m.y - from.y) * ux);
    if (along < 0.8 || across > along * 2 + 3) continue;
    const cost = along + 2.5 * across;
    if (cost < least) { least = cost; best = m; }
  }
  return best;
}

/** @param {import('./world-live.js').LiveWorld} chart @param {any} mark */
function go(chart, mark) {
  if (!mark) return;
  chart.point(mark);
  announce(chart.view.card.text);
}
