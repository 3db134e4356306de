import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, laidOut, probe, table } from './world.js';
import { curves } from '../../assets/js/charts/curves.js';
import { shareText } from '../../assets/js/charts/curves-words.js';

const tail = (more = {}) => figure('curves', table('tail', {
  group: ['category', ['a', 'a', 'a', 'a', 'b', 'b', 'b']],
  series: ['text', ['models', 'models', 'law', 'law', probe, probe, probe]],
  x: ['number', [1, 1000, 10, 1000, 0, 1, 5]],
  y: ['share', [0.5, 0.001, 0.1, 0.0005, 0, 0.2, 1]],
}), {
  channels: { x: 'x', y: 'y', series: 'series', group: 'group' },
  options: {
    groups: ['a', 'b'], names: { a: 'Tail', b: 'Lorenz' }, scales: { a: 'log log', b: 'linear linear' }, titles: { a: 'A tail', b: 'A curve' },
    subtitles: { a: 'of models', b: 'of all' }, styles: { law: 'accent' }, references: { b: 'diagonal' }, labels: 'end',
  }, ...more,
});

test('curves: a group is drawn on its own scales, with its own words', () => {
  const { series, placed, words } = laidOut(curves, tail());
  assert.deepEqual(series.curves.map((c) => [c.name, c.style]), [['models', 'ink'], ['law', 'accent']]);
  assert.deepEqual(words, { title: 'A tail', subtitle: 'of models' });
  // Equal steps of ten are equal steps of the scale.
  assert.ok(Math.abs(placed.x(10) - placed.x(1) - (placed.x(1000) - placed.x(100))) < 1e-9);
  assert.deepEqual(placed.ticks.x.map((t) => t.text), ['1', '10', '100', '1,000']);
  assert.deepEqual(placed.ticks.y.map((t) => t.text), ['0.1\u202f%', '1\u202f%', '10\u202f%']);
  const other = laidOut(curves, tail(), { group: 'b' });
  assert.equal(other.words.title, 'A curve');
  assert.ok(other.placed.diagonal && !placed.diagonal);
  assert.equal(other.shown.values.x.length, 3);
  assert.deepEqual(other.shown.columns.map((c) => c.key), ['series', 'x', 'y']);
  assert.equal(laidOut(curves, tail(), { group: 'nonsense' }).series.group, 'a');
});

test('curves: a group whose rows are yet to come has an empty frame', () => {
  const fig = tail({ options: { groups: ['a', 'later'], scales: { a: 'log log', later: 'log log' }, titles: {}, subtitles: {} } });
  const { placed } = laidOut(curves, fig, { group: 'later' });
  assert.equal(placed.curves.length, 0);
  assert.deepEqual(placed.ticks.x.map((t) => t.text), ['1', '2', '5', '10']);
});

test('curves: where a log scale has few powers of ten, twos and fives stand between them', () => {
  const fig = (/** @type {number} */ most) => figure('curves', table('degrees', { series: ['text', ['ties', 'ties']], x: ['number', [1, most]], y: ['share', [0.9, 0.004]] }), { channels: { x: 'x', y: 'y', series: 'series' }, options: { scales: { '': 'log log' } } });
  const ticks = (/** @type {number} */ most) => laidOut(curves, fig(most)).placed.ticks.x.map((t) => t.text);
  assert.deepEqual(ticks(56), ['1', '2', '5', '10', '20', '50']);
  assert.deepEqual(ticks(123), ['1', '10', '100']);
});

test('curves: names at the edge keep apart; along the lines none covers another', () => {
  const { placed } = laidOut(curves, tail());
  const [a, b] = placed.labels.map((l) => l.y);
  assert.ok(Math.abs(a - b) >= 18 - 1e-9);
  const phone = laidOut(curves, tail(), {}, 358).placed;
  assert.ok(phone.frame.phone && phone.labels.length >= 1);
  for (const l of phone.labels) assert.ok(l.x > 0 && l.x < 358 && l.y > 0 && l.y < phone.frame.H);
});

test('curves: what cannot stand on a logarithmic scale is left out, one point is a point', () => {
  const fig = tail({ options: { ...tail().options, scales: { a: 'log log', b: 'log linear' } } });
  assert.equal(laidOut(curves, fig, { group: 'b' }).series.curves[0].points.length, 2);
  const one = figure('curves', table('one', { series: ['text', ['s']], x: ['day', ['2024-07-11']], y: ['number', [0.2]] }), {
    channels: { x: 'x', y: 'y', series: 'series' }, options: { scales: { '': 'time linear' } }, title: 'One day',
  });
  const { placed, words } = laidOut(curves, one);
  assert.equal(words.title, 'One day');
  assert.ok(Number.isFinite(placed.curves[0].at[0].x) && Number.isFinite(placed.curves[0].at[0].y));
});

test('curves: a control only where there is something to choose', () => {
  assert.deepEqual(curves.controls(tail(), {}, tail().table)[0].options, [['a', 'Tail'], ['b', 'Lorenz']]);
  assert.deepEqual(curves.controls(tail({ options: { groups: ['a'] } }), {}, tail().table), []);
  assert.deepEqual(curves.defaults(tail()), { group: 'a' });
});

test('shares keep the digits that they have', () => {
  assert.equal(shareText(0.25), '25\u202f%');
  assert.equal(shareText(0.0001), '0.01\u202f%');
  assert.equal(shareText(2e-6), '0.0002\u202f%');
});
