/**
 * Bars that lie, greatest first, each with its name beside it, or above it where the picture is narrow, and its number at its end.
 * Channels: label, value, color, share (said behind the number). What `options.last` names (sums of the rest, what is unknown)
 * comes after them, hollow. `options.order` "given" keeps the table's order, `options.names` says that labels are models' ids, `options.labels`
 * "whole" that they are kept as they are, `options.rank` that places are numbered. With a channel `group` the reader chooses one of
 * `options.groups`; names, titles and subtitles are then given by group.
 */
import * as format from '../chart/format.js';
import { column, rowsOf, tableOf } from '../chart/data.js';
import { modalityClass, modelName, shortened, taskWords } from '../chart/words.js';
import { textWidth } from '../chart/labels.js';
import { px } from '../chart/axes.js';
import { barsLive } from './bars-live.js';

/** @param {number} width @param {string} role @returns {Frame} */
const frame = (width, role) => ({ W: width, H: role === 'story' ? Math.round(width * 0.6) : 0, m: { t: 4, r: 4, b: 4, l: 0 }, phone: width < 600, compact: role === 'story' });

/** @param {Figure} figure @returns {string[]} */
const groupsOf = (figure) => (figure.channels.group && figure.options.groups) || [];

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => (groupsOf(figure).length ? { group: groupsOf(figure)[0] } : {});

/** @param {Figure} figure @returns {Control[]} */
function controls(figure) {
  const groups = groupsOf(figure);
  if (groups.length < 2) return [];
  return [{ type: 'select', key: 'group', label: figure.options.groupLabel || 'Show', options: groups.map((g) => [g, (figure.options.names || {})[g] || g]) }];
}

/** @param {Table} all @param {Figure} figure @param {State} state */
function series(all, figure, state) {
  const { label, value, color, share, group: by } = figure.channels;
  const groups = groupsOf(figure);
  const group = groups.includes(state.group) ? state.group : groups[0];
  const table = by ? tableOf(all.id, all.columns.filter((c) => c.key !== by), rowsOf(all).filter((r) => r[by] === group)) : all;
  const labels = column(table, label);
  const values = column(table, value);
  const colors = color ? column(table, color) : [];
  const shares = share ? column(table, share) : [];
  /** @type {string[]} */
  const last = figure.options.last || [];
  const rank = (/** @type {any} */ b) => last.indexOf(b.label);
  const kind = (table.columns.find((c) => c.key === value) || { kind: 'count' }).kind;
  const bars = labels.map((l, i) => ({ label: l === null ? 'not stated' : String(l), value: values[i], share: Number.isFinite(shares[i]) ? shares[i] : null, modality: colors[i] || null, i }))
    .filter((b) => Number.isFinite(b.value)).sort((a, b) => (rank(a) < 0 && rank(b) < 0 ? (figure.options.order === 'given' ? 0 : b.value - a.value) : rank(a) - rank(b)))
    .map((b) => ({ ...b, rest: rank(b) >= 0 }));
  return { bars, group, kind, total: d3.sum(bars, (/** @type {any} */ b) => b.value), table };
}

/**
 * The number at a bar's end: plain ones with as many decimals as the greatest has, so that they can be compared.
 * @param {any[]} bars @param {string} kind
 */
function teller(bars, kind) {
  if (kind !== 'number') return (/** @type {number} */ v) => format.cell(v, kind);
  const most = d3.max(bars, (/** @type {any} */ b) => Math.abs(b.value)) || 0;
  const digits = bars.every((b) => Number.isInteger(b.value)) || most >= 100 ? 0 : most >= 10 ? 1 : 2;
  return (/** @type {number} */ v) => (digits ? format.decimal(v, digits) : format.int(Math.round(v)));
}

