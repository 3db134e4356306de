/** The entry of the pages of the search: what is asked stands in the address, what is known comes from the index. */
import { startTheme } from './chart/theme.js';
import { openSearch } from './search/client.js';
import { SearchPage } from './search-page/search.js';
import { startModel } from './search-page/model.js';
import { startCompare } from './search-page/compare.js';

/** Which page this is, by what stands in it. */
function start() {
  startTheme();
  const names = document.getElementById('search-index');
  if (!names) { document.documentElement.dataset.ready = 'true'; return; }
  const index = JSON.parse(names.textContent || '{}');
  const engine = openSearch(index);
  const model = document.querySelector('[data-model]');
  const compare = document.querySelector('[data-compare]');
  if (model instanceof HTMLElement) startModel(model, engine);
  else if (compare instanceof HTMLElement) startCompare(compare, engine);
  else new SearchPage(engine, index);
}

start();
