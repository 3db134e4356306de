/** The engine's half of the talk with the page: calls come in with a number, files are asked for by name. */
import { FileTrouble } from './trouble.js';

/**
 * @typedef {import('./connection.js').Port} Port
 * @typedef {{ isCanceled: boolean }} Signal
 * @typedef {{ load(name: string, file: string): Promise<Uint8Array>, manifest: string, words: string }} EngineSource
 */

/**
 * @param {Port} port
 * @param {(source: EngineSource) => any} createEngine
 * @param {(data: string, name: string) => Promise<Uint8Array>} unpack
 */
export function serve(port, createEngine, unpack) {
  const files = new Files(port, unpack);
  /** @type {Map<number, Signal>} */
  const running = new Map();
  /** @type {any} */
  let engine = null;
  port.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'open': engine = createEngine({ load: (name, file) => files.load(name, file), manifest: data.names.manifest, words: data.names.words }); break;
      case 'file': files.take(data); break;
      case 'cancel': { const signal = running.get(data.id); if (signal) signal.isCanceled = true; break; }
      case 'call': answer(port, engine, running, data); break;
    }
  };
  port.postMessage({ kind: 'ready' });
}

/** @param {Port} port @param {any} engine @param {Map<number, Signal>} running @param {{ id: number, method: string, args: any[] }} call */
async function answer(port, engine, running, { id, method, args }) {
  const signal = { isCanceled: false };
  running.set(id, signal);
  try {
    const value = await engine.call(method, args, signal);
    if (!signal.isCanceled) port.postMessage({ kind: 'done', id, value });
  } catch (error) {
    if (!signal.isCanceled) port.postMessage({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
  running.delete(id);
}

class Files {
  /** @param {Port} port @param {(data: string, name: string) => Promise<Uint8Array>} unpack */
  constructor(port, unpack) {
    this.port = port;
    this.unpack = unpack;
    /** @type {Map<string, { name: string, resolve: (bytes: Promise<Uint8Array>) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
  }

  /** @param {string} name @param {string} file @returns {Promise<Uint8Array>} */
  load(name, file) {
    return new Promise((resolve, reject) => {
      this.waiting.set(file, { name, resolve, reject });
      this.port.postMessage({ kind: 'need', name, file });
    });
  }

  /** @param {{ file: string, data: string | null, trouble?: import('./trouble.js').TroubleKind }} message */
  take({ file, data, trouble }) {
    const entry = this.waiting.get(file);
    if (!entry) return;
    this.waiting.delete(file);
    if (data === null) entry.reject(new FileTrouble(trouble || 'missing', entry.name));
    else entry.resolve(this.unpack(data, entry.name));
  }
}
