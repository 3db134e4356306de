/** One model: what is known and from where, what it runs on, its copies, its family, its like. */
import { fill, h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { modelName, modelURL, visible } from '../chart/words.js';
import { devices } from '../search/devices.js';
import { tokensPerSecond } from '../search/hardware.js';
import { communityPage, comparePage, idsOf, modelPage, searchURL } from './address.js';
import { groups, nameOf } from './chooser.js';
import { bigHistory, memoryBars } from './drawings.js';
import { factsOf, sentenceOf } from './facts.js';
import { bitChoices, formula, needed, needs, noEstimate } from './memory.js';
import { similarList } from './rail.js';
import { byLine } from './row.js';
import { valueName } from './words.js';

const fewPieces = 24;

/** @param {HTMLElement} head @param {any} engine */
export function startModel(head, engine) {
  const body = document.createElement('div');
  body.className = 'wrap';
  head.after(body);
  const site = document.title.replace(/^.* · /, '');
  const read = () => show(head, body, engine, idsOf(location.hash)[0] || '', site);
  addEventListener('hashchange', read);
  read();
}

/** @param {HTMLElement} head @param {HTMLElement} body @param {any} engine @param {string} id @param {string} site */
async function show(head, body, engine, id, site) {
  try {
    const record = id ? await engine.record(id) : null;
    if ((idsOf(location.hash)[0] || '') !== id) return;
    document.title = `${record ? modelName(record.id) : 'No such model'} · ${site}`;
    if (record) await full(head, body, engine, record); else await unknownModel(head, body, engine, id);
  } catch (error) {
    if (/** @type {Error} */ (error).name !== 'AbortError') fill(head, h('p', { class: 'plate-no' }, 'One model'), h('h1', null, id ? visible(modelName(id).slice(0, 100)) : 'Which model?'), h('p', { class: 'lede' }, /** @type {Error} */ (error).message));
  }
  document.documentElement.dataset.ready = 'true';
}

/** @param {HTMLElement} head @param {HTMLElement} body @param {any} engine @param {SearchRecord} record */
async function full(head, body, engine, record) {
  fill(head, h('p', { class: 'plate-no' }, 'One model'), h('h1', null, record.name), h('p', { class: 'lede' }, sentenceOf(record)), byLine(record, [], null),
    h('p', { class: 'contents' }, h('a', { href: modelURL(record.id), rel: 'noopener noreferrer' }, 'On huggingface.co'), record.owner && h('a', { href: communityPage(record.owner) }, `Who is ${record.owner}?`), record.owner && h('a', { href: searchURL({ owner: [record.owner] }) }, `All by ${record.owner}`),
      h('a', { href: comparePage([record.id]) }, 'Compare it with others'), record.task && h('a', { href: searchURL({ task: [record.task] }) }, 'Others for this task')));
  const grid = h('div', { class: 'model-grid' },
    h('div', null, factsOf(record).map(group), historyGroup(record), fitGroup(record)),
    h('aside', { class: 'rail', 'aria-label': 'Memory, family, similar models' },
      h('h3', null, 'Memory it needs'), ...memoryPart(record), familyPart(record),
      record.copies > 1 && h('div', { 'data-copies': true }), h('h3', null, 'Similar'), h('div', { 'data-similar': true }, h('p', null, 'Looking for its like …'))));
  fill(body, grid);
  await Promise.all([similar(body, engine, record), copies(body, engine, record)]);
}

/** @param {import('./facts.js').FactGroup} g */
function group(g) {
  return h('section', { class: 'fact-group' }, h('h2', null, g.title), h('dl', { class: 'facts' }, g.facts.flatMap((fact) => {
    const rest = fact.pieces.length - fewPieces;
    return [h('dt', null, fact.name), fact.pieces.length
      ? h('dd', null, ...listed(fact.pieces.slice(0, fewPieces)), rest > 0 && h('details', { class: 'more' }, h('summary', null, `and ${format.int(rest)} more`), ...listed(fact.pieces.slice(fewPieces))), h('small', null, fact.from))
      : h('dd', { class: 'unknown' }, 'unknown')];
  })));
}

/** @param {import('./facts.js').Piece[]} pieces */
const listed = (pieces) => pieces.flatMap((p, i) => [i ? ', ' : '', p.href ? h('a', { href: p.href, rel: 'noopener noreferrer' }, p.text) : p.text]);

/** @param {SearchRecord} record */
function historyGroup(record) {
  const counted = record.observations || [];
  const width = window.innerWidth < 720 ? 358 : 560;
  const likes = bigHistory(counted.map((o) => ({ day: o.day, value: o.likes })), width);
  const downloads = bigHistory(counted.map((o) => ({ day: o.day, value: o.downloads })), width);
  if (!likes && !downloads) return null;
  return h('section', { class: 'fact-group' }, h('h2', null, 'As it was counted'),
    likes && h('div', { class: 'big-history' }, h('p', { class: 'fig-sub' }, 'Likes'), likes), downloads && h('div', { class: 'big-history' }, h('p', { class: 'fig-sub' }, 'Downloads of 30 days'), downloads),
    h('div', { class: 'scroll' }, h('table', null, h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Day'), h('th', { scope: 'col', class: 'n' }, 'Likes'), h('th', { scope: 'col', class: 'n' }, 'Downloads, 30 days'))),
      h('tbody', null, counted.map((o) => h('tr', null, h('td', null, format.day(o.day)), h('td', { class: 'n' }, format.int(o.likes)), h('td', { class: 'n' }, format.int(o.downloads))))))));
}

/**
 * What it runs on: every device of the table.
 * @param {SearchRecord} record
 */
function fitGroup(record) {
  if (needed(record, 16) === null) return null;
  const cell = (/** @type {import('../search/hardware.js').Device} */ d, /** @type {number} */ bits) => {
    if (/** @type {number} */ (needed(record, bits)) > d.usableGB * 1e9) return h('td', { class: 'n no' }, 'too large');
    const speed = tokensPerSecond(record, d, bits);
    return h('td', { class: 'n yes' }, speed === null ? 'fits' : `≤\u00a0${format.int(speed)}\u00a0tokens/s`);
  };
  return h('section', { class: 'fact-group fits' }, h('h2', null, 'What it runs on'),
    h('ul', { class: 'sums' }, bitChoices.map((bits) => h('li', null, h('b', null, `${bits} bit`), ` ${fitWords(record, bits)}`))),
    h('p', { class: 'src' }, `${formula(record)} Tokens a second are at most what the bandwidth of the memory lets through.`),
    h('details', { class: 'data-table' }, h('summary', null, 'Computer by computer'), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'What it runs on' }, h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Computer'), bitChoices.map((b) => h('th', { scope: 'col', class: 'n' }, `${b} bit, ≈\u00a0${format.bytes(needed(record, b))}`)))),
      h('tbody', null, groups().flatMap(([, list]) => list.map((d) => h('tr', null, h('td', null, nameOf(d)), bitChoices.map((b) => cell(d, b))))))))));
}

