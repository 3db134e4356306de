/** Below the globe: the key of shades and sizes, the bar of what has a place and what has none, the axis of time. */
import * as format from '../chart/format.js';
import { px } from '../chart/axes.js';
import { textWidth } from '../chart/labels.js';
import { shade } from './world-series.js';
import { partName } from './world-words.js';

/**
 * Shades with the bounds of their classes, and the sizes of circles.
 * @param {any} g @param {any} p
 */
export function drawKey(g, p) {
  const { series: s, box, frame: f } = p;
  const size = p.show === 'countries' ? 0 : sizes(g, p);
  if (p.show === 'symbols' || !s.breaks.length) return;
  const y = box.key + (f.phone && size ? 40 : 0);
  const w = f.phone ? 32 : 46;
  g.append('text').attr('class', 'tl').attr('x', 0).attr('y', y + 24).text('none known');
  g.append('rect').attr('class', 'swatch s1').attr('x', 0).attr('y', y).attr('width', 26).attr('height', 10);
  let x = textWidth('none known', 12) + 16;
  s.breaks.forEach((/** @type {number} */ b, /** @type {number} */ i) => {
    const text = boundText(s, i);
    const width = Math.max(w, i === s.breaks.length - 1 ? 0 : textWidth(text, 12) + 6);
    g.append('rect').attr('class', `swatch s${shade(b, s.breaks)}`).attr('x', px(x)).attr('y', y).attr('width', px(width)).attr('height', 10);
    g.append('text').attr('class', 'tl').attr('x', px(x)).attr('y', y + 24).text(text);
    x += width + 1;
  });
}

/**
 * Where a class begins; the lowest of six takes in what is less, the highest what is more.
 * @param {any} s @param {number} i
 */
function boundText(s, i) {
  const open = [...s.countries.values()].some((c) => c.full > 0 && c.full < s.breaks[0]);
  if (!i && open && s.breaks.length > 1) return `under ${format.compact(s.breaks[1])}`;
  return `${format.compact(s.breaks[i])}${i === s.breaks.length - 1 ? ' and more' : ''}`;
}

/**
 * Two circles of the picture's own scale.
 * @param {any} g @param {any} p @returns {number} how wide
 */
function sizes(g, p) {
  const { series: s, box, frame: f } = p;
  const placed = s.communities.filter((/** @type {any} */ c) => c.at && c.full > 0);
  if (!placed.length) return 0;
  const grow = Math.min(2.6, Math.sqrt(p.t.k));
  const values = sizeValues(placed[0].full, (v) => p.radius(v) * grow);
  const text = values.map((v) => format.compact(v));
  let x = f.phone ? 0 : box.w - values.reduce((sum, v, i) => sum + 2 * p.radius(v) * grow + textWidth(text[i], 12) + 22, 0) - 4;
  const start = x;
  values.forEach((v, i) => {
    const r = p.radius(v) * grow;
    g.append('circle').attr('class', 'place').attr('cx', px(x + r)).attr('cy', px(box.key + 12)).attr('r', px(r));
    g.append('text').attr('class', 'tl').attr('x', px(x + 2 * r + 5)).attr('y', px(box.key + 16)).text(text[i]);
    x += 2 * r + textWidth(text[i], 12) + 22;
  });
  return x - start;
}

/**
 * A round number and a tenth to a half of it, small enough for the key's line.
 * @param {number} greatest @param {(v: number) => number} radius
 */
function sizeValues(greatest, radius) {
  let great = greatest;
  while (radius(great) > 15 && great > 1) great /= 2;
  const power = 10 ** Math.floor(Math.log10(great));
  const first = power * Math.max(1, Math.floor(great / power));
  if (first < 2) return [first];
  return [first, first === power ? power / 10 : power];
}

/**
 * How much has a place, how much sits in no one place, how much nobody can place.
 * @param {any} g @param {any} p @param {DrawContext} context
 */
