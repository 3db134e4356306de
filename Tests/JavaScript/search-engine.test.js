/** The engine over a small invented index: answers against a plain reading of the models, filters, facets, vectors. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toldCorrections } from '../../assets/js/search/told.js';
import { FORMATS, LANGUAGES, LICENSES, TASKS, invent, makeIndex, open, openCounting, roundedCode, termsOf } from './search-world.js';

const synonyms = JSON.parse(readFileSync(new URL('../../assets/search/synonyms.json', import.meta.url), 'utf8'));
const index = makeIndex(invent(300), synonyms);
const { models } = index;
const engine = open(index);
const numbers = (predicate) => models.flatMap((m, doc) => (predicate(m) ? [doc] : []));
const having = (...terms) => (m) => { const has = termsOf(m); return terms.every((t) => has.has(t)); };
const search = (query, more = {}) => engine.search({ query, typing: false, ...more });

test('a known name is found, also mistyped, split by a slash, or begun', async () => {
  const target = 'meta-llama/Meta-Llama-3-8B-Instruct';
  for (const query of ['Meta-Llama-3-8B-Instruct', target, 'lama 3 instuct', 'llama3 8b', 'meta llama instruct']) {
    const answer = await search(query);
    assert.equal(answer.hits[0].id, target, query);
    assert.ok(answer.hits[0].reasons.includes('name'), query);
  }
  const typo = await search('lama 3 instuct');
  assert.deepEqual(typo.corrections, [{ from: 'lama', to: 'llama', also: false }, { from: 'instuct', to: 'instruct', also: false }]);
  assert.ok(typo.hits[0].reasons.includes('spelling'));
  assert.deepEqual(typo.hits[0].matched.filter((w) => w === 'llama' || w === 'instruct'), ['llama', 'instruct']);
  assert.deepEqual((await search('lama 3 instuct', { correct: false })).corrections, []);
  const begun = await engine.search({ query: 'Meta-Llama instr' });
  assert.equal(begun.hits[0].id, target);
});

test('a correction is told when a first hit is owed to it, and no other', async () => {
  const hit = (id) => ({ record: { id, owner: id.split('/')[0], task: null, library: null, license: null, languages: [], formats: [], architecture: null } });
  const told = (corrections, words, ids) => toldCorrections({ corrections, positions: words.map((word) => ({ word, isRequired: true })) }, ids.map(hit));
  const rare = { from: 'lama', to: 'llama', isKnown: true };
  const unknown = { from: 'instuct', to: 'instruct', isKnown: false };
  assert.deepEqual(told([rare], ['lama'], ['a/llama-3', 'b/lama-x']), [{ from: 'lama', to: 'llama', also: true }]);
  assert.deepEqual(told([rare], ['lama'], ['b/lama-x', 'b/lama-and-llama']), []);
  assert.deepEqual(told([rare], ['lama', 'llama'], ['a/llama-3']), [], 'it was typed itself');
  assert.deepEqual(told([unknown], ['instuct'], ['a/x-instruct']), [{ from: 'instuct', to: 'instruct', also: false }]);
  assert.deepEqual(told([unknown], ['instuct'], ['a/x-instruct', 'a/x-instuct']), [{ from: 'instuct', to: 'instruct', also: true }]);
  assert.deepEqual(told([unknown], ['instuct'], []), []);
  assert.deepEqual(told([unknown], ['instuct'], [...Array(10).fill('a/other'), 'a/instruct']), [], 'beyond the first ten');
});

test('all matches of words and of phrases, whole lists of long terms read', async () => {
  for (const [query, terms] of [['whisper', ['whisper']], ['llama chat', ['llama', 'chat']], ['german speech recognition', null]]) {
    const { docs, exact } = await engine.matches({ query, typing: false });
    assert.ok(exact);
    const stated = terms ? numbers(having(...terms)) : numbers((m) => {
      const has = termsOf(m);
      return (has.has('german') || has.has('#lang:de')) && (has.has('#automatic-speech-recognition') || (has.has('speech') && has.has('recognition')));
    });
    assert.deepEqual([...docs].filter((d) => !stated.includes(d) && !has(query, d)), []);
    assert.deepEqual(stated.filter((d) => !docs.includes(d)), []);
  }
  /** What joins of two words add. */
  function has(query, doc) { return [...termsOf(models[doc]).keys()].some((t) => query.replaceAll(' ', '').includes(t)); }
});

