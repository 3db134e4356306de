import test from 'node:test';
import assert from 'node:assert/strict';
import { defaults, filtersOf, hashOf, idsOf, isFiltered, numberOf, searchURL, stateOf } from '../../assets/js/search-page/address.js';
import { bestOf } from '../../assets/js/search-page/best.js';
import { memoryBars } from '../../assets/js/search-page/drawings.js';
import { asListed } from '../../assets/js/search-page/facets.js';
import { saidOf } from '../../assets/js/search-page/head.js';
import { factsOf, sentenceOf } from '../../assets/js/search-page/facts.js';
import { pieces } from '../../assets/js/search-page/marks.js';
import { nothing } from '../../assets/js/search-page/empty.js';
import { withQuery } from '../../assets/js/search-page/recent.js';
import { fullCount, merged, withHeadings } from '../../assets/js/search-page/parts.js';
import { row } from '../../assets/js/search-page/row.js';
import { countWords, reasonWords, valueName } from '../../assets/js/search-page/words.js';
import { comparePage, modelPage } from '../../assets/js/chart/links.js';
import { toHTML } from '../../assets/js/chart/dom.js';
import { probe } from './world.js';

const record = (more = {}) => ({
  doc: 0, id: 'acme/small-7b', owner: 'acme', name: 'small-7b', task: 'text-generation', modality: 'nlp', library: 'transformers', license: 'Apache-2.0', licenseClass: 'permissive',
  languages: ['de'], downloads: 1200, likes: 3, created: '2024-05-01', parameters: 7e9, parametersFrom: 'name', formats: ['safetensors'], bits: null, architecture: null, gated: false, kind: 'base', copies: 1, ...more,
});
const hit = (more = {}, of = {}) => ({ doc: 0, id: 'acme/small-7b', score: 1, reasons: ['name'], matched: ['small'], copies: 0, record: record(of), ...more });
const acts = { pick() {}, copies() {}, owner() {} };

test('"fits 8 GB, code, apache" is one link, and comes back as filters', () => {
  const url = searchURL({ q: 'code', license: ['Apache-2.0'], fits: '8GB' });
  assert.equal(url, 'search.html#q=code&license=Apache-2.0&fits=8GB');
  const state = stateOf(url.slice(url.indexOf('#')));
  assert.deepEqual(filtersOf(state), { license: ['Apache-2.0'], fits: '8GB', at: '16' });
  assert.equal(`search.html#${hashOf(state)}`, url);
});

test('defaults are left out, what has no meaning is left out of the filters', () => {
  assert.equal(hashOf(stateOf('')), '');
  assert.deepEqual(filtersOf({ ...defaults, minParameters: 'many', createdFrom: 'yesterday', fits: 'my laptop', bits: ['four'] }), {});
  assert.equal(isFiltered(stateOf('#at=4')), false, 'how memory is reckoned filters nothing by itself');
  assert.equal(stateOf('#at=7').at, '16');
  assert.deepEqual(filtersOf(stateOf('#minParameters=1B&maxParameters=7.5B&minLikes=10&createdFrom=2024-01-01&gated=true&bits=4')),
    { bits: [4], gated: true, minParameters: 1e9, maxParameters: 7.5e9, minLikes: 10, createdFrom: '2024-01-01' });
});

test('what an address says without meaning is not there, so that no sentence tells of it', () => {
  const odd = ['fits=-1GB', 'fits=1e9GB', `fits=${'9'.repeat(400)}GB`, 'fits=my+laptop', 'minLikes=-5', 'minLikes=1e400', `maxBytes=${'9'.repeat(400)}`, 'minParameters=NaN',
    'createdFrom=2024-02-31', 'createdTo=9999-99-99', 'gated=maybe', 'bits=-1', 'bits=1e99', 'bits=0', '__proto__=1', 'at=3', 'sort=evil', 'view=globe'];
  for (const part of odd) assert.deepEqual(stateOf(`#${part}`), defaults, part);
  assert.deepEqual(stateOf('#gated=maybe,true&bits=4,x').gated, ['true']);
  assert.deepEqual(stateOf('#gated=maybe,true&bits=4,x').bits, ['4']);
  assert.equal(stateOf('#createdFrom=2024-02-29').createdFrom, '2024-02-29');
});

