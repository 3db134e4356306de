/** What the tests of charts share: D3 as the pages have it, small tables, a figure around them. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.d3 = require('../../assets/vendor/d3.v7.min.js');

/** table({month: ['month', [...]], count: ['count', [...]]}) */
export function table(id, columns) {
  const keys = Object.keys(columns);
  return {
    id, columns: keys.map((key) => ({ key, label: key, kind: columns[key][0] })),
    values: Object.fromEntries(keys.map((key) => [key, columns[key][1]])),
  };
}

export function figure(kind, tab, more = {}) {
  const n = tab.values[tab.columns[0].key].length;
  return {
    id: tab.id, role: 'main', kind, channels: {}, options: {}, remarks: [], table: tab, shard: null,
    rows: { inline: n, live: n, total: n }, title: null, subtitle: null,
    provenance: { source: 'a list', rows: `${n} rows`, caveat: '' }, notes: [], ...more,
  };
}

export const growth = (more = {}) => figure('area', table('growth', {
  month: ['month', [null, '2022-03', '2022-03', '2022-05', '2022-05', '2022-06']],
  task: ['category', ['text-generation', 'text-generation', null, 'text-generation', 'fill-mask', 'text-generation']],
  modality: ['category', ['nlp', 'nlp', 'none', 'nlp', 'nlp', 'nlp']],
  count: ['count', [10, 1, 2, 3, 4, 100]],
  downloads: ['count', [5, 0, 0, 7, 0, 9]],
  likes: ['count', [1, 1, 1, 1, 1, 1]],
}), { channels: { x: 'month', series: 'modality', sub: 'task' }, options: { lastWholeMonth: '2022-05', noun: 'models' }, ...more });

export const probe = 'evil/<script>alert(1)</script>"\'&';

export const evolution = (more = {}) => figure('bubble', table('evolution', {
  id: ['modelID', ['a/big', 'a/big-child', 'b/old', probe, 'c/zero']],
  owner: ['owner', ['a', 'a', 'b', 'evil', 'c']],
  createdOn: ['day', ['2023-01-10', '2023-06-01', null, '2024-02-29', '2024-03-01']],
  beforeRecord: ['flag', [false, false, true, false, false]],
  likes: ['count', [11150, 6100, 400, 30, 0]],
  likesOn: ['day', ['2025-03-11', '2025-03-11', '2024-07-11', '2025-03-11', '2025-03-11']],
  parameters: ['parameters', [7e9, 7e9, null, 1e8, 2e11]],
  task: ['category', ['text-generation', 'text-generation', 'fill-mask', null, 'text-to-image']],
  modality: ['category', ['nlp', 'nlp', 'nlp', 'none', 'cv']],
  license: ['category', ['mit', null, 'mit', '=cmd()', null]],
  downloads: ['count', [5, null, 0, 3, 1]],
  base: ['modelID', [null, 'a/big', null, 'gone/base', null]],
}), { channels: { x: 'createdOn', y: 'likes', area: 'parameters' }, ...more });

export const sizes = (more = {}) => figure('ribbon', table('sizes', {
  quarter: ['month', ['2022-04', '2022-07', '2022-04']],
  series: ['category', ['all', 'all', 'cv']],
  count: ['count', [10, 20, 5]],
  p10: ['parameters', [1e7, 2e7, 1e6]], p25: ['parameters', [5e7, 1e8, 2e6]], p50: ['parameters', [1e8, 1e9, 3e6]],
  p75: ['parameters', [2e8, 3e9, 4e6]], p90: ['parameters', [1e9, 7e9, 5e6]],
}), { channels: { x: 'quarter', series: 'series' }, ...more });

/** a/root with three children, a grandchild, and seven quantized that stand together */
export const family = (more = {}) => figure('tree', table('lineage-tree', {
  id: ['modelID', ['a/root', 'b/tuned', 'c/merge', probe, 'd/grandchild', null]],
  parent: ['count', [null, 0, 0, 0, 1, 0]],
  relation: ['category', [null, 'finetune', 'merge', 'adapter', 'finetune', 'quantized']],
  createdOn: ['day', ['2023-01-10', '2023-06-01', '2024-02-01', null, '2024-05-01', '2023-03-01']],
  count: ['count', [1, 1, 1, 1, 1, 7]], below: ['count', [11, 1, 0, 0, 0, null]],
  likes: ['count', [900, 5, null, 3, 1, null]], license: ['category', ['mit', null, 'mit', '=cmd()', null, null]],
  listed: ['flag', [true, true, true, true, true, null]],
}), { channels: { id: 'id', parent: 'parent', x: 'createdOn', relation: 'relation', count: 'count' }, options: { shelf: 'root', first: 'a/root', firstNote: '11' }, ...more });

/** Series, placed drawing and words of a figure in a state. */
export function laidOut(kind, fig, patch = {}, width = 1152) {
  const state = { ...kind.defaults(fig), ...patch };
  const series = kind.series(fig.table, fig, state);
  const frame = kind.frame(width, fig.role);
  return { state, series, frame, placed: kind.place(series, frame, fig, state), words: kind.describe(series, fig, state), shown: kind.display(series, fig, state) };
}
