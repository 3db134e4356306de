import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, laidOut, table } from './world.js';
import { kinds } from '../../assets/js/charts/index.js';

const licenses = (more = {}) => figure('matrix', table('m', {
  parent: ['category', ['mit', 'mit', 'apache-2.0', null]], child: ['category', ['mit', 'apache-2.0', 'mit', 'mit']], count: ['count', [6, 3, 1, 2]],
}), { channels: { row: 'parent', column: 'child', value: 'count' }, options: { order: ['mit', 'apache-2.0', 'other', ''], labels: { '': 'not stated' }, noun: 'license' }, ...more });

const cell = (placed, row, col) => placed.cells.find((c) => c.row === row && c.column === col);

test('matrix: classes in the given order, cells by the share of their row', () => {
  const { series, placed, words } = laidOut(kinds.matrix, licenses());
  assert.deepEqual(series.classes, ['mit', 'apache-2.0', '']);
  assert.equal(cell(placed, 'mit', 'mit').text, '67');
  assert.equal(cell(placed, 'mit', 'mit').step, 's5');
  assert.equal(cell(placed, '', 'mit').text, '100');
  assert.equal(cell(placed, 'apache-2.0', '').step, 's0');
  assert.equal(words.title, '60.0\u202f% of children that state one keep their parent’s license');
});

test('matrix: drift is (n_ij − n_ji) / (n_ij + n_ji)', () => {
  const { placed, shown, words } = laidOut(kinds.matrix, licenses(), { show: 'drift' });
  assert.equal(words.title, 'Most drift is from mit to apache-2.0: 3 against 1');
  assert.equal(cell(placed, 'mit', 'apache-2.0').drift, 0.5);
  assert.equal(cell(placed, 'apache-2.0', 'mit').drift, -0.5);
  assert.equal(cell(placed, 'mit', 'mit').drift, null);
  assert.equal(cell(placed, 'apache-2.0', '').drift, null);
  assert.equal(shown.values.share[1], 3 / 9);
  assert.equal(shown.values.parent[3], 'not stated');
});

test('matrix: fits a phone', () => {
  const { placed } = laidOut(kinds.matrix, licenses(), {}, 358);
  for (const c of placed.cells) assert.ok(c.x + c.w <= 358.01);
  // Fourteen classes leave 18 px: two numerals still stand, and drift does without its zero.
  const many = Array.from({ length: 14 }, (_, i) => `class ${i}`);
  const fig = figure('matrix', table('m', { parent: ['category', many], child: ['category', many.map((_, i) => many[(i + 1) % 14])], count: ['count', many.map((_, i) => i + 3)] }), { channels: { row: 'parent', column: 'child', value: 'count' }, options: { order: many } });
  const narrow = laidOut(kinds.matrix, fig, { show: 'count' }, 358).placed;
  assert.ok(narrow.w < 19 && narrow.cells.filter((c) => c.count).every((c) => c.text === String(c.count)));
  assert.equal(cell(laidOut(kinds.matrix, licenses(), { show: 'drift' }, 358).placed, 'mit', 'apache-2.0').text, '0.5');
});
