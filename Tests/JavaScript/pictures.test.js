import test from 'node:test';
import assert from 'node:assert/strict';
import Module, { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { evolution, figure, growth, sizes, table } from './world.js';
import { rulesOf, styler } from '../../assets/js/build/cascade.js';
import { wrapped } from '../../assets/js/chart/export.js';
import { picture } from '../../assets/js/chart/still.js';
import { kinds } from '../../assets/js/charts/index.js';

// Debian's jsdom, and one that npm installed for everyone, lie where Node does not look.
process.env.NODE_PATH = [process.env.NODE_PATH, '/usr/share/nodejs', '/opt/homebrew/lib/node_modules', '/usr/local/lib/node_modules'].filter(Boolean).join(':');
Module._initPaths();
const { JSDOM } = createRequire(import.meta.url)('jsdom');
const { document } = new JSDOM('<!doctype html>').window;
const sheet = (name) => readFileSync(new URL(`../../assets/css/${name}.css`, import.meta.url), 'utf8');
const css = ['tokens', 'ground', 'figure', 'marks', 'charts'].map(sheet).join('\n');
const drawn = (figure) => picture(figure, kinds[figure.kind], document, styler(rulesOf(css))).text;

/** @param {string} html @param {string} rules @returns {string} the sheet that the styler writes */
function styled(html, rules) {
  document.body.innerHTML = html;
  const svg = document.querySelector('svg');
  styler(rulesOf(rules))(svg);
  return svg.outerHTML;
}

test('classes become values, through variables that are inherited', () => {
  const made = styled('<div class="k"><svg><g class="nlp"><rect class="fillc"></rect></g></svg></div>', ':root{--nlp:#176de4}.nlp{--c:var(--nlp)}.k .fillc{fill:var(--c)}');
  assert.match(made, /<style>\.s0\{fill:#176de4\}<\/style>/);
  assert.match(made, /<rect class="s0">/);
});

test('the cascade: importance, then specificity, then the later rule', () => {
  const made = (rules) => /fill:([^}]*)\}/.exec(styled('<svg><text class="a b">x</text></svg>', rules))[1];
  assert.equal(made('.a{fill:red}text{fill:blue}'), 'red');
  assert.equal(made('.a{fill:red}.b{fill:blue}'), 'blue');
  assert.equal(made('svg .a{fill:red}.a.b{fill:blue}'), 'blue');
  assert.equal(made('text{fill:red!important}.a.b{fill:blue}'), 'red');
  assert.equal(made('.a{fill:red}.a:hover{fill:blue}@media print{.a{fill:black}}'), 'red');
  assert.equal(made('.a{fill:var(--nobody)}'), 'none');
  assert.match(styled('<svg><text class="a" style="fill:var(--c)">x</text></svg>', ':root{--c:red}.a{fill:blue}'), /\{fill:red\}.*<text class="s0">/);
});

test('the shorthand of fonts is taken apart; what is about boxes is left', () => {
  const made = styled('<svg><text class="n">x</text></svg>', '.n{font:italic 400 15px/1.3 var(--serif);margin:0;content:"};{"}:root{--serif:P052, serif}');
  assert.match(made, /\.s0\{font-style:italic;font-weight:400;font-size:15px;font-family:P052, serif\}/);
});

test('every figure stands alone: title, source, key, no class or variable of the page', () => {
  for (const figure of [evolution(), growth(), sizes(), growth({ id: 'home-growth', role: 'story' })]) {
    const svg = drawn(figure);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="0 0 \d+ \d+"/, figure.id);
    assert.ok(svg.includes('>Source: '), figure.id);
    assert.doesNotMatch(svg, /var\(--|NaN|undefined|class="(?!s\d+")/, figure.id);
    assert.equal(drawn(figure), svg, figure.id);
  }
  assert.ok(drawn(evolution()).includes('Language'));
  assert.equal(picture(growth({ role: 'headline' }), kinds.area, document, () => {}), null);
});

test('librsvg reads them, and sees more than paper', () => {
  for (const figure of [evolution(), growth(), sizes()]) {
    const made = spawnSync('rsvg-convert', ['--format=png'], { input: drawn(figure), maxBuffer: 1e8 });
    assert.equal(made.status, 0, `${figure.id}: ${made.error || made.stderr}`);
    // Paper alone packs into 4 kB.
    assert.ok(made.stdout.length > 12000, `${figure.id}: ${made.stdout.length} bytes`);
  }
});

test('a picture of some of the rows says so', () => {
  const rows = { inline: 3, live: 12932, total: 16406 };
  assert.ok(drawn(evolution({ rows })).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').includes('The 3 greatest of 12,932 are drawn.'));
});

test('hostile words are text, and no character that XML forbids', () => {
  const svg = drawn(growth({ title: '</text><script>alert(1)</script>\u0000\u000b &nbsp;', subtitle: ']]>' }));
  assert.ok(!svg.includes('<script'));
  assert.doesNotMatch(svg, /[\u0000-\u0008\u000b]/);
  assert.ok(svg.includes('&lt;/text&gt;&lt;script&gt;'));
});

test('long titles take several lines', () => {
  assert.deepEqual(wrapped('one two three', 60, 13), ['one two', 'three']);
  assert.deepEqual(wrapped('', 60, 13), []);
  assert.deepEqual(wrapped('immeasurablylongword', 10, 13), ['immeasurablylongword']);
});

test('a race of nobody has no axis; marks are bold where they are few', () => {
  const race = (rows) => drawn(figure('race', table('race', {
    source: ['category', rows.map(() => 'hn')], by: ['category', rows.map(() => 'family')], name: ['text', rows.map((r) => r[0])], modality: ['category', rows.map(() => 'nlp')],
    date: ['text', rows.map((r) => r[1])], count: ['count', rows.map((r) => r[2])], posts: ['count', rows.map(() => null)],
  }), { options: { sources: ['hn'], nouns: { hn: 'mentions' }, bys: { hn: 'family' } } }));
  assert.match(race([['Ada', '2025-01', 3]]), />mentions<\/text>/);
  assert.doesNotMatch(race([]), />mentions<\/text>/);
  const dots = (n) => {
    const ns = Array.from({ length: n }, (_, i) => i + 1);
    const fig = figure('scatter', table('s', { id: ['modelID', ns.map((i) => `a/${i}`)], x: ['number', ns], y: ['number', ns] }), { channels: { x: 'x', y: 'y', key: 'id' }, options: { medians: true } });
    const plate = document.createElement('div');
    const svg = d3.select(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    plate.append(svg.node());
    const state = kinds.scatter.defaults(fig);
    kinds.scatter.draw(svg, kinds.scatter.place(kinds.scatter.series(fig.table, fig, state), kinds.scatter.frame(1152, 'main'), fig, state), { id: 's', figure: fig, state, live: false });
    return plate.querySelector('path.dots').getAttribute('class');
  };
  assert.equal(dots(600), 'dots few');
  assert.equal(dots(601), 'dots');
});
