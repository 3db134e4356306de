/** Page and engine talk over a real channel; files are kept, forgotten, asked for again. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { connect } from '../../assets/js/search/connection.js';
import { createEngine } from '../../assets/js/search/engine.js';
import { serve } from '../../assets/js/search/serve.js';
import { Shards } from '../../assets/js/search/shards.js';
import { FileTrouble } from '../../assets/js/search/trouble.js';
import { unpackBytes } from '../../assets/js/search/unpack.js';
import { invent, makeIndex, open } from './search-world.js';

const names = { folder: 'x', manifest: 'manifest.00.js', words: 'words.00.js' };
const packed = (text) => gzipSync(Buffer.from(text)).toString('base64');
const text = (bytes) => new TextDecoder().decode(bytes);

/** An engine that answers with the text of a file, in place of the real one. */
const reading = ({ load, manifest }) => ({
  call: async (method, args) => {
    switch (method) {
      case 'record': return text(await load(args[0], `${args[0]}.js`));
      case 'about': return manifest;
      default: return args[0];
    }
  },
});

function together(files, createEngine = reading) {
  const { port1, port2 } = new MessageChannel();
  serve(port2, createEngine, unpackBytes);
  return connect(port1, names, async (name) => {
    if (name in files) return files[name];
    throw new Error(`${name} is missing`);
  });
}

test('a call goes through the channel and back, files come packed', async () => {
  const search = together({ t0001: packed('hello') });
  assert.equal(await search.about(), 'manifest.00.js');
  assert.equal(await search.record('t0001'), 'hello');
  assert.equal(await search.search('x'), 'x');
  search.close();
});

test('missing and damaged files are errors with a sentence', async () => {
  const search = together({ t0002: 'not base64!', t0003: Buffer.from('no gzip').toString('base64'), t0004: packed('whole').slice(0, 20) });
  await assert.rejects(search.record('t0001'), /t0001 could not be loaded/);
  for (const name of ['t0002', 't0003', 't0004']) await assert.rejects(search.record(name), new RegExp(`${name} is damaged`));
  search.close();
});

test('an engine that throws what is no error still answers', async () => {
  const search = together({}, () => ({ call: async () => { throw 'odd'; } }));
  await assert.rejects(search.about(), /odd/);
  search.close();
});

const counted = (answers) => {
  const asked = [];
  return [asked, async (name, file) => { asked.push(file); const a = answers(asked.length); if (a instanceof Error) throw a; return a; }];
};

test('a file is loaded and read once, whoever asks at the same time', async () => {
  const [asked, load] = counted(() => Uint8Array.of(1, 2));
  const shards = new Shards(load);
  let reads = 0;
  const parse = (bytes) => { reads += 1; return bytes.length; };
  assert.deepEqual(await Promise.all([shards.get('a', 'a.js', parse), shards.get('a', 'a.js', parse)]), [2, 2]);
  assert.equal(await shards.get('a', 'a.js', parse), 2);
  assert.deepEqual([asked.length, reads], [1, 1]);
});

test('what failed is asked for again by the next call', async () => {
  const [asked, load] = counted((n) => (n === 1 ? new FileTrouble('offline', 'a') : Uint8Array.of(7)));
  const shards = new Shards(load);
  await assert.rejects(shards.get('a', 'a.js', (b) => b[0]), { kind: 'offline' });
  assert.equal(await shards.get('a', 'a.js', (b) => b[0]), 7);
  assert.equal(asked.length, 2);
});

test('any error of a reader is damage, and the bytes are not kept', async () => {
  const shards = new Shards(async () => Uint8Array.of(1));
  await assert.rejects(shards.get('a', 'a.js', () => new Uint8Array(-1)), { kind: 'damaged', file: 'a' });
  assert.equal(shards.used, 0);
  assert.equal(shards.has('a.js'), false);
});

test('the least recently used files make room', async () => {
  const [asked, load] = counted(() => new Uint8Array(40));
  const shards = new Shards(load, 100);
  const get = (name) => shards.get(name, name, () => name);
  await get('a'); await get('b'); await get('a'); await get('c');
  assert.deepEqual(['a', 'b', 'c'].map((n) => shards.has(n)), [true, false, true]);
  assert.equal(shards.used, 80);
  await get('b');
  assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
});

test('a connection that is lost in the middle of a query costs what did not come, and the next query asks again', async (t) => {
  const synonyms = JSON.parse(readFileSync(new URL('../../assets/search/synonyms.json', import.meta.url), 'utf8'));
  const index = makeIndex(invent(150), synonyms, { longest: 30 });
  let isOnline = true;
  const real = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { configurable: true, get: () => ({ onLine: isOnline }) });
  t.after(() => { if (real) Object.defineProperty(globalThis, 'navigator', real); else delete globalThis.navigator; });
  const asked = [];
  const { port1, port2 } = new MessageChannel();
  serve(port2, createEngine, unpackBytes);
  // The connection goes after the first block of documents: manifest, words and terms are there.
  let losesAt = 'd';
  const search = connect(port1, { folder: 'x', manifest: index.manifest, words: index.words }, async (name, file) => {
    asked.push(file);
    if (!isOnline) throw new Error(`${name} is missing`);
    if (losesAt && file.startsWith(losesAt)) isOnline = false;
    return /"([^"]*)"\);\n$/.exec(index.files.get(file).toString())[1];
  });
  t.after(() => search.close());
  const query = { query: 'llama chat', typing: false, top: 20 };
  const some = await search.search(query);
  const lost = asked.filter((f) => f.startsWith('d')).slice(1);
  assert.ok(lost.length > 0, 'the query needs more than one block');
  assert.ok(some.hits.length > 0, 'the rest answers');
  assert.deepEqual(some.notes.map((n) => n.kind), ['offline']);
  assert.ok(lost.some((f) => f.startsWith(some.notes[0].about)), some.notes[0].about);
  assert.match(some.notes[0].text, /files? of the index .*no connection.*made of the rest; the next search tries again/);
  assert.equal(some.exact, false);

  isOnline = true;
  losesAt = null;
  asked.length = 0;
  const whole = await search.search(query);
  assert.deepEqual(whole.notes, []);
  assert.ok(asked.length > 0 && asked.every((file) => lost.includes(file)), 'what came is kept, what did not is asked for again');
  assert.deepEqual(whole.hits.map((h) => h.id), (await open(index).search(query)).hits.map((h) => h.id));
  assert.notDeepEqual(whole.hits.map((h) => h.id), some.hits.map((h) => h.id));
});
