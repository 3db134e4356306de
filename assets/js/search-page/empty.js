/** Nothing found: why, and which filter to loosen. */
import { h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { visible } from '../chart/words.js';
import { chipsOf } from './head.js';
import { chipName } from './words.js';

/**
 * @param {SearchAnswer} answer @param {State} state @param {{ drop: (key: string, value: string) => void, clear: () => void }} acts
 */
export function nothing(answer, state, acts) {
  const chips = chipsOf(state, true);
  const q = state.q.trim();
  if (answer.notes.some((n) => n.kind === 'missing' || n.kind === 'damaged' || n.kind === 'offline')) {
    return h('div', { class: 'nothing' }, h('p', null, 'What matches may lie in files that could not be read.'));
  }
  // The engine names those without which there would be something; where it names none, each may be tried.
  const loosen = new Map(answer.notes.filter((n) => n.kind === 'filters' && n.about).map((n) => [n.about, n.count]));
  if (!chips.length) {
    const fewer = q.split(/\s+/).length > 1;
    return h('div', { class: 'nothing' }, h('p', null, `Nothing is called “${shown(q)}”, and nothing means it. ${fewer ? 'Try fewer words.' : 'Try another word: a task, a language, a family of models.'}`));
  }
  const first = loosen.size ? chips.filter(([key]) => loosen.has(key)) : chips;
  const more = (/** @type {string} */ key) => (loosen.get(key) ? h('span', { class: 'n' }, ` ${format.count(/** @type {number} */ (loosen.get(key)), 'model')}`) : null);
  return h('div', { class: 'nothing' },
    h('p', null, q ? `No model passes all the filters and has “${shown(q)}”.` : 'No model passes all of these filters.'),
    h('p', { class: 'loosen' }, 'Do without ', first.map(([key, value]) => h('button', { type: 'button', onclick: () => acts.drop(key, value) }, chipName(key, value, state), more(key))),
      chips.length > 1 && h('button', { type: 'button', onclick: acts.clear }, 'all filters')));
}

/** @param {string} text */
const shown = (text) => visible(text.length > 60 ? `${text.slice(0, 60)}…` : text);
