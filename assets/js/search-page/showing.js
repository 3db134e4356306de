/** What the page shows, wholly drawn from its state: head, filters, rows, the chosen model, the map. */
import { announce } from '../chart/announce.js';
import { fill, h, toNode } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { lookOf } from './address.js';
import { nothing } from './empty.js';
import { headOf, saidOf } from './head.js';
import { fullCount, withHeadings } from './parts.js';
import { similarList } from './rail.js';
import { row } from './row.js';

/** @typedef {import('./search.js').SearchPage} SearchPage */

/** So many rows come at once. */
export const atOnce = 20;

export const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

export const isWide = () => matchMedia('(min-width: 1101px)').matches;

/** @param {SearchPage} page @param {SearchNote[]} notes */
export function keepNotes(page, notes) {
  const answer = /** @type {SearchAnswer} */ (page.answer);
  for (const note of notes) if (!answer.notes.some((n) => n.text === note.text)) answer.notes.push(note);
  showNotes(page);
}

/** @param {SearchPage} page @param {Error} error */
export function fail(page, error) {
  if (error.name === 'AbortError') return;
  find('[data-app]').hidden = true;
  find('[data-static]').hidden = false;
  const line = find('[data-says]');
  line.hidden = false;
  line.textContent = `${error.message.replace(/([^.])$/, '$1.')} Below stands what needs no search.`;
  announce(line.textContent);
  document.documentElement.dataset.ready = 'true';
}

/** @param {SearchPage} page */
export function show(page) {
  find('[data-app]').hidden = false;
  find('[data-static]').hidden = true;
  find('[data-lede]').hidden = page.state.q !== '' || page.isFiltered();
  showHead(page);
  showNotes(page);
  showFacets(page);
  showList(page);
  showRail(page);
  showView(page);
  document.documentElement.dataset.ready = 'true';
}

