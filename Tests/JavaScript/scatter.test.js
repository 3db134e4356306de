import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, laidOut, probe, table } from './world.js';
import { boxes } from '../../assets/js/charts/boxes.js';
import { scatter } from '../../assets/js/charts/scatter.js';
import { textWidth } from '../../assets/js/chart/labels.js';
import { named, toward } from '../../assets/js/chart/walk.js';

const models = (more = {}, rows = {}) => figure('scatter', table('s', {
  id: ['modelID', ['a/one', 'a/two', 'b/three', probe, 'c/none', 'd/wrong']],
  type: ['category', ['chat', 'merge', 'chat', null, 'chat', 'chat']],
  parameters: ['parameters', [1e8, 1e9, 1e10, 1e11, null, 5e7]],
  average: ['number', [10, 19, 31, 40, 50, 60]],
  bbh: ['number', [5, 4, 3, 1, null, 2]],
  likes: ['count', [1, 2, null, 4, 5, 0]],
  doubtful: ['flag', [false, false, false, false, false, true]],
}), { channels: { x: 'parameters', y: 'average', key: 'id', weight: 'likes' }, options: { measures: ['average', 'bbh'], filters: ['type'], scales: true, line: true, front: true, doubt: 'doubtful', noun: 'model', gain: 'size', ...rows }, ...more });

test('scatter: the line is of what is displayed, the front wins nothing by a doubtful size', () => {
  const { series, placed, words } = laidOut(scatter, models());
  assert.equal(series.counted.n, 5);
  assert.deepEqual(series.front.map((p) => p.id), ['a/one', 'a/two', 'b/three', probe]);
  for (let i = 1; i < series.front.length; i += 1) assert.ok(series.front[i].x > series.front[i - 1].x && series.front[i].y < series.front[i - 1].y);
  assert.match(words.title, /^No sign that size matters among 5 models$/);
  const chat = laidOut(scatter, models(), { type: 'chat' });
  assert.equal(chat.series.counted.n, 3);
  assert.match(chat.words.title, /among 3 models \(chat\)/);
  assert.equal(laidOut(scatter, models(), { type: 'none' }).series.list[0].id, probe);
  assert.equal(placed.stats.find((s) => s.name === 'Models').value, '5');
});

test('scatter: slope, sign and words on both axes and for other scores', () => {
  const sure = (y) => figure('scatter', table('s', { id: ['modelID', [...Array(12).keys()].map((i) => `a/${i}`)], parameters: ['parameters', [...Array(12).keys()].map((i) => 10 ** (8 + i / 4))], average: ['number', y] }), { channels: { x: 'parameters', y: 'average' }, options: { line: true, scales: true, gain: 'size', noun: 'model' } });
  const rising = [...Array(12).keys()].map((i) => 20 + 3 * i + [1, -1, -1, 1][i % 4]);
  assert.equal(laidOut(scatter, sure(rising)).words.title, 'Each tenfold in size adds 12.0 points, among 12 models');
  assert.match(laidOut(scatter, sure(rising.map((v) => -v))).words.title, /^Each tenfold in size takes 12\.0 points away/);
  assert.match(laidOut(scatter, sure(rising), { scale: 'linear' }).words.title, /^Each billion parameters adds 0\.\d\d points/);
  assert.match(laidOut(scatter, sure(rising), { scale: 'linear' }).words.subtitle, /by Parameters|by parameters/i);
  assert.ok(laidOut(scatter, sure(rising), { curve: 'loess' }).series.curve.length > 20);
});

test('scatter: while rows are missing the build’s numbers stand, until a filter asks for others', () => {
  const part = models({ rows: { inline: 6, live: 900, total: 900 }, shard: 'x' }, { whole: { n: '900', x: '9.5', y: '20', xx: '90', yy: '90000', xy: '1200', rho: '0.4' } });
  const { series, placed } = laidOut(scatter, part);
  assert.equal(series.counted.n, 900);
  assert.ok(Math.abs(series.counted.fit.slope - 1200 / 90) < 1e-12);
  assert.equal(placed.stats.find((s) => s.name === 'Spearman ρ').value, '0.40');
  assert.equal(laidOut(scatter, part, { type: 'chat' }).series.counted.n, 3);
});

test('scatter: a filter moves no mark, none and one have words, an address holds what is known', () => {
  const fig = models();
  const before = laidOut(scatter, fig).series.all.byID.get('a/one');
  const at = [before.x, before.y];
  laidOut(scatter, fig, { type: 'chat' });
  assert.deepEqual([before.x, before.y], at);
  assert.equal(laidOut(scatter, fig, { type: 'gone' }).words.title, 'No model passes all of these filters');
  assert.equal(laidOut(scatter, fig, { type: 'merge' }).words.title, 'One model passes: two');
  const accepts = scatter.accepts(fig, fig.table, true);
  assert.ok(accepts.type('chat') && !accepts.type('x') && accepts.measure('bbh') && !accepts.measure('id') && accepts.at('a/one') && !accepts.at('z/z'));
});

test('scatter: medians cut the picture in four, and name the better corner', () => {
  const fig = figure('scatter', table('m', { id: ['modelID', ['a/1', 'a/2', 'a/3', 'a/4', 'a/0']], co2: ['number', [1, 2, 3, 4, 0]], ratio: ['number', [40, 10, 30, 20, 5]] }), { channels: { x: 'co2', y: 'ratio' }, options: { medians: true, logY: true, corner: 'liked more', cornerSays: ['is liked more', 'are liked more'], noun: 'model' } });
  const { series, words, shown } = laidOut(scatter, fig);
  assert.deepEqual([series.counted.mx, series.counted.my, series.counted.corner], [2.5, 25, 1]);
  assert.equal(words.title, '1 of 4 models is liked more than the middle one');
  assert.equal(shown.values.id.length, 4, 'nothing stands on a logarithmic axis at zero');
});

