/** Beside the map, in words: what is seen, lit or caught by the lasso, and the most popular of it as a list. Text only. */
import * as format from '../chart/format.js';
import { h } from '../chart/dom.js';
import { modalityClass, modalityName, taskWords } from '../chart/words.js';
import { modalityOrder } from './map-format.js';

/**
 * @param {{ models: number, placed: number, head: number }} root
 * @returns {VNode}
 */
export function aboutMap({ models, placed, head }) {
  const without = models - placed;
  const dots = head < models ? ` A dot is a model: of the ${format.int(head)} most popular at first, of all where you come nearer; the wash behind counts them all.` : ' A dot is a model.';
  const rest = without > 0 ? ` ${format.capitalized(format.count(without, 'model'))} ${without === 1 ? 'says' : 'say'} too little to lie anywhere.` : '';
  return h('p', { class: 'map-about' }, `What lies near is alike in name, task and tags; directions and distances from afar mean nothing.${dots}${rest}`);
}

/**
 * One row of a list of models.
 * @param {SearchRecord} record @param {(id: string) => void} pick @param {(id: string) => string} href
 */
function modelRow(record, pick, href) {
  const modality = record.modality || 'none';
  const facts = [record.owner, record.task ? taskWords(record.task) : null].filter(Boolean).join(' · ');
  return h('li', { onmouseenter: () => pick(record.id), onfocusin: () => pick(record.id) },
    h('a', { href: href(record.id) }, record.name),
    h('span', { class: 'who' }, h('i', { class: `sw ${modalityClass(modality)}` }), facts),
    h('span', { class: 'n' }, [record.downloads === null ? '' : `${format.compact(record.downloads)} downloads`, typeof record.likes === 'number' ? format.count(record.likes, 'like') : ''].filter(Boolean).join(' · ')));
}

/**
 * @param {{ title: string, counts?: number[], isEstimate?: boolean, records: (SearchRecord | null)[], more: number, trouble?: string, chosen?: SearchRecord | null }} list
 * @param {{ pick: (id: string) => void, href: (id: string) => string, clear?: (() => void) | null }} acts
 * @returns {VNode[]}
 */
export function listOf({ title, counts, isEstimate, records, more, trouble, chosen }, acts) {
  const known = /** @type {SearchRecord[]} */ (records.filter(Boolean));
  return [
    chosen ? h('div', { class: 'map-chosen' }, h('h2', null, 'Chosen'), h('ol', { class: 'map-list' }, modelRow(chosen, () => {}, acts.href))) : h('span', { hidden: true }),
    h('h2', null, title, acts.clear ? h('button', { type: 'button', class: 'clear', onclick: acts.clear }, 'clear') : null),
    counts ? shares(counts, Boolean(isEstimate)) : h('span', { hidden: true }),
    h('ol', { class: 'map-list' }, known.map((r) => modelRow(r, acts.pick, acts.href))),
    more > 0 ? h('p', { class: 'scope' }, `and ${isEstimate ? `about ${format.compact(more)}` : format.int(more)} more, less popular`) : h('span', { hidden: true }),
    trouble ? h('p', { class: 'figure-says' }, trouble) : h('span', { hidden: true }),
  ];
}

/** @param {number[]} counts by modality @param {boolean} isEstimate */
function shares(counts, isEstimate) {
  const parts = counts.map((n, m) => ({ n, code: modalityOrder[m] })).filter((p) => p.n > 0).sort((a, b) => b.n - a.n);
  return h('ul', { class: 'key map-shares', 'aria-label': 'By modality' }, parts.map(({ n, code }) => h('li', { class: modalityClass(code) },
    h('i'), h('span', null, modalityName[code]), h('span', { class: 'n' }, isEstimate ? `≈ ${format.compact(n)}` : format.int(n)))));
}

/**
 * The hover card's words.
 * @param {SearchRecord} r
 */
export function cardWords(r) {
  /** @type {[string, string][]} */
  const rows = [['task', r.task ? taskWords(r.task) : 'not stated'], ['downloads, 30 days', format.compact(r.downloads)], ['likes', format.compact(r.likes)]];
  if (r.parameters) rows.push(['parameters', format.compact(r.parameters)]);
  if (r.license) rows.push(['license', r.license]);
  return { title: r.name, swatch: modalityClass(r.modality || 'none'), who: r.owner, rows, hint: r.copies > 1 ? `and ${format.count(r.copies - 1, 'copy', 'copies')} · a click keeps it below` : 'a click keeps it below' };
}
