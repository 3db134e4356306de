/** The map: its files (one fixture with Swift), what a view shows, the lasso, labels, tiles that come and that do not. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gridCount, readChunk, readRoot, readTile } from '../../assets/js/search/map-format.js';
import { between, bounded, boxOf, depthFor, toScreen, toWorld, wholeMap, world, zoomedAt } from '../../assets/js/search/map-view.js';
import { MapTiles, indexOf } from '../../assets/js/search/map-tiles.js';
import { caught, estimated, inside, thinned } from '../../assets/js/search/map-lasso.js';
import { labelsIn, nextLabel } from '../../assets/js/search/map-labels.js';
import { apart, dotAt, unlitStrength } from '../../assets/js/search/map-draw.js';
import { held, lookOf, stateOf as stateOfLook } from '../../assets/js/search/map-address.js';
import { lassoList, viewList } from '../../assets/js/search/map-lists.js';
import { stepFrom, walkOf } from '../../assets/js/search/map-steps.js';
import { asksTheSame, hashOf, stateOf as pageStateOf } from '../../assets/js/search-page/address.js';
import { aboutMap, listOf } from '../../assets/js/search/map-panel.js';
import { toHTML } from '../../assets/js/chart/dom.js';

const fixture = JSON.parse(readFileSync(new URL('../Fixtures/map.json', import.meta.url), 'utf8'));
const bytes = (part) => Uint8Array.from(Buffer.from(part.hex, 'hex'));
const all = Array.from({ length: 8 }, () => true);

test('the root, a tile and a chunk hold what Swift wrote', () => {
  const f = fixture.root;
  const root = readRoot(bytes(f));
  assert.deepEqual([root.models, root.placed, root.head, root.side, root.chunkSize], [f.models, f.placed, 3, f.side, f.chunkSize]);
  assert.deepEqual([[...root.places.xs], [...root.places.ys], [...root.modalities], root.totals, [...root.grid]], [f.xs, f.ys, f.modalities, f.totals, f.grid]);
  assert.deepEqual(root.labels, f.labels);
  assert.deepEqual(root.tiles.map(({ number, ...t }) => t), f.tiles);
  assert.deepEqual(root.tiles.map((t) => t.number), [1, 2]);
  assert.deepEqual(root.chunkHashes, f.chunks);
  const tile = readTile(bytes(fixture.tile), 1);
  assert.deepEqual([[...tile.docs], [...tile.places.xs], [...tile.places.ys], [...tile.modalities]], [fixture.tile.documents, fixture.tile.xs, fixture.tile.ys, fixture.tile.modalities]);
  const chunk = readChunk(bytes(fixture.chunk), 0);
  assert.deepEqual([chunk.first, [...chunk.places.xs], [...chunk.places.ys]], [fixture.chunk.first, fixture.chunk.xs, fixture.chunk.ys]);
});

test('damage is refused: every end, and no flipped bit hangs or throws anything else', () => {
  /** @type {[any, (b: Uint8Array) => any][]} */
  const kinds = [[fixture.root, (b) => readRoot(b)], [fixture.tile, (b) => readTile(b, 1)], [fixture.chunk, (b) => readChunk(b, 0)]];
  for (const [part, read] of kinds) {
    const whole = bytes(part);
    for (let n = 0; n < whole.length; n += 1) assert.throws(() => read(whole.subarray(0, n)), { name: 'FileTrouble' });
    assert.throws(() => read(Uint8Array.from([...whole, 0])), { name: 'FileTrouble' });
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const b = whole.slice();
      b[bit >> 3] ^= 1 << (bit & 7);
      try { read(b); } catch (error) { assert.equal(error.name, 'FileTrouble'); }
    }
  }
});

test('codes of the grid stand for about their count', () => {
  for (const [count, code] of fixture.gridCounts) assert.ok(Math.abs(gridCount(code) - count) <= count * 0.06 + 0.05, `${count}`);
});

test('a pixel and its world are one; zooming keeps what is under the hand', () => {
  const size = { W: 800, H: 500 };
  const view = bounded({ k: 5, cx: 30000, cy: 41000 }, size);
  const [wx, wy] = toWorld(view, size, 120, 77);
  const [px, py] = toScreen(view, size, wx, wy);
  assert.ok(Math.abs(px - 120) < 1e-6 && Math.abs(py - 77) < 1e-6);
  const near = zoomedAt(view, size, 1.7, 120, 77);
  const [nx, ny] = toWorld(near, size, 120, 77);
  assert.ok(Math.abs(nx - wx) < 1e-6 && Math.abs(ny - wy) < 1e-6);
  assert.deepEqual(zoomedAt(near, size, 1e-9, 3, 3), bounded(wholeMap(), size));
  assert.equal(zoomedAt(near, size, 1e9, 3, 3).k, 64);
  assert.deepEqual(bounded({ k: 1, cx: -9e9, cy: 9e9 }, { W: 500, H: 500 }), wholeMap());
  const whole = boxOf(wholeMap(), { W: 600, H: 600 });
  assert.deepEqual([whole.x0, whole.y0, whole.x1, whole.y1], [0, 0, world, world]);
});

