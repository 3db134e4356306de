/** A line the size of a word: how a headline's number came to be. Two columns by the channels x and y. */
import * as format from '../chart/format.js';
import { column, tableOf } from '../chart/data.js';
import { px } from '../chart/axes.js';

/** @param {number} width @returns {Frame} */
const frame = (width) => ({ W: width, H: 36, m: { t: 4, r: 4, b: 2, l: 1 }, phone: false, compact: true });

/** @param {Table} table @param {Figure} figure */
function series(table, figure) {
  const xs = column(table, figure.channels.x);
  const ys = column(table, figure.channels.y);
  const points = xs.map((x, i) => ({ x, y: ys[i] })).filter((p) => p.x !== null && Number.isFinite(p.y));
  return { points, table };
}

/** @param {any} s @param {Frame} f @param {Figure} figure */
function place(s, f, figure) {
  const n = s.points.length;
  const x = d3.scaleLinear([0, Math.max(1, n - 1)], [f.m.l, f.W - f.m.r]);
  const y = d3.scaleLinear([figure.options.from || 0, d3.max(s.points, (/** @type {any} */ p) => p.y) || 1], [f.H - f.m.b, f.m.t]);
  // A part of a whole is told by needles: so many of sixty stand.
  if (figure.options.form === 'tally') {
    const k = 60;
    const share = n ? s.points[0].y : 0;
    return { frame: f, needles: d3.range(k).map((/** @type {number} */ i) => ({ x: ((i + 0.5) * f.W) / k, on: i + 0.5 < k * share })) };
  }
  return { frame: f, points: s.points.map((/** @type {any} */ p, /** @type {number} */ i) => [x(i), y(p.y)]) };
}

/** @param {any} g @param {any} p */
function draw(g, p) {
  const f = p.frame;
  if (p.needles) {
    for (const on of [true, false]) {
      const d = p.needles.filter((/** @type {any} */ q) => q.on === on).map((/** @type {any} */ q) => `M${px(q.x)},8V${f.H - 1}`).join('');
      if (d) g.append('path').attr('class', on ? 'needles on' : 'needles').attr('d', d);
    }
    return;
  }
  if (!p.points.length) return;
  g.append('path').attr('class', 'band').attr('d', d3.area((/** @type {number[]} */ q) => q[0], f.H - 1, (/** @type {number[]} */ q) => q[1]).digits(1)(p.points));
  g.append('path').attr('class', 'ink-line thin').attr('d', d3.line().digits(1)(p.points));
  const [x, y] = p.points[p.points.length - 1];
  g.append('circle').attr('class', 'end-dot').attr('cx', px(x)).attr('cy', px(y)).attr('r', 2.8);
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  const n = s.points.length;
  if (!n) return { title: figure.options.label || '', subtitle: '' };
  const kind = (figure.table.columns.find((c) => c.key === figure.channels.y) || { kind: 'count' }).kind;
  const say = (/** @type {any} */ p) => format.cell(p.y, kind);
  if (figure.options.form === 'tally') return { title: `${say(s.points[0])} ${s.points[0].x}`, subtitle: '' };
  return { title: n === 1 ? say(s.points[0]) : `From ${say(s.points[0])} to ${say(s.points[n - 1])}`, subtitle: '' };
}

/** @type {Kind} */
export const sparkline = {
  defaults: () => ({}), controls: () => [], frame, series, place, draw, describe,
  display: (s, figure) => tableOf(figure.id, s.table.columns.filter((/** @type {Column} */ c) => c.key === figure.channels.x || c.key === figure.channels.y),
    s.points.map((/** @type {any} */ p) => ({ [figure.channels.x]: p.x, [figure.channels.y]: p.y }))),
};
