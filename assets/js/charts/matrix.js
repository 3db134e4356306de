/**
 * From which class to which: a square of classes, rows where it comes from, columns what it becomes. Cells hold the share of
 * their row, or the drift between two classes. Channels: row, column, value. Options: order (classes), labels, noun,
 * words (classes are words with hyphens between).
 */
import * as format from '../chart/format.js';
import { column, tableOf } from '../chart/data.js';
import { shortened, taskWords } from '../chart/words.js';
import { textWidth } from '../chart/labels.js';
import { px } from '../chart/axes.js';
import { matrixLive } from './matrix-live.js';

/** @returns {State} */
const defaults = () => ({ show: 'share' });

/** @returns {Control[]} */
const controls = () => [{ type: 'seg', key: 'show', label: 'Cells', options: [['share', 'Share of the parent’s'], ['count', 'Count'], ['drift', 'Drift']] }];

/** @param {number} width @returns {Frame} */
function frame(width) {
  const phone = width < 600;
  return { W: width, H: 0, m: { t: phone ? 26 : 110, r: phone ? 0 : 40, b: 8, l: phone ? 122 : 200 }, phone, compact: false };
}

/** @param {Table} table @param {Figure} figure */
function series(table, figure) {
  const [rows, columns, values] = [figure.channels.row, figure.channels.column, figure.channels.value].map((k) => column(table, k));
  const key = (/** @type {any} */ v) => (v === null || v === undefined ? '' : String(v));
  const order = figure.options.order || [];
  const there = new Set([...rows, ...columns].map(key));
  const classes = [...order.filter((/** @type {string} */ c) => there.has(c)), ...[...there].filter((c) => !order.includes(c)).sort()];
  const at = new Map(classes.map((c, i) => [c, i]));
  const counts = classes.map(() => classes.map(() => 0));
  values.forEach((v, i) => { counts[/** @type {number} */ (at.get(key(rows[i])))][/** @type {number} */ (at.get(key(columns[i])))] += v || 0; });
  const labels = figure.options.labels || {};
  return { classes, counts, table, say: (/** @type {string} */ c) => labels[c] || (c === '' ? 'not stated' : figure.options.words ? taskWords(c) : c) };
}

/** @param {number[][]} counts @param {number} i @param {number} j */
export function driftOf(counts, i, j) {
  const both = counts[i][j] + counts[j][i];
  return i === j || both === 0 ? null : (counts[i][j] - counts[j][i]) / both;
}

/** @param {any} s @param {Frame} f @param {Figure} figure @param {State} state */
function place(s, f, figure, state) {
  const n = s.classes.length;
  const w = n ? Math.min(f.phone ? 40 : 72, (f.W - f.m.l - f.m.r) / n) : 0;
  const h = f.phone ? Math.max(24, w) : Math.min(34, w);
  const cells = s.classes.flatMap((/** @type {string} */ row, /** @type {number} */ i) => {
    const sum = d3.sum(s.counts[i]);
    return s.classes.map((/** @type {string} */ col, /** @type {number} */ j) => {
      const count = s.counts[i][j];
      const drift = driftOf(s.counts, i, j);
      const share = sum ? count / sum : 0;
      return { row, column: col, i, j, count, share, drift, back: s.counts[j][i], x: f.m.l + j * w, y: f.m.t + i * h, w, h, ...faceOf({ count, share, drift }, state, w) };
    });
  });
  return { frame: { ...f, H: f.m.t + n * h + f.m.b }, cells, w, h, n, state };
}

/** Numerals of a cell: on a phone a dozen classes leave it 18 px. */
const numeral = (/** @type {number} */ w) => (w < 24 ? 10 : 12);

/**
 * A cell's step of color and its words, where it has room for them.
 * @param {{ count: number, share: number, drift: number | null }} c @param {State} state @param {number} w
 */
function faceOf(c, state, w) {
  const fits = (/** @type {string} */ text) => (textWidth(text, numeral(w)) <= w + 2 ? text : '');
  if (state.show === 'drift') {
    if (c.drift === null) return { step: 's0', text: '' };
    const text = format.decimal(c.drift, w < 44 ? 1 : 2);
    return { step: `d${Math.max(1, Math.min(7, 4 + Math.round(c.drift * 3)))}`, text: fits(w < 24 ? text.replace('0.', '.') : text) };
  }
  if (!c.count) return { step: 's0', text: '' };
  const text = state.show === 'count' ? format.compact(c.count) : c.share < 0.005 ? '<1' : String(Math.round(c.share * 100));
  return { step: `s${Math.max(1, Math.min(7, Math.ceil(c.share * 7)))}`, text: fits(text) };
}

/** Which numerals stand on which step of color. */
const tones = [['s-num', /^(s[0-3]|d[3-5])$/], ['s-num mid', /^s4$/], ['s-num deep', /^(s[5-7]|d[1267])$/]];

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f, cells, w, h } = p;
  g.attr('viewBox', `0 0 ${f.W} ${f.H}`).attr('height', f.H);
  if (!p.n) return;
  names(g, p);
  // A path a step and not a rectangle a cell: two matrices of 14 classes are a tenth of what a page may weigh.
  for (const [step, own] of d3.groups(cells, (/** @type {any} */ c) => c.step)) {
    g.append('path').attr('class', `s-cell ${step}`).attr('d', own.map((/** @type {any} */ c) => `M${px(c.x + 0.5)} ${px(c.y + 0.5)}h${px(w - 1)}v${px(h - 1)}h${px(1 - w)}z`).join(''));
  }
  for (const [name, on] of tones) {
    const told = cells.filter((/** @type {any} */ c) => c.text && /** @type {RegExp} */ (on).test(c.step));
    if (!told.length) continue;
    const group = g.append('g').attr('text-anchor', 'middle');
    for (const c of told) group.append('text').attr('class', w < 24 ? `${name} tiny` : name).attr('x', px(c.x + w / 2)).attr('y', px(c.y + h / 2 + 4)).text(c.text);
  }
  if (context.live) g.append('rect').attr('class', 'heat-here').attr('width', px(w - 1)).attr('height', px(h - 1)).attr('visibility', 'hidden');
}

