/** Up to six communities side by side: `compare.html#communities=Qwen,google`. */
import { announce } from '../chart/announce.js';
import { fill, h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { communityPage, comparePage, modelPage } from '../chart/links.js';
import { modalityName, modelName, visible } from '../chart/words.js';
import { bestOf } from '../search-page/best.js';
import { pickerIn } from '../search-page/picker.js';
import { multiples } from './multiples.js';
import { namesLike } from './records.js';
import { kindWords, ordinal, placeWords } from './words.js';

/**
 * @typedef {{ name: string, text: (r: any, facts: any) => string | null, note?: (r: any, facts: any) => string, value?: (r: any) => number | null,
 *   link?: (r: any) => string | null }} Row
 */

const key = 'communities=';
const most = 6;

/**
 * The names in an address, at most six; null in one that asks for models.
 *
 *     communitiesOf('#communities=Qwen,google')  → ['Qwen', 'google']
 *
 * @param {string} hash @returns {string[] | null}
 */
export function communitiesOf(hash) {
  const text = hash.replace(/^#/, '');
  if (!text.startsWith(key)) return null;
  const names = text.slice(key.length).split(',').map((part) => {
    // A hand-edited address may hold a lone percent sign: then it is taken as it stands.
    try { return decodeURIComponent(part).trim(); } catch (error) { return part.trim(); }
  });
  return [...new Set(names.filter(Boolean))].slice(0, most);
}

/** @param {'models' | 'downloads' | 'likes'} measure @param {string} name @returns {Row} */
const counted = (measure, name) => ({
  name, value: (of) => (measure === 'downloads' && !of.counted ? null : of.sums[measure]),
  text: (of) => (measure === 'downloads' && !of.counted ? null : format.int(of.sums[measure])),
  note: (of, facts) => (of.sums[measure] ? `${format.percent(of.sums[measure] / facts.total[measure])} of all, the ${ordinal(of.ranks[measure])} of ${format.int(facts.accounts)}` : ''),
});

/** @param {any} list @param {number} few */
const terms = (list, few) => list.names.slice(0, few).map((/** @type {string | null} */ n, /** @type {number} */ i) => `${n === null ? 'unknown' : n}\u00a0${format.int(list.counts[i])}`).join(', ') || null;

/** @param {any} r */
function modalitiesOf(r) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  r.months.values.modality.forEach((/** @type {string} */ m, /** @type {number} */ i) => sums.set(m, (sums.get(m) || 0) + r.months.values.count[i]));
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([m, n]) => `${modalityName[m] || m}\u00a0${format.roundPercent(n / r.sums.models)}`).join(', ');
}

/** @param {any} r @param {string} field */
const told = (r, field) => (r.organization && typeof r.organization[field] === 'number' ? r.organization[field] : null);

/** @param {string} name @param {(r: any) => number | null} value @returns {Row} */
const number = (name, value) => ({ name, value, text: (r) => (value(r) === null ? null : format.int(value(r))) });

/** @type {[string, Row[]][]} */
const groups = [
  ['Who it is', [
    { name: 'What it is', text: (r) => format.capitalized(kindWords(r).replace(/^an? /, '')) },
    { name: 'Called', text: (r) => (r.organization ? r.organization.name : null) },
    { name: 'Place', text: (r) => (r.organization ? placeWords(r.organization.place) || null : null) },
    number('Members', (r) => told(r, 'members')), number('Followers', (r) => told(r, 'followers')),
  ]],
  ['What it publishes', [
    counted('models', 'Models'),
    { name: 'First', text: (r) => (r.beforeRecord ? 'before 2\u00a0Mar\u00a02022' : r.first && format.day(r.first)) },
    { name: 'Latest', text: (r) => r.last && format.day(r.last) },
    { name: 'Modalities', text: modalitiesOf },
    { name: 'Families', text: (r) => terms(r.families, 4) },
    { name: 'Licenses', text: (r) => terms(r.licenses, 3) },
    { name: 'Parameters, median', text: (r) => (r.sizes.known ? format.compact(r.sizes.median) : null), note: (r) => (r.sizes.known ? `told of ${format.int(r.sizes.known)}` : '') },
    { name: 'Greatest', text: (r) => (r.sizes.known ? `${format.compact(r.sizes.greatest)} parameters` : null), note: (r) => (r.sizes.model ? modelName(r.sizes.model) : '') },
    number('Datasets', (r) => told(r, 'datasets') ?? r.datasets), number('Spaces', (r) => told(r, 'spaces') ?? r.spaces),
  ]],
  ['Use', [
    counted('downloads', 'Downloads, 30 days'), counted('likes', 'Likes'),
    { name: 'Most downloaded', text: (r) => (r.mostDownloaded.length ? modelName(r.models.id[r.mostDownloaded[0]]) : null), link: (r) => modelPage(r.models.id[r.mostDownloaded[0]]),
      note: (r) => (r.mostDownloaded.length ? `${format.percent(r.models.downloads[r.mostDownloaded[0]] / r.sums.downloads)} of its downloads` : '') },
    number('Models by others built on it', (r) => r.descent.byOthers),
    { name: 'Shares people with', text: (r) => terms(r.partners, 3) },
  ]],
];