test('half a character goes into no address', () => {
  assert.equal(hashOf({ ...defaults, q: 'a\ud83d' }), 'q=a%EF%BF%BD');
  assert.equal(searchURL({ q: `${'a'.repeat(199)}\u{1F600}`.slice(0, 200) }), `search.html#q=${'a'.repeat(199)}%EF%BF%BD`);
  assert.equal(stateOf(`#${hashOf({ ...defaults, q: '\u{1F600}' })}`).q, '\u{1F600}');
});

test('where files could not be read nothing is said to be nowhere', () => {
  const notes = [{ kind: 'damaged', text: 'One file of the index (d0000) is damaged.', about: 'd0000' }];
  const said = toHTML(nothing({ notes, hits: [], total: 90 }, { ...defaults, q: 'whisper' }, {}));
  assert.match(said, /may lie in files that could not be read/);
  assert.doesNotMatch(said, /Nothing is called/);
});

test('what turns the direction of writing does not turn our sentence', () => {
  const said = toHTML(nothing({ notes: [], hits: [], total: 0 }, { ...defaults, q: '\u202eabc\u0000' }, {}));
  assert.match(said, /Nothing is called “\ufffdabc\ufffd”/);
});

test('numbers as people write them', () => {
  assert.deepEqual(['7B', '1.5 M', '300k', '2GB', '12', 'x', ''].map(numberOf), [7e9, 1.5e6, 3e5, 2e9, 12, null, null]);
});

test('ids go into an address and come out, hostile ones too', () => {
  assert.deepEqual(idsOf(modelPage('openai/whisper-large-v3').slice('model.html'.length)), ['openai/whisper-large-v3']);
  const odd = ['a/b', probe, 'gpt2', '100%'];
  assert.deepEqual(idsOf(comparePage(odd).slice('compare.html'.length)), odd);
  assert.deepEqual(idsOf('#a/b,,a/b, c/d'), ['a/b', 'c/d']);
  assert.deepEqual(idsOf('#100%/x'), ['100%/x'], 'a lone percent sign is taken as it stands');
  assert.deepEqual(idsOf(''), []);
});

test('what matched is marked: case, accents, parts, one letter only where it stands alone', () => {
  assert.deepEqual(pieces('nemotron-Speech-600m', ['speech']), [['nemotron-', false], ['Speech', true], ['-600m', false]]);
  assert.deepEqual(pieces('Müller', ['muller']), [['Müller', true]]);
  assert.deepEqual(pieces('Llama-3-30b', ['3', 'llama']), [['Llama', true], ['-', false], ['3', true], ['-30b', false]]);
  assert.deepEqual(pieces('\u{1F600}-ok', ['ok']), [['\u{1F600}-', false], ['ok', true]]);
  assert.deepEqual(pieces('abc', []), [['abc', false]]);
  assert.deepEqual(pieces('', ['x']), []);
});

test('the better value is marked only where both were counted alike', () => {
  const of = (...pairs) => pairs.map(([value, basis]) => ({ value, basis }));
  assert.equal(bestOf(of([3, 'a'], [5, 'a'], [null, 'b']), 'more'), 1);
  assert.equal(bestOf(of([3, 'a'], [5, 'a']), 'less'), 0);
  assert.equal(bestOf(of([3, 'a'], [5, 'b']), 'more'), -1, 'on other days');
  assert.equal(bestOf(of([3, null], [5, null]), 'more'), -1, 'nobody knows when');
  assert.equal(bestOf(of([5, 'a'], [5, 'a']), 'more'), -1, 'equal');
  assert.equal(bestOf(of([5, 'a'], [null, 'a']), 'more'), -1, 'alone');
});

test('recent queries: each once, the latest first, without what it grew from', () => {
  assert.deepEqual(withQuery(['bert', 'whisper'], 'Whisper'), ['Whisper', 'bert']);
  assert.deepEqual(withQuery(['lla', 'bert'], 'llama'), ['llama', 'bert']);
  assert.deepEqual(withQuery(['bert'], ' x '), ['bert']);
  assert.equal(withQuery(['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7', 'h8'], 'new').length, 8);
  assert.equal(withQuery([], 'y'.repeat(9999))[0].length, 200);
});

