/**
 * Whole bars cut into classes that have an order: one bar a row, each part its share, deeper color for later classes. Channels:
 * measure, row, part, value; rows and parts in the table's order. Options, by measure: `labels`, `titles`, `nouns`; `measures`, `by`.
 */
import * as format from '../chart/format.js';
import { rowsOf, tableOf } from '../chart/data.js';
import { textWidth } from '../chart/labels.js';
import { shortened } from '../chart/words.js';
import { px } from '../chart/axes.js';
import { stacksLive } from './stacks-live.js';

/** @typedef {{ name: string, value: number, share: number, step: number }} Part */
/** @typedef {{ name: string, total: number, parts: Part[] }} Row */

/** @param {Figure} figure @returns {string[]} */
const measuresOf = (figure) => figure.options.measures || [''];
/** @param {Figure} figure @param {string} name @param {string} measure @returns {string} */
const optionOf = (figure, name, measure) => (figure.options[name] || {})[measure] || '';

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => ({ measure: measuresOf(figure)[0] });

/** @param {Figure} figure @returns {Control[]} */
function controls(figure) {
  const measures = measuresOf(figure);
  if (measures.length < 2) return [];
  return [{ type: measures.length < 4 ? 'seg' : 'select', key: 'measure', label: 'Show', options: measures.map((m) => [m, optionOf(figure, 'labels', m) || m]) }];
}

/** @param {Figure} figure */
const accepts = (figure) => ({ measure: (/** @type {string} */ v) => measuresOf(figure).includes(v) });

/** @param {number} width @param {string} role @returns {Frame} */
const frame = (width, role) => ({ W: width, H: 0, m: { t: 8, r: 0, b: 8, l: 0 }, phone: width < 600, compact: role === 'story' });

/**
 * The step of color of a class: classes share the seven steps out evenly, the last the deepest.
 * @param {number} i @param {number} n
 */
const stepOf = (i, n) => (n < 2 ? 4 : 2 + Math.round((i * 5) / (n - 1)));

/** @param {Table} table @param {Figure} figure @param {State} state */
function series(table, figure, state) {
  const { measure: by, row, part, value } = figure.channels;
  const measure = measuresOf(figure).includes(state.measure) ? state.measure : measuresOf(figure)[0];
  const chosen = rowsOf(table).filter((r) => (!by || r[by] === measure) && Number.isFinite(r[value]) && r[value] >= 0);
  const names = [...new Set(chosen.map((r) => String(r[part])))];
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const r of chosen) {
    const own = rows.get(String(r[row])) || { name: String(r[row]), total: 0, parts: names.map((name, i) => ({ name, value: 0, share: 0, step: stepOf(i, names.length) })) };
    rows.set(own.name, own);
    own.parts[names.indexOf(String(r[part]))].value += r[value];
    own.total += r[value];
  }
  const told = [...rows.values()].filter((r) => r.total > 0);
  for (const r of told) for (const p of r.parts) p.share = p.value / r.total;
  const used = names.map((name, i) => ({ name, step: stepOf(i, names.length) })).filter((n) => told.some((r) => r.parts.some((p) => p.name === n.name && p.value > 0)));
  return { measure, names: used, rows: told, noun: optionOf(figure, 'nouns', measure) || 'rows' };
}

/**
 * The key: swatches with names, as many to a line as fit.
 * @param {{ name: string, step: number }[]} names @param {number} width
 */
function keyOf(names, width) {
  let [x, y] = [0, 0];
  const items = names.map((n) => {
    const w = 16 + textWidth(n.name, 12.5) + 18;
    if (x > 0 && x + w - 18 > width) [x, y] = [0, y + 22];
    const item = { ...n, x, y };
    x += w;
    return item;
  });
  return { items, height: items.length ? y + 22 : 0 };
}

