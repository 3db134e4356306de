/**
 * The browser's engine in node over a batch: one JSON object a line in, one a line out.
 *
 *     node engine.mjs site/data/search < calls.jsonl
 *     {"call": "search", "request": {"query": "whisper", "top": 10}}   → {"hits": ["openai/whisper-large-v3", …], "total": 812, …}
 *     {"call": "similar", "model": "openai/whisper-tiny"}              → {"hits": […], "similarity": […]}
 *     {"call": "fresh"}                                                → a new engine, as on a first visit
 *     {"call": "fresh", "kept": ["manifest", "words"]}                 → a new engine that has these files: they do not count
 *
 * Every answer has `files`, `bytes` (and `kinds`, by the first letter of their files) and `trips` that it waited for, and `ms` without
 * the time of loading.
 */
import { createInterface } from 'node:readline';
import { openFolder } from '../../../assets/js/search/node.js';

const folder = process.argv[2];
/** What is told of every hit, and under which name. */
const COLUMNS = [['score', 'scores'], ['similarity', 'similarity'], ['copies', 'copies'], ['alike', 'alike'], ['isFull', 'full']];
let opened = openFolder(folder);

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
    const kept = line.kept || [];
    opened = openFolder(folder, { isKept: (name) => kept.includes(name) });
    console.log('{}');
    continue;
  }
  opened.counts.take();
  const begin = performance.now();
  const said = await answer(line);
  const { files, bytes, kinds, trips, loadMs } = opened.counts.take();
  const out = { files, bytes, trips, kinds, ms: performance.now() - begin - loadMs };
  if (said.hits) {
    out.hits = said.hits.map((h) => h.id);
    for (const [key, name] of COLUMNS) out[name] = said.hits.map((h) => h[key] ?? null);
  }
  for (const key of ['total', 'partial', 'corrections', 'counts', 'notes']) if (said[key] !== undefined) out[key] = said[key];
  console.log(JSON.stringify(out));
}
