/** Where everything of the map stands: the globe, the circles side by side, key, bar of what has no place, axis of time. */
import { place as placeLabels, textWidth } from '../chart/labels.js';
import { monthsBetween } from '../chart/data.js';
import { shortName } from '../chart/words.js';
import * as format from '../chart/format.js';
import { countryName, middleOf } from './world-shapes.js';

/** @typedef {import('./world-series.js').Series} Series */
/** @typedef {import('./world-series.js').Community} Community */
/** @typedef {Community & { x: number, y: number, r: number, home: number[] }} Mark */

/** A circle this small is still seen. */
export const least = 1;
/** Circles drawn at once: the greatest of those in view. */
export const marksAtMost = 600;

/** @param {number} width @returns {Frame} */
export function frame(width) {
  const phone = width < 600;
  return { W: width, H: 0, m: { t: 2, r: 0, b: 0, l: 0 }, phone, compact: false };
}

/**
 * Boxes of the parts: globe above, then key, bar and time; the list beside, or below on a phone.
 * @param {Frame} f @param {boolean} timed
 */
export function layout(f, timed) {
  const side = f.W >= 900 ? 292 : 0;
  const w = f.W - (side ? side + 32 : 0);
  const h = Math.round(w * (f.phone ? 0.56 : 0.4867));
  const key = h + 18;
  const bar = key + (f.phone ? 86 : 46);
  const time = bar + (f.phone ? 78 : 62);
  const end = time + (timed ? 44 : -8);
  const list = side ? { x: f.W - side, y: 0, w: side, h: end } : { x: 0, y: end + 20, w: f.W, h: f.phone ? 330 : 300 };
  return { w, h, key, bar, time, list, H: side ? end : list.y + list.h };
}

/** @param {number} w @param {number} h */
export const projectionOf = (w, h) => d3.geoEqualEarth().fitExtent([[1, 2], [w - 1, h - 2]], { type: 'Sphere' });

/** @param {Series} s @param {Frame} f @param {Figure} figure @param {State} state @param {any} [transform] the zoom */
export function place(s, f, figure, state, transform) {
  const months = figure.options.from ? monthsBetween(figure.options.from, figure.options.to) : [];
  const box = layout(f, months.length > 1);
  const projection = projectionOf(box.w, box.h);
  const t = transform || d3.zoomIdentity;
  const p = {
    frame: { ...f, H: box.H }, box, series: s, projection, t, show: state.show, months, at: monthAt(months, state.until),
    country: state.country, radius: radiusOf(s, box), marks: /** @type {Mark[]} */ ([]), hiddenMarks: 0, labels: /** @type {any[]} */ ([]),
  };
  spread(p);
  p.labels = labelsOf(p);
  return p;
}

/** @param {string[]} months @param {string} until */
function monthAt(months, until) {
  const i = months.indexOf(until);
  return i < 0 ? months.length - 1 : i;
}

/**
 * Radius by measure: the area is the measure, all areas together a fortieth of the globe's box.
 * @param {Series} s @param {{ w: number, h: number }} box
 */
function radiusOf(s, box) {
  const placed = s.communities.filter((c) => c.at && c.full > 0);
  const sum = d3.sum(placed, (/** @type {Community} */ c) => c.full) || 1;
  const greatest = placed.length ? placed[0].full : 1;
  const area = (box.w * box.h) / 40;
  const unit = Math.min(area / sum, (Math.PI * (box.w * 0.028) ** 2) / greatest);
  return (/** @type {number} */ v) => (v > 0 ? Math.max(least, Math.sqrt((v * unit) / Math.PI)) : 0);
}

/**
 * Circles side by side for the placed zoom, by the sizes of the whole time: they do not wander while time goes.
 * @param {any} p
 */
