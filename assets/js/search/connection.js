/** The page's half of the talk with the engine: calls go out with a number, files that it needs are fetched for it. */

/** What a later call of the same name makes pointless. */
const SUPERSEDED = new Set(['search', 'facets', 'related', 'matches', 'complete']);
const METHODS = ['search', 'facets', 'related', 'matches', 'similar', 'record', 'records', 'copies', 'lookup', 'complete', 'about'];

/**
 * `onlost`: the engine behind the port is dead; `restart` puts a new one there.
 *
 * @typedef {{ postMessage(message: any): void, onmessage: ((event: { data: any }) => void) | null, onlost?: (() => void) | null, restart?(): void, close?(): void, terminate?(): void }} Port
 * @typedef {{ method: string, args: any[], isSecond: boolean, resolve: (value: any) => void, reject: (error: Error) => void }} Call
 */

const LOST = 'The search stopped twice at this question. Ask another one, or load the page again.';

/**
 * @param {Port} port
 * @param {SearchIndexNames} names
 * @param {(name: string, file: string) => Promise<string>} load
 * @returns {SearchMethods & { warm(): void, close(): void }}
 */
export function connect(port, names, load) {
  /** @type {Map<number, Call>} */
  const calls = new Map();
  let last = 0;
  port.onmessage = ({ data }) => answer(data, calls, port, load);
  let isOpen = false;
  let isLost = false;
  const warm = () => {
    if (isOpen) return;
    if (isLost && port.restart) port.restart();
    isLost = false;
    isOpen = true;
    port.postMessage({ kind: 'open', names });
  };
  const send = (/** @type {number} */ id, /** @type {Call} */ { method, args }) => port.postMessage({ kind: 'call', id, method, args });
  port.onlost = () => {
    isOpen = false;
    isLost = true;
    for (const [id, one] of [...calls]) {
      if (one.isSecond) {
        // What kills an engine twice would kill a third one.
        calls.delete(id);
        one.reject(new Error(LOST));
        continue;
      }
      one.isSecond = true;
      warm();
      send(id, one);
    }
  };
  const call = (/** @type {string} */ method, /** @type {any[]} */ args) => new Promise((resolve, reject) => {
    warm();
    if (SUPERSEDED.has(method)) supersede(method, calls, port);
    last += 1;
    const one = { method, args, isSecond: false, resolve, reject };
    calls.set(last, one);
    send(last, one);
  });
  const methods = Object.fromEntries(METHODS.map((m) => [m, (/** @type {any[]} */ ...args) => call(m, args)]));
  const close = () => {
    for (const one of calls.values()) one.reject(aborted('The search was closed.'));
    calls.clear();
    if (port.terminate) port.terminate(); else if (port.close) port.close();
  };
  return /** @type {any} */ ({ ...methods, warm, close });
}

/** @param {any} message @param {Map<number, Call>} calls @param {Port} port @param {(name: string, file: string) => Promise<string>} load */
function answer(message, calls, port, load) {
  if (message.kind === 'need') {
    fetchFor(port, load, message);
    return;
  }
  const call = calls.get(message.id);
  if (!call) return;
  calls.delete(message.id);
  if (message.kind === 'done') call.resolve(message.value);
  else call.reject(new Error(message.message));
}

/** @param {Port} port @param {(name: string, file: string) => Promise<string>} load @param {{ name: string, file: string }} need */
async function fetchFor(port, load, { name, file }) {
  try {
    port.postMessage({ kind: 'file', file, data: await load(name, file) });
  } catch (error) {
    port.postMessage({ kind: 'file', file, data: null, trouble: troubleOf(error) });
  }
}

/**
 * A browser gives no reason for a script that did not come.
 * @param {unknown} error
 */
function troubleOf(error) {
  if (typeof navigator !== 'undefined' && navigator.onLine === false) return 'offline';
  return /holds something else/.test(String(error)) ? 'damaged' : 'missing';
}

/** @param {string} method @param {Map<number, Call>} calls @param {Port} port */
function supersede(method, calls, port) {
  for (const [id, call] of calls) {
    if (call.method !== method) continue;
    calls.delete(id);
    port.postMessage({ kind: 'cancel', id });
    call.reject(aborted('A later search took its place.'));
  }
}

/** @param {string} message */
function aborted(message) {
  const error = new Error(message);
  error.name = 'AbortError';
  return error;
}