test('counts and reasons in words', () => {
  const space = '\u00a0';
  assert.deepEqual(countWords({ total: 14, exact: true, unknownSize: 7 }, { fits: '8GB', at: '16' }), ['', '14', ` models that fit 8${space}GB at 16 bit; 7 more of unknown size`]);
  assert.deepEqual(countWords({ total: 1, exact: false }, { fits: '', at: '16' }), ['at least ', '1', ' model']);
  assert.deepEqual(countWords({ total: 0, exact: true }, { fits: '', at: '16' }), ['', 'No', ' models']);
  assert.equal(reasonWords(['popular', 'name']), 'the name says it, much used');
  assert.equal(reasonWords(['new-kind-of-reason']), '');
  assert.equal(valueName('language', 'de'), 'German');
  assert.equal(valueName('task', 'text-generation'), 'text generation');
  assert.equal(valueName('modality', 'none'), 'No task stated');
});

test('an address may hold a choice that is none, and a value in any case', () => {
  assert.deepEqual(['sort', 'view', 'at'].map((key) => stateOf('#sort=rising&view=globe&at=3')[key]), ['best', 'list', '16']);
  assert.equal(stateOf('#sort=likes&view=map').sort, 'likes');
  assert.deepEqual(asListed([{ value: 'Apache-2.0', count: 4 }], ['apache-2.0', 'mit']), ['Apache-2.0', 'mit']);
});

test('what was also taken for another spelling is told, and can be switched off and on', () => {
  const answer = (more) => ({ hits: [hit({ reasons: ['spelling'] })], corrections: [], notes: [], ...more });
  const said = (a, state) => saidOf(a, { ...defaults, ...state }, () => {}).map(toHTML).join('');
  assert.match(said(answer(), { q: 'lama <3' }), /spelled nearly so.*<i>lama &lt;3<\/i> only/);
  assert.equal(said(answer({ hits: [hit()] }), { q: 'lama' }), '');
  assert.match(said(answer({ hits: [hit()] }), { q: 'lama', exact: '1' }), /Only what is spelled <i>lama<\/i>.*Also what/);
  assert.match(said(answer({ corrections: [{ from: 'lama', to: 'llama' }] }), { q: 'lama' }), /Results for <b>llama<\/b>/);
});

