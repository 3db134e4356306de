/** The page's half of the search: calls, superseded calls, files that come and files that do not. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { connect } from '../../assets/js/search/connection.js';
import { startPort } from '../../assets/js/search/port.js';

const names = { folder: 'data/search', manifest: 'manifest.00.js', words: 'words.00.js' };

/** A port that keeps what was sent. */
function fakePort() {
  const port = { sent: [], onmessage: null, postMessage: (message) => port.sent.push(message), terminate: () => { port.ended = true; } };
  port.say = (data) => port.onmessage({ data });
  port.calls = () => port.sent.filter((m) => m.kind === 'call');
  return port;
}

const never = () => new Promise(() => {});

test('a call opens the index once and resolves by its number', async () => {
  const port = fakePort();
  const search = connect(port, names, never);
  const first = search.record('a/b');
  const second = search.lookup('c/d');
  assert.deepEqual(port.sent[0], { kind: 'open', names });
  assert.equal(port.sent.filter((m) => m.kind === 'open').length, 1);
  const [one, two] = port.calls();
  assert.deepEqual([one.method, one.args, two.method], ['record', ['a/b'], 'lookup']);
  port.say({ kind: 'done', id: two.id, value: 7 });
  port.say({ kind: 'done', id: one.id, value: { id: 'a/b' } });
  assert.equal(await second, 7);
  assert.deepEqual(await first, { id: 'a/b' });
});

test('a later search takes the place of a pending one; records are all answered', async () => {
  const port = fakePort();
  const search = connect(port, names, never);
  const old = search.search({ query: 'l' });
  const record = search.record(1);
  const other = search.record(2);
  const next = search.search({ query: 'll' });
  await assert.rejects(old, { name: 'AbortError' });
  const [oldCall, recordCall, otherCall, nextCall] = port.calls();
  assert.deepEqual(port.sent.filter((m) => m.kind === 'cancel'), [{ kind: 'cancel', id: oldCall.id }]);
  port.say({ kind: 'done', id: oldCall.id, value: 'too late' });
  for (const [call, value] of [[recordCall, 'r1'], [otherCall, 'r2'], [nextCall, 'hits']]) port.say({ kind: 'done', id: call.id, value });
  assert.deepEqual(await Promise.all([record, other, next]), ['r1', 'r2', 'hits']);
});

test('a failure has the sentence of the engine', async () => {
  const port = fakePort();
  const search = connect(port, names, never);
  const pending = search.about();
  port.say({ kind: 'failed', id: port.calls()[0].id, message: 'The index is of version 9.' });
  await assert.rejects(pending, /version 9/);
});

test('files that the engine needs are fetched, and one that does not come is said to be missing', async () => {
  const port = fakePort();
  const load = async (name, file) => {
    if (name === 't0001') return `data of ${file}`;
    throw new Error(name === 't0002' ? 'x holds something else' : 'x is missing');
  };
  connect(port, names, load).warm();
  for (const name of ['t0001', 't0002', 't0003']) port.say({ kind: 'need', name, file: `${name}.ff.js` });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(port.sent.slice(1), [
    { kind: 'file', file: 't0001.ff.js', data: 'data of t0001.ff.js' },
    { kind: 'file', file: 't0002.ff.js', data: null, trouble: 'damaged' },
    { kind: 'file', file: 't0003.ff.js', data: null, trouble: 'missing' },
  ]);
});

test('closing ends what is pending', async () => {
  const port = fakePort();
  const search = connect(port, names, never);
  const pending = search.about();
  search.close();
  await assert.rejects(pending, { name: 'AbortError' });
  assert.ok(port.ended);
});

test('an engine that died is started again, and what was pending is asked once more', async () => {
  const port = fakePort();
  let starts = 0;
  port.restart = () => { starts += 1; port.sent.length = 0; };
  const search = connect(port, names, never);
  const record = search.record('a/b');
  const answered = search.about();
  port.say({ kind: 'done', id: port.calls()[1].id, value: 'about' });
  assert.equal(await answered, 'about');
  port.onlost();
  assert.equal(starts, 1);
  assert.deepEqual(port.sent, [{ kind: 'open', names }, { kind: 'call', id: 1, method: 'record', args: ['a/b'] }]);
  port.say({ kind: 'done', id: 1, value: 7 });
  assert.equal(await record, 7);
});

test('what kills the engine twice is refused with a sentence, and the next call has a new engine', async () => {
  const port = fakePort();
  let starts = 0;
  port.restart = () => { starts += 1; port.sent.length = 0; };
  const search = connect(port, names, never);
  const bad = search.record('bad');
  port.onlost();
  const good = search.lookup('good');
  port.onlost();
  await assert.rejects(bad, { message: /stopped twice.*load the page again\./i });
  assert.equal(starts, 2);
  assert.deepEqual(port.calls().map((c) => c.method), ['lookup']);
  port.say({ kind: 'done', id: port.calls()[0].id, value: 3 });
  assert.equal(await good, 3);
  // With nothing pending it waits for a call.
  port.onlost();
  assert.equal(starts, 2);
  search.about();
  assert.deepEqual([starts, port.sent.map((m) => m.kind)], [3, ['open', 'call']]);
});

/** Workers that do what the test tells them. */
class FakeWorker {
  static all = [];
  constructor() { this.sent = []; FakeWorker.all.push(this); setTimeout(() => this.onmessage({ data: { kind: 'ready' } })); }
  postMessage(message) { this.sent.push(message); }
  terminate() { this.isEnded = true; }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test('an error and an unreadable message of a worker are its death; an old worker is heard no more', async (t) => {
  const real = globalThis.Worker;
  globalThis.Worker = FakeWorker;
  t.after(() => { globalThis.Worker = real; });
  const port = startPort(() => {}, () => assert.fail('a worker can be made'));
  const search = connect(port, names, never);
  const refused = assert.rejects(search.record('a/b'), /stopped twice/);
  await soon();
  FakeWorker.all[0].onerror({});
  await soon();
  assert.ok(FakeWorker.all[0].isEnded);
  assert.deepEqual(FakeWorker.all[1].sent.map((m) => m.kind), ['open', 'call']);
  FakeWorker.all[0].onmessage?.({ data: { kind: 'done', id: 1, value: 'from the dead' } });
  FakeWorker.all[0].onerror({});
  assert.equal(FakeWorker.all.length, 2);
  FakeWorker.all[1].onmessageerror({});
  await refused;
  const next = search.about();
  await soon();
  FakeWorker.all[2].onmessage({ data: { kind: 'done', id: 2, value: 'well' } });
  assert.equal(await next, 'well');
});
