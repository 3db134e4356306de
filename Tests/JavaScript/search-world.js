/** A small index, written here byte for byte as Swift's `SearchFormat` describes it, so that the reader is held to the description. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createEngine } from '../../assets/js/search/engine.js';
import { Trips, payload } from '../../assets/js/search/node.js';
import { exact, termsOfName, termsOfOwner } from '../../assets/js/search/text.js';
import { FileTrouble } from '../../assets/js/search/trouble.js';

export const TASKS = [['text-generation', 'nlp'], ['automatic-speech-recognition', 'audio'], ['text-classification', 'nlp']];
export const LICENSES = [['Apache-2.0', 'open'], ['MIT', 'open'], ['CC-BY-NC-4.0', 'restricted']];
export const LIBRARIES = ['transformers', 'peft', 'diffusers'];
export const LANGUAGES = ['en', 'de', 'pl'];
export const FORMATS = ['safetensors', 'gguf', 'onnx'];
export const WEIGHTS = {
  prior: 2, correction1: 0.8, correction2: 0.6, rival: 5, completion: 0.7, join: 1, split: 0.9, synonym: 1, hint: 0.3, ownerTerm: 1,
  coverage: 2, unseen: 0.7, tailImpact: 0.5, k1: 1.2, b: 0.5, name: 1, namePart: 0.6, owner: 0.5, tag: 0.5, base: 0.3,
};
const IMPACTS = Array.from({ length: 16 }, (_, i) => (i + 1) / 20);
const DIMENSIONS = 16;

/** Random numbers that are the same every time: `next(n)` is below n. */
export function random(seed) {
  let state = BigInt(seed);
  return (n) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 18446744073709551616n;
    return Number((state >> 33n) % BigInt(n));
  };
}

/** Models that an index can be made of; the first ones are named by the tests. */
export function invent(count) {
  const next = random(11);
  const words = ['llama', 'bert', 'whisper', 'mistral', 'tiny', 'large', 'chat', 'instruct', 'small', 'base', 'german', 'vision'];
  const one = (list) => list[next(list.length)];
  const models = Array.from({ length: count }, (_, i) => ({
    id: i === 0 ? 'meta-llama/Meta-Llama-3-8B-Instruct' : `${one(['alice', 'bob', 'The-Lab'])}/${one(words)}-${one(words)}-${i}`,
    task: i === 0 ? 0 : next(4) - 1, library: next(4) - 1, license: next(4) - 1, languages: [0, 1, 2].filter(() => next(3) === 0),
    downloads: i === 0 ? 5000000 : next(5) === 0 ? -1 : next(3) === 0 ? next(100000) : next(40), likes: next(4) - 1,
    created: next(5) === 0 ? 0 : 2 + 2 * next(800), parameters: next(3) === 0 ? -1 : (1 + next(999)) * 10 ** (5 + next(4)),
    formats: next(8), gating: next(5), kind: next(6), bits: next(3) === 0 ? 4 : -1, original: null,
  }));
  // Some are uploaded again by others, under the same name.
  for (let i = 21; i < count; i += 1 + next(20)) Object.assign(models[i], { original: models[i - 1], id: `copier-${i}/${models[i - 1].id.split('/')[1]}` });
  return models;
}

class Writer {
  bytes = [];
  byte(b) { this.bytes.push(b); return this; }
  raw(bytes) { for (const b of bytes) this.bytes.push(b); return this; }
  varint(value) {
    let rest = BigInt(value);
    for (; rest > 127n; rest >>= 7n) this.bytes.push(Number(rest & 127n) | 128);
    return this.byte(Number(rest));
  }
  all(values, each = (v) => v) { values.forEach((v, i) => this.varint(each(v, i))); return this; }
  float(value) { return this.raw(new Uint8Array(Float32Array.of(value).buffer)); }
  text(text) { const bytes = Buffer.from(text); return this.varint(bytes.length).raw(bytes); }
  frontCoded(texts) {
    let before = Buffer.alloc(0);
    const parts = texts.map((text) => {
      const bytes = Buffer.from(text);
      let shared = 0;
      while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared += 1;
      before = bytes;
      return [shared, bytes.subarray(shared)];
    });
    this.all(parts, (p) => p[0]).all(parts, (p) => p[1].length);
    for (const [, rest] of parts) this.raw(rest);
    return this;
  }
  texts(texts) { this.all(texts, (t) => Buffer.byteLength(t)); for (const t of texts) this.raw(Buffer.from(t)); return this; }
  docs(docs) { let next = 0; for (const doc of docs) { this.varint(doc - next); next = doc + 1; } return this; }
  header(letter, number) { return this.byte(letter.charCodeAt(0)).varint(2).varint(number); }
}

