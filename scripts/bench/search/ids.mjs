/** Every model's id in the order of the index, a line each: `node ids.mjs site/data/search`. */
import { openFolder } from '../../../assets/js/search/node.js';

const step = 4096;
const { engine, index } = openFolder(process.argv[2]);
for (let first = 0; first < index.models; first += step) {
  const docs = Array.from({ length: Math.min(step, index.models - first) }, (_, i) => first + i);
  const records = await engine.records(docs);
  process.stdout.write(records.map((r) => `${r.id}\n`).join(''));
}
