/** The page of the browser bench: the site's own client and worker over an index beside it, and nothing else. */
import { startShards } from '../../../assets/js/chart/shard.js';
import { openSearch } from '../../../assets/js/search/client.js';

startShards();
const index = JSON.parse(document.getElementById('search-index').textContent);
const client = openSearch(index);

/** Milliseconds of each query from the call to the answer; run twice, the second time has nothing left to download. */
window.timeQueries = async (queries) => {
  const times = [];
  for (const query of queries) {
    const begin = performance.now();
    const answer = await client.search({ query, top: 10 });
    times.push({ ms: performance.now() - begin, hits: answer.hits.length, notes: answer.notes });
  }
  return times;
};
