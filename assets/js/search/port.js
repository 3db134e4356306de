/**
 * Where the engine runs: a worker made from a Blob, since pages from disk may not start workers from files; where none can be
 * made, the page itself. The engine's bundle stands in the page's script as the body of one function, whose own text is the
 * worker's script: so there is one copy of it, and no policy of the page is asked to allow code from text.
 *
 * A worker that dies (an error that nothing caught, no memory left, a message that cannot be read) is reported by `onlost`.
 */

/** @typedef {import('./connection.js').Port} Port */

/**
 * A port that can be written to at once; what is sent waits until the engine is there.
 * @param {() => void} engine the engine's bundle
 * @param {(note: SearchNote) => void} onNote
 * @returns {Port}
 */
export function startPort(engine, onNote) {
  /** @type {Port | null} */
  let inner = null;
  /** @type {any[]} */
  let waiting = [];
  /** @type {Port} */
  const outer = {
    onmessage: null,
    onlost: null,
    postMessage: (message) => { if (inner) inner.postMessage(message); else waiting.push(message); },
    restart: () => { outer.terminate?.(); inner = null; waiting = []; start(); },
    terminate: () => {
      if (!inner) return;
      inner.onmessage = null;
      if (inner.terminate) inner.terminate(); else if (inner.close) inner.close();
    },
  };
  const take = (/** @type {Port} */ port) => {
    inner = port;
    port.onmessage = (event) => { if (outer.onmessage) outer.onmessage(event); };
    const lost = () => { if (inner === port && outer.onlost) outer.onlost(); };
    Object.assign(port, { onerror: lost, onmessageerror: lost });
    for (const message of waiting) port.postMessage(message);
    waiting = [];
  };
  const start = () => startWorker(`(${engine})()`).then(take, (error) => {
    onNote({ kind: 'worker', text: 'This browser lets no worker search, so the page does it itself and may stutter.', about: String(error) });
    take(startHere(engine));
  });
  start();
  return outer;
}

/**
 * Resolves when the worker said that it is ready; a policy of the page may forbid it only after it was made.
 * @param {string} source @returns {Promise<Port>}
 */
function startWorker(source) {
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(url);
    const settle = () => { URL.revokeObjectURL(url); worker.onerror = null; };
    worker.onerror = (event) => { settle(); event.preventDefault(); worker.terminate(); reject(new Error(event.message || 'refused')); };
    worker.onmessage = ({ data }) => { if (data.kind === 'ready') { settle(); resolve(/** @type {any} */ (worker)); } };
  });
}

/** @param {() => void} engine @returns {Port} */
function startHere(engine) {
  const channel = new MessageChannel();
  const page = /** @type {any} */ (globalThis);
  page.HubAtlasSearchPort = channel.port2;
  engine();
  delete page.HubAtlasSearchPort;
  return /** @type {any} */ (channel.port1);
}
