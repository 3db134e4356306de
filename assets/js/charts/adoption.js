/** Two bars of equal length: all models by rank above, all use below; the bands between them fan out. Rows are rank cuts. */
import * as format from '../chart/format.js';
import { column, tableOf } from '../chart/data.js';
import { textWidth } from '../chart/labels.js';
import { px } from '../chart/axes.js';
import { barsLive } from './bars-live.js';

/** A cut thinner than this cannot be seen: it keeps so many px, and its label says the number. */
const thinnest = 3;

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  return { W: width, H: compact ? Math.round(width * 0.59) : width < 600 ? 260 : 300, m: { t: 46, r: 0, b: 58, l: 0 }, phone: width < 600 && !compact, compact };
}

/** @param {Figure} figure */
const modelsKey = (figure) => figure.channels.value || 'models';
/** @param {Figure} figure */
const shareKey = (figure) => figure.channels.share || 'share';

/** @param {Table} table @param {Figure} figure */
function series(table, figure) {
  const labels = column(table, figure.channels.label || 'label');
  const models = column(table, modelsKey(figure));
  const shares = column(table, shareKey(figure));
  const cuts = labels.map((label, i) => ({ label: String(label), models: models[i] || 0, share: shares[i] || 0 }));
  return { cuts, total: d3.sum(cuts, (/** @type {any} */ c) => c.models), use: figure.options.noun || 'downloads', table };
}

/** @param {any} s @param {Frame} f */
function place(s, f) {
  const above = widths(s.cuts.map((/** @type {any} */ c) => (s.total ? c.models / s.total : 0)), f.W);
  const sum = d3.sum(s.cuts, (/** @type {any} */ c) => c.share) || 1;
  const below = widths(s.cuts.map((/** @type {any} */ c) => c.share / sum), f.W);
  const cuts = s.cuts.map((/** @type {any} */ c, /** @type {number} */ i) => ({ ...c, a0: above[i], a1: above[i + 1], b0: below[i], b1: below[i + 1] }));
  return { frame: f, series: s, cuts, y1: f.m.t, y2: f.H - f.m.b - 6, h: 16, labels: labelsOf(cuts, f, s) };
}

/**
 * Edges of stacked shares, each at least `thinnest` wide.
 * @param {number[]} shares @param {number} W
 */
function widths(shares, W) {
  const w = shares.map((v) => Math.max(v > 0 ? thinnest : 0, v * W));
  const most = w.indexOf(Math.max(...w));
  w[most] -= w.reduce((a, b) => a + b, 0) - W;
  const edges = [0];
  for (const v of w) edges.push(edges[edges.length - 1] + v);
  return edges;
}

/**
 * Below the lower bar: the first at the left, then those that find room, the last at the right.
 * @param {any[]} cuts @param {Frame} f @param {any} s
 */
function labelsOf(cuts, f, s) {
  /** @type {any[]} */
  const out = [];
  const taken = [-Infinity, -Infinity];
  cuts.forEach((c, i) => {
    const last = i === cuts.length - 1 && i > 0;
    const text = i === 0 ? `${format.percent(c.share)} of ${s.use}` : last ? `the rest: ${format.percent(c.share)}` : `next ${format.int(c.models)}: ${format.percent(c.share)}`;
    const w = textWidth(text, 12.5);
    const anchor = i === 0 ? 'start' : last ? 'end' : 'middle';
    const x = i === 0 ? 0 : last ? f.W : Math.min(Math.max((c.b0 + c.b1) / 2, w / 2), f.W - w / 2);
    const x0 = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
    const line = x0 > taken[0] + 8 ? 0 : x0 > taken[1] + 8 ? 1 : -1;
    if (line < 0) return;
    taken[line] = x0 + w;
    const tie = Math.min(f.W - 2, (c.b0 + c.b1) / 2);
    const crosses = out.some((o) => o.line === 0 && tie > o.x0 - 3 && tie < o.x1 + 3);
    out.push({ text, x, x0, x1: x0 + w, anchor, line, first: i === 0, tie: line === 1 && !crosses ? tie : null });
  });
  return out;
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f, y1, y2, h, cuts } = p;
  if (!cuts.length) return;
  for (let i = cuts.length - 1; i >= 0; i -= 1) {
    const c = cuts[i];
    g.append('path').attr('class', `fan f${Math.min(i, 3)}`).attr('d', `M${px(c.a0)},${y1 + h}C${px(c.a0)},${y1 + 60} ${px(c.b0)},${y2 - 46} ${px(c.b0)},${y2}L${px(c.b1)},${y2}C${px(c.b1)},${y2 - 46} ${px(c.a1)},${y1 + 60} ${px(c.a1)},${y1 + h}Z`);
  }
  cuts.forEach((/** @type {any} */ c, /** @type {number} */ i) => {
    const cut = g.append('g').attr('class', `cut c${Math.min(i, 3)}`);
    if (context.live) cut.attr('tabindex', i ? -1 : 0).attr('role', 'img').attr('data-i', i).attr('aria-label', `${c.label}: ${format.count(c.models, 'model')}, ${format.percent(c.share)} of ${p.series.use}`);
    cut.append('rect').attr('x', px(c.a0)).attr('y', y1).attr('width', px(c.a1 - c.a0)).attr('height', h);
    cut.append('rect').attr('x', px(c.b0 + (i ? 0.5 : 0))).attr('y', y2).attr('width', px(Math.max(0.5, c.b1 - c.b0 - 0.5))).attr('height', h);
  });
  const first = cuts[0];
  const last = cuts[cuts.length - 1];
  g.append('text').attr('class', 'lab').attr('x', 0).attr('y', y1 - 26).text(format.count(first.models, 'model'));
  g.append('line').attr('class', 'leader').attr('x1', 1.5).attr('x2', 1.5).attr('y1', y1 - 21).attr('y2', y1 - 2);
  if (cuts.length > 1) g.append('text').attr('x', f.W).attr('y', y1 - 8).attr('text-anchor', 'end').text(`the other ${format.int(last.models)} (${format.roundPercent(last.models / p.series.total)})`);
  for (const l of p.labels) {
    const y = y2 + h + 18 + l.line * 20;
    if (l.tie !== null) g.append('line').attr('class', 'leader').attr('x1', px(l.tie)).attr('x2', px(l.tie)).attr('y1', y2 + h + 2).attr('y2', y - 12);
    g.append('text').attr('class', l.first ? 'lab' : 'lab sub').attr('x', px(l.x)).attr('y', y).attr('text-anchor', l.anchor).text(l.text);
  }
}

/** @param {any} s @returns {Description} */
function describe(s) {
  if (!s.cuts.length || !s.total) return { title: 'Nothing to show here', subtitle: '' };
  const c = s.cuts[0];
  return {
    title: `${format.capitalized(format.count(c.models, 'model'))} ${c.models === 1 ? 'has' : 'have'} ${format.percent(c.share)} of all ${s.use}`,
    subtitle: `${format.count(s.total, 'model')} ranked by ${s.use}, and the share they hold.`,
  };
}

/** @type {Kind} */
export const adoption = {
  defaults: () => ({}), controls: () => [], frame, series, place, draw, describe, live: barsLive,
  display: (s, figure) => tableOf(figure.id, s.table.columns, s.cuts.map((/** @type {any} */ c) => ({ [figure.channels.label || 'label']: c.label, [modelsKey(figure)]: c.models, [shareKey(figure)]: c.share }))),
  empty: 'Nothing to show here.',
};
