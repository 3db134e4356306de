/** A community's greatest models as a table that the reader orders. */
import { fill, h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { modelPage } from '../chart/links.js';
import { modalityClass, modelName, taskWords } from '../chart/words.js';

/** Rows before "show all". */
const atFirst = 25;

/** @type {[string, string, string][]} */
const columns = [['id', 'Model', 'text'], ['task', 'Task', 'text'], ['license', 'License', 'text'], ['parameters', 'Parameters', 'parameters'], ['created', 'Published', 'day'], ['downloads', 'Downloads, 30 days', 'count'], ['likes', 'Likes', 'count']];
const texts = new Set(['id', 'task', 'license']);

/** @param {HTMLElement} box @param {any} r */
export function modelsIn(box, r) {
  const state = { key: r.mostDownloaded.length ? 'downloads' : 'likes', down: true, all: false };
  const draw = () => {
    const order = ordered(r.models, state.key, state.down);
    const shown = state.all ? order : order.slice(0, atFirst);
    fill(box, h('h2', { id: 'its-models' }, 'Its models'), h('p', { class: 'fig-sub' }, saying(r)),
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Its models' }, h('table', null,
        h('thead', null, h('tr', null, columns.map(([key, label, kind]) => h('th', { scope: 'col', class: texts.has(key) ? null : kind === 'day' ? null : 'n', 'aria-sort': state.key === key ? (state.down ? 'descending' : 'ascending') : null },
          h('button', { type: 'button', class: 'sort', 'data-sort': key, onclick: () => { state.down = state.key === key ? !state.down : !texts.has(key); state.key = key; draw(); focus(box, key); } }, label))))),
        h('tbody', null, shown.map((i) => row(r.models, i))))),
      shown.length < order.length ? h('button', { type: 'button', class: 'act', onclick: () => { state.all = true; draw(); } }, `Show all ${format.int(order.length)}`) : null);
  };
  draw();
}

/** @param {HTMLElement} box @param {string} key */
function focus(box, key) {
  const again = box.querySelector(`[data-sort="${key}"]`);
  if (again instanceof HTMLElement) again.focus();
}

/** @param {any} r */
function saying(r) {
  const n = r.models.id.length;
  if (n === r.sums.models) return n === 1 ? 'The only one.' : 'All of them.';
  return `${format.int(n)} of ${format.int(r.sums.models)}: the most downloaded and the most liked.`;
}

/** @param {any} models @param {string} key @param {boolean} down */
function ordered(models, key, down) {
  const values = models[key];
  const sign = down ? -1 : 1;
  return models.id.map((/** @type {string} */ _, /** @type {number} */ i) => i).sort((/** @type {number} */ a, /** @type {number} */ b) => {
    const [u, v] = [values[a], values[b]];
    // What is unknown comes last in either direction.
    if (u === null || v === null) return u === v ? a - b : u === null ? 1 : -1;
    return sign * (u < v ? -1 : u > v ? 1 : 0) || a - b;
  });
}

/** @param {any} m @param {number} i */
function row(m, i) {
  const cell = (/** @type {string} */ key, /** @type {string} */ kind) => (m[key][i] === null
    ? h('td', { class: kind === 'day' ? 'unknown' : 'n unknown' }, 'unknown') : h('td', { class: kind === 'day' ? null : 'n' }, format.cell(m[key][i], kind)));
  return h('tr', null,
    h('td', null, h('i', { class: `sw ${modalityClass(m.modality[i])}`, 'aria-hidden': 'true' }), '\u00a0', h('a', { href: modelPage(m.id[i]) }, modelName(m.id[i]))),
    h('td', { class: m.task[i] ? null : 'unknown' }, m.task[i] ? taskWords(m.task[i]) : 'none stated'), h('td', { class: m.license[i] ? null : 'unknown' }, m.license[i] || 'unknown'),
    ...columns.slice(3).map(([key, , kind]) => cell(key, kind)));
}