/**
 * How many computers of the table hold it, and the least that does.
 * @param {SearchRecord} record @param {number} bits
 */
function fitWords(record, bits) {
  const bytes = /** @type {number} */ (needed(record, bits));
  const fit = devices.filter((d) => d.usableGB * 1e9 >= bytes);
  const needs = `needs ≈\u00a0${format.bytes(bytes)}:`;
  if (!fit.length) return `${needs} no single computer of our table holds it.`;
  if (fit.length === devices.length) return `${needs} each of the ${format.int(devices.length)} computers of our table holds it.`;
  const least = groups().flatMap(([, list]) => list.filter((d) => fit.includes(d)).sort((a, b) => a.usableGB - b.usableGB).slice(0, 1));
  return `${needs} ${format.int(fit.length)} of the ${format.int(devices.length)} computers of our table hold it, the smallest of them ${format.list(least.map((d) => `${d.name} (${d.memoryGB}\u00a0GB)`))}.`;
}

/** @param {SearchRecord} record */
function memoryPart(record) {
  const list = needs(record);
  return list.length ? [memoryBars(list, 16, null), h('p', null, formula(record))] : [h('p', null, noEstimate(record))];
}

/** @param {SearchRecord} record */
function familyPart(record) {
  const bases = (record.details && record.details.bases) || [];
  if (!bases.length) return null;
  return h('div', null, h('h3', null, 'Built on'), h('ol', null, bases.map((/** @type {{ id: string, relation: string }} */ b) =>
    h('li', null, h('a', { href: modelPage(b.id) }, modelName(b.id)), h('small', null, `${b.id.includes('/') ? `${b.id.split('/')[0]} · ` : ''}${valueName('kind', b.relation)}`)))));
}

/** @param {HTMLElement} body @param {any} engine @param {SearchRecord} record */
async function similar(body, engine, record) {
  const box = /** @type {HTMLElement} */ (body.querySelector('[data-similar]'));
  try {
    const { hits, notes } = await engine.similar(record.id, { top: 10 });
    fill(box, similarList(hits), ...notes.map((/** @type {SearchNote} */ n) => h('p', null, n.text)));
  } catch (error) { fill(box, h('p', null, /** @type {Error} */ (error).message)); }
}

/** @param {HTMLElement} body @param {any} engine @param {SearchRecord} record */
async function copies(body, engine, record) {
  const box = body.querySelector('[data-copies]');
  if (!box) return;
  try {
    const list = (await engine.copies(record.id)).filter((/** @type {SearchRecord} */ r) => r.id !== record.id);
    if (list.length) fill(box, h('h3', null, `${format.capitalized(format.words(list.length))} ${format.noun(list.length, 'copy', 'copies')}`), similarList(list.slice(0, 12).map((/** @type {SearchRecord} */ r) => ({ doc: r.doc, id: r.id, score: 0, reasons: [], matched: [], copies: 0, record: r }))));
  } catch (error) { fill(box, h('p', null, /** @type {Error} */ (error).message)); }
}

/**
 * No such model: what is called nearly so.
 * @param {HTMLElement} head @param {HTMLElement} body @param {any} engine @param {string} id
 */
async function unknownModel(head, body, engine, id) {
  const answer = await engine.search({ query: id.replace('/', ' '), top: 8, typing: false });
  fill(head, h('p', { class: 'plate-no' }, 'One model'), h('h1', null, id ? 'This atlas knows no such model' : 'Which model?'),
    h('p', { class: 'lede' }, id ? `Nothing here is called “${visible(id.slice(0, 100))}”. It may be private, younger than this edition, or have another name now.` : 'An address of this page ends in a model’s name: model.html#owner/name.'));
  // What is only about the same subject is not called so.
  const near = answer.hits.filter((/** @type {SearchHit} */ hit) => hit.reasons.some((r) => ['name', 'owner', 'spelling'].includes(r)));
  fill(body, near.length && id ? h('div', null, h('h2', { class: 'h3' }, 'Called nearly so'), h('ul', { class: 'near' }, near.map((/** @type {SearchHit} */ hit) => h('li', null, h('a', { href: modelPage(hit.id) }, hit.id), byLine(hit.record, [], null))))) : null,
    h('p', { class: 'contents' }, h('a', { href: searchURL({ q: id.replace('/', ' ').slice(0, 200) }) }, 'Search for it')));
}
