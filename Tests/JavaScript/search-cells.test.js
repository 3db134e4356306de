/** Vectors, cells and similarities: the fixture that Swift's `CellSearch` is tested by too. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { meanOf, nearestCells, similarities, vectorOf } from '../../assets/js/search/cells.js';
import { CentroidShard, cellShard } from '../../assets/js/search/vectors.js';

const fixture = JSON.parse(readFileSync(new URL('../Fixtures/vectors.json', import.meta.url), 'utf8'));
const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'));
const centroids = new CentroidShard(bytes(fixture.centroids), 'c0000');
const cells = fixture.files.flatMap((file, number) => cellShard(bytes(file), `v000${number}`, number, centroids, 2 ** 31));

test('the fixture has as many cells as its centroids', () => {
  assert.equal(cells.length, centroids.cells);
  assert.deepEqual([...centroids.groups], cells.map((c) => c.scales.length));
  assert.equal(fixture.queries.length, 6);
});

for (const query of fixture.queries) {
  test(`what is near to ${JSON.stringify(query.of)}`, () => {
    const vectors = query.of.map(([cell, group]) => vectorOf(cells[cell], group, centroids));
    const vector = vectors.length === 1 ? vectors[0] : meanOf(vectors);
    query.vector.forEach((value, i) => assert.ok(Math.abs(vector[i] - value) < 1e-6));
    const near = nearestCells(vector, centroids, 0);
    assert.deepEqual(near, query.cells);
    // A fourth cell where there is room for its codes, and not for one less.
    const all = nearestCells(vector, centroids, 1e9);
    const room = all.slice(0, 4).reduce((sum, c) => sum + centroids.groups[c], 0);
    assert.deepEqual(nearestCells(vector, centroids, room), all.slice(0, 4));
    assert.deepEqual(nearestCells(vector, centroids, room - 1), near);
    const found = near.flatMap((c) => [...similarities(vector, cells[c], centroids)].map((similarity, g) => ({
      documents: [...cells[c].docs.subarray(cells[c].starts[g], cells[c].starts[g + 1])], similarity,
    }))).sort((a, b) => b.similarity - a.similarity || a.documents[0] - b.documents[0]);
    query.nearest.forEach((wanted, i) => {
      assert.deepEqual(found[i].documents, wanted.documents);
      assert.ok(Math.abs(found[i].similarity - wanted.similarity) < 1e-9);
    });
  });
}
