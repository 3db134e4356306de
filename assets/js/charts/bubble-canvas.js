/**
 * Twenty thousand bubbles on canvas. The great ones are drawn one by one, greatest first; the small ones are stamps, cut once a
 * hue and size; while the picture moves they are plain squares, which cost a tenth.
 */
import { gridOf, plotWindow } from './bubble.js';
import { token } from '../chart/canvas.js';
import { modalityToken } from '../chart/words.js';

/** @typedef {import('./bubble-data.js').Model} Model */
/** Above this radius a bubble is drawn for itself; below it is a stamp. */
const great = 12;
/** Above this radius a bubble lies under all smaller ones, whatever their hue. */
const middle = 6;
const cell = 28;
/** While the picture moves no more small marks than this are drawn: of the least liked, every second or third. */
const movingMarks = 7000;

/** Colors of the page's theme, as canvas needs them. */
export function colors() {
  /** @type {{ [code: string]: string }} */
  const out = { paper: token('paper'), line: token('line') };
  for (const code of ['nlp', 'cv', 'mm', 'audio', 'tab', 'rl', 'other', 'none']) out[code] = token(modalityToken(code));
  return out;
}

/**
 * Marks in drawing order: great ones by falling size, then the small by hue (a change of color costs more than a mark).
 * @param {Model[]} marks
 */
export function drawingOrder(marks) {
  const sized = marks.filter((m) => m.parameters).sort((a, b) => b.r - a.r);
  const open = marks.filter((m) => !m.parameters);
  const hue = (/** @type {Model} */ m) => m.modality;
  return { sized, byHue: d3.groups(sized, hue), open: d3.groups(open, hue) };
}

/**
 * @param {{ context: CanvasRenderingContext2D, ratio: number }} surface @param {any} placed @param {ReturnType<typeof drawingOrder>} order
 * @param {{ [code: string]: string }} ink @param {any} stamps @param {boolean} moving
 */
export function paint({ context: c, ratio }, placed, order, ink, stamps, moving) {
  const { frame: f } = placed;
  // Crowded on a phone: marks there stand back as if farther away.
  const k = f.phone ? placed.k * 0.5 : placed.k;
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.globalAlpha = 1;
  c.clearRect(0, 0, f.W, f.H);
  grid(c, placed, ink.line);
  c.save();
  clip(c, placed);
  for (const m of order.sized) {
    if (m.r <= middle) break;
    if (m.hidden) continue;
    if (m.r > great) disc(c, m, ink, k); else stampOne(c, m, stamps, ratio, k);
  }
  if (moving) squares(c, order, ink, k); else stampAll(c, order, stamps, ratio, k);
  c.restore();
  c.globalAlpha = 1;
}

/**
 * The grid lies under the marks, as it does in the drawing without script.
 * @param {CanvasRenderingContext2D} c @param {any} p @param {string} color
 */
function grid(c, p, color) {
  c.strokeStyle = color;
  c.lineWidth = 1;
  c.beginPath();
  for (const [x1, y1, x2, y2] of gridOf(p)) { c.moveTo(x1, y1); c.lineTo(x2, y2); }
  c.stroke();
}

/** @param {CanvasRenderingContext2D} c @param {any} p */
function clip(c, p) {
  const { x, y, width, height } = plotWindow(p);
  c.beginPath();
  c.rect(x, y, width, height);
  c.clip();
}

/**
 * How strongly a mark is drawn: in the thicket of few likes each stands back, until the reader comes nearer.
 * @param {Model} m @param {number} k
 */
function strength(m, k) {
  if (m.likes >= 300 || k >= 8) return 1;
  const height = Math.log(Math.max(1, m.likes)) / Math.log(300);
  return Math.max(0.15, Math.min(1, 0.2 + 0.8 * height * Math.sqrt(height) + 0.1 * (k - 1)));
}

/** @param {CanvasRenderingContext2D} c @param {Model} m @param {{ [code: string]: string }} ink @param {number} k */
function disc(c, m, ink, k) {
  const s = strength(m, k);
  c.beginPath();
  c.arc(m.x, m.y, m.r, 0, 6.2832);
  c.globalAlpha = (m.r > 12 ? 0.24 : 0.5) * s;
  c.fillStyle = ink[m.modality] || ink.other;
  c.fill();
  c.globalAlpha = 0.95 * s;
  c.lineWidth = 1;
  c.strokeStyle = c.fillStyle;
  c.stroke();
}

