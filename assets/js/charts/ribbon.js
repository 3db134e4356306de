/** Quantile ribbons on a log scale: the median, the middle half and the middle 80 % of each quarter. */
import * as format from '../chart/format.js';
import { rowsOf, tableOf, time } from '../chart/data.js';
import { modalityAdjective, modalityName, modalities } from '../chart/words.js';
import { spread, textWidth } from '../chart/labels.js';
import { baseline, px, rows as axisRows, thinSpans, veil, years } from '../chart/axes.js';
import { ribbonLive } from './ribbon-live.js';

export const quantiles = ['p90', 'p75', 'p50', 'p25', 'p10'];
/** @type {{ [q: string]: string }} */
export const quantileName = { p90: 'Largest tenth from', p75: 'Largest quarter from', p50: 'Median', p25: 'Smallest quarter to', p10: 'Smallest tenth to' };

/** @param {Figure} figure */
const keyOf = (figure) => figure.channels.series || 'series';

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => ({ series: figure.options.selected || 'all' });

/** @param {Table} table @param {Figure} figure */
function seriesNames(table, figure) {
  const present = new Set(table.values[keyOf(figure)] || []);
  const known = ['all', ...modalities].filter((k) => present.has(k));
  return [...known, ...[...present].filter((k) => k && !known.includes(k)).sort()];
}

/** @param {string} key */
const nameOf = (key) => (key === 'all' ? 'All' : modalityName[key] || key);

/** @param {Figure} figure @param {State} state @param {Table} table @returns {Control[]} */
function controls(figure, state, table) {
  const names = seriesNames(table, figure);
  return names.length > 1 ? [{ type: 'seg', key: 'series', label: 'Models', options: names.map((k) => [k, nameOf(k)]) }] : [];
}

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600 && !compact;
  if (compact) return { W: width, H: Math.round(width * 0.6), m: { t: 14, r: 66, b: 24, l: 44 }, phone, compact };
  return { W: width, H: Math.round(width * (phone ? 1.2 : width < 900 ? 0.66 : 0.46)), m: { t: 36, r: phone ? 66 : 176, b: 36, l: phone ? 44 : 64 }, phone, compact };
}

/** @typedef {{ quarter: string, count: number, p10: number, p25: number, p50: number, p75: number, p90: number }} Quarter */
/** @typedef {{ key: string, rows: Quarter[], low: number, high: number, total: number }} Series */

/** @param {Table} table @param {Figure} figure @param {State} state @returns {Series} */
function series(table, figure, state) {
  const all = rowsOf(table).map((r) => ({ ...r, quarter: r[figure.channels.x || 'quarter'], series: r[keyOf(figure)] }));
  const whole = all.filter((r) => r.quarter && quantiles.every((q) => r[q] > 0));
  const names = seriesNames(table, figure);
  const key = names.includes(state.series) ? state.series : names[0] || 'all';
  const rows = whole.filter((r) => (r.series === null ? 'all' : r.series) === key).sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  // One scale for every series, so that switching compares.
  const low = d3.min(whole, (/** @type {any} */ r) => r.p10) || 1e6;
  const high = d3.max(whole, (/** @type {any} */ r) => r.p90) || 1e10;
  return { key, rows, low, high, total: d3.sum(rows, (/** @type {any} */ r) => r.count) };
}

/** @param {Series} s @param {Frame} f @param {Figure} figure */
function place(s, f, figure) {
  const first = s.rows.length ? time(s.rows[0].quarter) : time('2022-01');
  const last = s.rows.length ? time(s.rows[s.rows.length - 1].quarter) : time('2025-01');
  const x = d3.scaleUtc([new Date(first), new Date(last === first ? first + 1 : last)], [f.m.l, f.W - f.m.r]);
  const y = d3.scaleLog([s.low * 0.8, s.high * 1.25], [f.H - f.m.b, f.m.t]);
  const points = s.rows.map((r) => ({ row: r, x: s.rows.length === 1 ? (f.m.l + f.W - f.m.r) / 2 : x(time(r.quarter)), ...heights(r, y) }));
  const ticks = [];
  for (let v = 10 ** Math.ceil(Math.log10(s.low * 0.8)); v <= s.high * 1.25; v *= 10) ticks.push({ y: y(v), text: sizeText(v) });
  return { frame: f, series: s, x, y, points, ticks, edge: edgeOf(points[points.length - 1], f), remarks: remarksOf(s, figure, f, points), thin: thinSpans(figure, x, f) };
}

