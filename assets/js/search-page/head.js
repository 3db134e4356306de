/** Above the results: how many, sorted how, which filters are set, what was corrected, what went wrong. */
import { h } from '../chart/dom.js';
import { filterKeys } from './address.js';
import { choices } from './memory.js';
import { pinsLine } from './rail.js';
import { chipName, countWords, sorts } from './words.js';

/**
 * @param {SearchAnswer | null} answer @param {State} state
 * @param {{ sort: (value: string) => void, drop: (key: string, value: string) => void, clear: () => void, fold: () => void, isFolded: boolean, unpin: (id: string) => void, views: boolean, view: (v: string) => void }} acts
 */
export function headOf(answer, state, acts) {
  const chips = chipsOf(state);
  return h('div', null,
    h('div', { class: 'rhead' },
      h('p', { 'data-count': true }, ...counted(answer, state)),
      h('button', { class: 'act ffold', type: 'button', 'aria-expanded': String(!acts.isFolded), 'aria-controls': 'filters', 'data-focus': 'fold', onclick: acts.fold }, chips.length ? `Filters, ${chips.length}` : 'Filters'),
      acts.views && h('span', { class: 'seg', role: 'group', 'aria-label': 'View' }, [['list', 'List'], ['map', 'Map']].map(([v, text]) =>
        h('button', { type: 'button', 'data-focus': `view=${v}`, 'aria-pressed': String(state.view === v), onclick: () => acts.view(v) }, text))),
      !(acts.views && state.view === 'map') && h('label', { class: 'ctl' }, h('span', null, 'Sort'), h('select', { 'data-focus': 'sort', onchange: (/** @type {any} */ e) => acts.sort(e.target.value) },
        sorts.map(([value, text]) => h('option', { value, selected: value === state.sort }, value === 'best' && !state.q.trim() ? 'most downloaded' : text))))),
    chips.length ? h('ul', { class: 'chips', 'aria-label': 'Filters that are set' }, chips.map(([key, value]) => h('li', null,
      h('button', { type: 'button', 'data-focus': `chip-${key}-${value}`, 'aria-label': `Drop the filter ${chipName(key, value, state)}`, onclick: () => acts.drop(key, value) }, chipName(key, value, state), h('span', { 'aria-hidden': 'true' }, '\u2009×')))),
      chips.length > 1 && h('li', null, h('button', { type: 'button', 'data-focus': 'clear', class: 'clear', onclick: acts.clear }, 'drop all'))) : null,
    pinsLine(state.pins, acts.unpin));
}

/**
 * What the chooser of hardware shows needs no chip.
 * @param {State} state
 */
const isChoice = (state) => state.device !== '' || choices.some((gb) => state.fits === `${gb}GB`);

/** @param {State} state @param {boolean} [all] with what the chooser shows @returns {[string, string][]} */
export function chipsOf(state, all = false) {
  return filterKeys.filter((key) => all || !(key === 'fits' && isChoice(state))).flatMap((key) => (Array.isArray(state[key]) ? state[key] : state[key] ? [state[key]] : []).map((/** @type {string} */ v) => /** @type {[string, string]} */ ([key, v])));
}

/** @param {SearchAnswer | null} answer @param {State} state */
function counted(answer, state) {
  if (!answer) return ['Looking …'];
  const [before, number, after] = countWords(answer, state);
  return [before, h('b', null, number), after];
}

/**
 * A word that is known may still be meant for a more frequent one: both are looked for, and the reader can say which.
 * @param {SearchAnswer} answer @param {State} state @param {(patch: State) => void} set @returns {VNode[]}
 */
function spelled(answer, state, set) {
  const q = h('i', null, state.q.trim());
  if (state.exact) return [h('p', { class: 'meant' }, 'Only what is spelled ', q, '. ', h('button', { type: 'button', onclick: () => set({ exact: '' }) }, 'Also what is spelled nearly so'))];
  if (!answer.hits.some((hit) => hit.reasons.includes('spelling'))) return [];
  return [h('p', { class: 'meant' }, 'With what is spelled nearly so. ', h('button', { type: 'button', onclick: () => set({ exact: '1' }) }, 'Search for ', q, ' only'))];
}

/**
 * What was looked for besides the words as typed: "Results for …" where nothing first has the typed word, else "Also searched
 * for …".
 * @param {SearchAnswer['corrections']} corrections @param {State} state @param {(patch: State) => void} set
 */
function meant(corrections, state, set) {
  /** @type {Map<string, string>} */
  const instead = new Map();
  for (const c of corrections) if (!c.also && !instead.has(c.from)) instead.set(c.from, c.to);
  const also = corrections.filter((c) => instead.get(c.from) !== c.to).map((c) => c.to);
  const typed = state.q.trim();
  const text = typed.split(/\s+/).map((/** @type {string} */ w) => instead.get(w.toLowerCase()) || w).join(' ');
  return h('p', { class: 'meant' },
    ...(instead.size ? ['Results for ', h('b', null, text), '. '] : []),
    ...(also.length ? ['Also searched for ', ...also.flatMap((w, i) => [i ? (i + 1 === also.length ? ' and ' : ', ') : '', h('b', null, w)]), '. '] : []),
    h('button', { type: 'button', onclick: () => set({ exact: '1' }) }, instead.size ? 'Search for ' : 'Search only for ', h('i', null, typed), instead.size ? ' instead' : ''));
}

/** @param {SearchAnswer} answer @param {State} state @param {(patch: State) => void} set */
export function saidOf(answer, state, set) {
  const out = [];
  if (answer.corrections.length) out.push(meant(answer.corrections, state, set));
  else if (state.q.trim()) out.push(...spelled(answer, state, set));
  for (const note of answer.notes.filter((n) => n.kind !== 'filters')) out.push(h('p', { class: 'figure-says' }, note.text));
  return out;
}