test('scatter: a power of ten is on top, and the figures of the grid have room', () => {
  const rows = table('m', { id: ['modelID', ['a/1', 'a/2', 'a/3']], co2: ['number', [0.02, 2, 130]], ratio: ['number', [4000, 10, 0.03]] });
  const fig = figure('scatter', rows, { channels: { x: 'co2', y: 'ratio' }, options: { medians: true, logY: true } });
  const { placed, texts } = laidOut(scatter, fig, {}, 358);
  assert.equal(placed.y.domain()[1], 10000);
  assert.equal(Math.round(placed.y(10000)), placed.frame.m.t);
  assert.ok(placed.frame.m.l >= textWidth('1,000', 12) + 8);
  if (texts) assert.ok(texts.some((t) => t === '100\u00a0kg'));
});

test('scatter: no name lies on another’s ring, and none runs into the numbers beside', () => {
  const n = 40;
  const at = (k) => Array.from({ length: n }, (_, i) => 10 + ((i * 7919) % 97) / k);
  const fig = figure('scatter', table('s', { id: ['modelID', at(1).map((_, i) => `owner${i}/a-rather-long-name-${i}`)], x: ['number', at(9)], y: ['number', at(7)], likes: ['count', at(1).map((_, i) => n - i)] }), { channels: { x: 'x', y: 'y', key: 'id', weight: 'likes' }, options: { medians: true, logY: true } });
  const { placed } = laidOut(scatter, fig, {}, 1152);
  assert.ok(placed.labels.length > 4);
  for (const l of placed.labels) {
    assert.ok(l.box.x1 <= placed.frame.W - 200 - 8);
    for (const other of placed.labels) {
      if (other === l) continue;
      const dx = Math.max(l.box.x0 - other.mark.x, 0, other.mark.x - l.box.x1);
      const dy = Math.max(l.box.y0 - other.mark.y, 0, other.mark.y - l.box.y1);
      assert.ok(Math.hypot(dx, dy) >= 3.6, `${l.text} on the ring of ${other.text}`);
    }
  }
});

test('scatter: 4,576 rows are counted and placed anew within a frame', () => {
  const n = 4576;
  const many = (f) => Array.from({ length: n }, (_, i) => f(i));
  const fig = figure('scatter', table('big', {
    id: ['modelID', many((i) => `o${i % 900}/m${i}`)], type: ['category', many((i) => (i % 2 ? 'chat' : 'merge'))],
    parameters: ['parameters', many((i) => 1e8 * (1 + ((i * 7919) % 997)))], average: ['number', many((i) => (i * 104729) % 60)], likes: ['count', many((i) => i % 300)],
  }), { channels: { x: 'parameters', y: 'average', weight: 'likes' }, options: { filters: ['type'], line: true, front: true, gain: 'size', noun: 'model' } });
  const once = (patch) => { const t = performance.now(); laidOut(scatter, fig, patch); return performance.now() - t; };
  for (let i = 0; i < 6; i += 1) once({ type: i % 2 ? 'chat' : '' });
  const best = Math.min(...Array.from({ length: 12 }, () => once({})));
  // A frame is 16 ms; the machine of a test may be busy with others.
  assert.ok(best < 32, `${best} ms`);
});

test('boxes: a box lies between its whiskers, the highest middle is told', () => {
  const fig = figure('boxes', table('b', {
    measure: ['category', ['s', 's', 'k']], group: ['category', ['chat', probe, 'chat']], n: ['count', [30, 40, 20]],
    low: ['number', [1, 2, 0.1]], q1: ['number', [3, 5, 1]], median: ['number', [4, 9, 2]], q3: ['number', [6, 12, 8]], high: ['number', [9, 20, 90]], mean: ['number', [4, 9, 2]], outliers: ['count', [1, 0, 0]],
  }), { channels: { group: 'group', measure: 'measure' }, options: { measures: ['s', 'k'], labels: { s: 'Score', k: 'Per kg' }, units: { s: 'points' }, logs: ['k'], dots: { 's|chat': '15 nonsense' }, noun: 'model' } });
  const { placed, words, shown } = laidOut(boxes, fig);
  for (const r of placed.rows) assert.ok(r.low < r.q1 && r.q1 < r.middle && r.middle < r.q3 && r.q3 < r.high);
  assert.deepEqual(placed.rows.map((r) => r.dots.length), [1, 0]);
  assert.equal(words.title, `Score: 9 points in the middle for ${probe}, 4 for chat`);
  assert.deepEqual(shown.columns.map((c) => c.key).slice(0, 2), ['group', 'n']);
  assert.equal(laidOut(boxes, fig, { measure: 'k' }).series.log, true);
});

test('arrows lead to the nearest mark in their direction, names to their marks', () => {
  const marks = [{ id: 'a/b', x: 0, y: 0 }, { id: 'a/c', x: 9, y: 1 }, { id: 'B/x', x: 1, y: 30 }];
  assert.equal(toward(marks, marks[0], [1, 0]), marks[1]);
  assert.equal(toward(marks, marks[0], [0, 1]), marks[2]);
  assert.equal(toward(marks, marks[0], [-1, 0]), null);
  assert.deepEqual(named(marks, 'b').map((m) => m.id), ['a/b', 'B/x']);
});
