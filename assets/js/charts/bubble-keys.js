/** Keys of the bubble chart: from model to model, nearer and farther, pins. */
import { announce } from '../chart/announce.js';
import { arrows, toward } from '../chart/walk.js';

/** @typedef {import('./bubble-data.js').Model} Model */
/** @typedef {import('./bubble-live.js').LiveBubbles} LiveBubbles */
/** Pixels that Shift and an arrow pan. */
const panStep = 80;

/** @param {LiveBubbles} chart @returns {() => void} takes back what the document was asked for */
export function keysOn(chart) {
  const { pointer, stage, svg } = chart;
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => { if (keyed(chart, event)) event.preventDefault(); });
  // A tap on the card's link takes the focus too: only leaving the figure closes the card.
  svg.on('blur', (/** @type {FocusEvent} */ e) => { if (e.relatedTarget && !stage.contains(e.relatedTarget)) pointer.point(null); });
  const away = (/** @type {PointerEvent} */ e) => { if (pointer.current && !stage.contains(e.target)) pointer.point(null); };
  document.addEventListener('pointerdown', away);
  return () => document.removeEventListener('pointerdown', away);
}

/** @param {LiveBubbles} chart @param {KeyboardEvent} event @returns {boolean} whether it was ours */
function keyed(chart, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const arrow = arrows[event.key];
  if (arrow) {
    if (event.shiftKey) chart.moving.pan(-arrow[0] * panStep, -arrow[1] * panStep); else step(chart, arrow);
    return true;
  }
  const { moving, pointer } = chart;
  switch (event.key) {
    case '+': case '=': moving.by(1.5); return true;
    case '-': case '_': moving.by(1 / 1.5); return true;
    case '0': moving.whole(); return true;
    case 'Home': go(chart, visible(chart)[0] || null); return true;
    case 'Enter': case ' ': if (pointer.current) chart.pins.toggle(pointer.current); return true;
    case 'Escape': if (!pointer.current) return false; pointer.point(null); return true;
    default: return false;
  }
}

/** @param {LiveBubbles} chart @returns {Model[]} */
const visible = (chart) => chart.placed.marks.filter((/** @type {Model} */ m) => !m.hidden);

/**
 * To the nearest model in a direction; from nowhere to the most liked.
 * @param {LiveBubbles} chart @param {[number, number]} direction
 */
function step(chart, direction) {
  const from = chart.pointer.current;
  const next = from ? toward(visible(chart), from, direction) : visible(chart)[0];
  if (next) go(chart, next);
}

/**
 * Points at a model and says so.
 * @param {LiveBubbles} chart @param {Model | null} m
 */
export function go(chart, m) {
  chart.pointer.point(m);
  if (m) announce(chart.view.card.text);
}
