import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, laidOut, sizes, table } from './world.js';
import { textWidth } from '../../assets/js/chart/labels.js';
import { kinds } from '../../assets/js/charts/index.js';

test('ribbon: quantiles stand in order on a log scale; the series is the reader’s', () => {
  const { placed, words } = laidOut(kinds.ribbon, sizes());
  for (const p of placed.points) assert.ok(p.p90 < p.p75 && p.p75 < p.p50 && p.p50 < p.p25 && p.p25 < p.p10);
  assert.equal(words.title, 'The middle model grew from 100\u00a0M to 1\u00a0B parameters');
  const cv = laidOut(kinds.ribbon, sizes(), { series: 'cv' });
  assert.equal(cv.words.title, 'The middle vision model of Q2\u00a02022 had 3\u00a0M parameters');
  assert.equal(cv.shown.values.count.length, 1);
  assert.equal(laidOut(kinds.ribbon, sizes(), { series: 'nonsense' }).series.key, 'all');
});

test('skyline: the most liked stands highest, undated models have no needle', () => {
  const fig = figure('skyline', table('sky', { id: ['modelID', ['a/x', 'b/y', 'c/z']], createdOn: ['day', ['2023-01-01', '2024-01-01', null]], likes: ['count', [5, 50, 900]], modality: ['category', ['nlp', 'cv', 'nlp']] }), { role: 'skyline', channels: { x: 'createdOn', y: 'likes' } });
  const { series, placed, words } = laidOut(kinds.skyline, fig);
  assert.deepEqual(series.rows.map((r) => r.id), ['b/y', 'a/x']);
  assert.ok(placed.needles[0].y < placed.needles[1].y && placed.needles[1].y < placed.ground);
  assert.equal(words.title, 'y stands highest with 50 likes');
  assert.deepEqual(kinds.skyline.legend(series, fig, {}).map((c) => c.key), ['nlp', 'cv']);
});

test('bars: greatest first, lengths in proportion', () => {
  const fig = figure('bars', table('b', { label: ['text', ['one', 'two']], value: ['count', [10, 40]] }), { role: 'story', channels: { label: 'label', value: 'value' } });
  const { placed } = laidOut(kinds.bars, fig, {}, 362);
  assert.deepEqual(placed.bars.map((b) => b.label), ['two', 'one']);
  assert.ok(Math.abs(placed.bars[0].w / placed.bars[1].w - 4) < 1e-9);
});

test('bars: names stand beside where there is room, and a share behind its number', () => {
  const fig = figure('bars', table('b', { label: ['text', ['one', 'a longer name']], value: ['count', [10, 40]], share: ['share', [0.2, 0.8]] }), { channels: { label: 'label', value: 'value', share: 'share' } });
  const wide = laidOut(kinds.bars, fig, {}, 1152).placed;
  assert.ok(wide.left > textWidth('a longer name') && wide.bars[0].top > wide.bars[0].y && wide.bars[1].y - wide.bars[0].y === 28);
  assert.deepEqual(wide.bars.map((b) => b.text + b.part), ['40\u2002' + '80.0\u202f%', '10\u2002' + '20.0\u202f%']);
  assert.ok(wide.left + wide.bars[0].w + textWidth('40 80.0 %') < 1152);
  assert.equal(laidOut(kinds.bars, fig, {}, 358).placed.left, 0);
});

test('bars: what the figure names as last comes after all, hollow, and the table keeps its other columns', () => {
  const fig = figure('bars', table('b', { label: ['text', ['unknown', 'one', 'rest', 'two']], value: ['count', [90, 10, 50, 40]], likes: ['count', [1, 2, 3, 4]] }), { channels: { label: 'label', value: 'value' }, options: { last: ['rest', 'unknown'] } });
  const { placed, shown } = laidOut(kinds.bars, fig);
  assert.deepEqual(placed.bars.map((b) => [b.label, b.rest]), [['two', false], ['one', false], ['rest', true], ['unknown', true]]);
  assert.deepEqual(shown.values, { label: ['two', 'one', 'rest', 'unknown'], value: [40, 10, 50, 90], likes: [4, 2, 3, 1] });
});