test('the best hits come full matches first, near-copies folded under the first', async () => {
  const { hits, partial } = await search('llama chat', { top: 50 });
  const firstPartial = hits.findIndex((h) => !h.isFull);
  if (firstPartial >= 0) assert.ok(hits.slice(firstPartial).every((h) => !h.isFull));
  assert.equal(partial, firstPartial >= 0);
  assert.equal(new Set(hits.map((h) => h.id)).size, hits.length);
  const copied = (await search('', { top: 200 })).hits.find((h) => h.copies > 0);
  assert.ok(copied);
  const others = await engine.copies(copied.doc);
  assert.equal(others.length, copied.copies);
  const all = await search('', { top: 200 });
  assert.ok(others.every((o) => o.copies === copied.record.copies && !all.hits.some((h) => h.id === o.id)));
});

test('a quick answer takes two trips, and says whether it is the whole one', async () => {
  const world = makeIndex(invent(3000), synonyms);
  const seen = { complete: 0, more: 0 };
  for (const query of ['llama', 'whisper small', 'german chat', 'bert 2999', 'tiny vision large', 'meta llama 3 instruct', 'speech recognition', 'qqq']) {
    const { engine: fresh, counts } = openCounting(world);
    await fresh.about();
    counts.take();
    const quick = await fresh.search({ query, typing: false, quick: true });
    // The words come beside the manifest on a page; here they are a trip of their own.
    assert.ok(counts.take().trips <= 3, query);
    const whole = await fresh.search({ query, typing: false });
    const { trips } = counts.take();
    assert.equal(whole.isComplete, true);
    if (quick.isComplete) {
      assert.deepEqual(quick, whole, query);
      assert.equal(trips, 0, query);
    }
    seen[quick.isComplete ? 'complete' : 'more'] += 1;
  }
  assert.ok(seen.complete > 0 && seen.more > 0, JSON.stringify(seen));
});

test('filters come before ranking, and say which to loosen where nothing is left', async () => {
  const filters = { license: 'apache-2.0', language: ['de', 'pl'], maxParameters: 50e9, minLikes: 0 };
  const passes = (m) => m.license === 0 && m.languages.some((l) => l > 0) && m.parameters >= 0 && m.parameters <= 50e9 && m.likes >= 0;
  const { docs } = await engine.matches({ query: '', filters });
  assert.deepEqual([...docs], numbers(passes));
  const answer = await search('', { filters, top: 200 });
  assert.ok(answer.hits.length > 0 && answer.hits.every((h) => passes(models[h.doc])));
  const ranked = await search('llama', { filters: { gated: true }, top: 100 });
  assert.ok(ranked.hits.length > 0 && ranked.hits.every((h) => h.record.gated === true));
  const owned = await search('llama', { filters: { owner: 'The-Lab' }, top: 100 });
  assert.ok(owned.hits.length > 0 && owned.hits.every((h) => h.record.owner === 'The-Lab'));
  const none = await search('whisper', { filters: { minDownloads: 1e9 } });
  assert.deepEqual(none.notes.map((n) => [n.kind, n.about, n.count]), [['filters', 'downloads', numbers(having('whisper')).length]]);
  const several = await search('whisper', { filters: { minDownloads: 1e9, minLikes: 1e9 } });
  assert.match(several.notes[0].text, /downloads, likes/);
});

