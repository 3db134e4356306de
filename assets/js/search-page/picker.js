/** Type a name, choose what is called so: a combobox. */
import { fill, h, toNode } from '../chart/dom.js';

/** @typedef {{ id: string, name: string, note: string }} Found */

/**
 * @param {HTMLElement} box
 * @param {{ label: string, found: string, find: (text: string) => Promise<Found[]>, choose: (id: string) => void }} of
 */
export function pickerIn(box, { label: called, found, find, choose }) {
  const input = toNode(h('input', { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'picked', 'aria-autocomplete': 'list', 'aria-label': called, placeholder: called, autocomplete: 'off', spellcheck: 'false' }));
  const list = toNode(h('ul', { class: 'found', role: 'listbox', id: 'picked', 'aria-label': found, hidden: true }));
  const label = toNode(h('div', { class: 'ctl find-ctl' }));
  label.append(input, list);
  fill(box, h('div', { class: 'add-one' }));
  /** @type {Element} */ (box.firstElementChild).append(label);
  /** @type {Found[]} */
  let hits = [];
  let at = 0;
  const show = () => {
    fill(list, ...hits.map((hit, i) => h('li', { role: 'option', id: `picked-${i}`, 'aria-selected': String(i === at), onmousedown: (/** @type {Event} */ e) => { e.preventDefault(); take(i); } }, h('span', null, hit.name), h('span', { class: 'n' }, hit.note))));
    list.hidden = !hits.length;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    if (hits.length) input.setAttribute('aria-activedescendant', `picked-${at}`); else input.removeAttribute('aria-activedescendant');
  };
  const close = () => { hits = []; show(); };
  const take = (/** @type {number} */ i) => { const hit = hits[i]; if (!hit) return; input.value = ''; close(); choose(hit.id); };
  input.addEventListener('input', async () => {
    const text = input.value.trim();
    at = 0;
    if (!text) { close(); return; }
    try {
      const answer = await find(text);
      if (input.value.trim() === text) { hits = answer; show(); }
    } catch (error) {
      // A later letter took its place, or nothing can be found: the list stays as it is.
    }
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'ArrowDown') at = Math.min(hits.length - 1, at + 1);
    else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
    else if (event.key === 'Enter') { event.preventDefault(); take(at); return; } else if (event.key === 'Escape') { input.value = ''; close(); return; } else return;
    event.preventDefault();
    show();
  });
}