test('adoption: both bars are full, and no cut is too thin to see', () => {
  const fig = figure('adoption', table('a', { label: ['text', ['top', 'next', 'rest']], models: ['count', [1, 99, 99900]], share: ['share', [0.6, 0.3, 0.1]] }), { role: 'story', channels: { label: 'label', value: 'models', share: 'share' } });
  const { placed, words } = laidOut(kinds.adoption, fig, {}, 362);
  const last = placed.cuts[2];
  assert.ok(Math.abs(last.a1 - 362) < 1e-9 && Math.abs(last.b1 - 362) < 1e-9);
  for (const c of placed.cuts) assert.ok(c.a1 - c.a0 >= 3 - 1e-9 && c.b1 - c.b0 >= 3 - 1e-9);
  assert.equal(words.title, '1 model has 60.0\u202f% of all downloads');
});

test('sparkline: ends at its last number; a tally stands for a share', () => {
  const line = figure('sparkline', table('s', { month: ['month', ['2024-01', '2024-02']], value: ['count', [1, 4]] }), { role: 'headline', channels: { x: 'month', y: 'value' } });
  const { placed, words } = laidOut(kinds.sparkline, line, {}, 204);
  assert.equal(placed.points[1][1], placed.frame.m.t);
  assert.equal(words.title, 'From 1 to 4');
  const tally = figure('sparkline', table('s', { label: ['text', ['none', 'some']], share: ['share', [0.5, 0.5]] }), { role: 'headline', channels: { x: 'label', y: 'share' }, options: { form: 'tally' } });
  assert.equal(laidOut(kinds.sparkline, tally, {}, 204).placed.needles.filter((n) => n.on).length, 30);
});

