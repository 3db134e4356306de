import test from 'node:test';
import assert from 'node:assert/strict';
import { family, figure, laidOut, table } from './world.js';
import { kinds } from '../../assets/js/charts/index.js';
import { find, roots, fly } from '../../assets/js/charts/tree-live.js';

const channels = { id: 'id', parent: 'parent', x: 'createdOn', relation: 'relation', count: 'count' };

const names = (placed) => placed.lanes.map((l) => l.name);

test('tree: a line for each model, the youngest next to its parent; many stand together', () => {
  const { placed, words, series, shown } = laidOut(kinds.tree, family());
  assert.equal(series.total, 11);
  assert.deepEqual(names(placed), ['root', 'merge', 'tuned', '7 quantized', "<script>alert(1)</script>\"'&"]);
  assert.equal(placed.lanes[2].tail, '1');
  assert.equal(placed.lanes[2].ticks.length, 1);
  assert.equal(words.title, '11 models descend from root, 64\u202f% of them quantized');
  assert.equal(shown.values.from[4], 'b/tuned');
  for (const l of placed.lanes.slice(1)) assert.ok(l.y > placed.lanes[l.up].y && l.x0 <= l.x1);
});

test('tree: a model without a day stands in the margin', () => {
  const { placed } = laidOut(kinds.tree, family());
  assert.ok(placed.undated);
  assert.equal(placed.lanes[4].x, placed.frame.m.l);
  assert.ok(placed.lanes[0].x > placed.frame.m.l);
});

test('tree: what is opened shows its children, what is filtered takes its descendants along', () => {
  const open = laidOut(kinds.tree, family(), { open: ['b/tuned'] });
  assert.ok(names(open.placed).includes('grandchild'));
  const off = laidOut(kinds.tree, family(), { off: ['finetune', 'quantized'] });
  assert.equal(off.series.total, 2);
  assert.ok(!names(off.placed).includes('tuned'));
  assert.equal(off.words.title, '2 models descend from root');
  const none = laidOut(kinds.tree, family(), { off: ['finetune', 'quantized', 'merge', 'adapter'] });
  assert.equal(none.words.title, 'Nothing shown here descends from root');
});

test('tree: who is looked for is shown, however deep', () => {
  const rows = 300;
  const chain = figure('tree', table('t', {
    id: ['modelID', Array.from({ length: rows }, (_, i) => `a/m${i}`)], parent: ['count', Array.from({ length: rows }, (_, i) => (i ? i - 1 : null))],
    relation: ['category', Array(rows).fill('finetune')], createdOn: ['day', Array(rows).fill('2024-01-01')], count: ['count', Array(rows).fill(1)],
    below: ['count', Array(rows).fill(0)],
  }), { channels });
  assert.ok(laidOut(kinds.tree, chain).placed.lanes.length < 40);
  assert.ok(names(laidOut(kinds.tree, chain, { show: 'a/m120' }).placed).includes('m120'));
  assert.equal(laidOut(kinds.tree, chain, { show: 'nobody' }).series.total, rows - 1);
});

test('tree: 20,000 rows are few lines, and soon', () => {
  const n = 20000;
  const big = figure('tree', table('t', {
    id: ['modelID', Array.from({ length: n }, (_, i) => (i < n - 100 ? `a/m${i}` : null))], parent: ['count', Array.from({ length: n }, (_, i) => (i ? i % 7 : null)).map((p, i) => (p === null || p < i ? p : 0))],
    relation: ['category', Array.from({ length: n }, (_, i) => ['finetune', 'quantized', 'adapter'][i % 3])],
    createdOn: ['day', Array.from({ length: n }, (_, i) => `2024-${String(1 + (i % 12)).padStart(2, '0')}-01`)],
    count: ['count', Array.from({ length: n }, (_, i) => (i < n - 100 ? 1 : 800))], below: ['count', Array(n).fill(0)],
  }), { channels });
  const start = performance.now();
  const { placed, series } = laidOut(kinds.tree, big);
  assert.ok(performance.now() - start < 1500, 'too slow');
  assert.equal(series.total, n - 101 + 100 * 800);
  assert.ok(placed.lanes.length <= 60, `${placed.lanes.length} lines`);
  assert.ok(placed.lanes.every((l) => l.ticks.length < 1200));
});

test('tree: a row that hangs on a later one, or on itself, hangs nowhere', () => {
  const odd = figure('tree', table('t', {
    id: ['modelID', ['a/x', 'a/y', 'a/z']], parent: ['count', [null, 2, 2]], relation: ['category', [null, 'finetune', 'cousin']],
    createdOn: ['day', ['2024-01-01', '2024-02-01', null]], count: ['count', [1, 1, 1]], below: ['count', [0, 0, 0]],
  }), { channels });
  assert.equal(laidOut(kinds.tree, odd).series.total, 0);
});

test('tree: the search finds in this tree and among the others', () => {
  const fig = family({ shelf: [{ name: 'z/other-root', note: '7', file: 'data/x.js' }] });
  const { series } = laidOut(kinds.tree, fig);
  /** @type {any} */
  const set = [];
  const view = { figure: fig, series, state: { view: 'chart' }, defaults: kinds.tree.defaults(fig), set: (patch) => set.push(patch) };
  assert.deepEqual(find(view, 'ROOT').map((r) => r.id), ['tree a/root', 'tree z/other-root', 'a/root']);
  fly(view, 'tree z/other-root');
  fly(view, 'tree a/root');
  fly(view, 'd/grandchild');
  assert.deepEqual(set.map((p) => [p.root, p.show]), [['z/other-root', ''], ['', ''], [undefined, 'd/grandchild']]);
  assert.deepEqual(roots(fig).map((r) => r.note), ['11', '7']);
  assert.ok(kinds.tree.accepts(fig).root('z/other-root') && !kinds.tree.accepts(fig).root('q/none'));
});