test('every filter leaves what a plain reading leaves', async () => {
  const gb = (m, bits) => (m.kind === 2 || m.library === 1 || m.parameters < 0 ? Infinity : m.parameters * bits);
  const cases = [
    [{ task: 'automatic-speech-recognition' }, (m) => m.task === 1], [{ modality: 'nlp' }, (m) => m.task === 0 || m.task === 2],
    [{ modality: ['none'] }, (m) => m.task < 0], [{ library: 'PEFT' }, (m) => m.library === 1], [{ licenseClass: 'open' }, (m) => m.license === 0 || m.license === 1],
    [{ format: 'gguf' }, (m) => (m.formats & 2) > 0], [{ kind: 'derived' }, (m) => m.kind > 0], [{ kind: ['base', 'merge'] }, (m) => m.kind === 0 || m.kind === 4],
    [{ bits: 4 }, (m) => m.bits === 4], [{ gated: false }, (m) => m.gating === 1], [{ gated: 'true' }, (m) => m.gating > 1],
    [{ createdFrom: '2022-03-10', createdTo: '2022-04-01' }, (m) => m.created >= 2 + 2 * 8 && m.created <= 2 + 2 * 30],
    [{ minParameters: '1000000000' }, (m) => m.parameters >= 1e9], [{ minDownloads: 100 }, (m) => m.downloads >= 100],
    [{ task: 'no such task' }, () => false], [{ fits: '1000000GB' }, (m) => gb(m, 1) < Infinity], [{ fits: '0.1' }, () => false],
    [{ createdFrom: 'no day', minLikes: 'none', sort: 7 }, () => true],
  ];
  for (const [filters, passes] of cases) {
    const { docs } = await engine.matches({ query: '', filters });
    assert.deepEqual([...docs], numbers(passes), JSON.stringify(filters));
  }
});

test('facets are exact, each under the other filters', async () => {
  const counted = (list, value) => (list.find((v) => v.value === value) || { count: 0 }).count;
  const whole = await engine.facets({ query: '' });
  assert.equal(whole.total, models.length);
  const filters = { license: 'mit' };
  for (const [query, isMatch] of [['', () => true], ['llama', having('llama')]]) {
    const { counts, total, exact } = await engine.facets({ query, filters, typing: false });
    const left = models.filter(isMatch).filter((m) => m.license === 1);
    assert.ok(exact);
    assert.equal(total, left.length);
    TASKS.forEach(([task], code) => assert.equal(counted(counts.task, task), left.filter((m) => m.task === code).length));
    LICENSES.forEach(([license], code) => assert.equal(counted(counts.license, license), models.filter(isMatch).filter((m) => m.license === code).length));
    LANGUAGES.forEach((language, code) => assert.equal(counted(counts.language, language), left.filter((m) => m.languages.includes(code)).length));
    FORMATS.forEach((format, bit) => assert.equal(counted(counts.format, format), left.filter((m) => m.formats & (1 << bit)).length));
    assert.equal(counted(counts.modality, 'none'), left.filter((m) => m.task < 0).length);
    assert.equal(counted(counts.gated, 'true'), left.filter((m) => m.gating > 1).length);
  }
  // Of the whole collection the manifest knows them; they are the same as counted.
  const all = await engine.facets({ query: '', filters: { minLikes: -1 } });
  for (const facet of Object.keys(whole.counts)) assert.deepEqual(whole.counts[facet], all.counts[facet], facet);
  const fits = await engine.facets({ query: '', filters: { fits: '1000000' } });
  assert.equal(fits.unknownSize, models.filter((m) => m.parameters < 0 || m.kind === 2 || m.library === 1).length);
});

test('other orders, pages of results', async () => {
  const keys = { downloads: (m) => -m.downloads, likes: (m) => -m.likes, small: (m) => (m.parameters < 0 ? Infinity : m.parameters), new: (m) => (m.created < 2 ? Infinity : -m.created) };
  for (const [sort, key] of Object.entries(keys)) {
    const { hits } = await search('llama', { sort, top: 100 });
    const found = hits.map((h) => key(models[h.doc]));
    // Sizes are sorted by three digits.
    const near = (a, b) => a <= b || (sort === 'small' && a <= b * 1.01);
    assert.ok(hits.length > 10 && found.every((k, i) => i === 0 || near(found[i - 1], k)), sort);
  }
  const [whole, page] = [await search('llama', { top: 12 }), await search('llama', { top: 6, offset: 6 })];
  assert.deepEqual(page.hits.map((h) => h.id), whole.hits.slice(6).map((h) => h.id));
});