test('a flight begins and ends where it should, and goes straight between equal zooms', () => {
  const a = { k: 1, cx: 100, cy: 100 };
  const b = { k: 16, cx: 900, cy: 500 };
  for (const [t, end] of [[0, a], [1, b]]) {
    const v = between(a, b, t);
    for (const key of ['k', 'cx', 'cy']) assert.ok(Math.abs(v[key] - end[key]) < 1e-9 * Math.max(1, end[key]));
  }
  assert.equal(between(a, { ...a, cx: 300 }, 0.5).cx, 200);
  assert.ok(between(a, b, 0.5).k > 3.9 && between(a, b, 0.5).k < 4.1);
});

test('deeper tiles are asked for as the view comes nearer', () => {
  const size = { W: 800, H: 800 };
  assert.equal(depthFor({ k: 1, cx: 0, cy: 0 }, size), 0);
  assert.ok(depthFor({ k: 4, cx: 0, cy: 0 }, size) < depthFor({ k: 32, cx: 0, cy: 0 }, size));
});

const loader = (change = (name, b) => b) => async (name) => {
  const part = { m0000: fixture.root, m0001: fixture.tile, p0000: fixture.chunk }[name];
  if (!part) throw new Error(`The file ${name} could not be loaded.`);
  return change(name, bytes(part));
};

test('a view brings its tiles once; what is missing leaves the rest standing', async () => {
  const asked = [];
  const tiles = new MapTiles(async (name, file) => { asked.push(file); return loader()(name); });
  await tiles.open('cafecafe');
  assert.deepEqual(asked, ['m0000.cafecafe.js']);
  const east = { x0: 32768, y0: 0, x1: 65536, y1: 30000 };
  assert.deepEqual(tiles.missing(east, 5).map((t) => t.number), [1]);
  assert.equal(await tiles.fetch(east, 0), false);
  assert.deepEqual(await Promise.all([tiles.fetch(east, 5), tiles.fetch(east, 5)]), [true, true]);
  assert.deepEqual(asked.slice(1), ['m0001.01020304.js']);
  assert.deepEqual(tiles.inBox(east).map((t) => t.docs.length), [3, 2]);
  const south = { x0: 0, y0: 60000, x1: 9000, y1: 65000 };
  assert.equal(await tiles.fetch(south, 5), false);
  assert.match(tiles.trouble.message, /m0002/);
  assert.deepEqual(tiles.inBox(east).length, 2);
});

test('a document is found in the root, in a tile that is here, in its chunk, or nowhere', async () => {
  const tiles = new MapTiles(loader());
  await tiles.open('cafecafe');
  assert.deepEqual([...await tiles.placesOf([0, 1, 3, 4, 5])], [[0, [1000, 2000]], [3, [16, 0]], [5, [65520, 4144]]]);
  await tiles.fetch({ x0: 0, y0: 0, x1: world, y1: 20000 }, 1);
  assert.deepEqual([...await tiles.placesOf([3])], [[3, [40000, 500]]]);
  assert.deepEqual([...await tiles.placesOf([299])], []);
  assert.match(tiles.trouble.message, /p0001/);
});

test('an ascending list is searched', () => {
  const docs = Uint32Array.from([2, 5, 9, 4000000000]);
  assert.deepEqual([1, 2, 5, 6, 9, 4000000000, 4000000001].map((d) => indexOf(docs, d)), [-1, 0, 1, -1, 2, 3, -1]);
  assert.equal(indexOf(new Uint32Array(), 1), -1);
});

test('the lasso catches what lies within, the most popular first', () => {
  const ring = [[0, 0], [10, 0], [10, 10], [5, 5], [0, 10]];
  assert.deepEqual([inside(ring, 2, 2), inside(ring, 5, 8), inside(ring, 8, 8.5), inside(ring, 11, 1)], [true, false, false, false]);
  const tile = (docs, xs, ys, modalities) => ({ depth: 0, column: 0, row: 0, docs: Uint32Array.from(docs), places: { xs: Uint16Array.from(xs), ys: Uint16Array.from(ys) }, modalities: Uint8Array.from(modalities) });
  const two = [tile([7, 8, 9], [2, 5, 9], [2, 8, 1], [0, 0, 3]), tile([1, 2], [1, 0], [1, 0], [3, 3])];
  assert.deepEqual(caught(ring, two, all), { docs: [1, 7, 9], counts: [1, 0, 0, 2, 0, 0, 0, 0] });
  assert.deepEqual(caught(ring, two, all.map((_, m) => m !== 3)).docs, [7]);
  const root = { side: 2, grid: Uint8Array.from(fixture.root.grid) };
  const sum = estimated([[0, 0], [65536, 0], [65536, 65536], [0, 65536]], root, all);
  assert.equal(sum[0], Math.round(gridCount(1) + gridCount(54)));
  assert.deepEqual(thinned([[0, 0], [1, 0], [5, 0], [6, 0]], 4), [[0, 0], [5, 0]]);
});