/**
 * @param {HTMLElement} head @param {HTMLElement} body @param {string[]} names @param {import('./records.js').Records} records
 * @param {() => boolean} isCurrent whether the reader still asks for these
 */
export async function showCommunities(head, body, names, records, isCurrent) {
  const found = await Promise.all(names.map((name) => records.find(name)));
  if (!isCurrent()) return;
  const list = found.filter(Boolean);
  const lost = names.filter((_, i) => !found[i]);
  const held = [head, body].find((part) => part.contains(document.activeElement));
  fill(head, h('p', { class: 'plate-no' }, 'Side by side'), h('h1', null, 'Which of these?'), h('p', { class: 'lede' }, ledeOf(list)),
    lost.length ? h('p', { class: 'scope' }, lostWords(lost)) : null, list.length < most ? h('div', { 'data-picker': true }) : null);
  const place = head.querySelector('[data-picker]');
  if (place instanceof HTMLElement) pickerIn(place, {
    label: 'Add an account', found: 'Accounts found', choose: (name) => { go([...list.map((r) => r.name), name]); announce(`${name} is compared`); },
    find: async (text) => foundIn(await records.index(), text),
  });
  fill(body, list.length ? multiples(list, records.facts) : null, list.length ? tableOf(list, records.facts) : null,
    h('p', { class: 'contents' }, h('a', { href: 'community.html' }, 'The greatest accounts'), h('a', { href: 'compare.html' }, 'Compare models instead')));
  const next = held && (held.querySelector('input, thead button') || head.querySelector('input'));
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/** @param {import('./records.js').Index} index @param {string} text */
export const foundIn = (index, text) => namesLike(index, text, 8).map((n) => ({ id: n.name, name: n.name, note: format.count(n.models, 'model') }));

/** @param {string[]} names */
const go = (names) => { location.hash = comparePage(names, 'communities').slice('compare.html'.length); };

/** @param {string[]} lost */
function lostWords(lost) {
  const models = lost.some((name) => name.includes('/')) ? ' Models and communities do not stand in one table.' : '';
  return `This atlas has no page of ${format.list(lost.map((name) => `“${visible(name.slice(0, 80))}”`))}.${models}`;
}

/** @param {any[]} list */
function ledeOf(list) {
  if (!list.length) return 'Up to six accounts side by side. Type a name to begin.';
  if (list.length === 1) return `${list[0].name} alone. Type another name to set beside it.`;
  return `${format.list(list.map((r) => r.name))}. A dot marks the greatest number, where every one is known.`;
}

/** @param {any[]} list @param {any} facts */
function tableOf(list, facts) {
  const names = list.map((r) => r.name);
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Accounts side by side' }, h('table', { style: `--n:${list.length}` },
    h('thead', null, h('tr', null, h('td', null), list.map((r) => h('th', { scope: 'col' }, h('a', { href: communityPage(r.name) }, r.name), h('small', null, kindWords(r)),
      h('button', { type: 'button', 'aria-label': `Take ${r.name} out`, onclick: () => go(names.filter((n) => n !== r.name)) }, 'take out'))))),
    h('tbody', null, groups.flatMap(([title, rows]) => [
      h('tr', { class: 'group' }, h('th', { scope: 'colgroup', colspan: list.length + 1 }, title)), ...rows.map((row) => rowOf(row, list, facts)),
    ]))));
}

/** @param {Row} row @param {any[]} list @param {any} facts */
function rowOf(row, list, facts) {
  const { value } = row;
  const best = value ? bestOf(list.map((r) => ({ value: value(r), basis: 'the same lists' })), 'more') : -1;
  return h('tr', null, h('th', { scope: 'row' }, row.name), list.map((r, i) => {
    const text = row.text(r, facts);
    if (!text) return h('td', { class: 'unknown' }, 'unknown');
    const note = row.note ? row.note(r, facts) : '';
    const link = row.link ? row.link(r) : null;
    return h('td', { class: i === best ? 'best' : null }, link ? h('a', { href: link }, text) : text, i === best && h('span', { class: 'visually-hidden' }, ', the greatest'), note && h('small', null, note));
  }));
}