export function drawBar(g, p, context) {
  const { series: s, box, frame: f } = p;
  if (!s.total) return;
  const parts = s.parts.filter((/** @type {any} */ q) => q.value > 0);
  let x = 0;
  parts.forEach((/** @type {any} */ q, /** @type {number} */ i) => {
    const w = Math.max(2, (q.value / s.total) * (box.w - 2 * (parts.length - 1)));
    const chosen = p.country === q.key ? ' chosen' : '';
    const part = g.append('g').attr('class', `part ${q.key}${chosen}`);
    if (context.live) part.attr('data-part', q.key).attr('tabindex', 0).attr('role', 'button').attr('data-key', `part-${q.key}`).attr('aria-pressed', String(p.country === q.key || (q.key === 'known' && !p.country))).attr('aria-label', `${partName[q.key]}: ${format.int(q.value)} ${s.measure}, ${format.percent(q.value / s.total)}. Shows them in the list.`);
    part.append('rect').attr('x', px(x)).attr('y', box.bar + 22).attr('width', px(Math.min(w, box.w - x))).attr('height', 12);
    label(part, { q, x, w, i, p, f, share: q.value / s.total, parts });
    x += w + 2;
  });
}

/**
 * A part's words: above its beginning where they find room, the last at the right.
 * @param {any} g @param {{ q: any, x: number, w: number, i: number, p: any, f: Frame, share: number, parts: any[] }} o
 */
function label(g, { q, x, w, i, p, f, share, parts }) {
  const last = i === parts.length - 1 && i > 0;
  const text = `${partName[q.key]} ${format.percent(share)}`;
  const between = i > 0 && !last;
  if (between && (w < textWidth(text, 12.5) + 6 || f.phone)) {
    // Between two that need the room above: below the bar.
    g.append('text').attr('class', 'lab sub').attr('x', px(Math.min(x, p.box.w - textWidth(text, 12.5)))).attr('y', p.box.bar + 50).text(text);
    return;
  }
  g.append('text').attr('class', q.key === 'unknown' ? 'lab' : 'lab sub').attr('x', px(last ? p.box.w : x)).attr('text-anchor', last ? 'end' : 'start').attr('y', p.box.bar + 14).text(text);
}

/**
 * Years, and how far time has come; the reader's slider lies over it.
 * @param {any} g @param {any} p @param {DrawContext} context
 */
export function drawTime(g, p, context) {
  const { box, months, at } = p;
  const x = timeScale(p);
  const y = box.time + 14.5;
  g.append('line').attr('class', 'base').attr('x1', px(x(0))).attr('x2', px(x(months.length - 1))).attr('y1', y).attr('y2', y);
  g.append('line').attr('class', 'gone').attr('x1', px(x(0))).attr('x2', px(x(at))).attr('y1', y).attr('y2', y);
  let before = -Infinity;
  months.forEach((/** @type {string} */ m, /** @type {number} */ i) => {
    if (i > 0 && !m.endsWith('-01')) return;
    g.append('line').attr('x1', px(x(i))).attr('x2', px(x(i))).attr('y1', y).attr('y2', y + 5);
    if (x(i) - before < 36 || (i === 0 && !m.endsWith('-01') && x(nextYear(months)) - x(0) < 36)) return;
    g.append('text').attr('x', px(x(i))).attr('y', px(y + 20)).attr('text-anchor', i ? 'middle' : 'start').text(m.slice(0, 4));
    before = x(i);
  });
  if (!context.live) g.append('circle').attr('class', 'thumb').attr('cx', px(x(at))).attr('cy', y).attr('r', 6);
}

/** @param {string[]} months */
const nextYear = (months) => Math.max(1, months.findIndex((m, i) => i > 0 && m.endsWith('-01')));

/**
 * The place of a month's number on the axis, right of the button that plays.
 * @param {any} p
 */
export const timeScale = (p) => d3.scaleLinear([0, p.months.length - 1], [44, p.box.w - 10]);
