import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { evolution, family, figure, growth, sizes, table } from './world.js';
import { stillCap } from '../../assets/js/chart/table.js';

const program = fileURLToPath(new URL('../../assets/js/build/stills.js', import.meta.url));
// Debian's jsdom, and one that npm installed for everyone, lie where Node does not look.
const folders = [process.env.NODE_PATH, '/usr/share/nodejs', '/opt/homebrew/lib/node_modules', '/usr/local/lib/node_modules'];
const env = { ...process.env, NODE_PATH: folders.filter(Boolean).join(':') };
const run = (input) => spawnSync(process.execPath, [program], { input, env, encoding: 'utf8', maxBuffer: 1e8 });
const figures = () => [evolution(), growth(), sizes(), family(), growth({ id: 'home-growth', role: 'story' })];

test('draws every figure twice, with words, legend and table, and the same bytes again', () => {
  const input = JSON.stringify({ figures: figures() });
  const first = run(input);
  assert.equal(first.status, 0, first.stderr);
  const out = JSON.parse(first.stdout).figures;
  assert.deepEqual(Object.keys(out), ['evolution', 'growth', 'sizes', 'lineage-tree', 'home-growth']);
  for (const [id, still] of Object.entries(out)) {
    assert.match(still.wide, /^<svg viewBox="0 0 \d+ \d+" .*<\/svg>$/s, id);
    assert.match(still.narrow, /^<svg viewBox="0 0 358 /, id);
    assert.match(still.table, /^<table>.*<\/table>$/s, id);
    assert.ok(still.title.length > 5, id);
    assert.doesNotMatch(still.wide + still.narrow, /NaN|undefined|#[0-9a-f]{6}\b/, `${id}: numbers and tokens only`);
  }
  assert.ok(out['lineage-tree'].wide.includes('&lt;script&gt;') && !out['lineage-tree'].wide.includes('<script'));
  assert.ok(out.evolution.legend.includes('Language'));
  assert.ok(out.evolution.extra.head.includes('sizekey'));
  assert.equal(run(input).stdout, first.stdout);
});

test('ids are unique among all pictures', () => {
  const out = JSON.parse(run(JSON.stringify({ figures: figures() })).stdout).figures;
  const all = Object.values(out).map((s) => s.wide + s.narrow).join('');
  const ids = [...all.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  assert.ok(ids.length > 3);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, id] of all.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.includes(id), id);
});

test('the still’s table has the numbers of the drawing', () => {
  const out = JSON.parse(run(JSON.stringify({ figures: [growth()] })).stdout).figures.growth;
  assert.ok(out.table.includes('<td class="n">18</td>'));
  assert.ok(out.wide.includes('18 · 90\u202f%'));
});

test('a drawing of which nothing can be said is hidden from those who see no picture', () => {
  const table = { id: 'empty', columns: [{ key: 'month', label: 'Month', kind: 'month' }, { key: 'value', label: 'New', kind: 'count' }], values: { month: [], value: [] } };
  const figure = growth({ id: 'empty', role: 'headline', kind: 'sparkline', channels: { x: 'month', y: 'value' }, options: {}, title: null, subtitle: null, table });
  const still = JSON.parse(run(JSON.stringify({ figures: [figure] })).stdout).figures.empty;
  assert.match(still.wide, /^<svg [^>]*aria-hidden="true"/);
  assert.doesNotMatch(still.wide, /aria-label|role=/);
});

test('an unknown kind or broken input ends with a sentence and status 1', () => {
  const unknown = run(JSON.stringify({ figures: [growth({ kind: 'pie' })] }));
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /figure growth: no chart kind "pie"/);
  assert.equal(run('{').status, 1);
});

test('a page holds the first rows of a long table, and says how many are in the files only', () => {
  const n = stillCap + 12;
  const rows = Array.from({ length: n }, (_, i) => i);
  const long = figure('bars', table('long', { label: ['text', rows.map((i) => `row ${i}`)], value: ['count', rows.map((i) => n - i)] }), { role: 'story', channels: { label: 'label', value: 'value' } });
  const html = JSON.parse(run(JSON.stringify({ figures: [long] })).stdout).figures.long.table;
  assert.equal(html.split('<tr>').length - 2, stillCap);
  assert.match(html, /And 12 more rows, in the files\./);
});
