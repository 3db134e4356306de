/** Words and hairlines: what the reader can turn, at the left; what they can take along, at the right. */
import { h, toNode } from './dom.js';
import { icons, menuButton } from './menu.js';
import { findBox } from './find.js';

/**
 * @param {HTMLElement} bar
 * @param {{ set: (patch: State, quiet?: boolean) => void, reset: () => void, downloads: [string, () => void][], links: [string, () => void][],
 *   full: () => void, find: (text: string) => { id: string, text: string, note: string }[], fly: (id: string) => void, views: boolean }} acts
 */
export function toolbarIn(bar, acts) {
  let shape = '';
  /** @type {(controls: Control[], state: State, changed: boolean) => void} */
  const update = (controls, state, changed) => {
    const now = JSON.stringify(controls.map((c) => [c.type, c.key, c.options, c.text]));
    if (now !== shape) { build(controls); shape = now; }
    sync(bar, controls, state, changed);
  };
  /** @param {Control[]} controls */
  function build(controls) {
    const held = document.activeElement && bar.contains(document.activeElement) ? document.activeElement.getAttribute('data-focus') : null;
    const fold = controls.some((c) => c.type === 'select' || c.type === 'input' || c.type === 'find');
    const open = bar.classList.contains('open');
    bar.replaceChildren();
    if (fold) bar.append(toNode(h('button', { class: 'act fold', type: 'button', 'aria-expanded': String(open), onclick: (/** @type {any} */ e) => e.currentTarget.setAttribute('aria-expanded', String(bar.classList.toggle('open'))) }, 'Filters')));
    for (const c of controls) bar.append(controlNode(c, acts));
    bar.append(endNode(acts));
    const again = held ? bar.querySelector(`[data-focus="${CSS.escape(held)}"]`) : null;
    if (again instanceof HTMLElement) again.focus();
  }
  return { update };
}

/** @param {Control} c @param {any} acts @returns {Node} */
function controlNode(c, acts) {
  const set = (/** @type {any} */ value, /** @type {boolean} */ quiet) => acts.set(c.key === 'dates' ? datesOf(value) : { [c.key]: value }, quiet);
  switch (c.type) {
    case 'seg':
      return toNode(h('span', { class: 'seg', role: 'group', 'aria-label': c.label }, (c.options || []).map(([value, text]) =>
        h('button', { type: 'button', 'data-key': c.key, 'data-value': value, 'data-focus': `${c.key}=${value}`, 'aria-pressed': 'false', onclick: () => set(value, false) }, text))));
    case 'button':
      return toNode(h('button', { class: 'act back', type: 'button', 'data-focus': `to-${c.key}`, onclick: () => acts.set(c.to || {}) }, c.text || c.label));
    case 'select':
      return toNode(h('label', { class: 'ctl' }, h('span', null, c.label), h('select', { 'data-key': c.key, 'data-focus': c.key, onchange: (/** @type {any} */ e) => set(e.target.value, false) },
        (c.options || []).map(([value, text]) => h('option', { value }, text)))));
    case 'find':
      return findBox(c, acts.find, acts.fly);
    default:
      return toNode(h('label', { class: 'ctl' }, h('span', null, c.label),
        h('input', { 'data-key': c.key, 'data-focus': c.key, placeholder: c.placeholder, autocomplete: 'off', spellcheck: 'false', list: c.suggestions ? `list-${c.key}` : null, oninput: (/** @type {any} */ e) => set(e.target.value, true) }),
        c.suggestions ? h('datalist', { id: `list-${c.key}` }, c.suggestions.map((s) => h('option', { value: s }))) : null));
  }
}

/**
 * "2023-01-01..2023-12-31" → from and to.
 * @param {string} range
 */
function datesOf(range) {
  const [from, to] = range.split('..');
  return { from: from || '', to: to || '' };
}

/** @param {any} acts @returns {HTMLElement} */
function endNode(acts) {
  const end = document.createElement('span');
  end.className = 'end';
  // Its place is kept while there is nothing to reset: what stands beside it must not move.
  end.append(toNode(h('button', { class: 'act', type: 'button', 'data-reset': true, 'data-focus': 'reset', disabled: true, onclick: acts.reset }, 'Reset')));
  if (acts.views) {
    end.append(toNode(h('span', { class: 'seg', role: 'group', 'aria-label': 'View' }, [['chart', 'Chart'], ['table', 'Table']].map(([value, text]) =>
      h('button', { type: 'button', 'data-key': 'view', 'data-value': value, 'data-focus': `view=${value}`, 'aria-pressed': 'false', onclick: () => acts.set({ view: value }) }, text)))));
  }
  const tools = document.createElement('span');
  tools.className = 'tools-end';
  tools.append(menuButton(icons.download, 'Download picture or data', acts.downloads), menuButton(icons.link, 'Link to exactly this view, or cite it', acts.links),
    toNode(h('button', { class: 'act', type: 'button', 'aria-label': 'Full screen', onclick: acts.full }, icons.full)));
  end.append(tools);
  return end;
}

/** @param {HTMLElement} bar @param {Control[]} controls @param {State} state @param {boolean} changed */
function sync(bar, controls, state, changed) {
  const shown = new Map(controls.map((c) => [c.key, c.value]));
  bar.querySelectorAll('.seg button').forEach((b) => {
    const key = b.getAttribute('data-key') || '';
    const value = shown.get(key) === undefined ? state[key] : shown.get(key);
    b.setAttribute('aria-pressed', String(value === b.getAttribute('data-value')));
  });
  for (const c of controls) {
    const field = bar.querySelector(`select[data-key="${c.key}"], input[data-key="${c.key}"]`);
    if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement) || c.type === 'find') continue;
    const value = String(c.value !== undefined ? c.value : state[c.key]);
    if (field.value !== value) field.value = value;
  }
  const reset = bar.querySelector('[data-reset]');
  if (reset instanceof HTMLButtonElement) reset.disabled = !changed;
}