test('names do not lie on one another, wider regions first, and arrow keys walk among them', () => {
  const size = { W: 800, H: 800 };
  const labels = [0, 0, 1, 1].map((level, i) => ({ level, x: [20000, 20300, 20000, 42000][i], y: [20000, 20100, 30000, 20000][i], models: 9, modality: i === 3 ? 3 : 0, text: `region ${i}` }));
  assert.deepEqual(labelsIn(labels, wholeMap(), size, all).map((p) => p.i), [0]);
  const near = { k: 2, cx: 32768, cy: 32768 };
  const placed = labelsIn(labels, near, size, all);
  assert.deepEqual(placed.map((p) => p.i), [0, 2, 3]);
  assert.deepEqual(labelsIn(labels, near, size, all.map((_, m) => m !== 3)).map((p) => p.i), [0, 2]);
  assert.deepEqual(labelsIn(labels.map((l) => ({ ...l, text: 'llama' })), near, size, all).map((p) => p.i), [0]);
  assert.equal(nextLabel(placed, placed[0], [0, 1]).i, 2);
  assert.equal(nextLabel(placed, placed[0], [1, 0]).i, 3);
  assert.equal(nextLabel(placed, placed[0], [-1, 0]), null);
});

test('a dot is found by its place, not when hidden or unlit', () => {
  const scene = {
    view: wholeMap(), size: { W: 512, H: 512 }, shown: all, lit: null,
    tiles: [{ depth: 0, column: 0, row: 0, docs: Uint32Array.from([4, 5]), places: { xs: Uint16Array.from([12800, 13000]), ys: Uint16Array.from([12800, 12800]) }, modalities: Uint8Array.from([0, 1]) }],
  };
  assert.equal(dotAt(scene, 100, 100, 8).doc, 4);
  assert.equal(dotAt({ ...scene, lit: (doc) => doc === 5 }, 100, 100, 8).doc, 5);
  assert.equal(dotAt({ ...scene, shown: all.map((_, m) => m > 0) }, 100, 100, 8).doc, 5);
  assert.equal(dotAt(scene, 120, 100, 8), null);
  scene.tiles[0].places.xs.fill(0);
  scene.tiles[0].places.ys.fill(0);
  assert.equal(dotAt(scene, 1, 1, 8), null, 'what has no place is not in the corner');
});

test('words say what a dot is and how many have none; names are text', () => {
  const html = toHTML(aboutMap({ models: 760000, placed: 748000, head: 40960 }));
  assert.match(html, /40,960 most popular/);
  assert.match(html, /12,000 models say too little/);
  const record = { id: 'x/<img src=x>', name: '<img src=x>', owner: 'x', task: null, modality: null, downloads: null };
  const out = listOf({ title: '<b>', records: [record, null], more: 0, chosen: record }, { pick() {}, href: (id) => `model.html#${encodeURIComponent(id)}` }).map(toHTML).join('');
  assert.ok(!out.includes('<img') && !out.includes('<b>'));
  assert.equal(out.match(/&lt;img/g).length, 2);
});

test('a look goes into an address and comes back; what is no look is the whole map', () => {
  const look = { view: { k: 8, cx: 32768, cy: 16384 }, shown: all.map((_, m) => m !== 1), dot: 'a/b', line: [[1, 2], [30, 4], [5, 65535]] };
  const state = stateOfLook(look);
  assert.deepEqual(state, { map: ['8', '0.5', '0.25'], off: ['cv'], dot: 'a/b', lasso: ['1-2', '30-4', '5-65535'] });
  assert.deepEqual(lookOf(state), look);
  assert.deepEqual(stateOfLook({ view: wholeMap(), shown: all, dot: '', line: null }), { map: [], off: [], dot: '', lasso: [] });
  const none = { view: wholeMap(), shown: all, dot: '', line: null };
  for (const map of [['8'], ['x', '0', '0'], ['NaN', '1', '1'], ['1e999', '0', '0'], ['1', '2', '3', '4']]) assert.deepEqual(lookOf({ map, off: [], dot: '', lasso: [] }), none, map.join());
  assert.deepEqual(lookOf({ map: ['900', '-4', '7'], off: ['sky'], dot: '', lasso: [] }).view, { k: 64, cx: 0, cy: world });
  for (const lasso of [['1-2', '3-4'], ['1-2', '3-4', '<b>'], ['1-2', '3-4', '5']]) assert.equal(lookOf({ map: [], off: [], dot: '', lasso }).line, null);
  assert.deepEqual(lookOf({ map: [], off: ['nlp', 'cv', 'mm', 'audio', 'tab', 'rl', 'other', 'none'], dot: '', lasso: [] }).shown, all, 'something is shown');
  const long = Array.from({ length: 1000 }, (_, i) => [i - 10.4, 99999]);
  assert.equal(held(long).length, 48);
  assert.deepEqual(held(long)[0], [0, 65535]);
  assert.equal(lookOf(stateOfLook({ ...look, line: held(long) })).line.length, 48);
});