/**
 * Remarks on the middle line, lettered above the ribbon where there is room for them.
 * @param {Series} s @param {Figure} figure @param {Frame} f @param {any[]} points
 */
function remarksOf(s, figure, f, points) {
  if (s.key !== 'all' || f.phone || f.compact) return [];
  return figure.remarks.slice(0, 3).flatMap((r) => {
    const p = points.find((q) => q.row.quarter === r.at.slice(0, 7));
    if (!p) return [];
    const w = Math.max(textWidth(r.title, 15), textWidth(r.text, 15)) * 0.92;
    const [x0, x1] = p.x - w >= f.m.l ? [p.x - w, p.x] : [p.x, p.x + w];
    const over = Math.min(p.p90, ...points.filter((q) => q.x >= x0 - 20 && q.x <= x1 + 20).map((q) => q.p90));
    return over - 52 < 0 ? [] : [{ x: p.x, y: p.p50, top: over - 12, anchor: x1 === p.x ? 'end' : 'start', title: r.title, text: r.text }];
  });
}

/**
 * 1e8 → "0.1 B", as sizes are spoken of.
 * @param {number} v
 */
const sizeText = (v) => (v >= 1e8 && v < 1e9 ? `${Number((v / 1e9).toPrecision(2))}\u00a0B` : format.compact(Number(v.toPrecision(2))));

/** @param {any} r @param {any} y */
const heights = (r, y) => Object.fromEntries(quantiles.map((q) => [q, y(r[q])]));

/** @param {any} end @param {Frame} f */
function edgeOf(end, f) {
  if (!end) return [];
  const at = spread(quantiles.map((q) => end[q]), f.compact ? 15 : 18, f.m.t, f.H - f.m.b - 4);
  /** @type {{ [q: string]: string }} */
  const say = { p90: 'largest tenth', p75: 'largest quarter', p50: 'the middle model', p25: 'smallest quarter', p10: 'smallest tenth' };
  return quantiles.map((q, i) => ({ q, from: end[q], y: at[i], value: sizeText(end.row[q]), text: f.compact || f.phone ? '' : say[q] }));
}

/** @param {any} points @param {string} a @param {string} b */
const band = (points, a, b) => d3.area((/** @type {any} */ p) => p.x, (/** @type {any} */ p) => p[a], (/** @type {any} */ p) => p[b]).curve(d3.curveMonotoneX).digits(1)(points);
/** @param {any} points */
const middle = (points) => d3.line((/** @type {any} */ p) => p.x, (/** @type {any} */ p) => p.p50).curve(d3.curveMonotoneX).digits(1)(points);

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f } = p;
  const x1 = f.W - f.m.r;
  axisRows(g, p.ticks, { x0: f.m.l, x1, unit: f.compact ? undefined : 'parameters' });
  if (p.points.length) {
    g.append('path').attr('class', 'band b80').attr('d', band(p.points, 'p10', 'p90'));
    g.append('path').attr('class', 'band b50').attr('d', band(p.points, 'p25', 'p75'));
    g.append('path').attr('class', 'ink-line median').attr('d', middle(p.points));
    veil(g, p.thin, f);
    const end = p.points[p.points.length - 1];
    g.append('circle').attr('class', 'end-dot').attr('cx', px(end.x)).attr('cy', px(end.p50)).attr('r', 3.4);
  }
  for (const r of p.remarks) drawRemark(g, r);
  baseline(g, f.m.l, x1, f.H - f.m.b);
  drawYears(g, p);
  for (const e of p.edge) drawEdge(g, e, f);
  if (context.live && !f.compact) drawStops(g, p);
}

/** @param {any} g @param {any} r */
function drawRemark(g, r) {
  g.append('line').attr('class', 'leader').attr('x1', px(r.x)).attr('x2', px(r.x)).attr('y1', px(r.y - 4)).attr('y2', px(r.top + 6));
  g.append('circle').attr('class', 'remark-dot').attr('cx', px(r.x)).attr('cy', px(r.y)).attr('r', 3);
  g.append('text').attr('class', 'note strong halo').attr('x', px(r.x)).attr('y', px(r.top - 18)).attr('text-anchor', r.anchor).text(r.title);
  g.append('text').attr('class', 'note halo').attr('x', px(r.x)).attr('y', px(r.top)).attr('text-anchor', r.anchor).text(r.text);
}