test('what only a hint found is related: it comes last, is no match and is not counted', async () => {
  const isASR = (m) => m.task === 1;
  for (const filters of [{}, { license: 'mit' }]) {
    const alone = await search('voice', { filters, top: 200 });
    assert.deepEqual([alone.total, alone.exact, alone.partial], [0, true, true]);
    assert.equal((await engine.facets({ query: 'voice', filters, typing: false })).total, 0);
    assert.ok(alone.hits.length > 10 && alone.hits.every((h) => h.isRelated && !h.isFull && h.reasons.includes('hint') && isASR(models[h.doc])));
  }
  const { hits, total } = await search('tiny voice', { top: 200 });
  const rank = (h) => (h.isFull ? 0 : h.isRelated ? 2 : 1);
  assert.ok(hits.every((h, i) => i === 0 || rank(hits[i - 1]) <= rank(h)));
  assert.ok(hits.some((h) => rank(h) === 1) && hits.some((h) => rank(h) === 2));
  assert.equal(total, 0);
  const spoken = hits.find((h) => rank(h) === 1 && isASR(models[h.doc]));
  assert.ok(spoken.reasons.includes('name') && spoken.reasons.includes('hint'));
  assert.ok(!(await search('speech', { top: 50 })).hits.some((h) => h.isFull && h.reasons.includes('hint')), 'a match needs no hint');
});

test('other orders are those of a full sort, and read no more than they need', async () => {
  const world = makeIndex(invent(2600), synonyms, { longest: 400, orderLength: 440 });
  const all = world.models;
  const root = (m) => (m.original ? root(m.original) : m);
  const keys = {
    downloads: (m) => -m.downloads, likes: (m) => -m.likes, new: (m) => (m.created < 2 ? Infinity : -m.created),
    small: (m) => (m.parameters < 0 ? Infinity : roundedCode(m.parameters)), large: (m) => (m.parameters < 0 ? Infinity : -roundedCode(m.parameters)),
  };
  const cases = [['', {}, () => true], ['', { license: 'mit' }, (m) => m.license === 1], ['llama', {}, having('llama')], ['bert', { minLikes: 1 }, (m) => having('bert')(m) && m.likes >= 1]];
  let read = 0;
  const engineOf = () => open(world, (file, script) => { read += /^[fn]/.test(file) ? 1 : 0; return script; });
  for (const [query, filters, isMatch] of cases) {
    for (const [sort, key] of Object.entries(keys)) {
      const docs = all.flatMap((m, doc) => (isMatch(m) ? [doc] : []));
      docs.sort((a, b) => (key(all[a]) === key(all[b]) ? a - b : key(all[a]) - key(all[b])));
      const seen = new Set();
      const wanted = docs.filter((doc) => !seen.has(root(all[doc])) && seen.add(root(all[doc]))).slice(0, 30);
      read = 0;
      const { hits, total, exact } = await engineOf().search({ query, filters, sort, top: 30, typing: false });
      assert.deepEqual(hits.map((h) => h.doc), wanted, `${query} ${JSON.stringify(filters)} ${sort}`);
      assert.ok(exact ? total === docs.length : total < docs.length, `${query} ${sort} ${total}`);
      // Of a column there are four files of 128 models and five of 512; the newest, smallest and largest of all are in lists.
      if (docs.length === all.length) assert.ok(read <= (sort === 'downloads' ? 6 : sort === 'likes' ? 9 : 0), `${sort}: ${read} files`);
    }
  }
});

test('a query without letters or digits says so', async () => {
  const about = async (query) => (await engine.search({ query })).notes.map((n) => n.text);
  assert.deepEqual(await about('!!! \u0000'), ['The query has no letters or digits, so nothing is looked for.']);
  assert.deepEqual(await about('  '), []);
});

test('records, whole ones, by number and by id', async () => {
  for (const doc of [0, 31, 32, 150, models.length - 1]) {
    const m = models[doc];
    assert.equal(await engine.lookup(m.id), doc);
    const record = await engine.record(m.id);
    assert.equal(record.id, m.id);
    assert.deepEqual([record.downloads, record.likes, record.parameters], [m.downloads, m.likes, m.parameters].map((v) => (v < 0 ? null : v)));
    assert.deepEqual([record.task, record.languages, record.bits], [m.task < 0 ? null : TASKS[m.task][0], m.languages.map((l) => LANGUAGES[l]), m.bits < 0 ? null : m.bits]);
    assert.deepEqual(record.details.tags, ['<b>tag</b>', 'タグ']);
    assert.deepEqual(record.details.datasets, [`set of ${m.id}`]);
    assert.deepEqual(record.details.bases, m.kind > 0 ? [{ id: 'base/model', relation: record.kind }] : []);
    assert.equal(record.details.fileCount, 7);
  }
  const [first] = await engine.records([0]);
  assert.deepEqual(first.observations, [{ day: '2022-03-12', downloads: 5, likes: null }, { day: '2022-04-11', downloads: 8, likes: 3 }]);
  assert.equal(await engine.lookup('nobody/nothing'), null);
  const { id } = index.models[5];
  assert.equal(await engine.lookup(id.toUpperCase()), await engine.lookup(id), 'capitals do not matter');
  assert.equal(await engine.record('!!!'), null);
  assert.deepEqual(await engine.records([-1, 1e9, 'x/y', 1.5]), [null, null, null, null]);
});

