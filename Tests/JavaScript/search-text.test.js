/** Terms, queries and phrases: the fixture that Swift's `SearchText` is tested by too. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keyOf, queryText, termsOfName, termsOfOwner } from '../../assets/js/search/text.js';
import { Synonyms, termOf } from '../../assets/js/search/synonyms.js';
import { Reader } from '../../assets/js/search/bytes.js';
import { Texts, utf8 } from '../../assets/js/search/texts.js';
import { WordTable, compareText } from '../../assets/js/search/words.js';

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const fixture = json('../Fixtures/tokens.json');
const textOf = (entry) => entry.text.repeat(entry.times || 1);

const found = {
  names: (text) => { const { name, namePart } = termsOfName(text); return { words: name, parts: namePart, key: keyOf(text) }; },
  owners: (text) => ({ terms: termsOfOwner(text) }),
  queries: (text) => {
    const { words, joins, owner, isOpen, isCut } = queryText(text);
    const query = { words: words.map((w) => w.text), isOpen, isCut, joins: joins.map((j) => [j.first, j.text]), owner };
    if (words.some((w) => w.pieces.length > 0)) query.pieces = words.map((w) => w.pieces);
    return { query };
  },
  phrases: (text) => {
    const synonyms = new Synonyms(json('../../assets/search/synonyms.json'));
    const words = queryText(text).words.map((w) => w.text);
    const matches = synonyms.matches(words).map((m) => [m.positions, ...m.meanings.map((x) => (x.isHint ? '~' : '') + (termOf(x) || `modality:${x.code}`))]);
    return { matches, stop: words.filter((w) => synonyms.isStopWord(w)) };
  },
};

for (const [section, cases] of Object.entries(fixture)) {
  test(`the fixture's ${section} are found`, () => {
    assert.ok(cases.length >= 5);
    for (const entry of cases) {
      const { text, times, ...stated } = entry;
      assert.deepEqual(found[section](textOf(entry)), stated, `${section}: ${text}`);
    }
  });
}

test('the order of words is that of their UTF-8 bytes', () => {
  const words = ['', 'a', 'aa', 'z', 'é', '\uffee', '\u{10000}', '\u{1f600}', 'b', '中', '가', '\ud7a3x', '\ue000'];
  const bytes = (w) => Buffer.from(w, 'utf8');
  assert.deepEqual([...words].sort(compareText), [...words].sort((a, b) => Buffer.compare(bytes(a), bytes(b))));
});

test('near words and completions', () => {
  const words = ['bert', 'bertha', 'instruct', 'lama', 'llama', 'llava', 'мoдель'].sort(compareText);
  const starts = words.reduce((all, w) => [...all, all[all.length - 1] + utf8(w).length], [0]);
  const texts = new Texts(utf8(words.join('')), Uint32Array.from(starts), new Reader(new Uint8Array(0), 'words'));
  const table = new WordTable(texts, Uint8Array.from(words, (w) => w.length));
  const near = (w, d) => table.near(w, d).map((n) => [words[n.index], n.distance]);
  assert.deepEqual(near('instuct', 1), [['instruct', 1]]);
  assert.deepEqual(near('llama', 1), [['lama', 1], ['llava', 1]]);
  assert.deepEqual(near('brte', 2), [['bert', 2]]);
  assert.deepEqual(near('', 2), []);
  assert.deepEqual(table.completions('ll', 5), ['llama', 'llava']);
  assert.deepEqual(table.completions('bert', 1), ['bertha']);
  assert.deepEqual(table.split('bertllama', 5), ['bert', 'llama']);
  assert.equal(table.split('bertnone', 5), null);
  assert.deepEqual(table.corrections('lana', 5).map((c) => c.text), ['lama']);
  assert.deepEqual(table.corrections('llama2', 5), []);
  assert.deepEqual(table.corrections('1234', 5), []);
  assert.equal(table.indexOf('bertha'), words.indexOf('bertha'));
  assert.equal(table.indexOf('nobert'), -1);
});
