import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { figure, laidOut, probe, table } from './world.js';
import { network } from '../../assets/js/charts/network.js';

/** A triangle, a pair, a name that is markup; rows by ties, links upwards. */
const net = (more = {}, columns = {}) => figure('network', table('network', {
  name: ['text', ['ann', 'bob', probe, 'dan', 'eve']],
  ties: ['count', [2, 2, 2, 1, 1]],
  core: ['count', [2, 2, 2, 1, 1]],
  community: ['count', [1, 1, 1, 2, 2]],
  x: ['number', [0, 1, 0.5, 4, 5]],
  y: ['number', [0, 0, 1, 0, 0]],
  links: ['text', ['', '0', '0 1', '', '3']],
  ...columns,
}), { channels: { x: 'x', y: 'y', size: 'ties', group: 'community' }, options: { noun: 'person', nouns: 'people' }, ...more });

const program = fileURLToPath(new URL('../../assets/js/build/stills.js', import.meta.url));
// Debian's jsdom, and one that npm installed for everyone, lie where Node does not look.
const folders = [process.env.NODE_PATH, '/usr/share/nodejs', '/opt/homebrew/lib/node_modules', '/usr/local/lib/node_modules'];

/** The figure at rest, as the build draws it. */
function still(fig) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input: JSON.stringify({ figures: [fig] }), env: { ...process.env, NODE_PATH: folders.filter(Boolean).join(':') }, encoding: 'utf8', maxBuffer: 1e8,
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout).figures[fig.id];
}

test('network: ties are read upwards, neighbors both ways', () => {
  const { series } = laidOut(network, net());
  assert.deepEqual(series.ties, [[1, 0], [2, 0], [2, 1], [4, 3]]);
  assert.deepEqual(series.dots.map((d) => d.near), [[1, 2], [0, 2], [0, 1], [4], [3]]);
  assert.deepEqual(series.communities.map((c) => [c.number, c.dots.length]), [[1, 3], [2, 2]]);
});

test('network: links that lead nowhere, upwards or to oneself are no ties', () => {
  const { series } = laidOut(network, net({}, { links: ['text', ['0 3', '1 99 -1 x', null, '2.5', '3']] }));
  assert.deepEqual(series.ties, [[4, 3]]);
});

test('network: all dots lie inside of both frames, and areas are in proportion', () => {
  for (const width of [1152, 358]) {
    const { placed } = laidOut(network, net({}, { ties: ['count', [400, 100, 100, 1, 1]] }), {}, width);
    for (const d of placed.s.dots) assert.ok(d.px > 0 && d.px < placed.frame.W && d.py > 0 && d.py < placed.frame.H);
    assert.ok(Math.abs(placed.s.dots[0].r / placed.s.dots[1].r - 2) < 1e-9);
  }
});

test('network: its title and count are those of the subfield that is shown', () => {
  const options = { nouns: 'people', titles: { '': 'All hang together', Vision: 'Vision: two groups' }, subtitles: { '': '900 people', Vision: '7 people' } };
  const words = (/** @type {any} */ state) => laidOut(network, { ...net(), options }, state).words;
  assert.deepEqual([words({}).title, words({ of: 'Vision' }).title], ['All hang together', 'Vision: two groups']);
  assert.match(words({ of: 'Vision' }).subtitle, /^7 people\. Area/);
  assert.equal(laidOut(network, net()).words.title, '5 people with ties to one another');
  assert.match(laidOut(network, net(), { color: 'core' }).words.subtitle, /k-core/);
});

test('network: subfields are on its shelf, and what the search finds is called by its noun', () => {
  const control = (/** @type {any} */ fig) => network.controls(fig, {}, fig.table);
  assert.deepEqual(control(net()).map((c) => c.key), ['find', 'color']);
  const [of, find] = control({ ...net(), shelf: [{ name: 'Vision', note: '7', file: 'x.js' }] });
  assert.deepEqual(of.options, [['', 'all models'], ['Vision', 'Vision\u20027']]);
  assert.equal(find.found, 'People found');
});

