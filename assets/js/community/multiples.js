/** Models over time of several communities, each in a small picture, all on one scale. */
import { h } from '../chart/dom.js';
import { monthsBetween, tableOf } from '../chart/data.js';
import { csv, save } from '../chart/export.js';
import * as format from '../chart/format.js';
import { tableNode } from '../chart/table.js';
import { modalities, modalityClass, modalityName } from '../chart/words.js';

const [wide, tall, top, foot] = [350, 200, 22, 22];

/**
 * Each one's models at the end of each month, by modality, from the first month of any of them to the last whole one.
 *
 *     stocksOf([acme], '2024-06')  → { months: ['2023-08', …], stocks: [{ name: 'acme', layers: [['nlp', [2, 2, …]], …], totals: [2, 2, …] }], most: 3 }
 *
 * @param {any[]} records @param {string | null} last
 */
export function stocksOf(records, last) {
  const known = records.flatMap((r) => r.months.values.month).filter((m) => m && (!last || m <= last)).sort();
  const months = known.length ? monthsBetween(known[0], last && last > known[0] ? last : known[known.length - 1]) : [];
  const stocks = records.map((r) => stockOf(r, months));
  return { months, stocks, most: Math.max(1, ...stocks.flatMap((s) => s.totals)) };
}

/** @param {any} r @param {string[]} months */
function stockOf(r, months) {
  const at = new Map(months.map((m, j) => [m, j]));
  /** @type {Map<string, number[]>} */
  const sums = new Map();
  const { month, modality, count } = r.months.values;
  for (let i = 0; i < month.length; i += 1) {
    // What has no day counts from the beginning, as in the picture of one community.
    const j = month[i] === null ? 0 : at.get(month[i]);
    if (j === undefined) continue;
    const sum = sums.get(modality[i]) || new Array(months.length).fill(0);
    sums.set(modality[i], sum);
    if (months.length) sum[j] += count[i];
  }
  const layers = modalities.filter((m) => sums.has(m)).map((m) => {
    let total = 0;
    return /** @type {[string, number[]]} */ ([m, /** @type {number[]} */ (sums.get(m)).map((v) => (total += v))]);
  });
  return { name: r.name, layers, totals: months.map((_, j) => layers.reduce((s, [, values]) => s + values[j], 0)) };
}

/** @typedef {ReturnType<typeof stockOf>} Stock */

/** @param {any[]} records @param {any} facts @returns {VNode | null} */
export function multiples(records, facts) {
  const { months, stocks, most } = stocksOf(records, facts.lastWholeMonth);
  if (months.length < 2) return null;
  const shown = modalities.filter((m) => stocks.some((s) => s.layers.some(([key]) => key === m)));
  const table = tableOf('communities-models', [{ key: 'month', label: 'Month', kind: 'month' }, ...stocks.map((s, i) => ({ key: `n${i}`, label: s.name, kind: 'count' }))],
    months.map((month, j) => Object.fromEntries([['month', month], ...stocks.map((s, i) => [`n${i}`, s.totals[j]])])));
  return h('figure', { class: 'plate small-multiples', 'aria-labelledby': 'stocks-title' },
    h('h2', { class: 'fig-title', id: 'stocks-title' }, titleOf(stocks, months)),
    h('p', { class: 'fig-sub' }, `Models at the end of each month, by modality of the stated task; all on one scale, up to ${format.int(most)}.`),
    h('ul', { class: 'key' }, shown.map((m) => h('li', null, h('i', { class: `sw ${modalityClass(m)}`, 'aria-hidden': 'true' }), ` ${modalityName[m]}`))),
    h('div', { class: 'small-grid' }, stocks.map((s) => small(s, months, most))),
    h('details', { class: 'data-table' }, h('summary', null, 'The numbers as a table'), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The numbers as a table' }, tableNode(table))),
    h('div', { class: 'prov' }, h('span', null, `Source: ${facts.source}.${facts.caveat ? ` ${facts.caveat}` : ''}`), h('button', { type: 'button', class: 'act', onclick: () => save('hubatlas-communities.csv', csv(table), 'text/csv') }, 'CSV')));
}

/** @param {Stock[]} stocks @param {string[]} months */
function titleOf(stocks, months) {
  const n = months.length - 1;
  const when = `at the end of ${format.month(months[n])}`;
  const ranked = [...stocks].sort((a, b) => b.totals[n] - a.totals[n]);
  if (stocks.length === 1) return `${ranked[0].name} had ${format.count(ranked[0].totals[n], 'model')} ${when}`;
  if (ranked[0].totals[n] === ranked[1].totals[n]) return `${ranked[0].name} and ${ranked[1].name} had equally many models ${when}`;
  return `${ranked[0].name} had most models ${when}: ${format.int(ranked[0].totals[n])}`;
}

/** @param {Stock} s @param {string[]} months @param {number} most */
function small(s, months, most) {
  const n = months.length - 1;
  const x = (/** @type {number} */ j) => (j / n) * wide;
  const y = (/** @type {number} */ v) => tall - foot - (v / most) * (tall - foot - top);
  const ground = months.map(() => 0);
  const path = (/** @type {number[]} */ values) => {
    const low = ground.map((v, j) => `${x(j).toFixed(1)},${y(v).toFixed(1)}`);
    values.forEach((v, j) => { ground[j] += v; });
    const high = ground.map((v, j) => `${x(j).toFixed(1)},${y(v).toFixed(1)}`);
    return `M${high.join('L')}L${low.reverse().join('L')}Z`;
  };
  const said = `${s.name}: ${format.count(s.totals[n], 'model')} at the end of ${format.month(months[n])}; ${s.layers.map(([m, v]) => `${modalityName[m]} ${format.int(v[n])}`).join(', ')}`;
  return h('div', null, h('h3', null, s.name),
    h('svg', { viewBox: `0 0 ${wide} ${tall}`, role: 'img', 'aria-label': said },
      h('line', { class: 'most', x1: 0, x2: wide, y1: y(most).toFixed(1), y2: y(most).toFixed(1) }),
      s.layers.map(([m, values]) => h('path', { class: `layer ${modalityClass(m)}`, style: 'fill:var(--c)', d: path(values) })),
      h('line', { class: 'ground', x1: 0, x2: wide, y1: y(0), y2: y(0) }),
      h('text', { class: 'lab num', x: wide, y: Math.max(12, y(s.totals[n]) - 5).toFixed(1), 'text-anchor': 'end' }, format.int(s.totals[n])),
      h('text', { class: 'tl', x: 0, y: tall - 5 }, format.month(months[0])), h('text', { class: 'tl', x: wide, y: tall - 5, 'text-anchor': 'end' }, format.month(months[n]))));
}