test('similar models: the nearest groups, never its own; related ones to a query', async () => {
  const doc = 3;
  const { hits } = await engine.similar(doc, { top: 20 });
  assert.equal(hits.length, 20);
  assert.ok(hits.every((h, i) => h.doc !== doc && h.similarity <= 1 && (i === 0 || h.similarity <= hits[i - 1].similarity)));
  const copies = (await engine.copies(doc)).map((r) => r.doc);
  assert.ok(!hits.some((h) => copies.includes(h.doc)));
  const open_ = await engine.similar(models[doc].id, { top: 5, filters: { licenseClass: 'open' } });
  assert.ok(open_.hits.length > 0 && open_.hits.every((h) => h.record.licenseClass === 'open'));
  const shown = await search('whisper');
  const more = await engine.related({ query: 'whisper', typing: false });
  assert.ok(more.hits.length > 0 && more.hits.every((h) => !shown.hits.some((s) => s.id === h.id) && h.reasons.includes('meaning')));
});

test('a similar model stands for its group, and no model is counted twice', async () => {
  const list = invent(80);
  // Another model says the same of itself under a name of its own, and has a copy.
  Object.assign(list[8], { original: list[7] });
  Object.assign(list[9], { original: list[7], id: `copier-9/${list[7].id.split('/')[1]}` });
  const world = makeIndex(list, synonyms);
  const ask = (id, more = {}) => open(world).similar(id, { top: 100, ...more });
  const stoodFor = ({ hits }) => hits.reduce((sum, h) => sum + 1 + h.alike, 0);
  const others = (id, passes = () => true) => {
    const own = world.models.find((m) => m.id === id).id.split('/')[1];
    const root = (m) => (m.original ? root(m.original) : m);
    const group = root(world.models.find((m) => m.id === id));
    return world.models.filter((m) => passes(m) && !(root(m) === group && m.id.split('/')[1] === own)).length;
  };
  const answer = await ask(list[7].id);
  assert.equal(answer.hits[0].id, list[8].id);
  assert.equal(answer.hits[0].alike, 0);
  assert.equal((await ask(list[8].id)).hits.find((h) => h.id === list[7].id || h.id === list[9].id).alike, 1);
  for (const id of [list[7].id, list[8].id, list[20].id, list[21].id]) assert.equal(stoodFor(await ask(id)), others(id), id);
  const isGerman = (m) => m.languages.includes(0);
  assert.equal(stoodFor(await ask(list[20].id, { filters: { language: LANGUAGES[0] } })), others(list[20].id, isGerman));
  const more = (await open(world).related({ query: list[7].id.split('/')[1], typing: false, top: 100 })).hits;
  assert.ok(more.length > 0 && more.every((h) => h.id !== list[8].id && h.id !== list[9].id));
});

test('no query breaks it', async () => {
  const odd = ['', ' ', 'a', '!!!', '😀🤗', '<script>alert(1)</script>', 'عربي עברית', '日本語の模型', 'x'.repeat(10000), 'llama '.repeat(3000), '\u0000\uffff\ud800', '__proto__', 'constructor', '../../etc', '@', '#', '/'];
  for (const query of odd) {
    const answer = await engine.search({ query });
    assert.ok(Array.isArray(answer.hits), query.slice(0, 20));
  }
  assert.deepEqual((await search('llama '.repeat(3000))).notes.map((n) => n.kind), ['query']);
  for (const request of [undefined, null, {}, { query: 7 }, { query: 'llama', filters: null, top: 'x', offset: -5 }, { query: {}, filters: [], top: 1e9 }, { query: 'a', filters: { task: 7, bits: 'x', fits: {}, minBytes: 'a' } }]) {
    assert.ok(Array.isArray((await engine.search(request)).hits));
  }
  assert.deepEqual((await engine.complete('ll')).words, ['llama']);
  assert.deepEqual((await engine.complete('')).words, []);
});
