/** Bytes of the index, whole and damaged; edit distances against the textbook. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { Reader, varints, ascending } from '../../assets/js/search/bytes.js';
import { FileTrouble, notesOf } from '../../assets/js/search/trouble.js';
import { distance, letters, pattern } from '../../assets/js/search/distance.js';

const reader = (...bytes) => new Reader(Uint8Array.from(bytes), 't0001');
const damaged = (run) => assert.throws(run, (e) => e instanceof FileTrouble && e.kind === 'damaged' && e.file === 't0001');

function varint(value) {
  const out = [];
  let rest = BigInt(value);
  for (; rest > 127n; rest >>= 7n) out.push(Number(rest & 127n) | 128);
  return [...out, Number(rest)];
}

test('integers up to 2^53 - 1, texts, and the end', () => {
  for (const value of [0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 + 5, 123456789012345, Number.MAX_SAFE_INTEGER]) {
    const r = reader(...varint(value));
    assert.equal(r.varint(), value);
    r.end();
  }
  assert.equal(reader(5, ...new TextEncoder().encode('模型')).take(1)[0], 5);
  assert.equal(reader(6, ...new TextEncoder().encode('模型')).text(), '模型');
  damaged(() => reader(1, 2).end());
});

test('what no writer writes is refused, not read past', () => {
  damaged(() => reader().byte());
  damaged(() => reader(128).varint());
  damaged(() => reader(255, 255, 255, 255, 255, 255, 255, 255, 255, 1).varint());
  damaged(() => reader(...varint(2n ** 53n)).varint());
  damaged(() => reader(5, 97).text());
  damaged(() => reader(2, 0xc3, 0x28).text());
  damaged(() => reader(...varint(1e9), 1, 1).count('terms'));
  damaged(() => reader(9).below(9, 'the code'));
});

test('rows of numbers', () => {
  assert.deepEqual([...varints(reader(1, ...varint(300), 2), new Uint32Array(3), 1000)], [1, 300, 2]);
  damaged(() => varints(reader(1, 2), new Uint32Array(3), 1000));
  damaged(() => varints(reader(1, 200, 1), new Uint32Array(2), 100));
  assert.deepEqual([...ascending(reader(3, 0, 4), new Uint32Array(3), 100)], [3, 4, 9]);
  damaged(() => ascending(reader(3, 0, 4), new Uint32Array(3), 9));
});

test('many files of a kind make one note', () => {
  const notes = notesOf([new FileTrouble('missing', 'b'), new FileTrouble('missing', 'a'), new FileTrouble('damaged', 'c', 'x at byte 3'), new FileTrouble('missing', 'a')]);
  assert.deepEqual(notes.map((n) => [n.kind, n.about]), [['missing', 'a'], ['damaged', 'c']]);
  assert.match(notes[0].text, /^2 files of the index \(a, …\) are missing\./);
});

function textbook(one, other) {
  const [a, b] = [one, other].map((w) => [...Buffer.from(w, 'utf8')]);
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.length][b.length];
}

const between = (a, b) => { const text = letters(b); return distance(pattern(a), text, 0, text.length); };

test('distances: known ones, and thousands of random words against the textbook', () => {
  const known = [['llama', 'lama', 1], ['instruct', 'instuct', 1], ['llama', 'lalma', 1], ['bert', 'bert', 0], ['', 'abc', 3], ['abc', '', 3], ['модель', 'мадель', 1], ['𝒜b', 'b', 4]];
  for (const [a, b, d] of known) assert.equal(between(a, b), d, `${a} ${b}`);
  let seed = 7;
  const next = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
  const word = (longest) => Array.from({ length: next(longest) }, () => 'abcя'[next(4)]).join('');
  for (let i = 0; i < 4000; i += 1) {
    const [a, b] = [word(i % 10 ? 12 : 45), word(i % 10 ? 12 : 45)];
    assert.equal(between(a, b), textbook(a, b), `${a} ${b}`);
  }
  const edge = 'ab'.repeat(16);
  assert.equal(between(edge, `${edge}x`), 1);
  assert.equal(between(`${edge}c`, edge), 1);
});
