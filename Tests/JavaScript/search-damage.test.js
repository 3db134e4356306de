/** Files that are missing, cut or changed at any byte: the answer is made of the rest, with a note; nothing else is thrown. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { invent, makeIndex, open, random, repacked } from './search-world.js';
import { FileTrouble } from '../../assets/js/search/trouble.js';

const synonyms = JSON.parse(readFileSync(new URL('../../assets/search/synonyms.json', import.meta.url), 'utf8'));
const index = makeIndex(invent(150), synonyms, { longest: 30, orderLength: 500 });
const kindOf = (file) => file.replace(/[0-9]*\..*/, '');
/** One model has no rest to be told of: a file that fails is the answer. */
const orTrouble = (found) => found.catch((error) => { if (error instanceof FileTrouble && error.kind !== 'version') return null; throw error; });

/** Everything a page asks for. */
async function useAll(engine) {
  const notes = [];
  const hits = [];
  for (const call of [
    () => engine.search({ query: 'lama chat german speech', filters: { minLikes: -1 } }), () => engine.search({ query: 'llama chat', typing: false }), () => engine.facets({ query: 'llama' }),
    () => engine.related({ query: 'whisper' }), () => engine.similar(3), () => engine.copies(3), () => orTrouble(engine.record(3)), () => orTrouble(engine.lookup(index.models[5].id)),
    () => engine.search({ query: 'bert', sort: 'likes' }), () => engine.search({ query: '', sort: 'new' }),
  ]) {
    const answer = await call();
    if (answer && answer.notes) notes.push(...answer.notes);
    if (answer && answer.hits) hits.push(...answer.hits);
  }
  return { notes, hits };
}

/** Of each kind a file that these calls use. */
const kinds = new Map();
await useAll(open(index, (file, script) => { if (!kinds.has(kindOf(file))) kinds.set(kindOf(file), file); return script; }));

/** Whether it answered, or refused with a sentence. */
async function survives(change, what) {
  try {
    return await useAll(open(index, change));
  } catch (error) {
    assert.ok(error instanceof FileTrouble && /\.$/.test(error.message), `${what}: ${error.stack}`);
    return null;
  }
}

test('the whole index has all kinds of files and needs no note', async () => {
  assert.deepEqual([...kinds.keys()].sort(), ['c', 'd', 'f', 'l', 'manifest', 'n', 'o', 't', 'v', 'words', 'x']);
  const { notes, hits } = await survives((_, script) => script, 'whole');
  assert.deepEqual(notes, []);
  assert.ok(hits.length > 30);
});

test('one missing file of each kind: a note, and hits from the rest', async () => {
  for (const [kind, victim] of kinds) {
    const found = await survives((file, script) => (file === victim ? null : script), `${kind} missing`);
    if (kind === 'manifest') { assert.equal(found, null); continue; }
    assert.ok(found.hits.length > 0, kind);
    if (kind !== 'x') assert.ok(found.notes.every((n) => n.kind === 'missing' && n.about.startsWith(kind)) && found.notes.length > 0, kind);
  }
});

test('all files of a kind missing', async () => {
  for (const [kind] of kinds) {
    const found = await survives((file, script) => (kindOf(file) === kind ? null : script), `all ${kind} missing`);
    if (kind === 'manifest') assert.equal(found, null);
    else if (kind !== 'x') assert.ok(found.notes.some((n) => n.kind === 'missing'), kind);
  }
});

test('what cannot be read is not denied: a file that fails is told, not that there is no such model', async () => {
  const { id } = index.models[5];
  for (const kind of ['t', 'd']) {
    const broken = open(index, (file, script) => (kindOf(file) === kind ? null : script));
    for (const ask of [() => broken.lookup(id), () => broken.record(id), () => broken.similar(id)]) {
      await assert.rejects(ask, (error) => error instanceof FileTrouble && error.kind === 'missing', `${kind} ${ask}`);
    }
  }
  await assert.rejects(() => open(index, (file, script) => (kindOf(file) === 'd' ? null : script)).record(5), FileTrouble);
  assert.equal(await open(index, (_, script) => script).record('no/such'), null);
});

test('another version of any file is refused or noted', async () => {
  for (const [kind, victim] of kinds) {
    const change = kind === 'manifest'
      ? (bytes) => Buffer.from(Buffer.from(bytes).toString().replace('"version":2', '"version":9'))
      : (bytes) => { const copy = Uint8Array.from(bytes); copy[1] = 9; return copy; };
    await assert.rejects(async () => {
      const { notes } = await useAll(open(index, (file, script) => (file === victim ? repacked(script, change) : script)));
      assert.ok(kind === 'x' || notes.length > 0, kind);
      throw new FileTrouble('version', kind);
    }, (error) => error instanceof FileTrouble && error.kind === 'version', kind);
  }
});

test('bytes changed, cut or added anywhere inside', async () => {
  const next = random(3);
  let noted = 0;
  for (const [kind, victim] of kinds) {
    for (let i = 0; i < 40; i += 1) {
      const change = (bytes) => {
        const copy = Uint8Array.from(bytes);
        const at = next(copy.length);
        if (i % 4 === 3) return copy.subarray(0, at);
        if (i % 4 === 2) return Uint8Array.of(...copy.subarray(0, at), 255, 255, 255, ...copy.subarray(at));
        copy[at] = i % 4 === 1 ? 255 : next(256);
        return copy;
      };
      const found = await survives((file, script) => (file === victim ? repacked(script, change) : script), `${kind} ${i}`);
      if (found === null || found.notes.some((n) => n.kind === 'damaged')) noted += 1;
    }
  }
  assert.ok(noted > 150, `${noted} of 440 were seen`);
});

test('the packing broken anywhere', async () => {
  const next = random(4);
  for (const [kind, victim] of kinds) {
    for (let i = 0; i < 10; i += 1) {
      const change = (script) => { const copy = Buffer.from(script); copy[next(copy.length)] ^= 1 + next(255); return copy; };
      await survives((file, script) => (file === victim ? change(script) : script), `${kind} ${i}`);
    }
  }
});