export function spread(p) {
  const { series: s, projection, t, box, radius } = p;
  const grow = Math.min(2.6, Math.sqrt(t.k));
  const inView = [];
  for (const c of s.communities) {
    if (!c.at || !(c.full > 0)) continue;
    const at = projection(c.at);
    if (!at) continue;
    const home = t.apply(at);
    if (home[0] < -30 || home[0] > box.w + 30 || home[1] < -30 || home[1] > box.h + 30) continue;
    inView.push({ ...c, home, x: home[0], y: home[1], room: radius(c.full) * grow, r: c.value > 0 ? radius(c.value) * grow : 0 });
  }
  const marks = inView.slice(0, marksAtMost);
  p.hiddenMarks = inView.length - marks.length;
  d3.forceSimulation(marks).force('x', d3.forceX((/** @type {any} */ m) => m.home[0]).strength(0.18)).force('y', d3.forceY((/** @type {any} */ m) => m.home[1]).strength(0.18))
    .force('side', d3.forceCollide((/** @type {any} */ m) => m.room + (p.frame.phone ? 0.35 : 0.6)).strength(0.9).iterations(2)).stop().tick(110);
  p.marks = marks;
}

/**
 * Names: of the greatest countries from afar, of the greatest communities nearby.
 * @param {any} p
 */
function labelsOf(p) {
  const { box, t, series: s, marks, frame: f } = p;
  if (p.show === 'none') return [];
  const near = t.k >= 3 && p.show !== 'countries';
  const discs = p.show === 'countries' ? [] : marks.filter((/** @type {Mark} */ m) => m.r > 0).map((/** @type {Mark} */ m) => ({ x: m.x, y: m.y, r: m.r + 1, weight: near && m.r > 3 ? 100 : m.r > 3 ? 3 : 0.6 }));
  const items = near ? ofCommunities(p) : ofCountries(p, f.phone ? 3 : 9);
  return placeLabels(items, { x0: 2, x1: box.w - 2, y0: 4, y1: box.h - 2 }, [], discs);
}

/** @param {any} p */
function ofCommunities(p) {
  const wanted = p.marks.filter((/** @type {Mark} */ m) => m.r > 5 && (!p.country || m.country === p.country) && m.x > 0 && m.x < p.box.w && m.y > 0 && m.y < p.box.h).slice(0, 40);
  return wanted.map((/** @type {Mark} */ m) => ({ x: m.x, y: m.y, r: m.r, w: textWidth(shortName(m.name, 24), 12.5), h: 15, text: shortName(m.name, 24), gaps: [5, 12] }));
}

/** @param {any} p @param {number} most */
function ofCountries(p, most) {
  const { series: s, t, projection, marks } = p;
  const greatest = [...s.countries.values()].filter((c) => c.value > 0).sort((a, b) => b.value - a.value).slice(0, most);
  return greatest.flatMap((c) => {
    const own = p.show === 'countries' ? [] : marks.filter((/** @type {Mark} */ m) => m.country === c.code && m.r > 0);
    const middle = middleOf(c.code);
    const home = middle ? point(t.apply(projection(middle))) : null;
    const inside = home !== null && broad.has(c.code);
    const at = inside || !own.length ? home && { ...home, r: 0 } : around(own);
    if (!at) return [];
    const number = format.compact(c.value);
    const text = `${countryName(c.code)} ${number}`;
    // Wider than it is: two names in one line must not read as one.
    return [{ ...at, w: textWidth(text, 12.5) + 8, h: 15, text, name: countryName(c.code), number, ...(inside ? { dirs: within, gaps: [0, 10, 22] } : { gaps: [3, 10, 22, 40, 64] }) }];
  });
}

/** Broad enough for their names: these stand in the land itself, the others beside their circles. */
const broad = new Set(['AR', 'AU', 'BR', 'CA', 'CN', 'DZ', 'IN', 'KZ', 'MX', 'RU', 'SA', 'US']);
const within = [[0, 0], [0, -1], [0, 1], [0.2, -1], [-0.2, 1], [-1, 0], [1, 0]];

/** @param {number[]} xy */
const point = ([x, y]) => ({ x, y });

/**
 * The middle of circles, and how far most of them reach.
 * @param {Mark[]} marks
 */
function around(marks) {
  const weight = d3.sum(marks, (/** @type {Mark} */ m) => m.r * m.r) || 1;
  const x = d3.sum(marks, (/** @type {Mark} */ m) => m.x * m.r * m.r) / weight;
  const y = d3.sum(marks, (/** @type {Mark} */ m) => m.y * m.r * m.r) / weight;
  const reach = Math.sqrt(d3.sum(marks, (/** @type {Mark} */ m) => (m.r + 0.6) ** 2) * 1.2);
  return { x, y, r: reach };
}

