import test from 'node:test';
import assert from 'node:assert/strict';
import { thinSpans } from '../../assets/js/chart/axes.js';

const frame = { W: 1000, H: 400, m: { t: 0, r: 100, b: 0, l: 100 }, phone: false, compact: false };
const first = Date.UTC(2022, 0, 1);
const day = 864e5;
/** A pixel a day from the left margin on. */
const x = (t) => 100 + (t - first) / day;
const spans = (thin) => thinSpans({ options: thin ? { thin } : {} }, x, frame);

test('quarters of which few models are known reach half a quarter to both sides', () => {
  assert.deepEqual(spans(['2022-07..2022-10']), [{ x0: 100 + 181 - 45, x1: 100 + 273 + 45 }]);
});

test('they end at the plot, and outside it there are none', () => {
  assert.deepEqual(spans(['2022-01..2022-01']), [{ x0: 100, x1: 145 }]);
  assert.deepEqual(spans(['2030-01..2030-04']), []);
  assert.deepEqual(spans(null), []);
});