const levelOf = (m) => Math.floor(2 * Math.log10(1 + Math.max(0, m.downloads) + 30 * Math.max(0, m.likes)));
const byteOrder = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** In the order of their numbers. */
export function ordered(models) {
  return [...models].sort((a, b) => levelOf(b) - levelOf(a) || byteOrder(a.id, b.id));
}

/** The terms of a model. */
export function termsOf(m) {
  const { name, namePart } = termsOfName(m.id.slice(m.id.indexOf('/') + 1));
  const facts = [...(m.task < 0 ? [] : [exact.task(TASKS[m.task][0]), ...termsOfName(TASKS[m.task][0]).name.filter((t) => t !== 'to')]),
    ...(m.library < 0 ? [] : [exact.library(LIBRARIES[m.library])]), ...(m.license < 0 ? [] : [exact.license(LICENSES[m.license][0])]),
    ...m.languages.map((l) => exact.language(LANGUAGES[l])), ...FORMATS.filter((_, bit) => m.formats & (1 << bit)).map(exact.format)];
  return new Map([...facts.map((t) => [t, 4]), ...termsOfOwner(m.id.split('/')[0]).map((t) => [t, 6]), ...namePart.map((t) => [t, 9]), ...name.map((t) => [t, 12])]);
}

/**
 * Files of an index of models: `{ files: Map of name → script, manifest, words, models in order }`.
 * Terms in more than `longest` documents get lists of their own.
 */
export function makeIndex(models, synonyms, { longest = 60, blockSize = 32, orderLength = 50 } = {}) {
  const all = ordered(models);
  const files = new Map();
  const put = (name, writer) => {
    const bytes = writer instanceof Writer ? Buffer.from(writer.bytes) : Buffer.from(writer);
    const script = Buffer.from(`HubAtlas.receive("${name}","${gzipSync(bytes).toString('base64')}");\n`);
    const hash = createHash('sha256').update(script).digest().subarray(0, 4);
    files.set(`${name}.${hash.toString('hex')}.js`, script);
    return hash;
  };
  const name = (letter, n) => letter + String(n).padStart(4, '0');
  const blocks = (size) => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => [i * size, all.slice(i * size, (i + 1) * size)]);
  const hashes = (list) => Buffer.concat(list).toString('base64');

  const vectors = putVectors(all, put, name);
  const details = blocks(64).map(([first, some], n) => put(name('x', n), detailBlock(n, first, some)));
  const documents = blocks(blockSize).map(([first, some], n) => put(name('d', n), documentBlock(n, first, some, details[Math.floor(first / 64)], vectors.places)));
  const facets = blocks(128).map(([first, some], n) => put(name('f', n), facetChunk(n, first, some)));
  const numbers = putNumbers(all, put, name);
  const orders = ORDERS.map((key, n) => {
    const docs = all.map((_, doc) => doc).sort((a, b) => (key(all[a]) === key(all[b]) ? a - b : key(all[a]) - key(all[b]))).slice(0, orderLength);
    return put(name('o', n), new Writer().header('o', n).varint(docs.length).all(docs));
  });
  const head = all.filter((m) => levelOf(m) >= 3).length;
  const terms = putTerms(all, put, name, { longest, head });
  const levels = [...new Set(all.map(levelOf))].map((level) => [level, all.findIndex((m) => levelOf(m) === level)]);
  const count = (codes, length) => Array.from({ length }, (_, code) => codes.filter((c) => c === code).length);
  const table = (names, column) => names.map((n, code) => (Array.isArray(n) ? [n[0], all.filter((m) => [m[column]].flat().includes(code)).length, n[1]] : [n, all.filter((m) => [m[column]].flat().includes(code)).length]));
  const json = {
    format: 'HubAtlas search', version: 2, settings: '', models: all.length, head, newestDay: '2024-07-11', levels,
    documents: { blocks: [[0, blockSize]], hashes: hashes(documents) }, details: { blocks: [[0, 64]] }, facets: { blocks: [[0, 128]], hashes: hashes(facets) },
    numbers: { blocks: [[0, 128], [512, 512]], hashes: hashes(numbers) }, orders: { hashes: hashes(orders) },
    terms: { count: terms.count, postings: 0, firsts: terms.firsts, hashes: hashes(terms.shards) }, long: { terms: terms.long, hashes: hashes(terms.chunks) },
    impacts: IMPACTS,
    tables: { tasks: table(TASKS, 'task'), libraries: table(LIBRARIES, 'library'), licenses: table(LICENSES, 'license'), languages: table(LANGUAGES, 'languages'),
      formats: FORMATS.map((f, bit) => [f, all.filter((m) => m.formats & (1 << bit)).length]), architectures: [] },
    counts: { gating: count(all.map((m) => m.gating), 5), kind: count(all.map((m) => m.kind), 6), marks: {}, weightBits: [[4, all.filter((m) => m.bits === 4).length]],
      none: { task: all.filter((m) => m.task < 0).length, license: all.filter((m) => m.license < 0).length } },
    synonyms, weights: WEIGHTS, vectors: { centroids: vectors.hash.toString('hex'), dimensions: DIMENSIONS, codes: 1400 }, map: null,
  };
  const manifest = `manifest.${put('manifest', JSON.stringify(json)).toString('hex')}.js`;
  const words = `words.${put('words', wordTable(all)).toString('hex')}.js`;
  return { files, manifest, words, models: all };
}

