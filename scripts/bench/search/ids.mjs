/**
 * Every model in the order of the index, a line each: `node ids.mjs site/data/search` prints its id, what it is called when
 * spelling does not count, and the number of its group of near-copies (−1 without a vector), between tabs.
 */
import { Index } from '../../../assets/js/search/index.js';
import { openFolder } from '../../../assets/js/search/node.js';
import { keyOf } from '../../../assets/js/search/text.js';

const index = new Index(openFolder(process.argv[2]).source);
const manifest = await index.manifest();
/** @type {Map<string, number>} */
const groups = new Map();
let doc = 0;
for (let number = 0; doc < manifest.models; number += 1) {
  const block = await index.documents(manifest, number);
  let lines = '';
  for (let i = 0; i < block.count; i += 1) lines += `${block.idAt(i)}\t${keyOf(block.nameAt(i))}\t${groupAt(block, i)}\n`;
  process.stdout.write(lines);
  doc += block.count;
}

/** @param {import('../../../assets/js/search/documents.js').DocumentBlock} block @param {number} i */
function groupAt(block, i) {
  if (block.cell[i] === 0) return -1;
  const place = `${block.cell[i]} ${block.group[i]}`;
  if (!groups.has(place)) groups.set(place, groups.size);
  return groups.get(place);
}
