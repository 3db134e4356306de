/** Draws the map: globe, countries, circles, names; below it the key, the bar of what has no place, and the axis of time. */
import { px } from '../chart/axes.js';
import { drawBar, drawKey, drawTime } from './world-below.js';
import { compactPath } from './world-path.js';
import { shade } from './world-series.js';
import { shapes } from './world-shapes.js';
import { listStill } from './world-list.js';

/** @param {any} g @param {any} p @param {DrawContext} context */
export function draw(g, p, context) {
  const { box, frame: f } = p;
  g.attr('viewBox', `0 0 ${f.W} ${f.H}`).attr('height', f.H);
  if (context.live) g.attr('tabindex', 0);
  const clip = `${context.id}-globe`;
  g.append('clipPath').attr('id', clip).append('rect').attr('width', px(box.w)).attr('height', px(box.h));
  const globe = g.append('g').attr('clip-path', `url(#${clip})`).attr('class', 'globe');
  const ground = globe.append('g').attr('class', 'ground').attr('transform', p.t.k > 1 ? p.t.toString() : null);
  drawGround(ground, p, context);
  drawDots(globe.append('g').attr('class', 'dots'), p, context);
  if (p.show !== 'countries') drawMarks(globe.append('g').attr('class', 'marks'), p, context);
  globe.append('g').attr('class', 'over');
  drawLabels(globe.append('g').attr('class', 'labels'), p.labels);
  drawKey(g.append('g').attr('class', 'map-key'), p);
  drawBar(g.append('g').attr('class', 'map-bar-parts'), p, context);
  if (p.months.length > 1) drawTime(g.append('g').attr('class', 'axis map-time'), p, context);
  listStill(g, p);
}

/** @param {any} p @param {string} code */
const shadeOf = (p, code) => {
  const country = p.series.countries.get(code);
  return p.show === 'symbols' || !country ? 1 : shade(country.value, p.series.breaks);
};

/** @param {any} g @param {any} p @param {DrawContext} context */
function drawGround(g, p, context) {
  // A still is read by many who never look closer: whole pixels are enough for it, and in a page fewer of them.
  const rough = !context.live && p.t.k === 1;
  const line = rough ? compactPath(p.projection) : lines(p.projection);
  // A picture to take along has no stylesheet: what is zoomed keeps its hairlines by its own word.
  const drawn = (/** @type {string} */ name, /** @type {string} */ d) => g.append('path').attr('class', name).attr('vector-effect', !rough && !context.live ? 'non-scaling-stroke' : null).attr('d', d);
  drawn('sphere', line({ type: 'Sphere' }));
  drawn('graticule', line(d3.geoGraticule().extent([[-179.9, -80.1], [179.9, 80.1]]).step([30, 30]).precision(rough ? 10 : 2.5)()));
  const chosen = (/** @type {string} */ code) => (p.country && code === p.country ? ' chosen' : '');
  const { countries } = shapes(!rough ? 0 : !context.passing ? 0.25 : p.frame.phone ? 6 : 2.5);
  if (rough) {
    // A path a shade: who never points at a country needs none of its own.
    const shades = d3.groups(countries, (/** @type {any} */ c) => `s${shadeOf(p, c.code)}${chosen(c.code)}`);
    for (const [name, list] of shades) drawn(`land ${name}`, list.map((/** @type {any} */ c) => line(c.geometry)).join(''));
    return;
  }
  for (const c of countries) {
    const d = line(c.geometry);
    if (!d) continue;
    const path = drawn(`land s${shadeOf(p, c.code)}${chosen(c.code)}`, d);
    if (context.live && c.code) path.attr('data-code', c.code);
  }
}

/** @param {any} projection */
const lines = (projection) => {
  const path = d3.geoPath(projection).digits(2);
  return (/** @type {any} */ geometry) => path(geometry) || '';
};

/** @param {any} g @param {any} p @param {DrawContext} context */
export function drawDots(g, p, context) {
  if (!context.live) { dotsStill(g, p, spelling(context)); return; }
  for (const dot of shapes().dots) {
    const at = p.t.apply(p.projection(dot.at));
    const has = p.show !== 'symbols' && p.series.countries.has(dot.code);
    const circle = g.append('circle').attr('class', `land dot s${shadeOf(p, dot.code)}${p.country === dot.code ? ' chosen' : ''}`).attr('cx', px(at[0])).attr('cy', px(at[1])).attr('r', has ? 3.2 : p.frame.phone ? 0.9 : 1.3);
    circle.attr('data-code', dot.code);
  }
}

