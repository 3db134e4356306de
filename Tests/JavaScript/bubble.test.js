import test from 'node:test';
import assert from 'node:assert/strict';
import { evolution, laidOut, table } from './world.js';
import { bubble } from '../../assets/js/charts/bubble.js';
import { familyOf, modelsOf } from '../../assets/js/charts/bubble-data.js';

const ids = (series) => series.list.map((m) => m.id);

test('filters take away, and count by modality before the legend does', () => {
  const all = laidOut(bubble, evolution());
  assert.equal(all.series.list.length, 5);
  const off = laidOut(bubble, evolution(), { off: ['nlp'] });
  assert.equal(off.series.counts.get('nlp'), 3);
  assert.equal(off.series.list.length, 2);
  assert.deepEqual(ids(laidOut(bubble, evolution(), { size: 'u' }).series), ['b/old']);
  assert.deepEqual(ids(laidOut(bubble, evolution(), { task: 'none' }).series).length, 1);
  assert.deepEqual(ids(laidOut(bubble, evolution(), { creator: 'A' }).series), ['a/big', 'a/big-child']);
  assert.deepEqual(ids(laidOut(bubble, evolution(), { from: '2023-06-01', to: '2023-06-01' }).series), ['a/big-child']);
});

test('more likes stand higher, later days farther right, area is parameters', () => {
  const { placed, series, frame } = laidOut(bubble, evolution());
  const [big, child, old, , zero] = series.list;
  assert.ok(big.y < child.y && child.y < zero.y);
  assert.ok(big.x < child.x && child.x < zero.x);
  assert.ok(old.x < frame.m.l, 'before the record: in the margin');
  const ratio = placed.R(8e9) / placed.R(2e9);
  assert.ok(Math.abs(ratio - 2) < 1e-9);
  for (const m of series.list) assert.ok(Number.isFinite(m.x) && Number.isFinite(m.y) && m.r > 0);
});

test('a filter moves no mark', () => {
  const fig = evolution();
  const before = laidOut(bubble, fig).series.list.find((m) => m.id === 'a/big-child').y;
  assert.equal(laidOut(bubble, fig, { creator: 'a', off: ['cv'] }).series.list[1].y, before);
});

test('families follow base models both ways, and cycles end', () => {
  const all = modelsOf(evolution().table);
  assert.deepEqual(familyOf(all, all.byID.get('a/big-child')).members.map((m) => m.id), ['a/big', 'a/big-child']);
  const circle = modelsOf(table('t', { id: ['modelID', ['x/a', 'x/b']], likes: ['count', [1, 2]], base: ['modelID', ['x/b', 'x/a']] }));
  assert.equal(familyOf(circle, circle.byID.get('x/a')).members.length, 2);
});

test('titles fit none, one and many', () => {
  assert.equal(laidOut(bubble, evolution(), { creator: 'nobody' }).words.title, 'No model passes all of these filters');
  assert.equal(laidOut(bubble, evolution(), { task: 'fill-mask' }).words.title, 'One fill mask model: old, with 400 likes');
  assert.match(laidOut(bubble, evolution()).words.title, /leads|passed/);
  assert.match(laidOut(bubble, evolution()).words.subtitle, /as last seen between 11\u00a0Jul\u00a02024 and 11\u00a0Mar\u00a02025/);
});

test('equals share the lead', () => {
  const many = evolution();
  many.table = table('evolution', { id: ['modelID', ['a/x', 'a/y', 'a/z']], owner: ['owner', ['a', 'a', 'a']], createdOn: ['day', ['2024-01-01', '2024-01-02', '2024-01-03']], likes: ['count', [5, 5, 4]], modality: ['category', ['nlp', 'nlp', 'nlp']] });
  assert.equal(laidOut(bubble, many).words.title, 'Two models share the lead with 5 likes each');
});

test('the displayed table has the rows that are drawn', () => {
  const { shown } = laidOut(bubble, evolution(), { off: ['nlp'] });
  assert.equal(shown.values.id.length, 2);
  assert.ok(!shown.columns.some((c) => c.key === 'beforeRecord'));
});