/** @param {SearchPage} page */
export function showHead(page) {
  const box = find('[data-head]');
  const held = box.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-focus') : null;
  fill(box, headOf(page.answer, page.state, {
    sort: (sort) => page.set({ sort }), drop: (key, value) => page.drop(key, value), clear: () => page.clear(), unpin: (id) => page.pin(id),
    isFolded: page.isFolded, fold: () => fold(page), views: page.hasMap, view: (view) => page.set({ view }),
  }));
  const again = held ? box.querySelector(`[data-focus="${CSS.escape(held)}"]`) : null;
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/**
 * On a phone the filters are a sheet over the page.
 * @param {SearchPage} page
 */
export function fold(page) {
  page.isFolded = !page.isFolded;
  const sheet = find('[data-facets]');
  sheet.classList.toggle('on', !page.isFolded);
  showHead(page);
  showFacets(page);
  const next = page.isFolded ? find('[data-focus="fold"]') : sheet.querySelector('summary');
  if (next instanceof HTMLElement) next.focus();
}

/** @param {SearchPage} page */
export function showFacets(page) {
  page.facets.show(page.counts, page.state);
  if (page.isFolded) return;
  const answer = page.answer;
  find('[data-facets]').append(toNode(h('p', { class: 'done' }, h('button', { type: 'button', onclick: () => fold(page) }, answer ? `Show ${format.count(answer.total, 'model')}` : 'Done'))));
}

/** @param {SearchPage} page */
export function showNotes(page) { if (page.answer) fill(find('[data-notes]'), ...saidOf(page.answer, page.state, (patch) => page.set(patch))); }

/** @param {SearchPage} page */
export function showList(page) {
  const { answer } = page;
  if (!answer) return;
  const list = find('[data-list]');
  const held = list.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-open') : null;
  if (page.rail.id && !isWide()) find('[data-app]').append(find('[data-rail]'));
  // Before all was read nobody knows whether more match every word.
  const rows = (answer.isComplete ? withHeadings(answer.hits, page.state.q) : answer.hits).map((part) => (typeof part === 'string' ? h('li', { class: 'part' }, part) : row(part, page.state, acts(page))));
  if (page.related.length) rows.push(h('li', { class: 'part' }, 'Close in meaning'), ...page.related.map((hit) => row(hit, page.state, acts(page))));
  fill(list, ...rows);
  if (!answer.hits.length && answer.isComplete) list.prepend(toNode(h('li', null, nothing(answer, page.state, { drop: (key, value) => page.drop(key, value), clear: () => page.clear() }))));
  showMore(page);
  const again = held ? list.querySelector(`[data-open="${CSS.escape(held)}"]`) : null;
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  markPicked(page);
}

/** @param {SearchPage} page */
export function acts(page) {
  return {
    pick: (/** @type {string} */ id) => pick(page, id), copies: (/** @type {string} */ id, /** @type {HTMLElement} */ box) => copies(page, id, box),
    owner: (/** @type {string} */ owner) => page.set({ owner: [owner] }),
  };
}

/** @param {SearchPage} page */
export function showMore(page) {
  const answer = /** @type {SearchAnswer} */ (page.answer);
  const left = answer.total - fullCount(answer.hits);
  fill(find('[data-more]'), left > 0 && !page.isAllShown ? h('button', { type: 'button', class: 'act', onclick: () => page.more() }, `Show ${format.int(Math.min(atOnce, left))} more`) : null);
}

/** @param {SearchPage} page @param {string} id @param {HTMLElement} box */
export async function copies(page, id, box) {
  const list = toNode(h('div', { class: 'folded' }, 'Looking …'));
  box.append(list);
  try {
    const records = await page.engine.copies(id);
    fill(list, similarItems(records.filter((/** @type {SearchRecord} */ r) => r.id !== id)));
  } catch (error) {
    fill(list, /** @type {Error} */ (error).message);
  }
}

/** @param {SearchPage} page @param {string} id */
export function pick(page, id) {
  if (page.picked === id) return;
  page.picked = id;
  markPicked(page);
  showRail(page);
}

/** @param {SearchPage} page */
export function markPicked(page) {
  for (const li of find('[data-list]').querySelectorAll('li.r')) {
    if (li.getAttribute('data-id') === page.picked) li.setAttribute('aria-current', 'true'); else li.removeAttribute('aria-current');
  }
}

/**
 * The chosen model: beside the results where there is room, else below its own row.
 * @param {SearchPage} page
 */
export function showRail(page) {
  const rail = find('[data-rail]');
  page.isWide = isWide();
  const hits = [...(page.answer ? page.answer.hits : []), ...page.related];
  const asked = page.state.q.trim() !== '' || page.isFiltered();
  if (!hits.some((hit) => hit.id === page.picked)) page.picked = page.isWide && asked && hits.length ? hits[0].id : '';
  const hit = hits.find((other) => other.id === page.picked);
  const home = page.isWide || !hit ? find('[data-app]') : find(`[data-list] [data-id="${CSS.escape(hit.id)}"]`);
  if (rail.parentElement !== home) home.append(rail);
  if (hit) page.rail.model(hit.record); else if (!asked) page.rail.idle(); else page.rail.leave();
  markPicked(page);
}

/**
 * The list, or the map in its place.
 * @param {SearchPage} page
 */
export function showView(page) {
  const isMap = page.state.view === 'map' && page.hasMap;
  find('[data-app]').classList.toggle('is-map', isMap);
  find('[data-map]').hidden = !isMap;
  for (const part of ['[data-list]', '[data-more]']) find(part).hidden = isMap;
  const asked = page.state.q.trim() !== '' || page.isFiltered();
  if (isMap && page.answer) page.map.show(asked ? { ...page.request(), typing: false } : null, asked ? page.answer.hits : [], lookOf(page.state));
}

/**
 * For the ear, when the answer stands.
 * @param {SearchPage} page
 */
export function say(page) {
  if (!page.answer) return;
  const first = page.answer.hits[0];
  announce(`${find('[data-count]').textContent}${first ? `, first ${first.record.name} by ${first.record.owner}` : ''}`);
}

/** @param {SearchRecord[]} records */
const similarItems = (records) => similarList(records.map((record) => ({ doc: record.doc, id: record.id, score: 0, reasons: [], matched: [], copies: 0, record })));