/** @param {any} s @param {Frame} f @param {Figure} figure */
function place(s, f, figure) {
  const shown = s.bars.slice(0, f.compact ? 6 : figure.options.most || 20);
  const tell = teller(shown, s.kind);
  const named = shown.map((/** @type {any} */ b, /** @type {number} */ i) => ({ ...b, name: nameOf(b, i, figure.options), text: tell(b.value), part: b.share === null ? '' : `\u2002${format.percent(b.share)}` }));
  const beside = !f.compact && !f.phone;
  const step = f.compact ? Math.min(56, (f.H - 8) / Math.max(1, shown.length)) : beside ? 28 : 40;
  const H = f.compact ? f.H : Math.max(60, shown.length * step + 8);
  const most = (/** @type {(b: any) => string} */ of) => d3.max(named, (/** @type {any} */ b) => textWidth(of(b), 12.5)) || 0;
  const left = beside ? Math.ceil(Math.min(f.W / 3, most((b) => b.name))) + 12 : 0;
  const x = d3.scaleLinear([0, d3.max(shown, (/** @type {any} */ b) => b.value) || 1], [0, f.W - left - 1.06 * most((b) => b.text + b.part) - 14]);
  const h = beside ? 14 : Math.max(6, Math.min(14, step - 22));
  return { frame: { ...f, H }, left, bars: named.map((/** @type {any} */ b, /** @type {number} */ i) => ({ ...b, y: 4 + i * step, top: 4 + i * step + (beside ? (step - h) / 2 : 16), w: Math.max(1.5, x(b.value)), h })) };
}

/** @param {any} b @param {number} i @param {Figure['options']} options */
function nameOf(b, i, options) {
  const name = options.labels === 'whole' ? b.label : options.names ? modelName(b.label) : taskWords(b.label);
  return options.rank && !b.rest ? `${i + 1}\u2002${name}` : name;
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  g.attr('viewBox', `0 0 ${p.frame.W} ${p.frame.H}`).attr('height', p.frame.H);
  p.bars.forEach((/** @type {any} */ b, /** @type {number} */ i) => {
    const bar = g.append('g').attr('class', 'bar-row');
    if (context.live) bar.attr('tabindex', i ? -1 : 0).attr('role', 'img').attr('data-i', i).attr('aria-label', `${b.label}: ${b.text}${b.part}`);
    const middle = b.top + b.h / 2 + 4;
    bar.append('text').attr('class', 'lab sub').attr('x', 0).attr('y', px(p.left ? middle : b.y + 11)).text(shortened(b.name, Math.floor(p.frame.W / (p.left ? 19 : 7))));
    bar.append('rect').attr('class', b.modality ? `fillc ${modalityClass(b.modality)}` : b.rest ? 'ink-fill rest' : 'ink-fill').attr('x', p.left).attr('y', px(b.top)).attr('width', px(b.w)).attr('height', px(b.h));
    bar.append('text').attr('class', 'lab num').attr('x', px(p.left + b.w + 6)).attr('y', px(middle)).text(b.text).append('tspan').attr('class', 'faint').text(b.part);
  });
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  const unit = figure.options.noun || 'models';
  if (!s.bars.length) return { title: 'Nothing to show here', subtitle: '' };
  if (s.group) return { title: (figure.options.titles || {})[s.group] || '', subtitle: (figure.options.subtitles || {})[s.group] || '' };
  const b = s.bars[0];
  const share = s.kind === 'count' && s.total ? ` of the ${unit} shown here` : '';
  const title = share ? `${format.capitalized(taskWords(b.label))} leads with ${format.roundPercent(b.value / s.total)}${share}` : `${format.capitalized(taskWords(b.label))} leads with ${format.cell(b.value, s.kind)}`;
  return { title, subtitle: `${format.capitalized(unit)}, greatest first.` };
}

/**
 * The table's own rows in the order of the bars.
 * @param {any} s
 */
function rowsIn(s) {
  const rows = rowsOf(s.table);
  return s.bars.map((/** @type {any} */ b) => rows[b.i]);
}

/** @type {Kind} */
export const bars = {
  defaults, controls, frame, series, place, draw, describe, live: barsLive,
  display: (s, figure) => tableOf(figure.id, s.table.columns, rowsIn(s)),
  empty: 'Nothing to show here.',
};
