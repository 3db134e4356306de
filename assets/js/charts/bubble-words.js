/** Title and subtitle of the bubble chart, worded from what is displayed. */
import * as format from '../chart/format.js';
import { modalities, modalityAdjective, modelName, shortened, sizeClasses, taskWords } from '../chart/words.js';

/** @typedef {import('./bubble.js').Series} Series */

/**
 * What passes the filters, as a noun: "vision models by google".
 * @param {State} state @param {Set<string>} shown modalities that are on @param {number} n
 */
function subject(state, shown, n) {
  const one = [...shown];
  const kind = state.task && state.task !== 'none' ? `${taskWords(state.task)} ` : one.length === 1 ? `${modalityAdjective[one[0]]} ` : '';
  const size = sizeClasses.find((c) => c[0] === state.size);
  const of = size ? (size[0] === 'u' ? ' of unknown size' : ` of ${size[1]}`) : '';
  return `${kind}${format.noun(n, 'model')}${state.creator ? ` by ${shortened(String(state.creator), 30)}` : ''}${of}`;
}

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Description} */
export function describe(s, figure, state) {
  return { title: titleOf(s, state), subtitle: subtitleOf(s, state) };
}

/** @param {Series} s @param {State} state */
function titleOf(s, state) {
  const n = s.list.length;
  if (!n) return 'No model passes all of these filters';
  const off = new Set(state.off || []);
  const on = new Set(modalities.filter((m) => !off.has(m) && s.counts.has(m)));
  const filtered = Boolean(state.task || state.creator || state.size || state.license || state.from || state.to || off.size);
  const [first, second] = s.list;
  if (n === 1) return `One ${subject(state, on, 1)}: ${modelName(first.id)}, with ${format.count(first.likes, 'like')}`;
  const of = filtered ? ` of ${format.int(n)} ${subject(state, on, n)}` : ' models';
  if (first.likes >= 1.1 * second.likes && first.likes >= 20) {
    const high = niceBelow(first.likes);
    const fifth = s.list[Math.min(4, n - 1)].likes;
    const low = niceBelow(fifth);
    const passed = s.list.filter((m) => m.likes >= low).length;
    if (low >= 2 && high > second.likes && low < high && passed > 1) return `${format.capitalized(format.words(passed))}${of} passed ${format.int(low)} likes. One passed ${format.int(high)}.`;
  }
  const ties = s.list.filter((m) => m.likes === first.likes).length;
  if (ties > 1) return `${format.capitalized(format.words(ties))}${of} share the lead with ${format.count(first.likes, 'like')}${first.likes === 0 ? '' : ' each'}`;
  return `${modelName(first.id)} leads${of === ' models' ? '' : of.replace(' of', ' the')} with ${format.count(first.likes, 'like')}, ${modelName(second.id)} follows with ${format.int(second.likes)}`;
}

/**
 * The round number just below: 6,413 → 6,000; 11,150 → 11,000.
 * @param {number} v
 */
function niceBelow(v) {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, v)));
  const step = v / unit < 2 ? unit / 10 : unit;
  return Math.max(1, Math.floor(v / Math.max(1, step)) * Math.max(1, step));
}

/** @param {Series} s @param {State} state */
function subtitleOf(s, state) {
  const days = s.list.map((m) => m.likesOn).filter(Boolean).sort();
  const [a, b] = [days[0], days[days.length - 1]];
  const when = !a ? '' : a === b ? ` on ${format.day(a)}` : ` as last seen between ${format.day(a)} and ${format.day(b)}`;
  const dates = state.from || state.to ? ` Published ${state.from ? `from ${format.day(state.from)}` : ''}${state.from && state.to ? ' ' : ''}${state.to ? `to ${format.day(state.to)}` : ''}.` : '';
  return `Models by the day they were published and by likes${when} (log scale). Area is the number of parameters.${dates}`;
}