test('the page’s address holds the map’s look only while the map is seen', () => {
  const state = pageStateOf('#q=x&view=map&map=2,0.5,0.5&off=cv,nlp&lasso=1-2,3-4,5-6');
  assert.deepEqual([state.map, state.off, state.lasso], [['2', '0.5', '0.5'], ['cv', 'nlp'], ['1-2', '3-4', '5-6']]);
  assert.equal(hashOf(state), 'q=x&view=map&map=2,0.5,0.5&off=cv,nlp&lasso=1-2,3-4,5-6');
  assert.equal(hashOf({ ...state, view: 'list' }), 'q=x');
  assert.ok(asksTheSame(state, pageStateOf('#q=x')) && !asksTheSame(state, pageStateOf('#q=y&view=map')));
});

test('the more dots are not lit, the fainter each', () => {
  const of = (n) => unlitStrength({ tiles: [{ docs: new Uint32Array(n) }] });
  assert.deepEqual([of(0), of(9999), of(20000), of(1e6)].map((v) => Number(v.toFixed(3))), [0.13, 0.13, 0.065, 0.03]);
});

test('rings do not lie on better rings', () => {
  const size = { W: 655.36, H: 655.36 };
  assert.deepEqual(apart([[1000, 1000], [1500, 1000], [3000, 1000]], wholeMap(), size), [[1000, 1000], [3000, 1000]]);
  assert.equal(apart([[1000, 1000], [1500, 1000]], { k: 4, cx: 1000, cy: 1000 }, size).length, 2);
});

test('the list tells as exactly as it can: the whole, what has all its tiles, else about; lit ones are counted', async () => {
  const tiles = new MapTiles(loader());
  const root = await tiles.open('cafecafe');
  const on = { root, tiles, shown: all, matches: null, stars: [] };
  const size = { W: 800, H: 800 };
  const sum = root.totals.reduce((a, b) => a + b, 0);
  const whole = viewList(on, wholeMap(), size);
  assert.deepEqual([whole.total, whole.isEstimate, whole.title], [sum, false, 'Most popular on the map']);
  const near = { k: 8, cx: 40000, cy: 4096 };
  assert.equal(viewList(on, near, size).isEstimate, true);
  await tiles.fetch({ x0: 0, y0: 0, x1: world, y1: 30000 }, 9);
  const exact = viewList(on, near, size);
  assert.deepEqual([exact.isEstimate, exact.total], [false, exact.docs.length]);
  const lit = viewList({ ...on, matches: Uint32Array.from([0, 9]), stars: [[1, 1]] }, wholeMap(), size);
  assert.deepEqual([lit.docs, lit.title], [[0], '2 models match; 1 lit here, the best ringed; nearer there may be more']);
  assert.equal(viewList({ ...on, matches: Uint32Array.from([9]) }, near, size).title, '1 model matches; 0 lit here');
  const line = [[0, 0], [65535, 0], [65535, 65535], [0, 65535]];
  assert.deepEqual(lassoList({ ...on, matches: Uint32Array.from([0]) }, line, { x0: 0, y0: 0, x1: world, y1: world }).title, 'At least 1 lit model within the lasso');
  assert.equal(lassoList({ ...on, shown: all.map(() => false) }, line, { x0: 0, y0: 0, x1: 1, y1: 1 }).title, 'No model lies within the lasso');
});

test('keys step along the best matches first, then the others, around and back', () => {
  assert.deepEqual(walkOf([7, 3], Uint32Array.from([1, 3, 7, 9]), [5]), [7, 3, 1, 9]);
  assert.deepEqual(walkOf([], null, [5, 6]), [5, 6]);
  assert.deepEqual([stepFrom([7, 3], null, 1), stepFrom([7, 3], null, -1), stepFrom([7, 3], 7, 1), stepFrom([7, 3], 3, 1), stepFrom([7, 3], 7, -1), stepFrom([7, 3], 99, 1)], [0, 1, 1, 0, 1, 0]);
});
