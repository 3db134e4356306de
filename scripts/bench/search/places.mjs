/** Where every model lies on the map, a line each in the order of the index: `node places.mjs FOLDER` prints x and y, 0 0 for none. */
import { readFileSync } from 'node:fs';
import { readRoot, readTile, shardName } from '../../../assets/js/search/map-format.js';
import { payload } from '../../../assets/js/search/node.js';

const folder = process.argv[2];
const files = new Map(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')).files.map(({ name }) => [name.split('.')[0], name]));
const read = (name) => payload(readFileSync(`${folder}/${files.get(name)}`), name);

const root = readRoot(read('m0000'));
const xs = new Uint16Array(root.models);
const ys = new Uint16Array(root.models);
xs.set(root.places.xs);
ys.set(root.places.ys);
for (const { number } of root.tiles) {
  const { docs, places } = readTile(read(shardName('m', number)), number);
  docs.forEach((doc, i) => { xs[doc] = places.xs[i]; ys[doc] = places.ys[i]; });
}
process.stdout.write(Array.from(xs, (x, doc) => `${x} ${ys[doc]}\n`).join(''));
