/** Beside the results: the chosen model, its memory, its like; with no query what was asked before and what rises. */
import { fill, h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { modelURL } from '../chart/words.js';
import { communityPage, comparePage, modelPage, mostPins, searchURL } from './address.js';
import { memoryBars } from './drawings.js';
import { formula, memoryGB, needs, noEstimate } from './memory.js';
import { forget, recent } from './recent.js';

/**
 * @param {HTMLElement} box
 * @param {{ similar: (id: string) => Promise<SimilarAnswer>, pin: (id: string) => void, state: () => State, redraw: () => void }} acts
 */
export function railIn(box, acts) {
  let shown = '';
  /** @param {SearchRecord} record */
  function model(record) {
    const state = acts.state();
    const isNew = shown !== record.id;
    const similar = isNew ? h('div', { 'data-similar': true }, h('p', null, 'Looking for its like …')) : null;
    const kept = isNew ? null : box.querySelector('[data-similar]');
    shown = record.id;
    fill(box, h('h2', null, record.name), h('p', { class: 'who' }, record.owner && h('a', { href: communityPage(record.owner) }, record.owner), record.owner && ' · ', record.created ? format.day(record.created) : 'day unknown'),
      h('ul', { class: 'ways' },
        h('li', null, h('a', { href: modelPage(record.id) }, 'All that is known of it')),
        h('li', null, h('a', { href: modelURL(record.id), rel: 'noopener noreferrer' }, 'On huggingface.co')),
        h('li', null, pinButton(record.id, state))),
      h('h3', null, 'Memory it needs'), ...memory(record, state),
      h('h3', null, 'Similar'), similar || h('div', { 'data-similar': true }));
    const place = /** @type {HTMLElement} */ (box.querySelector('[data-similar]'));
    if (kept) place.replaceWith(kept); else load(record.id, place);
  }
  /** @param {string} id @param {State} state */
  function pinButton(id, state) {
    const on = state.pins.includes(id);
    const full = !on && state.pins.length >= mostPins;
    return h('button', { type: 'button', 'aria-pressed': String(on), disabled: full, onclick: () => acts.pin(id) }, on ? 'Compared: take it out' : full ? 'Six are compared already' : 'Compare it');
  }
  /** @param {string} id @param {HTMLElement} place */
  async function load(id, place) {
    try {
      const { hits, notes } = await acts.similar(id);
      if (shown === id) fill(place, similarList(hits), ...notes.map((n) => h('p', null, n.text)));
    } catch (error) {
      if (shown === id) fill(place, h('p', null, /** @type {Error} */ (error).message));
    }
  }
  /** With nothing asked and nothing chosen. */
  function idle() {
    shown = '';
    const list = recent();
    const rising = document.querySelector('#rising-list');
    fill(box,
      list.length ? h('h2', { class: 'h3' }, 'Asked before') : null,
      list.length ? h('ul', { class: 'recent' }, list.map((q) => h('li', null, h('a', { href: searchURL({ q }) }, q))),
        h('li', null, h('button', { type: 'button', onclick: () => { forget(); acts.redraw(); } }, 'Forget them'))) : null,
      rising ? h('div', { 'data-rising': true }) : null);
    const place = box.querySelector('[data-rising]');
    if (place && rising) place.replaceWith(risingFrom(rising));
  }
  return { model, idle, get id() { return shown; }, leave: () => { shown = ''; fill(box); } };
}

/** @param {SearchRecord} record @param {State} state */
export function memory(record, state) {
  const list = needs(record);
  if (!list.length) return [h('p', null, noEstimate(record))];
  const gb = memoryGB(state.fits);
  return [memoryBars(list, Number(state.at), gb && gb * 1e9), h('p', null, formula(record))];
}

/** @param {SearchHit[]} hits */
export function similarList(hits) {
  if (!hits.length) return h('p', null, 'Nothing is known to be like it.');
  return h('ol', null, hits.map((hit) => h('li', null, h('a', { href: modelPage(hit.id) }, hit.record.name),
    h('small', null, [hit.record.owner, hit.record.parameters ? format.compact(hit.record.parameters) : 'size unknown', standsFor(hit)].filter(Boolean).join(' · ')))));
}

/**
 * What a hit stands for beside itself: by meaning all that are much like it, its copies among them.
 * @param {SearchHit} hit
 */
function standsFor({ alike, copies }) {
  if (alike !== undefined) return alike ? `and ${format.count(alike, 'model')} much alike` : '';
  return copies ? format.count(copies, 'copy', 'copies') : '';
}

/**
 * The list of rising models that stands in the page for readers without script, as it fits here.
 * @param {Element} section
 */
function risingFrom(section) {
  const copy = /** @type {Element} */ (section.cloneNode(true));
  copy.querySelectorAll('[id]').forEach((e) => e.removeAttribute('id'));
  copy.removeAttribute('id');
  copy.removeAttribute('aria-labelledby');
  return copy;
}

/** @param {string[]} pins @param {(id: string) => void} unpin */
export function pinsLine(pins, unpin) {
  if (!pins.length) return null;
  return h('div', { class: 'pins' }, h('span', null, 'Compared'),
    pins.map((id) => h('span', { class: 'pin' }, h('a', { href: modelPage(id) }, id.slice(id.indexOf('/') + 1)), h('button', { type: 'button', 'aria-label': `Take ${id} out of the comparison`, onclick: () => unpin(id) }, '×'))),
    pins.length > 1 && h('a', { class: 'act', href: comparePage(pins) }, `Compare the ${format.words(pins.length)}\u00a0→`));
}
