/** What a tree says of itself: its title, its key, its table. */
import { shapes } from './tree-draw.js';
import * as format from '../chart/format.js';
import { column, tableOf } from '../chart/data.js';
import { modelName } from '../chart/words.js';
import { relationNames, relations } from './tree-series.js';

/** @param {any} s @param {Figure} figure @param {State} state @returns {Description} */
export function describe(s, figure, state) {
  if (!s.root) return { title: 'No tree to show', subtitle: '' };
  const name = modelName(s.root.id);
  const subtitle = 'By the day of publication. A line is a model, drawn by how it was made; the ticks on it are models made from it. Figures at the right count descendants.';
  if (!s.total) return { title: `Nothing shown here descends from ${name}`, subtitle };
  const off = new Set(state.off);
  const [way, most] = [...s.counts].filter(([r]) => !off.has(r)).sort((a, b) => b[1] - a[1])[0];
  const title = `${format.count(s.total, 'model')} ${s.total === 1 ? 'descends' : 'descend'} from ${name}`;
  if (way === 'unknown' || s.total < 3) return { title, subtitle };
  const share = most === s.total ? 'all' : `${format.roundPercent(most / s.total)} of them`;
  return { title: `${title}, ${share} ${relationNames[way][1]}`, subtitle };
}

/** @param {any} s @param {Figure} figure @param {State} state @returns {Chip[]} */
export const legend = (s, figure, state) => relations.filter((r) => s.counts.has(r)).map((r) => ({
  key: r, name: r === 'unknown' ? 'Way not stated' : format.capitalized(relationNames[r][1]), cls: `rel ${r}`, mark: shapes[r](6, 2),
  count: format.int(s.counts.get(r)), on: !(state.off || []).includes(r),
}));

/** @param {any} s @param {Figure} figure @param {State} state @returns {Table} */
export function display(s, figure, state) {
  const off = new Set(state.off);
  const rows = s.nodes.filter((/** @type {any} */ n) => n === s.root || (n.parent && !off.has(n.relation)));
  const from = (/** @type {string} */ key, /** @type {any} */ n) => column(s.table, key)[n.i];
  const hidden = new Set([figure.channels.parent, 'listed']);
  const columns = [...s.table.columns.filter((/** @type {Column} */ c) => !hidden.has(c.key)), { key: 'from', label: 'Made from', kind: 'modelID' }];
  return tableOf(s.table.id, columns, rows.map((/** @type {any} */ n) => {
    /** @type {{ [key: string]: any }} */
    const row = { from: n.parent ? n.parent.id : null };
    for (const c of s.table.columns) row[c.key] = from(c.key, n);
    return row;
  }));
}