/** @param {any} g @param {any} p */
function drawYears(g, p) {
  const f = p.frame;
  for (const { text, x } of years(p.x)) {
    if (x > f.W - f.m.r - 20) continue;
    if (f.compact) { g.append('text').attr('class', 'tl').attr('x', px(x)).attr('y', f.H - f.m.b + 17).text(text); continue; }
    g.append('g').attr('class', 'axis').append('line').attr('class', 'base').attr('x1', px(x)).attr('x2', px(x)).attr('y1', f.H - f.m.b).attr('y2', f.H - f.m.b + 6);
    g.append('text').attr('class', 'sea').style('font-size', '16px').attr('x', px(x + (f.phone ? 0 : 6))).attr('y', f.H - f.m.b + 24).text(text);
  }
}

/** @param {any} g @param {any} e @param {Frame} f */
function drawEdge(g, e, f) {
  const x = f.W - f.m.r;
  const strong = e.q === 'p50';
  if (Math.abs(e.from - e.y) > 2 || !f.compact) g.append('path').attr('class', 'leader').attr('d', `M${x + 4},${px(e.from)}C${x + 10},${px(e.from)} ${x + 6},${px(e.y)} ${x + 12},${px(e.y)}`);
  const t = g.append('text').attr('class', strong ? 'lab' : 'lab sub').attr('x', x + 15).attr('y', px(e.y + 4)).text(e.value);
  if (e.text) t.append('tspan').attr('class', 'faint').text(`\u2002${e.text}`);
}

/**
 * A stop for Tab and arrows on every quarter.
 * @param {any} g @param {any} p
 */
function drawStops(g, p) {
  const stops = g.append('g').attr('class', 'stops').attr('role', 'list');
  p.points.forEach((/** @type {any} */ q, /** @type {number} */ i) => {
    stops.append('circle').attr('class', 'stop').attr('cx', px(q.x)).attr('cy', px(q.p50)).attr('r', 7).attr('tabindex', i ? -1 : 0)
      .attr('role', 'listitem').attr('data-i', i).attr('aria-label', stopLabel(q.row));
  });
}

/**
 * "Q1 2024": from the quarter's first month.
 * @param {string} text
 */
export const quarterName = (text) => `Q${Math.floor((+text.slice(5, 7) - 1) / 3) + 1}\u00a0${text.slice(0, 4)}`;

/** @param {Quarter} r */
const stopLabel = (r) => `${quarterName(r.quarter)}: median ${format.parameters(r.p50)}, middle half ${format.compact(r.p25)} to ${format.compact(r.p75)}, ${format.count(r.count, 'model')}`;

/** @param {Series} s @param {Figure} figure @returns {Table} */
function display(s, figure) {
  return tableOf(figure.id, [
    { key: 'quarter', label: 'Quarter', kind: 'text' }, { key: 'count', label: 'Models with a size', kind: 'count' },
    { key: 'p10', label: '10th percentile', kind: 'parameters' }, { key: 'p25', label: '25th', kind: 'parameters' },
    { key: 'p50', label: 'Median', kind: 'parameters' }, { key: 'p75', label: '75th', kind: 'parameters' }, { key: 'p90', label: '90th', kind: 'parameters' },
  ], s.rows.map((r) => ({ ...r, quarter: quarterName(r.quarter) })));
}

/** @param {Series} s @returns {Description} */
function describe(s) {
  const who = s.key === 'all' ? 'model' : `${modalityAdjective[s.key] || s.key} model`;
  const subtitle = `Parameters by quarter of publication (log scale): the median, the middle half and the middle 80 % of ${format.count(s.total, who)} with a known size.`;
  const n = s.rows.length;
  if (!n) return { title: `No ${who}s with a known size`, subtitle };
  const a = s.rows[0];
  const b = s.rows[n - 1];
  if (n === 1) return { title: `The middle ${who} of ${quarterName(b.quarter)} had ${format.parameters(b.p50)}`, subtitle };
  const ratio = b.p50 / a.p50;
  const [from, to] = [format.compact(a.p50), format.compact(b.p50)];
  const title = ratio > 1.1 ? `The middle ${who} grew from ${from} to ${to} parameters`
    : ratio < 0.9 ? `The middle ${who} shrank from ${from} to ${to} parameters` : `The middle ${who} stayed at about ${to} parameters`;
  return { title, subtitle };
}

/** @type {Kind} */
export const ribbon = { defaults, controls, frame, series, place, draw, describe, display, live: ribbonLive, empty: 'No quarter has enough models with a known size.' };
