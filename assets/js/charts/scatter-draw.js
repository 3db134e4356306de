/** A placed scatter, drawn. */
import * as format from '../chart/format.js';
import { baseline, px, rows } from '../chart/axes.js';
import { drawnMarks } from '../chart/canvas.js';
import { drawLabels } from '../chart/label-marks.js';
import { textWidth } from '../chart/labels.js';
import { columnOf, short } from './scatter-words.js';
import { measureOf } from './scatter-data.js';

/** So few marks make no mass: each must be seen by itself. */
const few = 600;

/** @param {any} g @param {any} p @param {DrawContext} context */
export function draw(g, p, context) {
  // Who walks by keys stays there when all is drawn anew.
  if (context.live) g.attr('tabindex', 0);
  axes(g.append('g').attr('class', 'axes'), p, context);
  if (p.marks.length <= drawnMarks || !context.live) g.append('path').attr('class', p.marks.length <= few ? 'dots few' : 'dots').attr('d', dots(p.marks));
  const over = g.append('g').attr('class', 'over');
  if (p.series.curve) curve(over, p); else if (p.series.counted.fit) fitted(over, p);
  if (context.figure.options.medians) middles(over, p, context.figure.options.corner || '');
  if (p.series.front.length) frontLine(over, p);
  for (const l of p.labels) if (l.cls === 'land') over.append('circle').attr('class', 'ring-dot').attr('cx', px(l.mark.x)).attr('cy', px(l.mark.y)).attr('r', 3.6);
  if (p.at && p.marks.includes(p.at)) over.append('circle').attr('class', 'pin-ring').attr('cx', px(p.at.x)).attr('cy', px(p.at.y)).attr('r', 6);
  const labels = g.append('g').attr('class', 'labels');
  for (const r of p.remarks) labels.append('text').attr('class', `note halo${r.strong ? ' strong' : ''}`).attr('x', px(r.x)).attr('y', px(r.y)).attr('text-anchor', r.anchor).text(r.text);
  drawLabels(labels, p.labels);
  if (!p.frame.compact) statistics(g.append('g').attr('class', 'statistics'), p);
}

/**
 * Dots as one line of points: a mark costs twelve bytes.
 * @param {any[]} marks
 */
const dots = (marks) => marks.map((q) => `M${px(q.x)},${px(q.y)}h0`).join('');

/** @param {any} g @param {any} p @param {DrawContext} context */
function axes(g, p, context) {
  const { frame: f, x, y } = p;
  const { figure, state } = context;
  const [x0, x1] = [f.m.l, f.W - f.m.r];
  const ground = f.H - f.m.b;
  const column = columnOf(figure, measureOf(figure, state));
  rows(g, gridOf(p, figure).map((v) => ({ y: y(v), text: short(v) })), { x0, x1, unit: column.unit }).classed('flat', true);
  baseline(g, x0, x1, ground);
  const axis = g.append('g').attr('class', 'axis');
  const across = columnOf(figure, figure.channels.x);
  // Sizes bear their unit at every tick.
  const unit = across.kind === 'parameters' || f.compact ? '' : across.unit || '';
  const ticks = xTicks(x, p, across.kind);
  ticks.forEach((/** @type {{ x: number, text: string }} */ t, /** @type {number} */ i) => {
    const text = unit && i === ticks.length - 1 ? `${t.text}\u00a0${unit}` : t.text;
    const over = t.x + textWidth(text, 12) / 2 > f.W;
    axis.append('line').attr('x1', px(t.x)).attr('x2', px(t.x)).attr('y1', ground).attr('y2', ground + 5);
    axis.append('text').attr('x', over ? f.W : px(t.x)).attr('y', ground + 20).attr('text-anchor', over ? 'end' : 'middle').text(text);
  });
  if (p.edge) axis.append('text').attr('class', 'unit').attr('x', px(x.range()[0])).attr('y', ground + 34).text(p.edge);
}

/**
 * Values with a hairline each; on canvas they are painted under the marks.
 * @param {any} p @param {Figure} figure @returns {number[]}
 */
export const gridOf = ({ y }, figure) => (figure.options.logY ? thinned(y, 52) : y.ticks(5));

/** @param {any} x @param {any} p @param {string} kind */
function xTicks(x, p, kind) {
  const gap = p.frame.phone ? 46 : 54;
  const values = p.series.log ? thinned(x, gap) : x.ticks(Math.max(3, Math.floor((p.frame.W - p.frame.m.r) / 110)));
  return values.map((/** @type {number} */ v) => ({ x: x(v), text: kind === 'parameters' ? sizeText(v) : short(v) }));
}

/**
 * 1, 3, 10, 30 … or, where they stand too close, the powers of ten.
 * @param {any} scale @param {number} gap pixels @returns {number[]}
 */
function thinned(scale, gap) {
  const [low, high] = scale.domain();
  const powers = d3.range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1).map((/** @type {number} */ e) => 10 ** e);
  const all = powers.flatMap((/** @type {number} */ v) => [v, 3 * v]).filter((/** @type {number} */ v) => v >= low && v <= high);
  const near = all.some((/** @type {number} */ v, /** @type {number} */ i) => i > 0 && Math.abs(scale(v) - scale(all[i - 1])) < gap);
  return near ? powers.filter((/** @type {number} */ v) => v >= low && v <= high) : all;
}

/**
 * 1e8 → "0.1 B", as sizes are spoken of.
 * @param {number} v
 */
const sizeText = (v) => (v >= 1e8 && v < 1e9 ? `${Number((v / 1e9).toPrecision(2))}\u00a0B` : format.compact(v));

/**
 * The line and the band of its mean, as far as there are marks and within the picture.
 * @param {any} g @param {any} p
 */