test('multiples: one that stood higher before is said alone', () => {
  const fig = (/** @type {string[]} */ names) => figure('multiples', table('m', { date: ['text', names.flatMap(() => ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'])], name: ['text', names.flatMap((n) => [n, n, n, n, n])], value: ['number', names.flatMap(() => [4, 1, 1, 1, 1])] }), { channels: { x: 'date', series: 'name', value: 'value' }, options: { one: 'family', noun: 'families', unit: 'mentions' } });
  assert.equal(laidOut(kinds.multiples, fig(['a'])).words.title, 'A stood higher before the last three months');
  assert.equal(laidOut(kinds.multiples, fig(['a', 'b'])).words.title, 'All 2 families stood higher before the last three months');
});

test('multiples: a panel a name, a date without a value breaks the line, one scale when asked', () => {
  const fig = figure('multiples', table('m', { date: ['text', ['2025-01', '2025-03', '2025-04', '2025-01']], name: ['text', ['a', 'a', 'b', 'b']], value: ['number', [4, 8, 1, 2]] }), { channels: { x: 'date', series: 'name', value: 'value' }, options: { one: 'family', noun: 'families', unit: 'mentions' } });
  const { placed, words } = laidOut(kinds.multiples, fig);
  assert.deepEqual(placed.panels.map((p) => p.values), [[4, null, 8, null], [2, null, null, 1]]);
  assert.equal(placed.panels[0].points[1], null);
  const top = (p, j) => p.ground - p.points[j][1];
  assert.ok(Math.abs(top(placed.panels[0], 2) - top(placed.panels[1], 0)) < 1e-9);
  const same = laidOut(kinds.multiples, fig, { scale: 'same' }).placed.panels;
  assert.ok(Math.abs(top(same[0], 2) / top(same[1], 0) - 4) < 1e-9);
  assert.equal(words.title, 'a had its own highest in the last three months');
});

test('every kind bears an empty table', () => {
  const empty = {
    area: table('e', { month: ['month', []], modality: ['category', []], count: ['count', []] }),
    bubble: table('e', { id: ['modelID', []], likes: ['count', []] }),
    ribbon: table('e', { quarter: ['month', []], series: ['category', []] }),
    skyline: table('e', { id: ['modelID', []], createdOn: ['day', []], likes: ['count', []] }),
    boxes: table('e', { group: ['category', []], measure: ['category', []], median: ['number', []] }),
    scatter: table('e', { id: ['modelID', []], x: ['number', []], y: ['number', []] }),
    bars: table('e', { label: ['text', []], value: ['count', []] }),
    adoption: table('e', { label: ['text', []], models: ['count', []], share: ['share', []] }),
    multiples: table('e', { x: ['text', []], y: ['number', []] }),
    race: table('e', { source: ['category', []], by: ['category', []], name: ['text', []], modality: ['category', []], date: ['text', []], count: ['count', []], posts: ['count', []] }),
    network: table('e', { name: ['text', []], ties: ['count', []], core: ['count', []], community: ['count', []], x: ['number', []], y: ['number', []], links: ['text', []] }),
    tree: table('e', { id: ['modelID', []], parent: ['count', []] }),
    matrix: table('e', { row: ['category', []], column: ['category', []], value: ['count', []] }),
    stacks: table('e', { measure: ['category', []], group: ['category', []], class: ['category', []], count: ['count', []] }),
    heat: table('e', { weekday: ['category', []], hour: ['category', []], commits: ['count', []] }),
    curves: table('e', { series: ['text', []], x: ['number', []], y: ['share', []] }),
    sparkline: table('e', { x: ['month', []], y: ['count', []] }),
    world: table('e', { community: ['owner', []], country: ['category', []], month: ['month', []], models: ['count', []] }),
  };
  assert.deepEqual(Object.keys(empty).sort(), Object.keys(kinds).sort());
  for (const [name, tab] of Object.entries(empty)) {
    const { words } = laidOut(kinds[name], figure(name, tab, { channels: { x: tab.columns[0].key, y: 'y', label: 'label', value: 'value' } }));
    assert.equal(typeof words.title, 'string', name);
    assert.doesNotMatch(`${words.title} ${words.subtitle}`, /NaN|undefined|null/, name);
  }
});

test('multiples with facets: the reader chooses what is looked at; shares lead and gain', () => {
  const fig = figure('multiples', table('m', {
    facet: ['category', ['license', 'license', 'license', 'license', 'making', 'making']], date: ['month', ['2025-01', '2025-02', '2025-01', '2025-02', '2025-01', '2025-02']],
    name: ['text', ['MIT', 'MIT', 'apache', 'apache', 'merging', 'merging']], value: ['share', [0.1, 0.3, 0.5, 0.4, 0.02, 0.01]],
  }), { channels: { x: 'date', series: 'name', value: 'value', facet: 'facet' }, options: { unit: 'Share of new models', facet: 'license', unsaid: 'none told', facets: ['license', 'Licenses', 'making', 'Ways of making'] } });
  const first = laidOut(kinds.multiples, fig);
  assert.deepEqual(first.placed.panels.map((p) => p.key), ['MIT', 'apache']);
  assert.equal(first.words.title.replace(/\s/g, ' '), 'Apache fell from 50 % to 40 % of new models; MIT gained most');
  assert.equal(first.shown.values.name.length, 4);
  assert.deepEqual(kinds.multiples.controls(fig)[0].options, [['license', 'Licenses'], ['making', 'Ways of making']]);
  assert.equal(laidOut(kinds.multiples, fig, { facet: 'making' }).words.title.replace(/\s/g, ' '), 'Merging fell from 2.0 % to 1.0 % of new models');
  assert.equal(laidOut(kinds.multiples, fig, { facet: 'nonsense' }).words.title, 'Nothing to show here');
});

test('bars: with groups the reader chooses one, which has its own words', () => {
  const fig = figure('bars', table('actors', {
    group: ['category', ['downloads', 'downloads', 'likes', 'downloads']], name: ['text', ['a-b', 'c_d', 'e', 'no known place']],
    value: ['count', [9, 5, 3, 40]], share: ['share', [0.9, 0.5, 1, null]],
  }), { channels: { label: 'name', value: 'value', share: 'share', group: 'group' }, options: { groups: ['downloads', 'likes'], names: { likes: 'By likes' }, titles: { downloads: 'a-b leads', likes: 'e leads' }, subtitles: {}, labels: 'whole', rank: true, last: ['no known place'] } });
  const at = (/** @type {any} */ state) => laidOut(kinds.bars, fig, state);
  assert.deepEqual(at({}).placed.bars.map((b) => b.name), ['1\u2002a-b', '2\u2002c_d', 'no known place']);
  assert.equal(at({}).words.title, 'a-b leads');
  assert.deepEqual(at({ group: 'likes' }).shown.values.value, [3]);
  assert.equal(at({ group: 'likes' }).words.title, 'e leads');
  // What no group is called falls back to the first.
  assert.equal(at({ group: 'x' }).words.title, 'a-b leads');
  assert.deepEqual(kinds.bars.controls(fig, {}, fig.table)[0].options, [['downloads', 'downloads'], ['likes', 'By likes']]);
});
