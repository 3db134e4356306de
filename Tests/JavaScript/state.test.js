import test from 'node:test';
import assert from 'node:assert/strict';
import { merge, read, write } from '../../assets/js/chart/state.js';

const defaults = { scale: 'absolute', open: '', off: [], creator: '' };

test('defaults are left out and come back', () => {
  assert.equal(write(defaults, defaults), '');
  assert.deepEqual(read('', defaults), defaults);
  assert.deepEqual(read('#main', defaults), defaults, 'an anchor is no state');
});

test('what is written is read again', () => {
  const odd = { scale: 'share', open: 'nlp', off: ['cv', 'a,b', 'x=y&z'], creator: '100% <b> & "q" é/ü' };
  assert.deepEqual(read(`#${write(odd, defaults)}`, defaults), odd);
});

test('a broken address is taken as it stands, and unknown keys are ignored', () => {
  assert.deepEqual(read('#creator=100%&hax=1&__proto__=x', defaults), { ...defaults, creator: '100%' });
});

test('figures on one page keep to their prefixes', () => {
  const both = merge('#scale=share', { ...defaults, open: 'cv' }, defaults, 'sizes.');
  assert.equal(both, 'scale=share&sizes.open=cv');
  assert.equal(read(both, defaults).open, '');
  assert.equal(read(both, defaults, 'sizes.').open, 'cv');
  assert.equal(merge(both, defaults, defaults, 'sizes.'), 'scale=share');
});
