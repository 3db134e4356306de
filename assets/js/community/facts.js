/** What is known of a community besides its models' months: each fact with where it comes from; what nobody told is unknown. */
import { h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { communityPage, modelPage, searchPage } from '../chart/links.js';
import { modalityName, modelName, taskWords } from '../chart/words.js';
import { kindWords, ordinal, placeWords, sourceName, standings } from './words.js';

/** @typedef {{ name: string, value: (VNode | string)[] | null, from?: string }} Fact `value` null: unknown */

/** @param {any} r @param {any} facts @returns {VNode} */
export const whole = (r, facts) => h('div', null, ...[
  group('Who it is', who(r)), group('How great it is', rank(r, facts)), group('What it publishes', what(r)),
  group('What others made of it', descent(r)),
].filter((g) => g !== null));

/** @param {string} title @param {Fact[]} facts */
const group = (title, facts) => (facts.length ? h('section', { class: 'fact-group' }, h('h2', null, title), h('dl', { class: 'facts' }, facts.flatMap((f) => [
  h('dt', null, f.name), f.value ? h('dd', null, ...f.value, f.from ? h('small', null, f.from) : null) : h('dd', { class: 'unknown' }, 'unknown', f.from ? h('small', null, f.from) : null),
]))) : null);

/** @param {number | null} n */
const int = (n) => (n === null ? null : [format.int(n)]);

/** @param {any} r @returns {Fact[]} */
function who(r) {
  const o = r.organization;
  if (!o) return [{ name: 'What it is', value: ['An account'], from: 'no source of this atlas calls it an organization; “hubatlas collect communities” asks the Hub' }];
  const asked = o.checked ? `as the Hub said on ${format.day(o.checked)}` : 'the Hub was not asked';
  return [
    { name: 'What it is', value: [format.capitalized(kindWords(r)), o.isVerified ? ', verified by the Hub' : ''], from: o.kind ? 'the project’s own table' : asked },
    { name: 'Called', value: o.name ? [o.name] : null },
    { name: 'Members', value: int(o.members), from: asked },
    { name: 'Followers', value: int(o.followers), from: asked },
    { name: 'Website', value: o.website ? [outside(`https://${o.website}`, o.website)] : null },
  ];
}

/**
 * Only what is an address: names come from outside.
 * @param {string} url @param {string} text
 */
function outside(url, text) {
  return /^https:\/\/[\w.-]+(\/[\w.~%/-]*)?$/.test(url) ? h('a', { href: url, rel: 'noopener noreferrer' }, text) : text;
}

/** @param {any} r @param {any} facts @returns {Fact[]} */
function rank(r, facts) {
  const measure = (/** @type {'models' | 'downloads' | 'likes'} */ key, /** @type {string} */ name) => ({
    name, value: r.sums[key] || key === 'models' ? [`${format.int(r.sums[key])}, `, share(r.sums[key], facts.total[key])] : [key === 'downloads' && !r.counted ? 'counted by nobody' : 'none'],
    from: r.sums[key] ? `the ${ordinal(r.ranks[key])} of ${format.int(facts.accounts)} accounts` : undefined,
  });
  return [measure('models', 'Models'), measure('downloads', 'Downloads, 30 days'), measure('likes', 'Likes'),
    { name: 'Datasets', value: listed(r, 'datasets'), from: told(r, 'datasets', 'dataset') }, { name: 'Spaces', value: listed(r, 'spaces'), from: told(r, 'spaces', 'Space') }];
}

/** @param {number} part @param {number} all */
const share = (part, all) => (all ? `${format.percent(part / all)} of all` : '');

/**
 * What the Hub says itself, else what a list of this atlas holds.
 * @param {any} r @param {'datasets' | 'spaces'} key
 */
const listed = (r, key) => int((r.organization ? r.organization[key] : null) ?? r[key]);

/** @param {any} r @param {'datasets' | 'spaces'} key @param {string} noun */
function told(r, key, noun) {
  if (r.organization && r.organization[key] !== null) return r.organization.checked ? `as the Hub said on ${format.day(r.organization.checked)}` : undefined;
  return r[key] === null ? `no list of ${noun}s is collected; “hubatlas collect ${key}” asks for it` : 'in the lists of this atlas';
}

/** @param {any} r @returns {Fact[]} */
function what(r) {
  const n = r.sums.models;
  return [
    { name: 'Tasks', value: terms(tasksOf(r), (t) => t.name) },
    { name: 'Families', value: r.families.all ? terms(zip(r.families), (t) => t.name) : ['none that is known'], from: `named by ${format.int(r.inFamilies)} of ${format.count(n, 'name')}` },
    { name: 'Licenses', value: terms(zip(r.licenses), (t) => (t.name === null ? 'unknown' : t.name)), from: r.licenses.all > r.licenses.names.length ? `and ${format.int(r.licenses.all - r.licenses.names.length)} more` : undefined },
    { name: 'Parameters', value: r.sizes.known ? [`${format.compact(r.sizes.median)} by the median, at most ${format.compact(r.sizes.greatest)} (`, model(r.sizes.model), ')'] : null, from: `told of ${format.int(r.sizes.known)} of ${format.count(n, 'model')}` },
  ];
}

/** @param {any} list @returns {{ name: any, count: number }[]} */
const zip = (list) => list.names.map((/** @type {string} */ name, /** @type {number} */ i) => ({ name, count: list.counts[i] }));

/** @param {{ name: any, count: number }[]} list @param {(t: any) => string} say @returns {(VNode | string)[]} */
const terms = (list, say) => list.flatMap((t, i) => [i ? ', ' : '', `${say(t)}\u00a0`, h('span', { class: 'n' }, format.int(t.count))]);

/** @param {any} r */
export function tasksOf(r) {
  const { task, modality, count } = r.months.values;
  /** @type {Map<string, { name: string, count: number }>} */
  const sums = new Map();
  task.forEach((/** @type {string | null} */ t, /** @type {number} */ i) => {
    const name = t === null ? 'none stated' : t === 'other' && modality[i] !== 'other' ? `other, ${modalityName[modality[i]]}` : taskWords(t);
    const sum = sums.get(name) || { name, count: 0 };
    sum.count += count[i];
    sums.set(name, sum);
  });
  return [...sums.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, 10);
}

/** @param {string} id */
const model = (id) => h('a', { href: modelPage(id) }, modelName(id));

/** @type {{ [relation: string]: string }} */
const relations = { finetune: 'finetuned', adapter: 'adapters', quantized: 'quantized', merge: 'merged', unknown: 'made in a way not told' };

/** @param {any} r @returns {Fact[]} */
function descent(r) {
  const d = r.descent;
  if (!d.byOthers && !d.own) return [{ name: 'Built on it', value: ['nothing that says so'], from: 'no model names one of these as its base' }];
  const made = zip(d.relations).map((t) => `${format.int(t.count)} ${relations[t.name] || t.name}`);
  return [
    { name: 'By others', value: d.byOthers ? [`${format.count(d.byOthers, 'model')} of ${format.count(d.owners, 'account')}${made.length ? `: ${format.list(made)}` : ''}`] : ['none'], from: 'models that name one of these as their base, each once' },
    { name: 'By itself', value: [d.own ? format.count(d.own, 'model') : 'none'] },
    ...(d.bases.names.length ? [{ name: 'Most built on', value: zip(d.bases).flatMap((t, i) => [i ? ', ' : '', model(t.name), '\u00a0', h('span', { class: 'n' }, format.int(t.count))]) }] : []),
    ...(d.top.names.length ? [{ name: 'Built most by', value: zip(d.top).flatMap((t, i) => [i ? ', ' : '', h('a', { href: communityPage(t.name) }, t.name), '\u00a0', h('span', { class: 'n' }, format.int(t.count))]) }] : []),
  ];
}

/** @param {any} r @returns {(VNode | string)[]} */
export function placeOf(r) {
  const o = r.organization;
  if (!o) return [h('p', null, 'Only organizations have a place here. People never do.')];
  const place = placeWords(o.place);
  const said = place ? h('p', { class: 'place-said' }, place) : h('p', null, o.status === 'seatless' ? 'It is known to sit in no one place.' : 'Where it sits nobody knows. “hubatlas collect communities” asks.');
  return [said, place ? h('p', { class: 'src' }, `${format.capitalized(standings[o.status] || o.status)}${o.confidence === null ? '' : `, confidence ${sure(o.confidence)}`}.`) : '',
    r.evidence.length ? h('ul', { class: 'claims' }, r.evidence.map((/** @type {any} */ e) => h('li', null,
      h('b', null, format.capitalized(sourceName(e.source))), ` “${e.claim}”`, h('small', null, [placeWords(e.place) || 'names no place', `confidence ${sure(e.confidence)}`, format.day(e.day)].join(', '),
        e.url ? [', ', outside(e.url, 'source')] : null)))) : '',
    place ? h('p', null, h('a', { href: 'map.html' }, 'On the map of all')) : ''].filter((node) => node !== '');
}

/** @param {number} v */
const sure = (v) => format.decimal(v, 2).replace(/0$/, '');

/** @param {any} r @returns {VNode[]} */
export function partnersOf(r) {
  const list = zip(r.partners);
  if (!list.length) return [h('p', null, 'Nobody known works on the repositories of this account and of another. “hubatlas collect commits” asks who works on what.')];
  return [h('ol', null, list.map((t) => h('li', null, h('a', { href: communityPage(t.name) }, t.name), h('small', null, format.count(t.count, 'person', 'people'))))),
    ...(r.partners.all > list.length ? [h('p', { class: 'src' }, `And ${format.int(r.partners.all - list.length)} more.`)] : []),
    h('p', null, h('a', { href: 'network.html' }, 'The network of all'))];
}

/** @param {any} r */
export const waysOf = (r) => h('ul', { class: 'ways' },
  h('li', null, h('a', { href: `https://huggingface.co/${encodeURIComponent(r.name)}`, rel: 'noopener noreferrer' }, 'On huggingface.co')),
  h('li', null, h('a', { href: searchPage({ owner: r.name }) }, `All its models in the search`)));
