/**
 * Where the engine runs: a worker made from a Blob, since pages from disk may not start workers from files; where none can be
 * made, the page itself, by the same script.
 */

/** @typedef {import('./connection.js').Port} Port */

/**
 * A port that can be written to at once; what is sent waits until the engine is there.
 * @param {string} source the worker's script
 * @param {(note: SearchNote) => void} onNote
 * @returns {Port}
 */
export function startPort(source, onNote) {
  /** @type {Port | null} */
  let inner = null;
  /** @type {any[]} */
  let waiting = [];
  /** @type {Port} */
  const outer = {
    onmessage: null,
    postMessage: (message) => { if (inner) inner.postMessage(message); else waiting.push(message); },
    terminate: () => { if (inner && inner.terminate) inner.terminate(); else if (inner && inner.close) inner.close(); },
  };
  const take = (/** @type {Port} */ port) => {
    inner = port;
    port.onmessage = (event) => { if (outer.onmessage) outer.onmessage(event); };
    for (const message of waiting) port.postMessage(message);
    waiting = [];
  };
  startWorker(source).then(take, (error) => {
    onNote({ kind: 'worker', text: 'This browser lets no worker search, so the page does it itself and may stutter.', about: String(error) });
    take(startHere(source));
  });
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

/** @param {string} source @returns {Port} */
function startHere(source) {
  const channel = new MessageChannel();
  const page = /** @type {any} */ (globalThis);
  page.HubAtlasSearchPort = channel.port2;
  const script = document.createElement('script');
  script.textContent = source;
  document.head.append(script);
  script.remove();
  delete page.HubAtlasSearchPort;
  return /** @type {any} */ (channel.port1);
}
