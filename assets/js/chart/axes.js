/** Axes of an atlas: hairlines, few ticks, figures flush with the margin, years lettered like seas. */
import { compact, int } from './format.js';

/**
 * Crisp hairlines: half a pixel off.
 * @param {number} v
 */
const crisp = (v) => Math.round(v) + 0.5;
/**
 * Shortest spelling of a coordinate.
 * @param {number} v
 */
export const px = (v) => String(Math.round(v * 10) / 10);

/**
 * Horizontal hairlines with their figures, and the unit once above the top tick.
 * @param {any} g @param {{ y: number, text: string }[]} ticks @param {{ x0: number, x1: number, unit?: string, at?: number }} at
 */
export function rows(g, ticks, { x0, x1, unit, at = 0 }) {
  const axis = g.append('g').attr('class', 'axis');
  for (const t of ticks) {
    axis.append('line').attr('x1', px(x0)).attr('x2', px(x1)).attr('y1', crisp(t.y)).attr('y2', crisp(t.y));
    axis.append('text').attr('x', at).attr('y', px(t.y + 4)).text(t.text);
  }
  const top = ticks.length ? Math.min(...ticks.map((t) => t.y)) : 0;
  if (unit && ticks.length) axis.append('text').attr('class', 'unit').attr('x', at).attr('y', px(top - 12)).text(unit);
  return axis;
}

/**
 * The line a chart stands on.
 * @param {any} g @param {number} x0 @param {number} x1 @param {number} y
 */
export function baseline(g, x0, x1, y) {
  return g.append('g').attr('class', 'axis').append('line').attr('class', 'base')
    .attr('x1', px(x0)).attr('x2', px(x1)).attr('y1', crisp(y)).attr('y2', crisp(y));
}

/**
 * Years of a time scale, each with the x where it begins (the first where the scale begins).
 * @param {any} x
 */
export function years(x) {
  const [a, b] = x.domain();
  /** @type {{ year: number, x: number, text: string }[]} */
  const out = [];
  for (let y = a.getUTCFullYear(); y <= b.getUTCFullYear(); y += 1) {
    const start = Math.max(+a, Date.UTC(y, 0, 1));
    if (start < +b) out.push({ year: y, x: x(start), text: String(y) });
  }
  // Where the next year, or the end, is near, a year is written short.
  out.forEach((y, i) => { if ((i + 1 < out.length ? out[i + 1].x : x(b)) - y.x < 52) y.text = `’${String(y.year).slice(2)}`; });
  return out;
}

/**
 * Figures for a count axis: whole below 10,000, then short.
 * @param {number} v @param {boolean} short
 */
export const tickText = (v, short) => (short ? compact(v).replace('\u00a0', v >= 1e6 ? '\u00a0' : '') : v >= 1e6 ? compact(v) : int(v));

/**
 * Where a selection knows few models, from `options.thin` ("2025-04..2026-04", first months of quarters): what is drawn there says
 * more about the lists than about the models.
 * @param {Figure} figure @param {any} x @param {Frame} f @returns {{ x0: number, x1: number }[]}
 */
export function thinSpans(figure, x, f) {
  const half = 45 * 864e5;
  const inside = (/** @type {number} */ v) => Math.max(f.m.l, Math.min(f.W - f.m.r, v));
  return (figure.options.thin || []).map((/** @type {string} */ run) => {
    const [from, to] = run.split('..').map((m) => Date.parse(`${m}-01T00:00:00Z`));
    return { x0: inside(x(from - half)), x1: inside(x(to + half)) };
  }).filter((/** @type {{ x0: number, x1: number }} */ s) => s.x1 - s.x0 > 4);
}

/**
 * A veil of paper over those quarters, and the reason where it finds room.
 * @param {any} g @param {{ x0: number, x1: number }[]} spans @param {Frame} f
 */
export function veil(g, spans, f) {
  const ground = f.H - f.m.b;
  for (const { x0, x1 } of spans) {
    g.append('rect').attr('class', 'veil').attr('x', px(x0)).attr('width', px(x1 - x0)).attr('y', f.m.t).attr('height', ground - f.m.t);
    for (const at of [x0, x1]) g.append('line').attr('class', 'veil-edge').attr('x1', px(at)).attr('x2', px(at)).attr('y1', f.m.t).attr('y2', ground);
    if (!f.compact && x1 - x0 > 62) {
      const words = x1 - x0 > 130 ? ['few models known'] : ['few models', 'known'];
      words.forEach((word, i) => g.append('text').attr('class', 'note small halo').attr('x', px((x0 + x1) / 2)).attr('y', px(ground - 14 - 17 * (words.length - 1 - i))).attr('text-anchor', 'middle').text(word));
    }
  }
}