/** An engine over the files; `change(file, script)` may damage one, or give null for a missing one. */
export function open({ files, manifest, words }, change = (_, script) => script) {
  const load = async (name, file) => {
    const script = files.has(file) ? change(file, files.get(file)) : null;
    if (!script) throw new FileTrouble('missing', name);
    return payload(script, name);
  };
  return createEngine({ load, manifest, words });
}

/** The same with `counts` of what was read, as `openFolder` has it. */
export function openCounting({ files, manifest, words }) {
  const counts = new Trips((name, file) => ({ bytes: payload(files.get(file), name), wire: files.get(file).length }));
  return { engine: createEngine({ load: (name, file) => counts.load(name, file), manifest, words }), counts };
}

/** The same script around other bytes. */
export function repacked(script, change) {
  const [, name, data] = /^HubAtlas\.receive\("([^"]*)","([^"]*)"\);\n$/.exec(script.toString());
  const bytes = change(payload(script, name));
  return data === undefined ? script : Buffer.from(`HubAtlas.receive("${name}","${gzipSync(Buffer.from(bytes)).toString('base64')}");\n`);
}

function putTerms(all, put, name, { longest, head }) {
  const lists = new Map();
  all.forEach((m, doc) => { for (const [term, cls] of termsOf(m)) lists.set(term, [...(lists.get(term) || []), [doc, cls]]); });
  const sorted = [...lists].sort((a, b) => byteOrder(a[0], b[0]));
  const short = sorted.filter(([, list]) => list.length <= longest);
  const shards = [];
  const firsts = [];
  for (let at = 0; at < short.length; at += 40) {
    const some = short.slice(at, at + 40);
    const w = new Writer().header('t', shards.length).varint(some.length).frontCoded(some.map((s) => s[0])).all(some, (s) => s[1].length);
    for (const [, list] of some) w.docs(list.map((p) => p[0]));
    for (const [, list] of some) w.raw(list.map((p) => p[1]));
    firsts.push(at === 0 ? '' : some[0][0]);
    shards.push(put(name('t', shards.length), w));
  }
  const chunks = [];
  const long = sorted.filter(([, list]) => list.length > longest).map(([term, list]) => {
    const parts = [list.filter((p) => p[0] < head), list.filter((p) => p[0] >= head)].filter((p, i) => i === 0 || p.length > 0);
    for (const part of parts) {
      const w = new Writer().header('l', chunks.length).text(term).varint(part.length).docs(part.map((p) => p[0])).raw(part.map((p) => p[1]));
      chunks.push(put(name('l', chunks.length), w));
    }
    return [term, list.length, parts[0].length, parts.length];
  });
  return { shards, firsts, chunks, long, count: sorted.length };
}

