/** One model as a row of results. */
import { h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { modalityClass, taskWords } from '../chart/words.js';
import { modelPage } from './address.js';
import { history, lock, ruler } from './drawings.js';
import { pieces } from './marks.js';
import { memoryGB, needed } from './memory.js';
import { reasonWords } from './words.js';

/** @param {string} text @param {string[]} words */
export const marked = (text, words) => pieces(text, words).map(([piece, on]) => (on ? h('mark', null, piece) : piece));

/**
 * Whether its license lets one do almost anything; a model on request is behind a lock, whatever its license.
 * @param {SearchRecord} r
 */
export const isOpen = (r) => !r.gated && (r.licenseClass === 'permissive' || r.licenseClass === 'copyleft');

/**
 * @param {SearchHit} hit @param {State} state
 * @param {{ pick: (id: string) => void, copies: (id: string, box: HTMLElement) => void, owner: (owner: string) => void }} acts
 */
export function row(hit, state, acts) {
  const r = hit.record;
  return h('li', { class: 'r', 'data-id': r.id, onclick: (/** @type {MouseEvent} */ e) => { if (!(/** @type {Element} */ (e.target)).closest('a, button')) acts.pick(r.id); } },
    h('div', { class: 't' },
      h('h2', null, h('a', { href: modelPage(r.id), 'data-open': r.id, onfocus: () => acts.pick(r.id) }, marked(r.name, hit.matched))),
      byLine(r, hit.matched, acts.owner),
      state.q.trim() && why(hit),
      hit.copies > 0 && h('div', { class: 'copies' }, copiesButton(hit, acts.copies)),
      othersAlike(hit)),
    sizeCell(r, state),
    h('div', { class: 'm' }, h('b', null, format.compact(r.downloads)), h('span', null, 'downloads'), h('span', null, '30 days')),
    likesCell(r));
}

/** @param {SearchRecord} r @param {string[]} words @param {((owner: string) => void) | null} byOwner */
export function byLine(r, words, byOwner) {
  return h('div', { class: 'by' },
    h('i', { class: `sw ${modalityClass(r.modality || 'none')}`, 'aria-hidden': 'true' }),
    byOwner && r.owner ? h('button', { type: 'button', class: 'owner', title: `Only models by ${r.owner}`, onclick: () => byOwner(r.owner) }, marked(r.owner, words)) : r.owner && h('span', null, r.owner),
    h('span', null, r.task ? taskWords(r.task) : 'no task stated'),
    h('span', { class: 'open' }, lock(isOpen(r)), h('span', null, r.license || 'license unknown'), r.gated && h('span', null, ', on request')));
}

/** @param {SearchHit} hit */
function why(hit) {
  const text = reasonWords(hit.reasons);
  return text ? h('div', { class: 'why' }, text) : null;
}

/**
 * Of a hit by meaning: those of its group that are no copies.
 * @param {SearchHit} hit
 */
function othersAlike({ alike = 0, copies }) {
  return alike > copies && h('div', { class: 'why' }, `and ${format.count(alike - copies, 'model')} much alike under other names`);
}

/** @param {SearchHit} hit @param {(id: string, box: HTMLElement) => void} open */
function copiesButton(hit, open) {
  return h('button', {
    type: 'button', 'aria-expanded': 'false',
    onclick: (/** @type {any} */ e) => {
      const button = e.currentTarget;
      const isOpen = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(isOpen));
      const old = button.parentElement.querySelector('.folded');
      if (old) old.remove(); else open(hit.id, button.parentElement);
    },
  }, `and ${format.int(hit.copies)} ${format.noun(hit.copies, 'copy', 'copies')}`);
}

/** @param {SearchRecord} r @param {State} state */
function sizeCell(r, state) {
  const bits = Number(state.at);
  const need = needed(r, bits);
  return h('div', { class: 'm' }, h('b', null, format.compact(r.parameters)), ruler(r, memoryGB(state.fits), bits),
    h('span', null, need === null ? (r.parameters ? 'an adapter' : 'no estimate') : `≈\u00a0${format.bytes(need)}`));
}

/** @param {SearchRecord} r */
function likesCell(r) {
  const counted = (r.observations || []).map((o) => ({ day: o.day, value: o.likes }));
  return h('div', { class: 'm' }, h('b', null, format.int(r.likes)), history(counted), h('span', null, r.likes === 1 ? 'like' : 'likes'));
}
