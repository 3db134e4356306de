/** Above the map its few tools, below it the key of colours, which is a filter. */
import * as format from '../chart/format.js';
import { fill, h } from '../chart/dom.js';
import { legendNode } from '../chart/legend.js';
import { modalityClass, modalityName } from '../chart/words.js';
import { modalityOrder } from './map-format.js';

/** @param {HTMLElement} box @param {boolean} isLasso @param {{ lasso(): void, zoom(factor: number): void, whole(): void, full(): void }} acts */
export function drawBar(box, isLasso, acts) {
  const act = (/** @type {string} */ text, /** @type {string} */ name, /** @type {() => void} */ run, /** @type {any} */ more = {}) =>
    h('button', { type: 'button', class: 'act', 'aria-label': name, title: name, onclick: run, ...more }, text);
  const held = box.contains(document.activeElement) ? [...box.children].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
  fill(box,
    act('lasso', 'Lasso: draw around models to list them', acts.lasso, { 'aria-pressed': String(isLasso) }),
    act('+', 'Zoom in', () => acts.zoom(2)), act('\u2212', 'Zoom out', () => acts.zoom(0.5)), act('all', 'Show all of the map', acts.whole),
    document.fullscreenEnabled ? act('full screen', 'Full screen', acts.full) : null);
  const again = box.children[held];
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** @param {number[]} totals by modality @param {boolean[]} shown @returns {Chip[]} */
export const chipsOf = (totals, shown) => modalityOrder.map((code, m) => ({
  key: code, name: modalityName[code], cls: modalityClass(code), count: format.compact(totals[m]), on: shown[m],
})).filter((_, m) => totals[m] > 0);

/** @param {HTMLElement} box @param {Chip[]} chips @param {(code: string) => void} toggle */
export function drawKey(box, chips, toggle) {
  const held = box.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-key') : null;
  fill(box, legendNode(chips, toggle));
  const again = held && box.querySelector(`[data-key="${held}"]`);
  if (again instanceof HTMLElement) again.focus();
}
