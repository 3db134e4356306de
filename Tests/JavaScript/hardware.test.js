import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as hardware from '../../assets/js/search/hardware.js';

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const fixture = json('../Fixtures/hardware.json');
const devices = hardware.devicesOf(json('../../assets/search/hardware.json'));

for (const { name, facts, memory, fits, tokens, record } of fixture.cases) {
  test(`hardware of ${name} is what the shared fixture says`, () => {
    for (const [key, expected] of Object.entries(memory)) {
      const [bits, context] = key.split(' at ').map(Number);
      const found = hardware.memory(facts, bits, context);
      if (expected === null) assert.equal(found, null, key);
      else assert.deepEqual(found, { ...expected, contextTokens: context ?? 4096 }, key);
    }
    for (const [memoryGB, bits, expected] of fits) assert.equal(hardware.fits(facts, memoryGB, bits), expected, `${memoryGB} GB, ${bits} bit`);
    for (const [key, bits, expected] of tokens) {
      const found = hardware.tokensPerSecond(facts, devices.find((d) => d.key === key), bits);
      if (expected === null) assert.equal(found, null, key);
      else assert.ok(Math.abs(found - expected) < 1e-6, `${key}: ${found}`);
    }
    assert.deepEqual(hardware.hardwareRecord(facts, devices), record);
  });
}

test('the inverse and the devices are those of the shared fixture', () => {
  for (const [memoryGB, bits, writesText, expected] of fixture.largest) assert.equal(hardware.largest(memoryGB, bits, writesText), expected);
  assert.deepEqual(devices.map((d) => [d.key, d.usableGB]), fixture.devices);
});

test('a table of another version is refused', () => {
  assert.throws(() => hardware.devicesOf({ version: 2, devices: [] }), /version 2/);
});