test('a number does not stand on the line of the reader’s memory', () => {
  const xs = (own) => [...toHTML(memoryBars([[16, 8e9], [8, 4e9]], 16, own)).matchAll(/num halo" x="([0-9.]+)"|x1="([0-9.]+)"/g)].map((m) => Number(m[1] || m[2]));
  const [gate, first] = xs(9.5e9);
  assert.ok(first > gate, `${first} behind ${gate}`);
  assert.ok(xs(7e9)[0] < xs(7e9)[1] && xs(null)[0] > 46);
});

test('the parts of a list are told apart by the hits, not by counts', () => {
  const full = (doc) => hit({ doc, isFull: true, isRelated: false });
  const some = (doc) => hit({ doc, isFull: false, isRelated: false });
  const related = (doc) => hit({ doc, isFull: false, isRelated: true });
  const shape = (hits, q = 'a b') => withHeadings(hits, q).map((part) => (typeof part === 'string' ? part : part.doc));
  assert.deepEqual(shape([full(1), full(2)]), [1, 2]);
  assert.deepEqual(shape([full(1), some(2), related(3), related(4)]), [1, 'These match only some of the words', 2, 'These have none of the words, but a task that goes with them', 3, 4]);
  assert.deepEqual(shape([some(2)]), ['No model matches every word; these match some', 2]);
  assert.deepEqual(shape([related(3)], 'voice'), ['No model says this word; these have a task that goes with it', 3]);
  assert.deepEqual(shape([]), []);
  const both = merged([full(1), some(2), related(3)], [full(1), full(4)]);
  assert.deepEqual(both.map((h) => h.doc), [1, 4, 2, 3], 'more matches stand before what matches less');
  assert.equal(fullCount(both), 2);
  assert.equal(reasonWords(['hint', 'popular']), 'its task goes with it, much used');
});

test('a hostile record is only ever text', () => {
  const html = toHTML(row(hit({ id: probe, matched: ['script', '<b>'], copies: 11 }, { id: probe, owner: '"><img src=x onerror=alert(1)>', name: '<script>alert(1)</script>', task: '<i>', license: '</span><b>' }), { ...defaults, q: 'script' }, acts));
  assert.ok(!/<script|<img|<i>|<b><|onerror=alert\(1\)>/.test(html.replace(/&[a-z#0-9]+;/g, '')), html);
  assert.ok(html.includes('and 11 copies'));
});

test('unknown is unknown: no size, no estimate, no invented fact', () => {
  const bare = record({ task: null, modality: 'none', library: null, license: null, licenseClass: 'none', languages: [], downloads: null, likes: null, created: null, parameters: null, parametersFrom: null, formats: [], kind: null, gated: null });
  const html = toHTML(row({ ...hit(), record: bare }, { ...defaults, q: 'x', fits: '8GB' }, acts));
  for (const word of ['no task stated', 'license unknown', 'no estimate']) assert.ok(html.includes(word), word);
  assert.ok(!html.includes('≈'));
  assert.ok(factsOf(bare).every((g) => g.facts.every((f) => f.pieces.length === 0)), JSON.stringify(factsOf(bare)));
  assert.equal(sentenceOf(bare), 'A model of unknown size by acme, under a license that is not known here.');
});

test('each fact says where it comes from', () => {
  const facts = factsOf(record({ countedOn: '2024-07-11', details: { bases: [], datasets: ['c4'], papers: ['1706.03762'], tags: [], licenseRaw: 'apache-2.0', downloadsAllTime: null, storageBytes: 5e9, fileCount: 12, modified: '2024-06-01', removed: null } })).flatMap((g) => g.facts);
  const of = (name) => facts.find((f) => f.name === name);
  assert.match(of('Parameters').from, /its name/);
  assert.match(of('License').from, /spells it “apache-2.0”/);
  assert.match(of('Likes').from, /11.Jul.2024/);
  assert.equal(of('Papers').pieces[0].href, 'https://arxiv.org/abs/1706.03762');
  assert.ok(facts.every((f) => f.from.length > 0));
});

test('nothing found: the filters to loosen, with what each would give', () => {
  const answer = { total: 0, exact: true, partial: false, hits: [], corrections: [], notes: [{ kind: 'filters', text: '', about: 'license', count: 12 }] };
  const html = toHTML(nothing(answer, { ...defaults, q: 'code', license: ['MIT'], task: ['translation'], fits: '8GB' }, { drop() {}, clear() {} }));
  assert.ok(html.includes('MIT') && html.includes('12 models'), html);
  assert.ok(!html.includes('>translation'), 'loosening the task alone would give nothing');
  const all = toHTML(nothing({ ...answer, notes: [] }, { ...defaults, license: ['MIT'], fits: '8GB' }, { drop() {}, clear() {} }));
  assert.ok(all.includes('MIT') && all.includes('fits 8'));
  assert.ok(toHTML(nothing({ ...answer, notes: [] }, { ...defaults, q: '<script>' }, { drop() {}, clear() {} })).includes('“&lt;script&gt;”'));
});

test('what a correction did is said, and no more', () => {
  const says = (q, corrections) => saidOf({ total: 1, exact: true, partial: false, hits: [], corrections, notes: [] }, { ...defaults, q }, () => {}).map(toHTML).join('').replace(/<\/?(?:p|b|i|button)[^>]*>/g, '');
  assert.equal(says('llama', []), '');
  assert.equal(says('Lama 3 instuct', [{ from: 'lama', to: 'llama', also: false }, { from: 'instuct', to: 'instruct', also: false }]), 'Results for llama 3 instruct. Search for Lama 3 instuct instead');
  assert.equal(says('lama', [{ from: 'lama', to: 'llama', also: true }]), 'Also searched for llama. Search only for lama');
  assert.equal(says('smal lama', [{ from: 'smal', to: 'small', also: false }, { from: 'smal', to: 'smol', also: false }, { from: 'lama', to: 'llama', also: true }]),
    'Results for small lama. Also searched for smol and llama. Search for smal lama instead');
  assert.ok(saidOf({ total: 0, corrections: [{ from: 'a', to: '<img>', also: true }], notes: [], hits: [] }, { ...defaults, q: 'a' }, () => {}).map(toHTML).join('').includes('&lt;img&gt;'));
});
