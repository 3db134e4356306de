import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, laidOut, probe, table } from './world.js';
import { heat, stepOf } from '../../assets/js/charts/heat.js';
import { stacks } from '../../assets/js/charts/stacks.js';

const bars = (more = {}, columns = {}) => figure('stacks', table('s', {
  measure: ['category', ['people', 'people', 'people', 'people', 'commits', 'commits']],
  group: ['category', ['Models', 'Models', probe, probe, 'Models', 'Models']],
  class: ['category', ['one', 'two', 'one', 'two', 'few', 'many']],
  count: ['count', [30, 10, 0, 5, 0, 0]],
  ...columns,
}), {
  channels: { measure: 'measure', row: 'group', part: 'class', value: 'count' },
  options: { measures: ['people', 'commits'], labels: { people: 'People' }, titles: { people: 'How many people' }, nouns: { people: 'repos' }, by: 'by kind' },
  ...more,
});

test('stacks: every bar is whole, parts in proportion and in the order of the table', () => {
  for (const width of [1152, 358]) {
    const { placed, series } = laidOut(stacks, bars(), {}, width);
    assert.deepEqual(series.rows.map((r) => [r.name, r.total]), [['Models', 40], [probe, 5]]);
    for (const r of placed.rows) assert.ok(Math.abs(r.parts.reduce((sum, q) => sum + q.w, 0) - width) < 1e-9);
    assert.deepEqual(placed.rows[0].parts.map((q) => [q.name, q.share, q.step]), [['one', 0.75, 2], ['two', 0.25, 7]]);
    // A part of nothing is not drawn.
    assert.deepEqual(placed.rows[1].parts.map((q) => q.name), ['two']);
    assert.ok(placed.key.items.every((n) => n.x < width));
  }
});

test('stacks: the table has shares; the measure is the reader’s, and no other than the figure’s', () => {
  const { shown, words } = laidOut(stacks, bars());
  assert.deepEqual(shown.values.share, [0.75, 0.25, 0, 1]);
  assert.equal(words.title, 'How many people');
  assert.equal(words.subtitle, 'Share of repos, by kind.');
  assert.equal(laidOut(stacks, bars(), { measure: 'nonsense' }).series.measure, 'people');
  assert.equal(stacks.accepts(bars()).measure('nonsense'), false);
  assert.deepEqual(stacks.controls(bars())[0].options, [['people', 'People'], ['commits', 'commits']]);
});

test('stacks: nothing, nulls and negative counts are no bar', () => {
  assert.equal(laidOut(stacks, bars(), { measure: 'commits' }).words.title, 'Nothing to show here');
  const broken = laidOut(stacks, bars({}, { count: ['count', [null, -4, NaN, 3, 1, 1]] }));
  assert.deepEqual(broken.series.rows.map((r) => [r.name, r.total]), [[probe, 3]]);
});

const grid = (counts) => figure('heat', table('h', {
  weekday: ['category', ['Monday', 'Monday', 'Tuesday', 'Tuesday']],
  hour: ['category', ['0:00', '1:00', '0:00', '1:00']],
  commits: ['count', counts],
}), { channels: { row: 'weekday', column: 'hour', value: 'commits' }, options: { noun: 'commits', one: 'commit', columns: 'hour of the day, UTC' } });

test('heat: a cell a pair, deeper where there is more, nothing has a step of its own', () => {
  const { placed, words } = laidOut(heat, grid([0, 1, 6, 7]));
  assert.deepEqual(placed.cells.map((c) => c.step), [0, 1, 6, 6]);
  assert.deepEqual(placed.cells.map((c) => [c.i, c.j]), [[0, 0], [0, 1], [1, 0], [1, 1]]);
  for (const c of placed.cells) assert.ok(c.x + placed.w <= placed.frame.W + 1e-9 && c.y + placed.h < placed.frame.H);
  assert.equal(words.title, 'Tuesday has most commits, 93\u202f% of all');
  assert.equal(laidOut(heat, grid([2, 2, 2, 2])).words.title, 'No row has most commits');
  assert.equal(laidOut(heat, grid([20, 20, 21, 20])).words.title, 'Tuesday leads, but barely: 51\u202f% of all commits');
  assert.deepEqual([stepOf(1, 1000), stepOf(1000, 1000), stepOf(0, 0)], [1, 6, 0]);
});

test('heat: a missing count is no cell’s; nothing at all says so', () => {
  assert.equal(laidOut(heat, grid([null, NaN, 0, 0])).words.title, 'Nothing to show here');
  assert.deepEqual(laidOut(heat, grid([null, 3, 0, 0])).placed.cells.map((c) => c.count), [0, 3, 0, 0]);
});

test('heat: a week has a head every few hours on a phone, none of them over another', () => {
  const days = ['Mon', 'Tue'];
  const cells = days.flatMap((d) => Array.from({ length: 24 }, (_, h) => [d, `${h}:00`, h]));
  const week = figure('heat', table('w', { weekday: ['category', cells.map((c) => c[0])], hour: ['category', cells.map((c) => c[1])], commits: ['count', cells.map((c) => c[2])] }), { channels: { row: 'weekday', column: 'hour', value: 'commits' } });
  const phone = laidOut(heat, week, {}, 358).placed.heads;
  assert.ok(phone.length >= 4 && phone.length <= 8);
  for (let i = 1; i < phone.length; i += 1) assert.ok(phone[i].x - phone[i - 1].x > 38);
});
