/** What an area says: its title is the finding of what is displayed, its table the numbers of the drawing. */
import * as format from '../chart/format.js';
import { tableOf } from '../chart/data.js';
import { modalityAdjective } from '../chart/words.js';
import { amount } from './area-place.js';
import { otherTasks } from './area-series.js';

/** @typedef {import('./area-series.js').Series} Series */

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Table} */
export function display(s, figure, state) {
  const label = (/** @type {Column} */ c) => c;
  const columns = [label(s.quarters ? { key: 'month', label: 'Quarter', kind: 'text' } : { key: 'month', label: 'Month', kind: 'month' }),
    ...s.layers.map((l) => ({ key: l.key, label: l.name, kind: s.share ? 'share' : 'count' }))];
  if (!s.share) columns.push({ key: 'all', label: 'All', kind: 'count' });
  const rows = s.months.map((month, j) => {
    /** @type {{ [key: string]: any }} */
    const row = { month: s.quarters ? s.say(month) : month };
    for (const l of s.layers) row[l.key] = s.share ? (s.totals[j] ? l.values[j] / s.totals[j] : null) : l.values[j];
    if (!s.share) row.all = s.totals[j];
    return row;
  });
  return tableOf(figure.id, columns, rows);
}

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Description} */
export function describe(s, figure, state) {
  return { title: titleOf(s, figure), subtitle: subtitleOf(s, figure, state) };
}

/** @param {Series} s @param {Figure} figure */
function titleOf(s, figure) {
  const n = s.months.length - 1;
  if (n < 0 || !s.layers.length || !d3.max(s.totals)) return 'Nothing to show here';
  const whole = (/** @type {any} */ l, /** @type {number} */ j) => (s.totals[j] ? l.values[j] / s.totals[j] : 0);
  const named = s.layers.filter((l) => l.key !== otherTasks);
  const greatest = named[d3.maxIndex(named, (/** @type {any} */ l) => l.values[n])];
  const counted = s.noun === (figure.options.noun || 'models');
  if (s.open) {
    const of = `${modalityAdjective[s.open] || s.open} models`;
    return counted ? `Of ${of}, ${format.roundPercent(whole(greatest, n))} are for ${greatest.name}`
      : `Of the ${s.noun} of ${of}, ${format.roundPercent(whole(greatest, n))} fall to ${greatest.name}`;
  }
  const noun = counted ? s.noun : 'models';
  if (s.share) return shareTitle(s, noun, whole, n);
  if (s.flow === 'new') {
    const peak = /** @type {number} */ (d3.maxIndex(s.totals));
    return counted ? `${s.say(s.months[peak])} brought the most: ${format.int(s.totals[peak])} ${format.noun(s.totals[peak], s.noun.replace(/s$/, ''), s.noun)}`
      : `Models of ${s.say(s.months[peak])} have the most ${s.noun}: ${amount(s.totals[peak])}`;
  }
  const year = s.quarters ? 4 : 12;
  if (counted && n >= year && s.totals[n] > 0) {
    const young = 1 - s.totals[n - year] / s.totals[n];
    return `${format.capitalized(tenths(young))} ${s.noun} of ${s.say(s.months[n])} were less than a year old`;
  }
  const most = s.layers.filter((l) => !l.hatch);
  const leader = most.length ? most[d3.maxIndex(most, (/** @type {any} */ l) => l.values[n])] : greatest;
  if (leader.key === 'none' && counted && whole(leader, n) === 1) return `No ${format.noun(1, noun.replace(/s$/, ''))} states a task`;
  return `${layerName(leader, noun)} hold ${format.roundPercent(whole(leader, n))} of all ${s.noun}`;
}

/**
 * Who a layer is: "Vision datasets", "Models that state no task".
 * @param {any} l @param {string} noun
 */
function layerName(l, noun) {
  if (l.key === 'none') return `${format.capitalized(noun)} that state no task`;
  return modalityAdjective[l.key] ? `${format.capitalized(modalityAdjective[l.key])} ${noun}` : l.name;
}

/**
 * The layer whose share changed most.
 * @param {Series} s @param {string} noun who is counted, or has what is @param {(l: any, j: number) => number} whole @param {number} n
 */
function shareTitle(s, noun, whole, n) {
  const change = (/** @type {any} */ l) => whole(l, n) - whole(l, 0);
  const l = s.layers[d3.maxIndex(s.layers, (/** @type {any} */ q) => Math.abs(change(q)))];
  const who = layerName(l, noun);
  const [a, b] = [whole(l, 0), whole(l, n)].map((v) => format.roundPercent(v));
  if (n === 0 || a === b) return `${who} hold ${b}`;
  return `${who} ${change(l) > 0 ? 'rose' : 'fell'} from ${a.replace('\u202f%', '')} to ${b}${s.noun === noun ? '' : ` of ${s.noun}`}`;
}

/**
 * A share as prose says it: 0.71 → "seven in ten".
 * @param {number} share
 */
function tenths(share) {
  const k = Math.round(share * 10);
  if (k <= 0) return 'hardly any';
  if (k >= 10) return 'nearly all';
  if (k === 5) return 'half of all';
  return `${format.words(k)} in ten`;
}

/** @param {Series} s @param {Figure} figure @param {State} state */
function subtitleOf(s, figure, state) {
  const what = format.capitalized(s.noun);
  const counted = s.noun === (figure.options.noun || 'models');
  const first = counted ? (s.flow === 'new' ? `${what} created in each ${s.quarters ? 'quarter' : 'month'}` : `${what} on the Hub at the end of each ${s.quarters ? 'quarter' : 'month'}`)
    : s.flow === 'new' ? `${what} today, by the ${s.quarters ? 'quarter' : 'month'} their model was created` : `${what} today of the models created up to each ${s.quarters ? 'quarter' : 'month'}`;
  const by = s.open ? `by task within ${modalityAdjective[s.open] || s.open}` : figure.options.by ? `by ${figure.options.by}` : figure.options.labels ? 'by class' : 'by modality of the stated task';
  return `${first}${s.share ? ', share of the total' : ''}, ${by}.`;
}
