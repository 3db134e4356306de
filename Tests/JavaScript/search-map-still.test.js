/** The map at rest: bounded, in both themes, with hostile names as text. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { mostBytes, namesOn, stillOf, tokens } from '../../assets/js/search/map-still.js';
import { probe } from './world.js';

const size = { W: 800, H: 600 };
const colors = { light: Object.fromEntries(tokens.map((t) => [t, '#010203'])), dark: Object.fromEntries(tokens.map((t) => [t, '#a0b0c0'])) };

/** As many dots as asked for, all over; every square of the grid taken. */
function rootOf(head, side, text = 'llama') {
  const at = (i, k) => 1 + ((i * k) % 65535);
  return {
    head, side, places: { xs: Uint16Array.from({ length: head }, (_, i) => at(i, 7919)), ys: Uint16Array.from({ length: head }, (_, i) => at(i, 104729)) },
    modalities: Uint8Array.from({ length: head }, (_, i) => i % 8), grid: Uint8Array.from({ length: 8 * side * side }, (_, i) => (i * 31) % 60),
    labels: [{ level: 0, x: 32768, y: 32768, models: 9, modality: 0, text }],
  };
}

test('a picture of a million stays within its bytes, one of few has every dot', () => {
  const full = stillOf(rootOf(40960, 256), size, colors);
  assert.ok(full.length <= mostBytes && full.length > mostBytes / 4, `${full.length}`);
  const few = { ...rootOf(5, 2), grid: new Uint8Array(32) };
  const dots = /<g class="d">(.*?)<\/g>/.exec(stillOf(few, size, colors))[1];
  assert.equal(dots.match(/h0/g).length, 5);
});

test('what has no place has no dot; an empty square no wash', () => {
  const root = { ...rootOf(2, 2), grid: new Uint8Array(32) };
  root.places.xs.fill(0);
  root.places.ys.fill(0);
  assert.doesNotMatch(stillOf(root, size, colors), /h0|<path/);
});

test('runs of the wash are where the grid has models, of the most frequent modality, stronger for more', () => {
  const root = { ...rootOf(0, 2), grid: new Uint8Array(32) };
  // Top row: both squares, vision before language in number; below right: one of audio.
  root.grid.set([9, 9], 0);
  root.grid.set([41, 41], 4);
  root.grid[12 + 3] = 1;
  const wash = /<g class="w"[^>]*>(.*?)<\/g>/.exec(stillOf(root, size, colors))[1];
  assert.equal(wash, '<path class="audio s0" d="M512 768h512"/><path class="cv s2" d="M0 256h1024"/>');
});

test('both themes, names as text, the same bytes again', () => {
  const root = rootOf(20, 4, probe);
  const svg = stillOf(root, size, colors);
  assert.equal(svg, stillOf(root, size, colors));
  assert.ok(svg.indexOf('#010203') < svg.indexOf('prefers-color-scheme:dark') && svg.includes('#a0b0c0'));
  assert.equal(namesOn(root, size).length, (svg.match(/<text/g) || []).length);
  assert.ok(!svg.includes('<img') && !svg.includes('<script') && !svg.includes('NaN'));
});
