/**
 * Lines through numbers: on linear, logarithmic or time scales, several to a group, groups to choose from.
 *
 * Channels: x, y, series, group. Options, each by group ("" where there is one alone) unless said otherwise: `scales` ("log linear",
 * "time linear"), `titles`, `subtitles`, `xLabels`, `yLabels`, `references` ("diagonal"), `names` (what the control calls a group),
 * `groups` (their order), `groupLabel`, `styles` (by series: accent, dash), `labels` ("end" or "inside"), `points` (drawn as dots).
 */
import { rowsOf, tableOf, time } from '../chart/data.js';
import { baseline, px } from '../chart/axes.js';
import { edgeLabels, insideLabels } from './curves-labels.js';
import { scaleOf, ticksOf } from './curves-scales.js';
import { pointText } from './curves-words.js';
import { curvesLive } from './curves-live.js';

/** @typedef {{ x: number, y: number, row: any }} Point */
/** @typedef {{ name: string, style: string, points: Point[] }} Curve */

/** @param {Figure} figure @param {string} name @param {string} group @returns {string} */
export const optionOf = (figure, name, group) => (figure.options[name] || {})[group] || '';

/** @param {Figure} figure @returns {string[]} */
const groupsOf = (figure) => figure.options.groups || [''];

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => ({ group: groupsOf(figure)[0] });

/** @param {Figure} figure @returns {Control[]} */
function controls(figure) {
  const groups = groupsOf(figure);
  if (groups.length < 2) return [];
  return [{ type: 'select', key: 'group', label: figure.options.groupLabel || 'Show', options: groups.map((g) => [g, optionOf(figure, 'names', g) || g]) }];
}

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600 && !compact;
  return { W: width, H: Math.round(width * (phone ? 1.2 : compact ? 0.6 : width < 900 ? 0.62 : 0.46)), m: { t: 36, r: phone ? 16 : 24, b: 52, l: phone ? 50 : 72 }, phone, compact };
}

/** Steps of ink, then of ink broken: no hue, for hues mean modalities. */
const inks = ['ink', 'soft', 'ink dotted', 'soft dotted', 'faint', 'faint dotted', 'ink broken', 'soft broken'];

/** @param {Table} table @param {Figure} figure @param {State} state */
function series(table, figure, state) {
  const { x, y, series: name, group: by } = figure.channels;
  const group = groupsOf(figure).includes(state.group) ? state.group : groupsOf(figure)[0];
  const [xScale, yScale] = (optionOf(figure, 'scales', group) || 'linear linear').split(' ');
  const at = (/** @type {any} */ v, /** @type {string} */ scale) => (scale === 'time' ? (v === null ? NaN : time(v)) : v);
  const fits = (/** @type {number} */ v, /** @type {string} */ scale) => Number.isFinite(v) && (scale !== 'log' || v > 0);
  /** @type {Map<string, Curve>} */
  const curves = new Map();
  const styles = figure.options.styles || {};
  for (const row of rowsOf(table)) {
    if (by && row[by] !== group) continue;
    const p = { x: at(row[x], xScale), y: at(row[y], yScale), row };
    if (row[x] === null || row[y] === null || !fits(p.x, xScale) || !fits(p.y, yScale)) continue;
    const key = String(row[name] ?? '');
    if (!curves.has(key)) curves.set(key, { name: key, style: styles[key] || '', points: [] });
    /** @type {Curve} */ (curves.get(key)).points.push(p);
  }
  const list = [...curves.values()];
  list.filter((c) => !c.style).forEach((c, i) => { c.style = inks[i % inks.length]; });
  for (const c of list) c.points.sort((a, b) => a.x - b.x);
  return { group, xScale, yScale, curves: list, table };
}

