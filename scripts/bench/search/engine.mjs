/**
 * The browser's engine in node over a batch: one JSON object a line in, one a line out.
 *
 *     node engine.mjs site/data/search < calls.jsonl
 *     {"call": "search", "request": {"query": "whisper", "top": 10}}   → {"hits": ["openai/whisper-large-v3", …], "total": 812, …}
 *     {"call": "similar", "model": "openai/whisper-tiny"}              → {"hits": […], "similarity": […]}
 *     {"call": "fresh"}                                                → a new engine, as on a first visit
 *
 * Every answer has `files`, `bytes` (and `kinds`, by the first letter of their files) and `trips` that it waited for, and `ms` without
 * the time of loading.
 */
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { openFolder } from '../../../assets/js/search/node.js';

const folder = process.argv[2];
/** Bytes of the present answer by kind of file. @type {{ [letter: string]: number }} */
let kinds = {};
let opened = open();

function open() {
  return openFolder(folder, { change: (file, bytes) => { kinds[file[0]] = (kinds[file[0]] || 0) + gzipSync(bytes, { level: 6 }).length; return bytes; } });
}

/** @param {{ call: string, request?: object, model?: string, options?: object }} line */
async function answer({ call, request, model, options }) {
  const { engine } = opened;
  switch (call) {
    case 'search': return engine.search(request);
    case 'related': return engine.related(request);
    case 'facets': return engine.facets(request);
    case 'similar': return engine.similar(model, options);
    default: throw new Error(`no call "${call}"`);
  }
}

for await (const text of createInterface({ input: process.stdin })) {
  const line = JSON.parse(text);
  if (line.call === 'fresh') {
    opened = open();
    console.log('{}');
    continue;
  }
  opened.counts.take();
  kinds = {};
  const begin = performance.now();
  const said = await answer(line);
  const { files, bytes, trips, loadMs } = opened.counts.take();
  const out = { files, bytes, trips, kinds, ms: performance.now() - begin - loadMs };
  if (said.hits) Object.assign(out, { hits: said.hits.map((h) => h.id), scores: said.hits.map((h) => h.score), similarity: said.hits.map((h) => h.similarity ?? null), copies: said.hits.map((h) => h.copies) });
  for (const key of ['total', 'partial', 'corrections', 'counts', 'notes']) if (said[key] !== undefined) out[key] = said[key];
  console.log(JSON.stringify(out));
}
