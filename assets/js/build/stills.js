/**
 * Draws the still picture, legend and table of every figure, with the chart code that the browser runs.
 *
 *     NODE_PATH=/usr/share/nodejs node assets/js/build/stills.js < figures.json > stills.json
 *     {"figures": [figure…], "css": "…", "map": {"file": "search/m0000.0a1b2c3d.js", "colors": {"light": {}, "dark": {}}}}
 *       {"figures": {"growth": {"title", "subtitle", "wide", "narrow", "legend", "table", "extra", "picture"}},
 *        "map": {"wide", "narrow", "title", "alt", "caption", "key"}}                         the map where one is asked for
 *
 * One process for all figures of a build: most of its time is the loading of jsdom.
 */
import { createRequire } from 'module';
import { readFileSync, writeSync } from 'fs';
import { kinds } from '../charts/index.js';
import { picture, still } from '../chart/still.js';
import { rulesOf, styler } from './cascade.js';
import { mapStill } from './map-still.js';

const load = createRequire(import.meta.url);

/** @param {string} text what a pipe takes in pieces */
function print(text) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) at += writeAll(bytes.subarray(at));
}

/** @param {any} bytes @returns {number} */
function writeAll(bytes) {
  // A full pipe answers EAGAIN: the reader is slower than we are, so try again.
  try { return writeSync(1, bytes); } catch (error) { if (/** @type {any} */ (error).code === 'EAGAIN') return 0; throw error; }
}

function main() {
  const { figures, css = '', map } = JSON.parse(readFileSync(0, 'utf8'));
  const { JSDOM } = load('jsdom');
  globalThis.d3 = load('../../vendor/d3.v7.min.js');
  const { document } = new JSDOM('<!doctype html>').window;
  const style = styler(rulesOf(css));
  /** @type {{ [id: string]: any }} */
  const out = {};
  for (const figure of figures) {
    const kind = kinds[figure.kind];
    if (!kind) throw new Error(`figure ${figure.id}: no chart kind "${figure.kind}"; there are ${Object.keys(kinds).join(', ')}`);
    try {
      out[figure.id] = { ...still(figure, kind, document), picture: (picture(figure, kind, document, style) || { text: '' }).text };
    } catch (error) {
      throw new Error(`figure ${figure.id} (${figure.kind}): ${/** @type {Error} */ (error).stack}`);
    }
  }
  print(JSON.stringify({ figures: out, ...(map ? { map: mapStill(map) } : {}) }));
}

try {
  main();
} catch (error) {
  process.stderr.write(`stills: ${/** @type {Error} */ (error).message}\n`);
  process.exitCode = 1;
}