/** @param {any} s @param {Frame} base @param {Figure} figure */
function place(s, base, figure) {
  const end = figure.options.labels === 'end';
  // Words at the right edge need their room; on a phone they are lettered where they find some.
  const f = end && !base.phone && !base.compact ? { ...base, m: { ...base.m, r: 190 } } : base;
  const all = s.curves.flatMap((/** @type {Curve} */ c) => c.points);
  const x = scaleOf(s.xScale, all.map((/** @type {Point} */ p) => p.x), [f.m.l, f.W - f.m.r], false);
  const y = scaleOf(s.yScale, all.map((/** @type {Point} */ p) => p.y), [f.H - f.m.b, f.m.t], true);
  const curves = s.curves.map((/** @type {Curve} */ c) => ({ ...c, at: c.points.map((p) => ({ x: x(p.x), y: y(p.y), point: p })) }));
  const kinds = Object.fromEntries(s.table.columns.map((/** @type {Column} */ c) => [c.key, c.kind]));
  const ticks = {
    x: ticksOf(s.xScale, x, kinds[figure.channels.x], f.phone ? 4 : 8), y: ticksOf(s.yScale, y, kinds[figure.channels.y], 6),
  };
  const diagonal = optionOf(figure, 'references', s.group) === 'diagonal';
  const labels = end && !f.phone && !f.compact ? edgeLabels(curves, f) : insideLabels(curves, f);
  return { frame: f, series: s, x, y, curves, ticks, labels, diagonal, points: !!figure.options.points };
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f, figure } = { frame: p.frame, figure: context.figure };
  const ground = f.H - f.m.b;
  drawAxes(g, p, figure, ground);
  if (p.diagonal) g.append('line').attr('class', 'curve-even').attr('x1', px(p.x(0))).attr('y1', px(p.y(0))).attr('x2', px(p.x(1))).attr('y2', px(p.y(1)));
  const lines = g.append('g').attr('class', 'curves');
  for (const c of p.curves) {
    lines.append('path').attr('class', `curve ${c.style}`).attr('d', d3.line((/** @type {any} */ q) => q.x, (/** @type {any} */ q) => q.y).digits(1)(c.at));
    if (p.points || c.at.length === 1) for (const q of c.at) lines.append('circle').attr('class', `curve-point ${c.style}`).attr('cx', px(q.x)).attr('cy', px(q.y)).attr('r', 3.4);
  }
  for (const l of p.labels) {
    if (l.tie) g.append('path').attr('class', 'leader').attr('d', l.tie);
    g.append('text').attr('class', `lab halo${l.style.startsWith('accent') ? ' accent' : ''}`).attr('x', px(l.x)).attr('y', px(l.y)).attr('text-anchor', l.anchor).text(l.text);
  }
  if (context.live && !f.compact) drawStops(g, p, figure);
}

/** @param {any} g @param {any} p @param {Figure} figure @param {number} ground */
function drawAxes(g, p, figure, ground) {
  const { frame: f, series: s } = p;
  const x1 = f.W - f.m.r;
  const axis = g.append('g').attr('class', 'axis');
  for (const t of p.ticks.y) {
    axis.append('line').attr('x1', f.m.l).attr('x2', px(x1)).attr('y1', px(t.at)).attr('y2', px(t.at));
    axis.append('text').attr('x', 0).attr('y', px(t.at + 4)).text(t.text);
  }
  const label = optionOf(figure, 'yLabels', s.group);
  if (label) axis.append('text').attr('class', 'unit').attr('x', 0).attr('y', f.m.t - 20).text(label);
  baseline(g, f.m.l, x1, ground);
  for (const t of p.ticks.x) {
    axis.append('line').attr('class', 'base').attr('x1', px(t.at)).attr('x2', px(t.at)).attr('y1', ground).attr('y2', ground + 5);
    axis.append('text').attr('x', px(t.at)).attr('y', ground + 20).attr('text-anchor', 'middle').text(t.text);
  }
  const under = optionOf(figure, 'xLabels', s.group);
  if (under) axis.append('text').attr('class', 'unit').attr('x', px(x1)).attr('y', ground + 40).attr('text-anchor', 'end').text(under);
}

/**
 * A stop for Tab on every curve, which the arrows walk along.
 * @param {any} g @param {any} p @param {Figure} figure
 */
function drawStops(g, p, figure) {
  const stops = g.append('g').attr('class', 'stops').attr('role', 'list');
  p.curves.forEach((/** @type {any} */ c, /** @type {number} */ i) => {
    if (!c.at.length) return;
    stops.append('circle').attr('class', 'stop').attr('cx', px(c.at[0].x)).attr('cy', px(c.at[0].y)).attr('r', 7).attr('tabindex', i ? -1 : 0)
      .attr('role', 'listitem').attr('data-i', i).attr('aria-label', `${c.name}: ${pointText(p, c.points[0], figure)}`);
  });
}

/** @param {any} s @param {Figure} figure @returns {Description} */
const describe = (s, figure) => ({
  title: figure.title || optionOf(figure, 'titles', s.group) || 'Nothing to show here',
  subtitle: figure.subtitle || optionOf(figure, 'subtitles', s.group),
});

/** @param {any} s @param {Figure} figure @returns {Table} */
function display(s, figure) {
  const columns = s.table.columns.filter((/** @type {Column} */ c) => c.key !== figure.channels.group);
  return tableOf(figure.id, columns, s.curves.flatMap((/** @type {Curve} */ c) => c.points.map((p) => p.row)));
}

/** @type {Kind} */
export const curves = { defaults, controls, frame, series, place, draw, describe, display, live: curvesLive, empty: 'No curve can be drawn from so little.' };
