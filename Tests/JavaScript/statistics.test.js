import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { front, line, median, moments, pearson, ranks, spearman } from '../../assets/js/chart/statistics.js';
import { loess } from '../../assets/js/chart/loess.js';
import { studentT, studentTQuantile } from '../../assets/js/chart/tails.js';

const fixture = JSON.parse(readFileSync(new URL('../Fixtures/statistics.json', import.meta.url), 'utf8'));
const near = (a, b, relative = 1e-9) => assert.ok(Math.abs(a - b) <= relative * Math.max(1e-12, Math.abs(a), Math.abs(b)), `${a} is not ${b}`);

test('tails of Student’s t are SciPy’s, and those of the printed tables', () => {
  for (const [t, df, p] of fixture.tails) near(studentT(t, df), p);
  for (const [df, t] of fixture.quantiles) near(studentTQuantile(df), t);
  // Fisher and Yates, table III.
  for (const [df, t] of [[1, 12.706], [5, 2.571], [10, 2.228], [30, 2.042], [120, 1.98]]) assert.ok(Math.abs(studentTQuantile(df) - t) < 5e-4);
  assert.equal(studentT(Infinity, 4), 0);
});

test('correlations, lines, curves and fronts are SciPy’s', () => {
  assert.equal(fixture.pairs.length, 4);
  for (const pair of fixture.pairs) {
    const { x, y } = pair;
    const m = moments(x, y);
    const r = pearson(m);
    near(r.r, pair.pearson.r);
    near(r.p, pair.pearson.p, 1e-8);
    near(r.low, pair.pearson.low);
    near(r.high, pair.pearson.high);
    near(spearman(x, y).r, pair.spearman.r);
    near(spearman(x, y).p, pair.spearman.p, 1e-8);
    const fit = line(m);
    near(fit.slope, pair.line.slope, 1e-8);
    near(fit.intercept, pair.line.intercept, 1e-8);
    near(fit.half, pair.line.half, 1e-8);
    near(fit.p, pair.line.p, 1e-7);
    for (const [at, value, half] of pair.line.band) { near(fit.at(at), value, 1e-8); near(fit.band(at), half, 1e-8); }
    const curve = loess(x, y, pair.loess.span);
    for (const [at, value] of pair.loess.at) assert.ok(Math.abs(curve(at) - value) < 1e-6);
    assert.deepEqual(front(x, y), pair.front);
    near(median(y), pair.box.median);
  }
});

test('what has no spread has no correlation and no line', () => {
  assert.equal(pearson(moments([1, 1], [2, 3])), null);
  assert.equal(pearson(moments([], [])), null);
  assert.equal(line(moments([1, 2], [1, 2])), null);
  assert.equal(line(moments([2, 2, 2], [1, 2, 3])), null);
  assert.deepEqual([...ranks([10, 30, 20, 20])], [1, 4, 2.5, 2.5]);
  assert.ok(Number.isNaN(median([])) && Number.isNaN(loess([], [], 0.5)(1)));
});