function documentBlock(n, first, some, detailsHash, places) {
  const parts = some.map((m) => m.id.split('/'));
  const w = new Writer().header('d', n).varint(first).varint(some.length).raw(detailsHash).byte(1).frontCoded(parts.map((p) => p[1]))
    .all(parts, (p) => 1 + p[0].length).raw(Buffer.from(parts.map((p) => p[0]).join('')));
  w.all(some, (m) => m.task + 1).all(some, (m) => m.library + 1).all(some, (m) => m.license + 1).all(some, () => 0);
  w.all(some, (m) => m.languages.length).all(some.flatMap((m) => m.languages));
  w.all(some, (m) => m.downloads + 1).all(some, (m) => m.likes + 1).all(some, () => 1 + 2 * 800).all(some, (m) => m.created);
  w.all(some, (m) => (m.parameters < 0 ? 0 : 1)).all(some.filter((m) => m.parameters >= 0), (m) => m.parameters);
  w.raw(some.map((m) => (m.parameters < 0 ? 0 : 1))).raw(some.map((m) => m.gating)).raw(some.map((m) => m.kind)).raw(some.map(() => 0));
  w.all(some, (m) => m.formats).all(some, (m) => m.bits + 1);
  w.all(some, (m) => places.get(m).cell + 1).all(some, (m) => places.get(m).group + 1).all(some, (m) => places.get(m).size - 1);
  // The first of a block was counted twice: ten days in, 5 downloads and no likes known; thirty days later 8 and 3.
  w.all(some.map((_, i) => (i === 0 ? 2 : 0)));
  return w.varint(2 * 10).varint(6).varint(0).varint(2 * 30).varint(9).varint(4);
}

function detailBlock(n, first, some) {
  const w = new Writer().header('x', n).varint(first).varint(some.length);
  w.all(some, (m) => (m.kind > 0 ? 1 : 0)).raw(some.filter((m) => m.kind > 0).map((m) => m.kind)).texts(some.filter((m) => m.kind > 0).map(() => 'base/model'));
  w.all(some, () => 1).texts(some.map((m) => `set of ${m.id}`));
  w.all(some, () => 0).texts([]).all(some, () => 2).texts(some.flatMap(() => ['<b>tag</b>', 'タグ'])).all(some, () => 0).texts([]);
  w.all(some, (_, i) => (i === 1 ? 1 : 0)).texts(some.length > 1 ? ['zyj'] : []);
  return w.all(some, (m) => m.downloads + 1).all(some, () => 0).all(some, () => 8).all(some, () => 1).all(some, () => 0);
}

function facetChunk(n, first, some) {
  const w = new Writer().header('f', n).varint(first).varint(some.length);
  w.all(some, (m) => m.task + 1).all(some, (m) => m.library + 1).all(some, (m) => m.license + 1);
  w.all(some, (m) => m.languages.length).all(some.flatMap((m) => m.languages)).all(some, (m) => m.formats);
  return w.raw(some.map((m) => m.gating)).raw(some.map((m) => m.kind)).raw(some.map(() => 0)).all(some, (m) => m.bits + 1);
}

const NUMBERS = [() => 0, (m) => roundedCode(m.parameters), (m) => m.downloads + 1, (m) => m.likes + 1, (m) => m.created];
/** New, small, large. */
const ORDERS = [(m) => (m.created < 2 ? Infinity : -m.created), (m) => roundedCode(m.parameters) || Infinity, (m) => -roundedCode(m.parameters) || Infinity];

