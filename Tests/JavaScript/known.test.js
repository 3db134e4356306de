import test from 'node:test';
import assert from 'node:assert/strict';
import { evolution, growth } from './world.js';
import { choices, known } from '../../assets/js/chart/known.js';
import { read } from '../../assets/js/chart/state.js';
import { area } from '../../assets/js/charts/area.js';
import { bubble } from '../../assets/js/charts/bubble.js';

/** A figure's state from an address, as the page takes it. */
function taken(kind, fig, hash, whole = true) {
  const defaults = kind.defaults(fig);
  const state = read(hash, defaults);
  return known(state, defaults, { ...choices(kind.controls(fig, state, fig.table)), ...kind.accepts(fig, fig.table, whole) });
}

test('values that no control could have set are ignored', () => {
  const asked = taken(bubble, evolution(), '#size=xyz&task=nope&license=nope&from=yesterday&to=2024-13-01&zoom=abc&off=cv,zzz&pins=a/big,gone/away');
  assert.deepEqual(asked, { ...bubble.defaults(), off: ['cv'], pins: ['a/big'] });
  assert.equal(taken(area, growth(), '#scale=xyz&flow=sideways&open=none').scale, 'absolute');
  assert.equal(taken(area, growth(), '#scale=xyz&flow=sideways&open=none').open, '');
});

test('values that the figure knows are kept', () => {
  const hash = '#size=u&task=none&license=mit&from=2023-01-01&to=2023-12-31&zoom=6~0.048~-0.112&off=cv,nlp&pins=b/old&creator=anyone';
  const asked = taken(bubble, evolution(), hash);
  assert.deepEqual(asked, read(hash, bubble.defaults()));
  assert.deepEqual(taken(area, growth(), '#scale=share&open=nlp&measure=likes'), { scale: 'share', flow: 'cumulative', measure: 'likes', open: 'nlp' });
});

test('before all rows are there, a task or a pin may yet come', () => {
  assert.equal(taken(bubble, evolution(), '#task=nope&pins=gone/away', false).task, 'nope');
  assert.deepEqual(taken(bubble, evolution(), '#task=nope&pins=gone/away', false).pins, ['gone/away']);
  assert.equal(taken(bubble, evolution(), '#size=xyz', false).size, '');
});
