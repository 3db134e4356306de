/**
 * The engine's entry in the browser. It runs in a worker, which may load nothing itself from disk, so it asks the page for
 * files; or in the page, where no worker can be made, with a port in place of the worker's own.
 */
import { createEngine } from './engine.js';
import { unpackBytes } from './unpack.js';
import { serve } from './serve.js';

const place = /** @type {any} */ (globalThis);
serve(place.HubAtlasSearchPort || place, createEngine, unpackBytes);