/** @param {CanvasRenderingContext2D} c @param {ReturnType<typeof drawingOrder>} order @param {{ [code: string]: string }} ink @param {number} k */
function squares(c, order, ink, k) {
  const faint = Math.min(1, 0.6 + 0.06 * k);
  const small = (/** @type {Model} */ m) => !m.hidden && m.r <= middle;
  const seen = d3.sum(order.open, (/** @type {any} */ g) => g[1].filter(small).length) + d3.sum(order.byHue, (/** @type {any} */ g) => g[1].filter(small).length);
  const stride = Math.max(1, Math.ceil(seen / movingMarks));
  const drawn = (/** @type {Model} */ m) => small(m) && (m.likes > 60 || m.i % stride === 0);
  for (const [code, list] of order.open) {
    c.globalAlpha = 0.42 * faint;
    c.fillStyle = ink[code] || ink.other;
    for (const m of list) if (drawn(m)) c.fillRect(m.x - 1.5, m.y - 1.5, 3, 3);
  }
  for (const [code, list] of order.byHue) {
    c.globalAlpha = 0.5 * faint;
    c.fillStyle = ink[code] || ink.other;
    for (const m of list) if (drawn(m)) { const a = m.r * 0.89; c.fillRect(m.x - a, m.y - a, 2 * a, 2 * a); }
  }
}

/** @param {CanvasRenderingContext2D} c @param {ReturnType<typeof drawingOrder>} order @param {any} stamps @param {number} ratio @param {number} k */
function stampAll(c, order, stamps, ratio, k) {
  for (const [, list] of order.open) for (const m of list) if (!m.hidden) stampOne(c, m, stamps, ratio, k);
  for (const [, list] of order.byHue) for (const m of list) if (!m.hidden && m.r <= middle) stampOne(c, m, stamps, ratio, k);
}

/**
 * @param {CanvasRenderingContext2D} c @param {Model} m @param {any} stamps @param {number} ratio @param {number} k
 */
function stampOne(c, m, stamps, ratio, k) {
  const [sx, sy] = stamps.at(m.modality, !m.parameters, m.r);
  c.globalAlpha = strength(m, k);
  c.drawImage(stamps.image, sx, sy, cell * ratio, cell * ratio, m.x - cell / 2, m.y - cell / 2, cell, cell);
}

/**
 * A sheet of small bubbles: a row a hue and kind, a column a quarter pixel of radius.
 * @param {{ [code: string]: string }} ink @param {number} ratio
 */
export function stampsOf(ink, ratio) {
  const codes = Object.keys(ink).filter((k) => k !== 'paper' && k !== 'line');
  const columns = great * 4 + 1;
  const image = document.createElement('canvas');
  image.width = columns * cell * ratio;
  image.height = codes.length * 2 * cell * ratio;
  const c = /** @type {CanvasRenderingContext2D} */ (image.getContext('2d'));
  c.scale(ratio, ratio);
  codes.forEach((code, row) => {
    for (let q = 0; q < columns; q += 1) {
      const r = Math.max(0.8, q / 4);
      stamp(c, (q + 0.5) * cell, (row * 2 + 0.5) * cell, r, ink[code], ink.paper, false);
      stamp(c, (q + 0.5) * cell, (row * 2 + 1.5) * cell, r, ink[code], ink.paper, true);
    }
  });
  const rowOf = new Map(codes.map((code, i) => [code, i * 2]));
  const at = (/** @type {string} */ code, /** @type {boolean} */ open, /** @type {number} */ r) =>
    [Math.min(columns - 1, Math.round(r * 4)) * cell * ratio, ((rowOf.get(code) ?? rowOf.get('other') ?? 0) + (open ? 1 : 0)) * cell * ratio];
  return { image, at };
}

/** @param {CanvasRenderingContext2D} c @param {number} x @param {number} y @param {number} r @param {string} color @param {string} paper @param {boolean} open */
function stamp(c, x, y, r, color, paper, open) {
  c.beginPath();
  c.arc(x, y, r, 0, 6.2832);
  if (open) {
    c.globalAlpha = 0.66;
    c.lineWidth = 0.9;
    c.strokeStyle = color;
    c.stroke();
    return;
  }
  c.globalAlpha = 0.5;
  c.fillStyle = color;
  c.fill();
  c.globalAlpha = 0.95;
  c.lineWidth = r > middle ? 1 : 0.5;
  c.strokeStyle = r > middle ? color : paper;
  c.stroke();
}
