import test from 'node:test';
import assert from 'node:assert/strict';
import { nameOf } from '../../assets/js/community/address.js';
import { fileOf, namesLike, recordsOf } from '../../assets/js/community/records.js';
import { ledeOf, monthsTitle, ordinal, placeAmong, restTitle } from '../../assets/js/community/words.js';
import { downloadsFigure, historyFigure, monthsFigure } from '../../assets/js/community/figures.js';
import { communityPage, comparePage } from '../../assets/js/chart/links.js';
import { communitiesOf } from '../../assets/js/community/compare.js';
import { multiples, stocksOf } from '../../assets/js/community/multiples.js';
import { plate } from '../../assets/js/community/plate.js';
import { partnersOf, placeOf, tasksOf, whole } from '../../assets/js/community/facts.js';
import { toHTML } from '../../assets/js/chart/dom.js';
import { merge, read } from '../../assets/js/chart/state.js';
import { kinds } from '../../assets/js/charts/index.js';

const spaced = (/** @type {string} */ text) => text.replace(/[\u00a0\u202f]/g, ' ');

/** An account as a record has it, with what a test needs of it. */
export const account = (more = {}) => ({
  name: 'acme', sums: { models: 3, downloads: 40, likes: 5 }, counted: 3, ranks: { models: 2, downloads: 1, likes: 4 }, first: '2023-08-03', last: '2024-05-02',
  beforeRecord: 0, undated: 0,
  months: {
    columns: ['month', 'task', 'modality', 'count', 'downloads', 'likes'].map((key) => ({ key, label: key, kind: 'count' })),
    values: { month: ['2023-08', '2024-05'], task: ['fill-mask', null], modality: ['nlp', 'none'], count: [2, 1], downloads: [30, 10], likes: [5, 0] },
  },
  models: { id: ['acme/a', 'acme/b', 'acme/c'], modality: ['nlp', 'nlp', 'none'], task: ['fill-mask', 'fill-mask', null], license: ['mit', null, null], created: ['2023-08-03', '2023-08-03', '2024-05-02'], parameters: [7e9, null, null], downloads: [25, 10, 5], likes: [5, 0, 0] },
  mostDownloaded: [0, 1, 2], mostLiked: [0], licenses: { names: ['mit', null], counts: [1, 2], all: 2 }, families: { names: [], counts: [], all: 0 }, inFamilies: 0,
  sizes: { known: 1, median: 7e9, greatest: 7e9, model: 'acme/a' },
  descent: { own: 0, byOthers: 0, owners: 0, top: { names: [], counts: [], all: 0 }, relations: { names: [], counts: [], all: 0 }, bases: { names: [], counts: [], all: 0 } },
  datasets: null, spaces: null, organization: null, evidence: [], partners: { names: [], counts: [], all: 0 }, history: { days: [], downloads: [], likes: [] }, ...more,
});
const facts = { accounts: 10, total: { models: 50, downloads: 400, likes: 100 }, placeAndDay: 'of the Hub on 11 Jul 2024', source: 'A list', caveat: '', lastWholeMonth: '2024-06', first: 2000 };