/**
 * How a coordinate is written: whole in a page, which is as near as it needs.
 * @param {DrawContext} context @returns {(v: number) => string}
 */
const spelling = (context) => (context.passing ? (v) => String(Math.round(v)) : px);

/**
 * All dots of one shade and size as one path: a point with a round pen.
 * @param {any} g @param {any} p @param {(v: number) => string} at
 */
function dotsStill(g, p, at) {
  /** @type {Map<string, string>} */
  const paths = new Map();
  for (const dot of shapes().dots) {
    const [x, y] = p.t.apply(p.projection(dot.at));
    const has = p.show !== 'symbols' && p.series.countries.has(dot.code);
    const key = `${shadeOf(p, dot.code)} ${has ? 6.4 : p.frame.phone ? 1.8 : 2.6}`;
    paths.set(key, `${paths.get(key) || ''}M${at(x)} ${at(y)}h0`);
  }
  for (const [key, d] of paths) g.append('path').attr('class', `points s${key.split(' ')[0]}`).attr('stroke-linecap', 'round').attr('stroke-width', key.split(' ')[1]).attr('d', d);
}

/** @param {any} m a circle too small for an outline */
const isSmall = (m) => m.r < 2.2;

/**
 * Another country is chosen.
 * @param {any} p @param {any} m
 */
const isOff = (p, m) => p.series.countries.has(p.country) && m.country !== p.country;

/** @param {any} g @param {any} p @param {DrawContext} context */
export function drawMarks(g, p, context) {
  if (!context.live) { marksStill(g, p, spelling(context)); return; }
  // The great ones first, so that none hides a small one.
  for (const m of p.marks) {
    if (!(m.r > 0)) continue;
    g.append('circle').attr('class', `place${isSmall(m) ? ' small' : ''}${isOff(p, m) ? ' off' : ''}`).attr('cx', px(m.x)).attr('cy', px(m.y)).attr('r', px(m.r));
  }
}

/**
 * All circles as one path, the small ones as points: a circle each is half of what the picture weighs.
 * @param {any} g @param {any} p @param {(v: number) => string} at
 */
function marksStill(g, p, at) {
  const seen = p.marks.filter((/** @type {any} */ m) => m.r > 0);
  for (const [off, marks] of d3.groups(seen, (/** @type {any} */ m) => (isOff(p, m) ? ' off' : ''))) {
    const small = d3.groups(marks.filter(isSmall), (/** @type {any} */ m) => Math.round(4 * m.r) / 2);
    for (const [width, list] of small) g.append('path').attr('class', `points ink${off}`).attr('stroke-linecap', 'round').attr('stroke-width', width).attr('d', list.map((/** @type {any} */ m) => `M${at(m.x)} ${at(m.y)}h0`).join(''));
    g.append('path').attr('class', `place${off}`).attr('d', marks.filter((/** @type {any} */ m) => !isSmall(m)).map((/** @type {any} */ m) => ringPath(m, at)).join(''));
  }
}

/** @param {any} m @param {(v: number) => string} at */
const ringPath = (m, at) => `M${at(m.x - m.r)} ${at(m.y)}a${px(m.r)} ${px(m.r)} 0 1 0 ${px(2 * m.r)} 0a${px(m.r)} ${px(m.r)} 0 1 0 ${px(-2 * m.r)} 0`;

/** @param {any} g @param {any[]} labels */
export function drawLabels(g, labels) {
  for (const l of labels) {
    if (l.far) g.append('line').attr('class', 'leader').attr('x1', px(l.x + l.ux * l.r)).attr('y1', px(l.y + l.uy * l.r)).attr('x2', px(l.tx)).attr('y2', px(l.uy < 0 ? l.ty + 13 : l.ty + (l.uy > 0 ? 2 : 8)));
    const text = g.append('text').attr('class', 'lab halo').attr('x', px(l.tx)).attr('y', px(l.ty + 12)).attr('text-anchor', l.anchor).text(l.name || l.text);
    if (l.number) text.append('tspan').attr('class', 'amount').attr('dx', 4).text(l.number);
  }
}