/**
 * Names of rows and columns. Where columns are too narrow for names, both bear the same number.
 * @param {any} g @param {any} p
 */
function names(g, { frame: f, cells, w, h, say }) {
  const at = (/** @type {number} */ y) => g.append('text').attr('class', 'lab sub').attr('x', 0).attr('y', y);
  if (f.phone) at(f.m.t - 8).text('child →'); else at(f.m.t - 26).text('child →');
  if (!f.phone) at(f.m.t - 8).text('parent ↓');
  for (const c of cells.filter((/** @type {any} */ c) => c.i === c.j)) {
    const row = g.append('text').attr('class', 'lab').attr('x', f.m.l - (f.phone ? 24 : 8)).attr('y', px(c.y + h / 2 + 4)).attr('text-anchor', 'end').text(fitted(say(c.row), f.m.l - (f.phone ? 26 : 8)));
    const x = c.x + w / 2;
    if (f.phone) {
      row.style('font-size', '11.5px');
      g.append('text').attr('class', 'lab sub num').attr('x', f.m.l - 6).attr('y', px(c.y + h / 2 + 4)).attr('text-anchor', 'end').style('font-size', '11px').text(c.i + 1);
      g.append('text').attr('class', 'lab sub num').attr('x', px(x)).attr('y', f.m.t - 8).attr('text-anchor', 'middle').style('font-size', '11px').text(c.j + 1);
    } else {
      const room = Math.min(22, Math.floor((f.W - x) / 5.6));
      g.append('text').attr('class', 'lab').attr('transform', `translate(${px(x + 4)},${px(f.m.t - 8)}) rotate(-40)`).text(shortened(say(c.column), room));
    }
  }
}

/** @param {string} name @param {number} room */
function fitted(name, room) {
  let length = name.length;
  while (length > 4 && textWidth(shortened(name, length), 12) > room) length -= 1;
  return shortened(name, length);
}

/** @param {any} s @param {Figure} figure @param {State} state @returns {Description} */
function describe(s, figure, state) {
  const all = d3.sum(s.counts.flat());
  if (!all) return { title: 'Nothing to show here', subtitle: '' };
  const noun = figure.options.noun || 'class';
  const subtitle = { share: 'Of the children of each row’s class, how many of a hundred have the column’s.', count: 'Children by their parent’s class (row) and their own (column).', drift: 'Drift from row to column, from −1 to 1: how much more children go this way than back.' }[/** @type {'share'} */ (state.show)] || '';
  return { title: (state.show === 'drift' && strongest(s)) || keeping(s, noun), subtitle };
}

/**
 * How many keep their parent's class, of those that state one: "other" may hide a change.
 * @param {any} s @param {string} noun
 */
function keeping(s, noun) {
  const named = d3.range(s.classes.length).filter((/** @type {number} */ i) => s.classes[i] !== '' && s.classes[i] !== 'other');
  const all = d3.sum(named, (/** @type {number} */ i) => d3.sum(named, (/** @type {number} */ j) => s.counts[i][j]));
  const kept = d3.sum(named, (/** @type {number} */ i) => s.counts[i][i]);
  return all ? `${format.percent(kept / all)} of children that state one keep their parent’s ${noun}` : `No child and parent both state a ${noun}`;
}

/**
 * The pair of named classes with the greatest surplus one way; nothing where none has any.
 * @param {any} s
 */
function strongest(s) {
  let best = { surplus: 0, i: 0, j: 0 };
  s.counts.forEach((/** @type {number[]} */ row, /** @type {number} */ i) => row.forEach((n, j) => {
    if (![s.classes[i], s.classes[j]].some((c) => c === '' || c === 'other') && n - s.counts[j][i] > best.surplus) best = { surplus: n - s.counts[j][i], i, j };
  }));
  const { i, j } = best;
  return best.surplus ? `Most drift is from ${s.say(s.classes[i])} to ${s.say(s.classes[j])}: ${format.int(s.counts[i][j])} against ${format.int(s.counts[j][i])}` : '';
}

/** @param {any} s @param {Figure} figure @returns {Table} */
function display(s, figure) {
  const { row, column: col, value } = figure.channels;
  const columns = [...s.table.columns, { key: 'share', label: 'Share of the parent’s', kind: 'share' }, { key: 'drift', label: 'Drift', kind: 'number' }];
  const rows = s.classes.flatMap((/** @type {string} */ a, /** @type {number} */ i) => s.classes.map((/** @type {string} */ b, /** @type {number} */ j) => ({ [row]: s.say(a), [col]: s.say(b), [value]: s.counts[i][j], share: s.counts[i][j] / (d3.sum(s.counts[i]) || 1), drift: driftOf(s.counts, i, j) })));
  return tableOf(figure.id, columns, rows.filter((/** @type {any} */ r) => r[value] > 0));
}

/** @type {Kind} */
export const matrix = {
  defaults, controls, frame, series, draw, describe, display, live: matrixLive,
  place: (s, f, figure, state) => ({ ...place(s, f, figure, state), say: s.say }),
  empty: 'Nothing to show here.',
};