test('an address names an account, a part of the page, or nobody', () => {
  assert.equal(nameOf(''), '');
  assert.equal(nameOf('#Qwen'), 'Qwen');
  assert.equal(nameOf('#Qwen&scale=share'), 'Qwen');
  assert.equal(nameOf('#scale=share'), '');
  assert.equal(nameOf('#method'), '');
  assert.equal(nameOf(communityPage('method').replace(/^[^#]*/, '')), 'method');
  assert.equal(nameOf('#%3Cimg%20onerror%3E'), '<img onerror>');
  assert.equal(nameOf('#%E0%A4%A'), '%E0%A4%A');
  assert.equal(nameOf('#../../x'), '../../x');
  assert.equal(nameOf(`#${'x'.repeat(5000)}`).length, 5000);
});

test('what a figure writes into the address leaves the name alone, where there is one', () => {
  const defaults = { scale: 'absolute' };
  assert.equal(merge('#Qwen', { scale: 'share' }, defaults, '', true), 'Qwen&scale=share');
  assert.equal(merge('#Qwen&scale=share', { scale: 'absolute' }, defaults, '', true), 'Qwen');
  assert.equal(merge('#method', { scale: 'share' }, defaults), 'scale=share');
  assert.deepEqual(read('#scales&x=1', defaults), defaults);
});

test('links to an account and to several side by side', () => {
  assert.equal(communityPage('a b&c'), 'community.html#a%20b%26c');
  assert.equal(comparePage(['Qwen', 'google'], 'communities'), 'compare.html#communities=Qwen,google');
  assert.equal(comparePage(['a/b']), 'compare.html#a/b');
});

test('the file that has a key is the last that begins no later', () => {
  assert.equal(fileOf([], 'a'), -1);
  assert.equal(fileOf(['acme', 'google', 'qwen'], 'aaa'), -1);
  assert.equal(fileOf(['acme', 'google', 'qwen'], 'acme'), 0);
  assert.equal(fileOf(['acme', 'google', 'qwen'], 'meta'), 1);
  assert.equal(fileOf(['acme', 'google', 'qwen'], 'zzz'), 2);
});

test('a record is fetched once, whatever the case; hostile names fetch nothing', async () => {
  const asked = [];
  const shelf = { id: 'community', index: 'i.js', from: ['__proto__', 'google'], files: ['0.js', '1.js'], facts };
  const records = recordsOf(shelf, async (id, file) => { asked.push(`${id} ${file}`); return id.endsWith('0') ? { keys: ['__proto__', 'acme'], records: [{ name: '__proto__' }, { name: 'acme' }] } : { keys: ['google'], records: [{ name: 'google' }] }; });
  assert.equal((await records.find('Google')).name, 'google');
  assert.equal((await records.find('google')).name, 'google');
  assert.deepEqual(asked, ['community/1 1.js']);
  assert.equal((await records.find('__proto__')).name, '__proto__');
  for (const name of ['constructor', 'hasOwnProperty', 'toString', '../../x', '<img onerror>', '%E0%A4%A', '', 'x'.repeat(5000), 'ä']) assert.equal(await records.find(name), null, name);
});

test('a file that could not be loaded is asked for again', async () => {
  let tries = 0;
  const records = recordsOf({ id: 'c', index: '', from: ['a'], files: ['0.js'], facts }, async () => { tries += 1; if (tries === 1) throw new Error('missing'); return { keys: ['a'], records: [{ name: 'a' }] }; });
  await assert.rejects(records.find('a'));
  assert.equal((await records.find('a')).name, 'a');
});

test('names are found by their letters, the exact one first', () => {
  const index = { names: ['google', 'ai-google', 'googleai', 'goo'], models: [4, 3, 2, 1], downloads: [], likes: [], organizations: [] };
  assert.deepEqual(namesLike(index, ' Goo', 3).map((n) => n.name), ['goo', 'google', 'googleai']);
  assert.deepEqual(namesLike(index, 'zzz', 3), []);
  assert.deepEqual(namesLike(index, '  ', 3), []);
});

test('the lede is chosen by the numbers', () => {
  const say = (/** @type {any} */ more) => spaced(ledeOf(account(more), facts).join(' '));
  assert.equal(say({}), 'acme, an account, has published 3 models since 3 Aug 2023, the latest on 2 May 2024. They were downloaded 40 times in 30 days, 10.0 % of all downloads of the Hub on 11 Jul 2024: the most of all 10 accounts.');
  const one = { sums: { models: 1, downloads: 0, likes: 0 }, first: '2024-01-02', last: '2024-01-02' };
  assert.equal(say(one), 'acme, an account, has published 1 model, on 2 Jan 2024. Nobody downloaded it within 30 days.');
  assert.equal(say({ ...one, counted: 0 }), 'acme, an account, has published 1 model, on 2 Jan 2024. How often it is downloaded no list tells.');
  assert.match(say({ first: null, last: null, beforeRecord: 3 }), /3 models, before the Hub noted days\. /);
  assert.match(say({ first: null, last: null }), /3 models; on which days nobody knows\. /);
  assert.match(say({ descent: { byOthers: 1, owners: 1 } }), /1 model by another account is built on them\.$/);
  const place = { city: 'Paris', country: 'France' };
  assert.match(say({ organization: { name: 'Acme Labs', kind: 'lab', place } }), /^acme \(Acme Labs\), a laboratory in Paris, France, has published/);
});

test('ranks in words', () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112, 1101].map(ordinal), ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th', '1,101st']);
  assert.equal(placeAmong(1, 1), 'the only account');
});

test('the figures are those of any page, and draw nothing of nothing', () => {
  const months = monthsFigure(account(), facts);
  // Who published nothing of late is still drawn to the end of the list.
  assert.deepEqual(months.table.values.month, ['2023-08', '2024-05', '2024-06']);
  const s = kinds.area.series(months.table, months, kinds.area.defaults(months));
  assert.equal(s.months.length, 11);
  assert.equal(s.totals[10], 3);
  assert.equal(monthsFigure(account({ months: { columns: [], values: { month: [null], modality: ['nlp'], task: [null], count: [1] } } }), facts), null);
  assert.equal(downloadsFigure(account({ mostDownloaded: [] }), facts), null);
  const bars = downloadsFigure(account({ sums: { models: 9, downloads: 100, likes: 5 } }), facts);
  assert.deepEqual(bars.table.values.model, ['acme/a', 'acme/b', 'acme/c', 'all other models']);
  assert.equal(bars.table.values.downloads[3], 60);
  assert.equal(historyFigure(account(), facts), null);
  const history = historyFigure(account({ history: { days: ['2024-01-01', '2025-01-01'], downloads: [10, 30], likes: [null, 3] } }), facts);
  assert.deepEqual(history.options.groups, ['downloads']);
  assert.equal(history.options.titles.downloads, 'acme’s downloads rose from 10 to 30');
});

test('titles follow from the numbers', () => {
  assert.equal(spaced(monthsTitle(account(), '2025-08')), 'The newest model of acme here is of May 2024');
  assert.equal(spaced(monthsTitle(account({ months: { values: { month: ['2024-05', '2024-04'], modality: ['cv', 'cv'], count: [4, 2] } } }), '2024-06')), 'acme published most in May 2024: 4 models');
  assert.equal(spaced(monthsTitle(account({ months: { values: { month: ['2024-05'], modality: ['cv'], count: [1] } } }), '2024-06')), 'Vision models are most of what acme publishes');
  assert.equal(spaced(restTitle(account(), [25, 10, 5])), 'One model has 63 % of acme’s downloads');
  assert.equal(restTitle(account({ sums: { models: 30, downloads: 100 } }), [30, 25, 10]), 'Half of acme’s downloads go to two of 30 models');
  assert.equal(restTitle(account({ sums: { models: 900, downloads: 1e6 } }), [30, 25, 10]), 'acme’s downloads are spread over many models');
  assert.equal(restTitle(account({ sums: { models: 3, downloads: 0 } }), []), '');
});

test('an address of communities side by side, at most six, each once', () => {
  assert.equal(communitiesOf('#a/b,gpt2'), null);
  assert.equal(communitiesOf(''), null);
  assert.deepEqual(communitiesOf('#communities='), []);
  assert.deepEqual(communitiesOf('#communities=Qwen,google,Qwen'), ['Qwen', 'google']);
  assert.deepEqual(communitiesOf('#communities=%E0%A4%A,%3Cb%3E'), ['%E0%A4%A', '<b>']);
  assert.equal(communitiesOf('#communities=a,b,c,d,e,f,g').length, 6);
});

test('small pictures share months and scale; what has no day counts from the beginning', () => {
  const zoe = account({ name: 'zoe', months: { values: { month: [null, '2024-04'], modality: ['cv', 'cv'], task: [null, null], count: [7, 1] } } });
  const { months, stocks, most } = stocksOf([account(), zoe], '2024-06');
  assert.deepEqual([months[0], months[10], months.length, most], ['2023-08', '2024-06', 11, 8]);
  assert.deepEqual(stocks[0].layers.map(([m]) => m), ['nlp', 'none']);
  assert.deepEqual([stocks[0].totals[0], stocks[0].totals[10], stocks[1].totals[0], stocks[1].totals[10]], [2, 3, 7, 8]);
  assert.match(toHTML(multiples([account(), zoe], facts)), /zoe had most models at the end of June.2024: 8/);
  assert.match(toHTML(multiples([account(), account({ name: 'b' })], facts)), /acme and b had equally many models/);
  const undated = account({ months: { values: { month: [null], modality: ['cv'], task: [null], count: [7] } } });
  assert.equal(multiples([undated], facts), null);
  assert.doesNotMatch(toHTML(multiples([account(), zoe], facts)), /NaN/);
});

test('what outsiders wrote is text', () => {
  const evil = '</script><img src=x onerror=alert(1)>';
  const organization = { name: evil, kind: 'company', members: null, followers: 3, datasets: null, spaces: null, isVerified: null, website: 'x.example/"><script>', checked: null, status: 'collected', source: 'github', confidence: 0.5, place: { city: evil, country: 'France' } };
  const r = account({ organization, evidence: [{ source: 'github', claim: evil, place: null, confidence: 0.5, url: 'javascript:alert(1)', day: '2026-01-02' }], partners: { names: [evil], counts: [2], all: 1 } });
  const html = toHTML(whole(r, facts)) + placeOf(r).map((n) => toHTML(n)).join('') + partnersOf(r).map((n) => toHTML(n)).join('');
  assert.doesNotMatch(html, /<img|<script|href="javascript|href="https:\/\/x\.example/);
  assert.match(html, /community\.html#%3C%2Fscript/);
});

test('what is missing is said with the command that adds it', () => {
  const html = spaced(toHTML(whole(account(), facts)) + partnersOf(account()).map((n) => toHTML(n)).join('') + placeOf(account()).map((n) => toHTML(n)).join(''));
  for (const command of ['communities', 'datasets', 'spaces', 'commits']) assert.match(html, new RegExp(`hubatlas collect ${command}`));
  assert.match(html, /People never do/);
  const seatless = { kind: 'community', name: null, place: null, status: 'seatless', confidence: null, datasets: 4, spaces: 0, checked: '2026-01-02' };
  assert.match(toHTML(placeOf(account({ organization: seatless }))[0]), /no one place/);
  assert.match(spaced(toHTML(whole(account({ organization: seatless }), facts))), /as the Hub said on 2 Jan 2026/);
});

test('tasks are summed over months, greatest first', () => {
  assert.deepEqual(tasksOf(account()), [{ name: 'fill mask', count: 2 }, { name: 'none stated', count: 1 }]);
});

test('a plate that a script makes is as the template has it', () => {
  const html = toHTML(plate(monthsFigure(account(), facts)));
  for (const part of ['data-figure="models"', 'data-toolbar', 'data-legend', 'data-stage', 'data-table', 'data-figure-json', 'class="prov"']) assert.ok(html.includes(part), part);
});
