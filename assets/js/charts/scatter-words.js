/** Title, subtitle and the column of numbers of a scatter, worded from what is displayed. */
import * as format from '../chart/format.js';
import { modelName } from '../chart/words.js';
import { isLog, measureOf, unsaid } from './scatter-data.js';

/** @typedef {{ name: string, value: string, small: string, strong?: boolean }} Stat */

/** @param {Figure} figure @param {string} key */
export const columnOf = (figure, key) => figure.table.columns.find((c) => c.key === key) || { key, label: key, kind: 'number' };

/**
 * What passes the filters: "fine-tuned models, permissive, open".
 * @param {Figure} figure @param {State} state @param {number} n
 */
function subject(figure, state, n) {
  const said = (figure.options.filters || []).filter((/** @type {string} */ f) => state[f]).map((/** @type {string} */ f) => valueText(state[f], columnOf(figure, f).label));
  return `${format.count(n, figure.options.noun || 'row')}${said.length ? ` (${said.join(', ')})` : ''}`;
}

/** @param {string} value @param {string} label */
export const valueText = (value, label) => (value === unsaid ? `${label.toLowerCase()} unknown` : value);

/** @param {any} s @param {Figure} figure @param {State} state @returns {Description} */
export function describe(s, figure, state) {
  return { title: figure.options.line ? lineTitle(s, figure, state) : cornerTitle(s, figure, state), subtitle: subtitle(s, figure, state) };
}

/** @param {any} s @param {Figure} figure @param {State} state */
function lineTitle(s, figure, state) {
  const { n, fit, r } = s.counted;
  if (!n) return 'No model passes all of these filters';
  if (n === 1) return `One model passes: ${modelName(s.list[0].id)}`;
  const of = subject(figure, state, n);
  if (!fit || !r) return `Too little to lay a line through: ${of}`;
  const gain = figure.options.gain || 'x';
  const lead = measureOf(figure, state) === figure.channels.y ? '' : `${columnOf(figure, measureOf(figure, state)).label}: `;
  const say = (/** @type {string} */ text) => (lead ? lead + text : format.capitalized(text));
  if (!(fit.p < 0.05)) return say(`no sign that ${gain} matters among ${of}`);
  const step = isLog(state) ? `each tenfold in ${gain}` : 'each billion parameters';
  const points = format.decimal(Math.abs(fit.slope), isLog(state) ? 1 : 2);
  return say(`${step} ${fit.slope > 0 ? 'adds' : 'takes'} ${points} points${fit.slope > 0 ? '' : ' away'}, among ${of}`);
}

/** @param {any} s @param {Figure} figure @param {State} state */
function cornerTitle(s, figure, state) {
  const { n, corner } = s.counted;
  if (!n) return 'No model passes all of these filters';
  const [one, many] = figure.options.cornerSays || ['is better on both', 'are better on both'];
  return `${corner ? format.int(corner) : 'None'} of ${subject(figure, state, n)} ${corner === 1 ? one : many} than the middle one`;
}

/** @param {any} s @param {Figure} figure @param {State} state */
function subtitle(s, figure, state) {
  const y = columnOf(figure, measureOf(figure, state));
  const about = figure.options.about ? `, ${figure.options.about}` : '';
  const by = `by ${figure.options.xTitle || columnOf(figure, figure.channels.x).label}${figure.options.logY ? ' (both on log scales)' : isLog(state) ? ' (log scale)' : ''}`;
  const curve = !figure.options.line ? 'Dashed: the middles.' : state.curve === 'loess' ? 'Line: LOESS; the numbers are of least squares.' : 'Line: least squares; band: 95 % of its mean.';
  return `${y.label}${about}, ${by}. One dot is one ${figure.options.noun || 'row'}. ${curve}`;
}

/**
 * The numbers beside the picture.
 * @param {any} s @param {Figure} figure @param {State} state @returns {Stat[]}
 */
export function stats(s, figure, state) {
  return figure.options.line ? lineStats(s, figure, state) : middleStats(s, figure);
}

/** @param {any} s @param {Figure} figure @param {State} state @returns {Stat[]} */
function lineStats({ counted: { n, fit, r, rho } }, figure, state) {
  const log = isLog(state);
  const digits = log ? 1 : 2;
  const d2 = (/** @type {number | null | undefined} */ v) => format.decimal(v, 2);
  const name = log ? `Points per tenfold in ${figure.options.gain}` : 'Points per billion parameters';
  return [
    fit ? { name, value: format.signed(fit.slope, digits), small: `95 % interval ${format.decimal(fit.slope - fit.half, digits)} to ${format.decimal(fit.slope + fit.half, digits)}`, strong: true } : { name, value: '–', small: 'too little to tell', strong: true },
    { name: 'Pearson r', value: r ? d2(r.r) : '–', small: r && r.low !== null ? `${d2(r.low)} to ${d2(r.high)}, ${format.probability(r.p)}` : r ? format.probability(r.p) : 'no spread' },
    { name: 'Spearman ρ', value: rho ? d2(rho.r) : '–', small: rho ? `on ranks, ${format.probability(rho.p)}` : 'no spread' },
    { name: `Explained by ${figure.options.gain}`, value: r ? format.roundPercent(r.r * r.r) : '–', small: 'of the variance' },
    { name: 'Models', value: format.int(n), small: 'with a known size' },
  ];
}

/** @param {any} s @param {Figure} figure @returns {Stat[]} */
function middleStats({ counted: { n, rho, mx, my, corner } }, figure) {
  const x = columnOf(figure, figure.channels.x);
  const y = columnOf(figure, figure.channels.y);
  const value = (/** @type {number} */ v) => (Number.isFinite(v) ? short(v) : '–');
  return [
    { name: format.capitalized(figure.options.corner || ''), value: n ? format.roundPercent(corner / n) : '–', small: `${format.int(corner)} of ${format.int(n)}`, strong: true },
    { name: `Middle ${x.label}`, value: value(mx), small: x.unit || '' },
    { name: 'Middle likes', value: value(my), small: y.label.toLowerCase() },
    { name: 'Spearman ρ', value: rho ? format.decimal(rho.r, 2) : '–', small: rho ? format.probability(rho.p) : 'no spread' },
  ];
}

/**
 * Two or three digits: 0.046, 1.2, 340.
 * @param {number} v
 */
export const short = (v) => (Math.abs(v) >= 1e4 ? format.compact(v) : Math.abs(v) >= 100 ? format.int(Math.round(v)) : String(Number(v.toPrecision(2))));
