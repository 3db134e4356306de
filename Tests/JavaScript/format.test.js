import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as format from '../../assets/js/chart/format.js';

const fixture = JSON.parse(readFileSync(new URL('../Fixtures/format.json', import.meta.url), 'utf8'));

for (const [name, cases] of Object.entries(fixture)) {
  test(`format.${name} words the shared fixture`, () => {
    assert.ok(cases.length > 0);
    for (const row of cases) {
      const args = row.slice(0, -1);
      assert.equal(format[name](...args), row[row.length - 1], `${name}(${JSON.stringify(args)})`);
    }
  });
}

test('missing and impossible values are unknown, never zero', () => {
  for (const f of [format.int, format.compact, format.percent, format.bytes]) {
    assert.equal(f(undefined), 'unknown');
    assert.equal(f(NaN), 'unknown');
  }
  assert.equal(format.day('yesterday'), 'unknown');
  assert.equal(format.month('2024-13'), 'unknown');
});

test('cells follow their column kind', () => {
  assert.equal(format.cell(7615616512, 'parameters'), '7.62\u00a0B');
  assert.equal(format.cell(null, 'count'), 'unknown');
  assert.equal(format.cell(true, 'flag'), 'yes');
  assert.equal(format.cell('mit', 'category'), 'mit');
});
