/** One community on its page: question, answer, figures, facts; or why there is none. */
import { fill, h, toNode } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { comparePage, searchPage } from '../chart/links.js';
import { mount } from '../chart/mount.js';
import { visible } from '../chart/words.js';
import { partnersOf, placeOf, waysOf, whole } from './facts.js';
import { downloadsFigure, historyFigure, monthsFigure } from './figures.js';
import { modelsIn } from './list.js';
import { plate } from './plate.js';
import { namesLike } from './records.js';
import { kindWords, ledeOf } from './words.js';

/** Longer names are cut where they stand in a sentence. */
const longest = 80;

/**
 * @param {HTMLElement} head @param {HTMLElement} body @param {any} r @param {any} facts @param {{ [kind: string]: Kind }} kinds
 * @returns {any[]} the live figures
 */
export function showCommunity(head, body, r, facts, kinds) {
  fill(head, h('p', { class: 'plate-no' }, format.capitalized(kindWords(r).replace(/^an? /, ''))), h('h1', null, `Who is ${r.name}?`),
    h('p', { class: 'lede' }, ledeOf(r, facts).join(' ')),
    h('div', { class: 'named', 'data-picker': true }));
  const figures = [monthsFigure(r, facts), downloadsFigure(r, facts), historyFigure(r, facts)].flatMap((f) => (f ? [f] : []));
  const first = figures.findIndex((f) => f.id === 'models') + 1;
  const models = toNode(h('section', { class: 'wrap listed', 'aria-labelledby': 'its-models' }));
  const months = first ? null : h('div', { class: 'wrap' }, h('p', { class: 'scope' }, 'On which days these models were published no list tells, so there is no picture of them over time.'));
  const none = figures.some((f) => f.id === 'downloads') ? null : h('div', { class: 'wrap' }, h('p', { class: 'scope' }, r.counted ? 'None of them was downloaded within 30 days, so there is no picture of it.' : 'No list of this atlas counted their downloads.'));
  const nodes = [months, ...figures.slice(0, first).map(plate), aside(r, facts), ...figures.slice(first).map(plate), none].flatMap((n) => (n ? [toNode(n)] : []));
  body.replaceChildren(...nodes, models);
  modelsIn(models, r);
  const roots = [...body.querySelectorAll('[data-figure]')];
  return roots.flatMap((root, i) => mount(root, i === 0, kinds) || []);
}

/** @param {any} r @param {any} facts */
const aside = (r, facts) => h('div', { class: 'wrap' }, h('div', { class: 'model-grid' }, whole(r, facts),
  h('aside', { class: 'rail', 'aria-label': 'Place, collaborators, ways on' },
    h('h3', null, 'Where it sits'), ...placeOf(r), h('h3', null, 'Shares people with'), ...partnersOf(r),
    h('h3', null, 'Further'), waysOf(r), h('p', null, h('a', { href: comparePage([r.name], 'communities') }, 'Compare it with others')))));

/**
 * Nobody of that name: who is called nearly so.
 * @param {HTMLElement} head @param {HTMLElement} body @param {string} name @param {import('./records.js').Records} records
 */
export async function showNobody(head, body, name, records) {
  const said = visible(name.length > longest ? `${name.slice(0, longest)}…` : name);
  const near = name.length <= 96 ? namesLike(await records.index(), name, 8) : [];
  fill(head, h('p', { class: 'plate-no' }, 'Communities'), h('h1', null, 'No page of this account'),
    h('p', { class: 'lede' }, `This atlas has no page of “${said}”: only of who is among the first ${format.int(records.facts.first)} of its ${format.count(records.facts.accounts, 'account')} by models, downloads or likes, and of organizations that were collected.`),
    h('p', { class: 'contents' }, /^[A-Za-z0-9._-]{1,96}$/.test(name) ? h('a', { href: searchPage({ owner: name }) }, `Look for models by ${name}`) : h('a', { href: 'search.html' }, 'Search models'), h('a', { href: 'community.html' }, 'The greatest accounts')),
    h('div', { class: 'named', 'data-picker': true }));
  fill(body, near.length ? h('div', { class: 'wrap' }, h('h2', { class: 'h3' }, 'Called nearly so'), h('ul', { class: 'near' }, near.map((n) => h('li', null, h('a', { href: `#${encodeURIComponent(n.name)}` }, n.name), ` ${format.count(n.models, 'model')}`)))) : null);
}

/** @param {HTMLElement} head @param {HTMLElement} body @param {string} text */
export function showTrouble(head, body, text) {
  fill(head, h('p', { class: 'plate-no' }, 'Communities'), h('h1', null, 'This could not be read'), h('p', { class: 'lede' }, `${text}. Load the page anew, or build the site again.`));
  fill(body);
}