test('network: the still has few lines, everybody\u2019s first; a live one has all', () => {
  const crowd = d3.range(80);
  const table = { columns: [], values: { name: crowd.map(String), x: crowd.map((i) => i % 9), y: crowd.map((i) => i / 9), ties: crowd.map(() => 79), community: crowd.map(() => 1), core: crowd.map(() => 79), links: crowd.map((i) => d3.range(i).join(' ')) } };
  const fig = { ...net(), table: { ...net().table, values: table.values } };
  const lines = (/** @type {string} */ html) => (html.match(/class="net-ties" d="([^"]*)"/) || ['', ''])[1].split('M').length - 1;
  const { wide, narrow } = still(fig);
  assert.equal(lines(wide), 1000);
  assert.equal(lines(narrow), 500);
});

test('network: names are text, and the table has no places', () => {
  const { wide, narrow, legend, table: rows } = still(net());
  for (const html of [wide, narrow, legend, rows]) assert.doesNotMatch(html, /<script|NaN|undefined/);
  assert.match(wide, /evil\/&lt;script/);
  assert.match(legend, /aria-label="Color: color key"/);
  assert.deepEqual(laidOut(network, net()).shown.columns.map((c) => c.key), ['name', 'ties', 'core', 'community']);
});

test('network: dots that are alike are one path; communities and cores have their classes', () => {
  const classes = (fig) => [...still(fig).wide.matchAll(/class="(net-dots [^"]*)"/g)].map((m) => m[1]).sort();
  assert.deepEqual(classes(net()), ['net-dots group-1', 'net-dots group-2']);
  assert.deepEqual(classes(net({ options: { color: 'core' } })), ['net-dots core-3', 'net-dots core-5']);
  const keys = (state) => network.legend(laidOut(network, net(), state).series, net(), state).map((c) => c.key);
  assert.deepEqual(keys({ color: 'group' }), ['group-1', 'group-2']);
  assert.deepEqual(keys({ color: 'core' }), ['core-3', 'core-5']);
});

test('network: five hundred dots and two thousand ties weigh less than a photograph', () => {
  const n = 500;
  const links = Array.from({ length: n }, (_, i) => [...new Set([i >> 1, (i * 7) % (i || 1), (i * 13) % (i || 1), i - 1])].filter((j) => j >= 0 && j < i).join(' '));
  const column = (value) => Array.from({ length: n }, (_, i) => value(i));
  const { wide, narrow } = still(net({}, {
    name: ['text', column((i) => `person-${i}`)], ties: ['count', column((i) => n - i)], core: ['count', column((i) => i % 9)],
    community: ['count', column((i) => (i % 12) + 1)], x: ['number', column((i) => (i * 37) % 101)], y: ['number', column((i) => (i * 17) % 53)], links: ['text', links],
  }));
  assert.ok(wide.length + narrow.length < 100_000, `${wide.length} and ${narrow.length} characters`);
});

test('network: an address names only who is there', () => {
  const fig = net();
  const accepts = network.accepts(fig, fig.table, true);
  assert.equal(accepts.at('ann') && !accepts.at('nobody'), true);
  assert.equal(accepts.zoom('4~0.500~-0.1') && !accepts.zoom('<b>') && !accepts.zoom('4'), true);
});

test('network: one alone, and all on one spot, have places', () => {
  for (const [n, at] of [[1, [7]], [2, [3, 3]]]) {
    const fig = net({}, Object.fromEntries([['name', 'text'], ['ties', 'count'], ['core', 'count'], ['community', 'count'], ['links', 'text']]
      .map(([k, kind]) => [k, [kind, k === 'name' ? ['a', 'b'].slice(0, n) : k === 'links' ? ['', '0'].slice(0, n) : Array(n).fill(1)]]).concat([['x', ['number', at]], ['y', ['number', at]]])));
    for (const d of laidOut(network, fig).placed.s.dots) assert.ok(Number.isFinite(d.px) && Number.isFinite(d.py));
  }
});
