import test from 'node:test';
import assert from 'node:assert/strict';
import { overlaps, place, spread, textWidth } from '../../assets/js/chart/labels.js';

/** A small generator, so that every run sees the same numbers. */
function numbers(seed) {
  let s = seed;
  return () => { s = (s * 1103515245 + 12345) % 2147483648; return s / 2147483648; };
}

test('placed labels never overlap and stay inside', () => {
  const next = numbers(7);
  const bounds = { x0: 0, x1: 500, y0: 0, y1: 300 };
  const items = Array.from({ length: 120 }, (_, i) => ({ x: next() * 500, y: next() * 300, r: next() * 10, w: 20 + next() * 80, h: 15, text: String(i) }));
  const placed = place(items, bounds);
  assert.ok(placed.length > 10 && placed.length < 120, `${placed.length} of 120`);
  placed.forEach((a, i) => {
    assert.ok(a.box.x0 >= 0 && a.box.x1 <= 500 && a.box.y0 >= 0 && a.box.y1 <= 300);
    placed.slice(i + 1).forEach((b) => assert.ok(!overlaps(a.box, b.box), `${a.text} and ${b.text}`));
  });
});

test('the greatest come first, and a great bubble is not written over', () => {
  const at = { x: 50, y: 50, r: 2, w: 30, h: 15 };
  assert.deepEqual(place([{ ...at, text: 'first' }, { ...at, text: 'second' }], { x0: 40, x1: 100, y0: 40, y1: 60 }).map((p) => p.text), ['first']);
  const wall = [{ x: 50, y: 50, r: 80, weight: 100 }];
  assert.equal(place([{ ...at, text: 'covered' }], { x0: 0, x1: 100, y0: 0, y1: 100 }, [], wall).length, 0);
});

test('spreading keeps order, gap and bounds', () => {
  const next = numbers(3);
  for (let round = 0; round < 50; round += 1) {
    const heights = Array.from({ length: 9 }, () => next() * 300);
    const out = spread(heights, 20, 0, 300);
    const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
    order.slice(1).forEach((k, i) => assert.ok(out[k] - out[order[i]] >= 20 - 1e-9));
    assert.ok(Math.min(...out) >= -1e-9 && Math.max(...out) <= 300 + 1e-9);
  }
  assert.deepEqual(spread([10, 11, 50], 10, 0, 60), [5.5, 15.5, 50]);
  assert.deepEqual(spread([], 10, 0, 60), []);
});

test('widths grow with the text and its size', () => {
  assert.ok(textWidth('iiii') < textWidth('mmmm'));
  assert.equal(textWidth('abc', 25), 2 * textWidth('abc', 12.5));
  assert.equal(textWidth(''), 0);
});

test('no label stands on another one’s leader', () => {
  const bounds = { x0: 0, x1: 300, y0: 0, y1: 200 };
  const far = { x: 150, y: 100, r: 2, w: 40, h: 15, text: 'far', dirs: [[0, -1]], gaps: [40] };
  const beside = { x: 120, y: 80, r: 2, w: 60, h: 15, text: 'beside', dirs: [[1, 0]], gaps: [5] };
  assert.deepEqual(place([far, beside], bounds).map((p) => p.text), ['far']);
  assert.deepEqual(place([beside], bounds).map((p) => p.text), ['beside']);
});