/** Blocks of 128 documents up to 512, then of 512; one column after the other. */
function putNumbers(all, put, name) {
  const starts = all.flatMap((_, doc) => (doc % 512 === 0 || (doc < 512 && doc % 128 === 0) ? [doc] : []));
  return NUMBERS.flatMap((value, column) => starts.map((first, block) => {
    const some = all.slice(first, starts[block + 1]);
    const number = column * starts.length + block;
    return put(name('n', number), new Writer().header('n', number).varint(column).varint(first).varint(some.length).all(some, value));
  }));
}

export function roundedCode(value) {
  if (value < 0) return 0;
  let exponent = 0;
  while (value / 10 ** exponent >= 1000) exponent += 1;
  const digits = Math.floor(value / 10 ** exponent + 0.5);
  return exponent === 0 ? 1 + digits : 1001 + 900 * (exponent - 1) + digits - 100;
}

function wordTable(all) {
  const use = new Map();
  for (const m of all) for (const word of termsOfName(m.id.split('/')[1]).name) use.set(word, (use.get(word) || 0) + 1 + Math.max(0, m.downloads));
  const words = [...use.keys()].filter((w) => /[a-z]/.test(w)).sort(byteOrder);
  return new Writer().header('w', 0).varint(words.length).frontCoded(words).raw(words.map((w) => Math.min(255, Math.round(8 * Math.log2(use.get(w))))));
}

/** Two cells of random vectors; a copy is in the group of the model it copies. `size`: how many of the group bear its name. */
function putVectors(all, put, name) {
  const next = random(5);
  const groups = new Map();
  const rootOf = (m) => (m.original ? rootOf(m.original) : m);
  for (const m of all) { const root = rootOf(m); groups.set(root, [...(groups.get(root) || []), all.indexOf(m)]); }
  const vectors = new Map([...groups.keys()].map((m) => [m, Array.from({ length: DIMENSIONS }, () => next(2001) / 1000 - 1)]));
  const cells = [0, 1].map((c) => [...groups].filter(([m]) => (vectors.get(m)[0] >= 0 ? 1 : 0) === c).map(([m, docs]) => ({ m, docs })).sort((a, b) => a.docs[0] - b.docs[0]));
  const places = new Map();
  const hashes = cells.map((cell, c) => {
    cell.forEach(({ docs }, group) => docs.forEach((doc) => places.set(all[doc], { cell: c, group, size: docs.filter((other) => nameOf(all[other]) === nameOf(all[doc])).length })));
    return put(name('v', c), cellFile(c, cell, vectors));
  });
  const w = new Writer().header('c', 0).varint(DIMENSIONS).varint(2).varint(1).float(0.5).float(1.5).float(0.001).raw(Array(DIMENSIONS).fill(0)).float(1).raw([255, 255]);
  w.all(cells, (c) => c.length);
  for (const hash of hashes) w.raw(hash);
  const hash = put(name('c', 0), w.raw([0b11111110, 0b11111111, 0b11111111, 0b11111111]));
  return { hash, places, groups };
}

const nameOf = (m) => m.id.split('/').at(-1).toLowerCase();

function cellFile(number, cell, vectors) {
  const w = new Writer().header('v', number).varint(DIMENSIONS).varint(1).varint(cell.length).all(cell, (g) => g.docs.length - 1);
  let first = 0;
  for (const { docs } of cell) {
    w.varint(docs[0] - first);
    first = docs[0];
    docs.slice(1).forEach((doc, i) => w.varint(doc - docs[i] - 1));
  }
  w.float(0.01).raw(Array(DIMENSIONS).fill(number === 1 ? 20 : 256 - 20)).float(0.5).raw(cell.map(() => 255));
  for (const { m } of cell) {
    const codes = vectors.get(m).map((x) => (x < -0.5 ? 0 : x < 0 ? 1 : x < 0.5 ? 2 : 3));
    for (let j = 0; j < DIMENSIONS / 4; j += 1) w.byte(codes[4 * j] | (codes[4 * j + 1] << 2) | (codes[4 * j + 2] << 4) | (codes[4 * j + 3] << 6));
  }
  return w;
}