/** @param {any} s @param {Frame} f */
function place(s, f) {
  const key = keyOf(s.names, f.W);
  const top = f.m.t + key.height + 10;
  const step = 58;
  const rows = s.rows.map((/** @type {Row} */ r, /** @type {number} */ i) => {
    const y = top + i * step;
    let x = 0;
    const parts = r.parts.filter((p) => p.value > 0).map((p) => {
      const w = p.share * f.W;
      const part = { ...p, x, w, text: textWidth(format.roundPercent(p.share)) + 12 < w ? format.roundPercent(p.share) : '' };
      x += w;
      return part;
    });
    return { ...r, y, parts };
  });
  return { frame: { ...f, H: Math.max(60, top + rows.length * step - 14 + f.m.b) }, key, rows, noun: s.noun, bar: 22 };
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f } = p;
  g.attr('viewBox', `0 0 ${f.W} ${f.H}`).attr('height', f.H);
  const key = g.append('g').attr('class', 'stack-key');
  for (const n of p.key.items) {
    key.append('rect').attr('class', `s-cell s${n.step}`).attr('x', px(n.x)).attr('y', px(f.m.t + n.y)).attr('width', 11).attr('height', 11);
    key.append('text').attr('class', 'lab sub').attr('x', px(n.x + 16)).attr('y', px(f.m.t + n.y + 10)).text(n.name);
  }
  p.rows.forEach((/** @type {any} */ r, /** @type {number} */ i) => {
    const row = g.append('g').attr('class', 'stack-row');
    const amount = `${format.int(r.total)} ${p.noun}`;
    if (context.live) row.attr('tabindex', i ? -1 : 0).attr('role', 'img').attr('data-i', i).attr('aria-label', `${r.name}, ${amount}: ${r.parts.map((/** @type {Part} */ q) => `${q.name} ${format.percent(q.share)}`).join(', ')}`);
    const room = Math.floor((f.W - textWidth(amount) - 16) / 6.6);
    row.append('text').attr('class', 'lab').attr('x', 0).attr('y', px(r.y + 11)).text(shortened(r.name, room));
    row.append('text').attr('class', 'num').attr('x', f.W).attr('y', px(r.y + 11)).attr('text-anchor', 'end').text(amount);
    r.parts.forEach((/** @type {any} */ q, /** @type {number} */ j) => {
      const cell = row.append('rect').attr('class', `s-cell s${q.step}`).attr('x', px(q.x)).attr('y', px(r.y + 18)).attr('width', px(Math.max(0.5, q.w - (j < r.parts.length - 1 ? 1 : 0)))).attr('height', p.bar);
      if (context.live) cell.attr('data-part', j);
      if (q.text) row.append('text').attr('class', q.step > 4 ? 's-num deep' : q.step === 4 ? 's-num mid' : 's-num').attr('x', px(q.x + q.w / 2)).attr('y', px(r.y + 18 + p.bar / 2 + 4)).attr('text-anchor', 'middle').text(q.text);
    });
  });
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  if (!s.rows.length) return { title: 'Nothing to show here', subtitle: '' };
  const title = optionOf(figure, 'titles', s.measure) || 'Whole bars, cut into classes';
  return { title, subtitle: `Share of ${s.noun}, ${figure.options.by || 'by row'}.` };
}

/** @param {any} s @param {Figure} figure @returns {Table} */
function display(s, figure) {
  const { measure: by, row, part, value } = figure.channels;
  const columns = [...figure.table.columns.filter((c) => c.key !== by), { key: 'share', label: 'Share of its row', kind: 'share' }];
  return tableOf(figure.id, columns, s.rows.flatMap((/** @type {Row} */ r) => r.parts.map((p) => ({ [row]: r.name, [part]: p.name, [value]: p.value, share: p.share }))));
}

/** @type {Kind} */
export const stacks = { defaults, controls, accepts, frame, series, place, draw, describe, display, live: stacksLive, empty: 'Nothing to show here.' };
