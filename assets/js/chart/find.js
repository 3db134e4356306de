/** Type a name, see who is meant, fly there: a combobox over the figure's own rows. */
import { h, toNode, fill } from './dom.js';

/**
 * @param {Control} control @param {(text: string) => { id: string, text: string, note: string }[]} find @param {(id: string) => void} fly
 * @returns {HTMLElement}
 */
export function findBox(control, find, fly) {
  const id = `found-${control.key}`;
  const input = toNode(h('input', { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', placeholder: control.placeholder, autocomplete: 'off', spellcheck: 'false', 'data-focus': control.key }));
  const list = toNode(h('ul', { class: 'found', role: 'listbox', id, 'aria-label': control.found || 'Models found', hidden: true }));
  const box = toNode(h('label', { class: 'ctl find-ctl' }, h('span', null, control.label)));
  box.append(input, list);
  /** @type {{ id: string, text: string, note: string }[]} */
  let hits = [];
  let at = 0;
  const show = () => {
    fill(list, ...hits.map((hit, i) => h('li', { role: 'option', id: `${id}-${i}`, 'aria-selected': String(i === at), onmousedown: (/** @type {Event} */ e) => { e.preventDefault(); go(i); } },
      h('span', null, hit.text), h('span', { class: 'n' }, hit.note))));
    const open = hits.length > 0;
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (open) input.setAttribute('aria-activedescendant', `${id}-${at}`); else input.removeAttribute('aria-activedescendant');
  };
  const close = () => { hits = []; show(); };
  const go = (/** @type {number} */ i) => {
    const hit = hits[i];
    if (!hit) return;
    input.value = hit.text;
    close();
    fly(hit.id);
  };
  input.addEventListener('input', () => { hits = input.value.trim() ? find(input.value) : []; at = 0; show(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'ArrowDown') at = Math.min(hits.length - 1, at + 1);
    else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
    else if (event.key === 'Enter') { event.preventDefault(); go(at); return; } else if (event.key === 'Escape') { input.value = ''; close(); return; } else return;
    event.preventDefault();
    show();
  });
  return box;
}
