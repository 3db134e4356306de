import test from 'node:test';
import assert from 'node:assert/strict';
import { evolution, probe, table } from './world.js';
import { csv, field } from '../../assets/js/chart/export.js';
import { ordered, tableNode } from '../../assets/js/chart/table.js';
import { toHTML } from '../../assets/js/chart/dom.js';
import { modelURL } from '../../assets/js/chart/words.js';

test('text that a spreadsheet would run is disarmed, and quotes are doubled', () => {
  assert.equal(field('=1+1'), "'=1+1");
  assert.equal(field('@sum'), "'@sum");
  assert.equal(field('-x'), "'-x");
  assert.equal(field(-5), '-5');
  assert.equal(field('a,"b"'), '"a,""b"""');
  assert.equal(field('\tx'), "'\tx");
  assert.equal(field(null), '');
});

test('a CSV has a line a row and keeps raw numbers', () => {
  const lines = csv(evolution().table).split('\r\n');
  assert.equal(lines.length, 7);
  assert.match(lines[1], /^a\/big,a,2023-01-10,false,11150,/);
  assert.ok(lines[4].includes("'=cmd()"));
});

test('what a model’s owner wrote cannot become mark-up', () => {
  const html = toHTML(tableNode(evolution().table));
  assert.ok(!html.includes('<script'));
  assert.ok(html.includes('&lt;script&gt;'));
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) assert.match(href, /^https:\/\/huggingface\.co\/[^<>"' ]*$/);
  assert.equal(new URL(modelURL('javascript:alert(1)')).origin, 'https://huggingface.co');
  assert.equal(new URL(modelURL('//evil.example/x')).origin, 'https://huggingface.co');
  assert.ok(!modelURL(probe).includes('<'));
});

test('sorting puts what is unknown last either way; finding takes every word', () => {
  const t = table('t', { name: ['text', ['b', 'a', 'c']], n: ['count', [2, null, 10]] });
  assert.deepEqual(ordered(t, { sort: 'n' }), [0, 2, 1]);
  assert.deepEqual(ordered(t, { sort: 'n', down: true }), [2, 0, 1]);
  assert.deepEqual(ordered(t, { sort: 'name' }), [1, 0, 2]);
  assert.deepEqual(ordered(t, { find: 'C 10' }), [2]);
  assert.deepEqual(ordered(t, { find: 'nothing' }), []);
});