function fitted(g, p) {
  const { series: s, x, y } = p;
  const { fit } = s.counted;
  const [first, b] = d3.extent(s.list, (/** @type {any} */ q) => (s.log ? Math.log10(q.vx) : q.vx / p.unit));
  const a = Math.max(first, edge(p));
  const [low, high] = y.domain();
  const at = d3.range(41).map((/** @type {number} */ i) => a + ((b - a) * i) / 40);
  const X = (/** @type {number} */ v) => x(s.log ? 10 ** v : v * p.unit);
  const Y = (/** @type {number} */ v) => y(Math.max(low, Math.min(high, v)));
  g.append('path').attr('class', 'band mean').attr('d', d3.area(X, (/** @type {number} */ v) => Y(fit.at(v) - fit.band(v)), (/** @type {number} */ v) => Y(fit.at(v) + fit.band(v))).digits(1)(at));
  const inside = at.filter((/** @type {number} */ v) => fit.at(v) >= low && fit.at(v) <= high);
  // Where the line leaves the picture it is cut at the very edge.
  const ends = fit.slope ? [low, high].map((v) => (v - fit.intercept) / fit.slope).filter((v) => v > a && v < b) : [];
  const path = [...inside, ...ends].sort((u, v) => u - v);
  if (path.length > 1) g.append('path').attr('class', 'ink-line').attr('d', d3.line(X, (/** @type {number} */ v) => y(fit.at(v))).digits(1)([path[0], path[path.length - 1]]));
}

/**
 * Where the picture begins, as the line counts.
 * @param {any} p
 */
const edge = (p) => (p.series.log ? Math.log10(p.x.domain()[0]) : p.x.domain()[0] / p.unit);

/** @param {any} g @param {any} p */
function curve(g, p) {
  const { series: s, x, y } = p;
  const [low, high] = y.domain();
  g.append('path').attr('class', 'ink-line').attr('d', d3.line((/** @type {number[]} */ v) => x(s.log ? 10 ** v[0] : v[0] * p.unit), (/** @type {number[]} */ v) => y(Math.max(low, Math.min(high, v[1])))).curve(d3.curveMonotoneX).digits(1)(s.curve.filter((/** @type {number[]} */ v) => v[0] >= edge(p))));
}

/** @param {any} g @param {any} p */
function frontLine(g, p) {
  g.append('path').attr('class', 'accent-line').attr('d', d3.line((/** @type {any} */ q) => q.x, (/** @type {any} */ q) => q.y).curve(d3.curveStepAfter).digits(1)(p.series.front));
  for (const q of p.series.front) g.append('circle').attr('class', 'front-dot').attr('cx', px(q.x)).attr('cy', px(q.y)).attr('r', p.frame.phone ? 2.4 : 3.2);
}

/**
 * Both middles, dashed, and the corner that is better on both, with its name where there is room.
 * @param {any} g @param {any} p @param {string} corner
 */
function middles(g, p, corner) {
  const { frame: f, x, y, series: { counted: { mx, my, n } } } = p;
  if (!n || !Number.isFinite(mx) || !Number.isFinite(my)) return;
  const [X, Y] = [x(mx), y(my)];
  g.append('rect').attr('class', 'corner').attr('x', f.m.l).attr('y', px(f.m.t)).attr('width', px(Math.max(0, X - f.m.l))).attr('height', px(Math.max(0, Y - f.m.t)));
  g.append('line').attr('class', 'dashed').attr('x1', px(X)).attr('x2', px(X)).attr('y1', f.m.t).attr('y2', f.H - f.m.b);
  g.append('line').attr('class', 'dashed').attr('x1', f.m.l).attr('x2', f.W - f.m.r).attr('y1', px(Y)).attr('y2', px(Y));
  if (corner && X - f.m.l > textWidth(corner, 15) + 16 && Y - f.m.t > 40) g.append('text').attr('class', 'note halo').attr('x', f.m.l + 10).attr('y', f.m.t + 22).text(corner);
}

/**
 * The numbers: a column beside the picture, or cells below it.
 * @param {any} g @param {any} p
 */
function statistics(g, p) {
  const { frame: f, stats } = p;
  const beside = f.m.r > 200;
  const top = f.H - f.m.b + 44;
  // The first two, whose words are longest, are a third wider than the others.
  const unit = (f.W + 16) / (stats.length + 0.7);
  stats.forEach((/** @type {any} */ s, /** @type {number} */ i) => {
    if (beside) cell(g, s, f.W - 200, i ? f.m.t + 106 + (i - 1) * 84 : f.m.t, 200);
    else if (!f.phone) cell(g, s, (i + Math.min(0.7, 0.35 * i)) * unit, top, (i < 2 ? 1.35 : 1) * unit - 16);
    else if (!i) cell(g, s, 0, top, f.W);
    else cell(g, s, i % 2 ? 0 : (f.W + 16) / 2, top + 96 + Math.floor((i - 1) / 2) * 76, (f.W - 16) / 2);
  });
}

/** @param {any} g @param {any} s @param {number} x @param {number} y @param {number} w */
function cell(g, s, x, y, w) {
  g.append('g').attr('class', 'axis').append('line').attr('x1', px(x)).attr('x2', px(x + w)).attr('y1', Math.round(y) + 0.5).attr('y2', Math.round(y) + 0.5);
  const big = s.strong && (w >= 190);
  g.append('text').attr('class', 'stat-name').attr('x', px(x)).attr('y', px(y + 20)).text(s.name);
  g.append('text').attr('class', `stat-value${big ? ' strong' : s.strong ? ' accent' : ''}`).attr('x', px(x)).attr('y', px(y + (big ? 60 : 48))).text(s.value);
  g.append('text').attr('class', 'stat-small').attr('x', px(x)).attr('y', px(y + (big ? 80 : 66))).text(s.small);
}
