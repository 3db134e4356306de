import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, growth, laidOut, table } from './world.js';
import { area } from '../../assets/js/charts/area.js';
import { morph } from '../../assets/js/charts/area-morph.js';

const values = (series, key) => series.layers.find((l) => l.key === key).values;

test('stocks begin with what is before the record, fill empty months, end with the last whole one', () => {
  const { series } = laidOut(area, growth());
  assert.deepEqual(series.months, ['2022-03', '2022-04', '2022-05']);
  assert.deepEqual(values(series, 'nlp'), [11, 11, 18]);
  assert.deepEqual(values(series, 'none'), [2, 2, 2]);
  assert.deepEqual(series.totals, [13, 13, 20]);
});

test('flows leave out what has no month', () => {
  const { series } = laidOut(area, growth(), { flow: 'new' });
  assert.deepEqual(values(series, 'nlp'), [1, 0, 7]);
});

test('layers lie on each other without gap, shares fill the frame', () => {
  for (const scale of ['absolute', 'share']) {
    const { placed, frame } = laidOut(area, growth(), { scale });
    placed.layers.slice(1).forEach((l, k) => l.points.forEach((p, j) => assert.equal(p[1], placed.layers[k].points[j][2])));
    const top = placed.layers[placed.layers.length - 1].points[0][2];
    if (scale === 'share') assert.ok(Math.abs(top - frame.m.t) < 1e-6);
  }
});

test('a layer opens into its six greatest tasks and the rest', () => {
  const tasks = Array.from({ length: 9 }, (_, i) => `task-${i}`);
  const fig = figure('area', table('growth', { month: ['month', tasks.map(() => '2024-01')], task: ['category', tasks], modality: ['category', tasks.map(() => 'cv')], count: ['count', tasks.map((_, i) => 100 - i)] }), { channels: { x: 'month', series: 'modality', sub: 'task' } });
  const { series, words } = laidOut(area, fig, { open: 'cv' });
  assert.deepEqual(series.layers.map((l) => l.key), ['task-0', 'task-1', 'task-2', 'task-3', 'task-4', 'task-5', 'other tasks']);
  assert.equal(values(series, 'other tasks')[0], 94 + 93 + 92);
  assert.match(words.title, /^Of vision models, 12\u202f% are for task 0$/);
  assert.equal(laidOut(area, fig, { open: 'nonsense' }).series.open, '');
});

test('quarters stay quarters', () => {
  const fig = figure('area', table('classes', { quarter: ['month', ['2023-01', '2023-04', '2023-07']], class: ['category', ['a', 'a', 'b']], count: ['count', [1, 2, 3]] }), { channels: { x: 'quarter', series: 'class' }, options: { step: 'quarter', series: ['a', 'b'], labels: { a: 'Small', b: 'Large' }, palette: 'sequential', flow: 'new', scale: 'share' } });
  const { series, shown, words } = laidOut(area, fig);
  assert.deepEqual(series.months, ['2023-01', '2023-04', '2023-07']);
  assert.equal(shown.values.month[0], 'Q1\u00a02023');
  assert.deepEqual(shown.values.a, [1, 1, 0]);
  assert.match(words.subtitle, /in each quarter, share of the total, by class/);
});

test('the table is what is displayed', () => {
  const { shown } = laidOut(area, growth(), { scale: 'share' });
  assert.deepEqual(shown.columns.map((c) => c.key), ['month', 'nlp', 'none']);
  assert.equal(shown.values.nlp[2], 0.9);
});

test('titles fit none, one and many', () => {
  const empty = growth();
  empty.table = table('growth', { month: ['month', []], task: ['category', []], modality: ['category', []], count: ['count', []] });
  assert.equal(laidOut(area, empty).words.title, 'Nothing to show here');
  const one = figure('area', table('growth', { month: ['month', ['2024-01']], modality: ['category', ['nlp']], count: ['count', [1]] }), { channels: { x: 'month', series: 'modality' } });
  assert.equal(laidOut(area, one, { flow: 'new' }).words.title, 'January\u00a02024 brought the most: 1 model');
  assert.equal(laidOut(area, one, { scale: 'share' }).words.title, 'Language models hold 100\u202f%');
  const datasets = (/** @type {string} */ key) => figure('area', table('growth', { month: ['month', ['2024-01']], modality: ['category', [key]], count: ['count', [2]] }), { channels: { x: 'month', series: 'modality' }, options: { noun: 'datasets' } });
  assert.equal(laidOut(area, datasets('none')).words.title, 'No dataset states a task');
  assert.equal(laidOut(area, datasets('cv')).words.title, 'Vision datasets hold 100\u202f% of all datasets');
  assert.match(laidOut(area, growth(), { scale: 'share' }).words.title, /^(Language models rose|Models that state no task fell) from \d+ to \d+\u202f%$/);
});

test('morphs begin where the picture was and end where it is', () => {
  const a = laidOut(area, growth()).placed;
  const b = laidOut(area, growth(), { scale: 'share' }).placed;
  const steps = morph(a, b);
  steps.forEach((s, k) => {
    assert.deepEqual(s.at(0).map((p) => p[2]), a.layers[k].points.map((p) => p[2]));
    assert.deepEqual(s.at(1), b.layers[k].points);
  });
  const opened = morph(a, laidOut(area, growth(), { open: 'nlp' }).placed);
  const nlp = a.layers.find((l) => l.key === 'nlp').points;
  opened[opened.length - 1].at(0).forEach((p, j) => assert.ok(Math.abs(p[2] - nlp[j][2]) < 1e-6));
});
