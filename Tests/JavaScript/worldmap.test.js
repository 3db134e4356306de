import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { figure, laidOut, table } from './world.js';
import { world } from '../../assets/js/charts/world.js';
import { breaksOf, groupsOf, shade } from '../../assets/js/charts/world-series.js';
import { arcPoints, middleOf, shapes, simplified } from '../../assets/js/charts/world-shapes.js';
import { compactPath } from '../../assets/js/charts/world-path.js';
import { next } from '../../assets/js/charts/world-keys.js';
import { usualEvidence } from '../../assets/js/charts/world-list.js';
import { least, projectionOf } from '../../assets/js/charts/world-place.js';

const rows = [
  // community, name, country, longitude, latitude, month, models, downloads, likes, followers, status
  ['lab', 'The Lab', 'FR', 2.35, 48.86, '2023-01', 2, 100, 5, 40, 'unverified'],
  ['lab', 'The Lab', 'FR', 2.35, 48.86, '2024-06', 3, 900, 1, 40, 'unverified'],
  ['twin', '<b>Twin</b>', 'FR', 2.35, 48.86, null, 4, 10, 0, null, 'unverified'],
  ['isle', 'Isle', 'SG', null, null, '2023-05', 1, 5000, 9, null, 'collected'],
  ['ours', 'Everywhere', null, null, null, '2023-02', 2, 70, 0, null, 'seatless'],
  [null, '7 owners that are no known community', null, null, null, '2023-03', 20, 30, 2, null, 'unknown'],
];
const keys = { community: 'owner', name: 'text', country: 'category', longitude: 'number', latitude: 'number', month: 'month', models: 'count', downloads: 'count', likes: 'count', followers: 'count', status: 'category' };
const fig = (more = {}) => figure('world', table('map', {
  ...Object.fromEntries(Object.entries(keys).map(([key, kind], i) => [key, [kind, rows.map((r) => r[i])]])),
  city: ['text', rows.map(() => null)], source: ['category', rows.map(() => 'table')], confidence: ['number', rows.map(() => 0.9)],
}), { options: { measures: ['models', 'downloads', 'likes', 'followers'], from: '2023-01', to: '2024-06', step: 1, of: 'of this selection' }, ...more });

test('no country is lost: each is a shape or a dot, and no shape is turned inside out', () => {
  const names = JSON.parse(readFileSync(new URL('../../assets/places/names.json', import.meta.url), 'utf8')).countries;
  const { countries, dots, names: known } = shapes();
  assert.equal(countries.length, 177);
  for (const c of names) assert.equal(known.get(c.code), c.name);
  for (const c of countries) assert.ok(d3.geoArea(c.geometry) < 1, c.name);
  for (const d of dots) assert.ok(Math.abs(d.at[0]) <= 180 && Math.abs(d.at[1]) <= 90, d.code);
  assert.equal(new Set([...countries, ...dots].map((c) => c.code || c.name)).size, countries.length + dots.length);
  // The land of the earth is 29 % of it.
  const land = d3.sum(countries, (c) => d3.geoArea(c.geometry)) / (4 * Math.PI);
  assert.ok(land > 0.28 && land < 0.30, String(land));
  const coarse = shapes(1).countries;
  assert.ok(Math.abs(d3.sum(coarse, (c) => d3.geoArea(c.geometry)) / (4 * Math.PI) - land) < 0.004);
});

test('arcs are differences, five bits a letter', () => {
  assert.deepEqual(arcPoints('CDgCA', 0.5), [[0.5, -0.5], [16.5, -0.5]]);
  assert.deepEqual(simplified([[0, 0], [1, 0.01], [2, 0], [2, 2]], 0.1), [[0, 0], [2, 0], [2, 2]]);
  assert.deepEqual(simplified([[0, 0], [1, 0.01], [2, 0]], 0), [[0, 0], [1, 0.01], [2, 0]]);
});

test('a country’s middle is in its greatest part; a dot’s is its place; nobody’s is none', () => {
  const [x, y] = middleOf('FR');
  assert.ok(x > 0 && x < 5 && y > 44 && y < 49);
  assert.deepEqual(middleOf('SG'), [103.85, 1.29]);
  assert.equal(middleOf('ZZ'), null);
});

test('until a month counts what was published by then, and what has no date', () => {
  const all = laidOut(world, fig());
  assert.deepEqual(all.series.parts.map((p) => p.value), [10, 2, 20]);
  assert.equal(all.series.total, 32);
  assert.equal(all.series.countries.get('FR').value, 9);
  const early = laidOut(world, fig(), { until: '2023-02' });
  assert.deepEqual(early.series.parts.map((p) => p.value), [6, 2, 0]);
  assert.equal(early.series.countries.get('FR').count, 2);
  assert.equal(early.series.countries.get('SG').value, 0);
  // What is not there yet keeps its place, so that nothing wanders.
  const mark = (p, key) => p.marks.find((m) => m.key === key);
  assert.equal(mark(early.placed, 'isle').r, 0);
  assert.equal(mark(early.placed, 'lab').x, mark(all.placed, 'lab').x);
  assert.ok(mark(early.placed, 'lab').r < mark(all.placed, 'lab').r);
});

