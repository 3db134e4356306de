/** A button that opens a short list of actions; arrows walk it, Escape closes it. */
import { h, toNode } from './dom.js';

/** @param {string} d */
const icon = (d) => h('svg', { viewBox: '0 0 18 18', 'aria-hidden': 'true' }, h('path', { d }));
export const icons = {
  download: icon('M9 2v9M5 7.5 9 11.5l4-4M3 15.5h12'),
  link: icon('M7.5 10.5l3-3M6 8 3.8 10.2a2.8 2.8 0 0 0 4 4L10 12M8 6l2.2-2.2a2.8 2.8 0 0 1 4 4L12 10'),
  full: icon('M2.5 6.5v-4h4M11.5 2.5h4v4M15.5 11.5v4h-4M6.5 15.5h-4v-4'),
};

/**
 * @param {VNode} face @param {string} label @param {[string, () => void][]} actions
 * @returns {HTMLElement}
 */
export function menuButton(face, label, actions) {
  const box = document.createElement('span');
  box.className = 'menu-box';
  const button = toNode(h('button', { class: 'act', type: 'button', 'aria-label': label, 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, face));
  const menu = toNode(h('div', { class: 'menu', role: 'menu', hidden: true }, actions.map(([text, act]) =>
    h('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick: () => { toggle(false); act(); } }, text))));
  const items = () => [...menu.querySelectorAll('button')];
  const toggle = (/** @type {boolean} */ open) => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) items()[0].focus(); else if (box.contains(document.activeElement)) button.focus();
  };
  button.addEventListener('click', () => toggle(menu.hidden));
  box.addEventListener('keydown', (event) => {
    if (menu.hidden) return;
    const at = items().indexOf(document.activeElement);
    if (event.key === 'Escape') toggle(false);
    else if (event.key === 'ArrowDown') items()[(at + 1) % items().length].focus();
    else if (event.key === 'ArrowUp') items()[(at - 1 + items().length) % items().length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener('focusout', (event) => { if (!menu.hidden && !box.contains(/** @type {Node} */ (event.relatedTarget))) toggle(false); });
  box.append(button, menu);
  return box;
}
