/** Up to six models side by side, or six communities (community/compare.js); the better value is marked only where the two were measured alike. */
import { announce } from '../chart/announce.js';
import { fill, h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { modelName, modelURL, taskWords, visible } from '../chart/words.js';
import { communitiesOf, foundIn, showCommunities } from '../community/compare.js';
import { recordsIn } from '../community/records.js';
import { comparePage, idsOf, modelPage, mostPins, searchURL } from './address.js';
import { bestOf } from './best.js';
import { history } from './drawings.js';
import { accessWords, createdWords, modalityOf } from './facts.js';
import { bitChoices, formula, needed } from './memory.js';
import { pickerIn } from './picker.js';
import { languageName, valueName } from './words.js';

/**
 * @typedef {{ name: string, text: (r: SearchRecord) => string | null, note?: (r: SearchRecord) => string, better?: 'more' | 'less',
 *   value?: (r: SearchRecord) => number | null, basis?: (r: SearchRecord) => string | null, draw?: (r: SearchRecord) => VNode | null }} Row
 */

/** Before what the reader chose where it is an account, which no model's id begins with. */
const account = 'account:';

const number = (/** @type {any} */ v) => (typeof v === 'number' ? v : null);
const countedOn = (/** @type {SearchRecord} */ r) => r.countedOn || null;

/** @type {[string, Row[]][]} */
const groups = [
  ['What it is', [
    { name: 'Task', text: (r) => (r.task ? taskWords(r.task) : null) },
    { name: 'Modality', text: modalityOf },
    { name: 'Library', text: (r) => r.library },
    { name: 'Family', text: (r) => r.architecture },
    { name: 'Languages', text: (r) => (r.languages.length ? format.list(r.languages.slice(0, 6).map(languageName)) + (r.languages.length > 6 ? ` and ${r.languages.length - 6} more` : '') : null) },
    { name: 'Made how', text: (r) => (r.kind ? valueName('kind', r.kind) : null) },
    { name: 'Built on', text: (r) => ((r.details && r.details.bases) || []).map((/** @type {{ id: string }} */ b) => b.id).join(', ') || (r.kind === 'base' ? 'none stated' : null) },
    { name: 'Published', text: createdWords },
  ]],
  ['License and access', [
    { name: 'License', text: (r) => r.license, note: (r) => (r.license && r.licenseClass ? valueName('licenseClass', r.licenseClass) : '') },
    { name: 'Access', text: accessWords },
  ]],
  ['Size', [
    { name: 'Parameters', text: (r) => (r.parameters ? format.compact(r.parameters) : null), note: (r) => (r.parametersFrom === 'name' ? 'by its name' : '') },
    { name: 'Bits a weight', text: (r) => (r.bits ? String(r.bits) : null) },
    { name: 'Formats', text: (r) => r.formats.join(', ') || null },
    ...bitChoices.map((bits) => /** @type {Row} */ ({ name: `Memory at ${bits} bit`, text: (r) => (needed(r, bits) === null ? null : `≈ ${format.bytes(needed(r, bits))}`), value: (r) => needed(r, bits), better: 'less', basis: () => 'estimate' })),
    { name: 'Files', text: (r) => (r.details && number(r.details.fileCount) !== null ? format.int(r.details.fileCount) : null) },
    { name: 'Storage', text: (r) => (r.details && number(r.details.storageBytes) !== null ? format.bytes(r.details.storageBytes) : null) },
  ]],
  ['Use', [
    { name: 'Downloads, 30 days', text: (r) => (number(r.downloads) === null ? null : format.int(r.downloads)), note: (r) => (r.countedOn ? format.day(r.countedOn) : ''), value: (r) => number(r.downloads), better: 'more', basis: countedOn },
    { name: 'Likes', text: (r) => (number(r.likes) === null ? null : format.int(r.likes)), note: (r) => (r.countedOn ? format.day(r.countedOn) : ''), value: (r) => number(r.likes), better: 'more', basis: countedOn },
    { name: 'Likes over time', text: () => null, draw: (r) => history((r.observations || []).map((o) => ({ day: o.day, value: o.likes })), 110, 32) },
  ]],
];

/** @param {HTMLElement} head @param {any} engine */
export function startCompare(head, engine) {
  const body = document.createElement('div');
  body.className = 'wrap compare';
  head.after(body);
  const site = document.title.replace(/^.* · /, '');
  const records = recordsIn(document);
  const read = async () => {
    const names = records && communitiesOf(location.hash);
    if (records && names) { await communities(head, body, records, names, site); return; }
    const ids = idsOf(location.hash).slice(0, mostPins);
    try {
      const found = await Promise.all(ids.map((id) => engine.record(id)));
      if (idsOf(location.hash).slice(0, mostPins).join() !== ids.join()) return;
      document.title = `${ids.length ? format.list(ids.map((id) => visible(modelName(id).slice(0, 60)))) : 'Which of these?'} · ${site}`;
      show(head, body, engine, ids, found, records);
    } catch (error) {
      if (/** @type {Error} */ (error).name !== 'AbortError') fill(head, h('h1', null, 'Which of these?'), h('p', { class: 'lede' }, /** @type {Error} */ (error).message));
    }
    document.documentElement.dataset.ready = 'true';
  };
  addEventListener('hashchange', read);
  read();
}

/**
 * @param {HTMLElement} head @param {HTMLElement} body @param {import('../community/records.js').Records} records
 * @param {string[]} names @param {string} site
 */
async function communities(head, body, records, names, site) {
  const isCurrent = () => (communitiesOf(location.hash) || []).join() === names.join();
  try {
    document.title = `${names.length ? format.list(names.map((name) => visible(name.slice(0, 60)))) : 'Which of these?'} · ${site}`;
    await showCommunities(head, body, names, records, isCurrent);
  } catch (error) {
    if (isCurrent()) fill(head, h('h1', null, 'Which of these?'), h('p', { class: 'lede' }, `${/** @type {Error} */ (error).message}.`));
  }
  document.documentElement.dataset.ready = 'true';
}

/** @param {string[]} ids */
const go = (ids) => { location.hash = comparePage(ids).slice('compare.html'.length); };

/** @param {HTMLElement} head @param {HTMLElement} body @param {any} engine @param {string[]} ids @param {(SearchRecord | null)[]} found @param {import('../community/records.js').Records | null} communities */
function show(head, body, engine, ids, found, communities) {
  const records = /** @type {SearchRecord[]} */ (found.filter(Boolean));
  const lost = ids.filter((id, i) => !found[i]);
  const held = [head, body].find((part) => part.contains(document.activeElement));
  fill(head, h('p', { class: 'plate-no' }, 'Side by side'), h('h1', null, 'Which of these?'), h('p', { class: 'lede' }, ledeOf(records)),
    lost.length ? h('p', { class: 'scope' }, `This atlas knows no ${format.list(lost.map((id) => `“${visible(id.slice(0, 80))}”`))}.`) : null,
    records.length < mostPins ? h('div', { 'data-picker': true }) : null);
  const place = head.querySelector('[data-picker]');
  if (place instanceof HTMLElement) pickerIn(place, {
    label: records.length || !communities ? 'Add a model' : 'Add a model or an account', found: 'Found',
    choose: (id) => {
      const name = id.startsWith(account) ? id.slice(account.length) : '';
      if (name) location.hash = comparePage([name], 'communities').slice('compare.html'.length); else go([...records.map((r) => r.id), id]);
      announce(`${name || id} is compared`);
    },
    find: async (text) => {
      const models = (await engine.search({ query: text, top: 8 })).hits.map((/** @type {SearchHit} */ hit) => ({ id: hit.id, name: hit.record.name, note: hit.record.owner }));
      // Models and accounts do not stand in one table: who has begun with one kind is offered no other.
      const accounts = records.length || !communities ? [] : foundIn(await communities.index(), text).slice(0, 3);
      return [...accounts.map((a) => ({ ...a, id: `${account}${a.id}`, note: `account, ${a.note}` })), ...models].slice(0, 8);
    },
  });
  fill(body, records.length ? tableOf(records) : h('p', { class: 'contents' }, h('a', { href: 'search.html' }, 'Find models to compare'), communities && h('a', { href: 'community.html' }, 'The greatest accounts')));
  // Who has added one may add another, who has taken one out another; else the keyboard would begin the page anew.
  const next = held && (held.querySelector('input, thead button') || head.querySelector('input'));
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/** @param {SearchRecord[]} records */
function ledeOf(records) {
  if (!records.length) return 'Up to six models side by side, or up to six accounts. Type a name to begin.';
  if (records.length === 1) return `${records[0].name} alone. Type another name to set beside it.`;
  return `${format.list(records.map((r) => r.name))}. A dot marks the best value, where all were counted on the same day or reckoned alike.`;
}

/** @param {SearchRecord[]} records */
function tableOf(records) {
  const ids = records.map((r) => r.id);
  return h('div', null, h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Models side by side' }, h('table', { style: `--n:${records.length}` },
    h('thead', null, h('tr', null, h('td', null), records.map((r) => h('th', { scope: 'col' }, h('a', { href: modelPage(r.id) }, r.name), h('small', null, r.owner),
      h('button', { type: 'button', 'aria-label': `Take ${r.id} out`, onclick: () => go(ids.filter((id) => id !== r.id)) }, 'take out'))))),
    h('tbody', null, groups.flatMap(([title, rows]) => [
      h('tr', { class: 'group' }, h('th', { scope: 'colgroup', colspan: records.length + 1 }, title)),
      ...rows.map((one) => rowOf(one, records)),
    ]), h('tr', null, h('th', { scope: 'row' }, 'On the Hub'), records.map((r) => h('td', null, h('a', { href: modelURL(r.id), rel: 'noopener noreferrer' }, 'huggingface.co'))))))),
  h('p', { class: 'src' }, `Memory: ${formula(records[0])} Unknown: no list that was read states it.`),
  h('p', { class: 'contents' }, h('a', { href: searchURL({ pins: ids }) }, 'Search with these kept')));
}

/** @param {Row} one @param {SearchRecord[]} records */
function rowOf(one, records) {
  const best = one.better ? bestOf(records.map((r) => ({ value: one.value ? one.value(r) : null, basis: one.basis ? one.basis(r) : null })), one.better) : -1;
  return h('tr', null, h('th', { scope: 'row' }, one.name), records.map((r, i) => {
    const drawn = one.draw ? one.draw(r) : null;
    const text = one.text(r);
    const note = text && one.note ? one.note(r) : '';
    if (!drawn && !text) return h('td', { class: 'unknown' }, one.draw ? 'counted once' : 'unknown');
    return h('td', { class: i === best ? 'best' : null }, drawn || text, i === best && h('span', { class: 'visually-hidden' }, ', the best value'), note && h('small', null, note));
  }));
}