test('followers are those of communities, whatever the month', () => {
  const { series } = laidOut(world, fig(), { measure: 'followers', until: '2023-01' });
  assert.deepEqual(series.parts.map((p) => p.value), [40, 0, 0]);
});

test('area is the measure, and circles stand side by side', () => {
  const { placed } = laidOut(world, fig(), { measure: 'downloads' });
  const by = Object.fromEntries(placed.marks.map((m) => [m.key, m]));
  assert.ok(Math.abs((by.isle.r / by.lab.r) ** 2 - 5) < 1e-6);
  assert.ok(by.twin.r >= least);
  for (const a of placed.marks) for (const b of placed.marks) if (a !== b) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.r + b.r - 0.5, `${a.key} ${b.key}`);
  assert.deepEqual(laidOut(world, fig(), { measure: 'downloads' }).placed.marks.map((m) => m.x), placed.marks.map((m) => m.x));
});

test('classes have round bounds that cover the values', () => {
  assert.deepEqual(breaksOf([1, 80, 1493]), [1, 10, 100, 1000]);
  assert.deepEqual(breaksOf([40, 50, 900]), [30, 100, 300]);
  assert.deepEqual(breaksOf([7]), [3]);
  assert.deepEqual(breaksOf([0]), []);
  assert.equal(breaksOf([1, 5e9]).length, 6);
  const breaks = [1, 10, 100, 1000];
  assert.deepEqual([0, 1, 9, 10, 999, 1000, 1e9].map((v) => shade(v, breaks)), [1, 2, 2, 4, 5, 7, 7]);
  assert.equal(shade(5, [3]), 5);
});

test('the list is of the chosen country, or of what has no place', () => {
  const listed = (country) => laidOut(world, fig(), { country }).series.listed.map((c) => c.name);
  assert.deepEqual(listed(''), ['The Lab', '<b>Twin</b>', 'Isle']);
  assert.deepEqual(listed('SG'), ['Isle']);
  assert.deepEqual(listed('seatless'), ['Everywhere']);
  assert.deepEqual(listed('unknown'), ['7 owners that are no known community']);
});

test('words are chosen by the numbers', () => {
  const title = (patch) => laidOut(world, fig(), patch).words.title.replace(/[\u00a0\u202f]/g, ' ');
  assert.equal(title({}), 'Where the place is known, 90 % of models come from France, 10 % from Singapore');
  assert.equal(title({ measure: 'downloads' }), 'Where the place is known, 83 % of downloads go to models from Singapore, 17 % to models from France');
  assert.equal(title({ measure: 'followers' }), 'Where the place is known, all followers follow communities in France');
  assert.equal(title({ country: 'SG' }), 'Singapore: 1 model, 10.0 % of what has a known place');
  assert.equal(title({ country: 'SG', until: '2023-01' }), 'Singapore had nothing yet');
  assert.equal(title({ until: '2023-01' }), 'Where the place is known, all models come from France');
  const { words } = laidOut(world, fig(), { until: '2023-01', show: 'countries' });
  assert.equal(words.subtitle.replace(/\u00a0/g, ' '), 'Countries by number of models of this selection, published until January 2023.');
});

test('an address may hold only what is there', () => {
  const f = fig();
  const accepts = world.accepts(f, f.table, true);
  assert.ok(accepts.country('FR') && accepts.country('unknown') && !accepts.country('US'));
  assert.ok(accepts.until('2023-02') && !accepts.until('2030-01') && !accepts.until('2024-06'));
  assert.ok(accepts.zoom('4~0.5~0.3') && !accepts.zoom('<script>'));
});

test('keys go to the nearest circle in a direction', () => {
  const { placed } = laidOut(world, fig());
  const first = next(placed, null, [1, 0]);
  assert.equal(first.key, 'lab');
  assert.equal(next(placed, placed.marks.find((m) => m.key === 'twin'), [1, 0]).country === 'SG' || next(placed, first, [1, 0]).country === 'SG', true);
  assert.equal(next(placed, placed.marks.find((m) => m.key === 'isle'), [1, 0]), null);
});

test('outlines of a still are whole pixels', () => {
  const line = compactPath(projectionOf(800, 390));
  const d = line(shapes(0.25).countries.find((c) => c.code === 'FR').geometry);
  assert.match(d, /^(M\d+ \d+l(-?\d+[ -]?-?\d+ ?)+z?)+$/);
});

test('what most places are known from is said once, of three at least', () => {
  const place = (source, confidence = 0.9) => ({ source, confidence, status: 'unverified' });
  assert.equal(usualEvidence([place('table'), place('wikidata'), place('table'), place('table')]), '0.9, the project’s own table, unverified');
  assert.equal(usualEvidence([place('table'), place('table')]), '');
  assert.equal(usualEvidence([place('table'), place('table'), place('table'), place('github'), place('github', 1), place('page')]), '');
  assert.equal(usualEvidence([]), '');
});

test('rows of one community are one, whatever shares its country', () => {
  assert.equal(groupsOf(fig().table).length, 5);
});
