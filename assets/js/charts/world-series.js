/** What the map shows: communities with what they have until a month, sums of countries, and what has no place. */
import { rowsOf } from '../chart/data.js';
import { middleOf } from './world-shapes.js';

/**
 * @typedef {{ key: string, community: string, name: string, country: string, city: string, at: number[] | null, source: string,
 *   confidence: number | null, status: string, followers: number | null, rows: any[] }} Group
 * @typedef {Group & { full: number, value: number, models: number, downloads: number, likes: number }} Community
 * @typedef {{ code: string, full: number, value: number, count: number, models: number, downloads: number, likes: number }} Country
 * @typedef {{ measure: string, until: string, communities: Community[], countries: Map<string, Country>, breaks: number[],
 *   parts: { key: string, value: number, count: number }[], total: number, listed: Community[], country: string }} Series
 */

/** @type {WeakMap<Table, Group[]>} */
const known = new WeakMap();

/**
 * Rows of one community together; a row without a community is what a country has besides, or what nobody can place.
 * @param {Table} table @returns {Group[]}
 */
export function groupsOf(table) {
  const before = known.get(table);
  if (before) return before;
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const row of rowsOf(table)) {
    const key = row.community || `~${row.country || row.status}~${row.name}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = groupOf(key, row)));
    group.rows.push(row);
  }
  const out = [...groups.values()];
  known.set(table, out);
  return out;
}

/** @param {string} key @param {any} row @returns {Group} */
function groupOf(key, row) {
  const country = row.country || '';
  const exact = Number.isFinite(row.latitude) && Number.isFinite(row.longitude);
  return {
    key, community: row.community || '', name: row.name || row.community || '', country, city: row.city || '',
    at: exact ? [row.longitude, row.latitude] : country ? middleOf(country) : null,
    source: row.source || '', confidence: row.confidence, status: row.status, followers: row.followers, rows: [],
  };
}

/**
 * Where something counts: in its country, as known to have no seat, or unknown.
 * @param {Group} g
 */
export const shelf = (g) => g.country || (g.status === 'seatless' ? 'seatless' : 'unknown');

/** @param {Figure} figure @returns {string[]} */
export const measuresOf = (figure) => figure.options.measures || ['models'];

/** @param {Table} table @param {Figure} figure @param {State} state @returns {Series} */
export function series(table, figure, state) {
  const measure = measuresOf(figure).includes(state.measure) ? state.measure : measuresOf(figure)[0];
  const communities = groupsOf(table).map((g) => counted(g, measure, state.until))
    .sort((a, b) => b.full - a.full || b.models - a.models || (a.key < b.key ? -1 : 1));
  /** @type {Map<string, Country>} */
  const countries = new Map();
  for (const c of communities) if (c.country && c.full > 0) add(countries, c);
  const parts = ['known', 'seatless', 'unknown'].map((key) => {
    const of = communities.filter((c) => (c.country ? 'known' : shelf(c)) === key && c.value > 0);
    return { key, value: d3.sum(of, (/** @type {Community} */ c) => c.value), count: of.filter((c) => c.community).length };
  });
  const listed = communities.filter((c) => c.value > 0 && (state.country ? shelf(c) === state.country : c.country !== ''))
    .sort((a, b) => b.value - a.value || b.models - a.models || (a.key < b.key ? -1 : 1));
  return {
    measure, until: state.until, communities, countries, breaks: breaksOf([...countries.values()].map((c) => c.full)), parts,
    total: d3.sum(parts, (/** @type {any} */ p) => p.value), listed, country: state.country,
  };
}

/** @param {Group} g @param {string} measure @param {string} until @returns {Community} */
function counted(g, measure, until) {
  const now = { models: 0, downloads: 0, likes: 0 };
  const all = { models: 0, downloads: 0, likes: 0 };
  for (const row of g.rows) {
    const counts = !until || row.month === null || row.month <= until;
    for (const key of /** @type {('models' | 'downloads' | 'likes')[]} */ (['models', 'downloads', 'likes'])) {
      all[key] += row[key] || 0;
      if (counts) now[key] += row[key] || 0;
    }
  }
  // Followers are those of the day they were counted on: no month has others.
  const of = (/** @type {any} */ sums) => (measure === 'followers' ? g.followers || 0 : sums[measure]);
  return { ...g, ...now, full: of(all), value: of(now) };
}

/** @param {Map<string, Country>} countries @param {Community} c */
function add(countries, c) {
  let country = countries.get(c.country);
  if (!country) countries.set(c.country, (country = { code: c.country, full: 0, value: 0, count: 0, models: 0, downloads: 0, likes: 0 }));
  for (const key of /** @type {('full' | 'value' | 'models' | 'downloads' | 'likes')[]} */ (['full', 'value', 'models', 'downloads', 'likes'])) country[key] += c[key];
  if (c.value > 0 && c.community) country.count += 1;
}

/** Classes of shade at most. */
const most = 6;

/**
 * Lower bounds of the classes: steps of 1, 3, 10 where six of them cover the values, else of 1, 10, 100; what is less than the
 * lowest of six is in it, too.
 *
 *     breaksOf([1, 80, 1493])        → [1, 10, 100, 1000]
 *     breaksOf([40, 50, 900])        → [30, 100, 300]
 * @param {number[]} values
 */
export function breaksOf(values) {
  const some = values.filter((v) => v > 0);
  if (!some.length) return [];
  const [low, high] = [Math.min(...some), Math.max(...some)];
  for (const steps of [[1, 3], [1]]) {
    const ladder = [];
    for (let power = 1; power <= 1e18; power *= 10) for (const s of steps) ladder.push(s * power);
    const from = Math.max(0, ladder.findIndex((b) => b > low) - 1);
    const to = ladder.findIndex((b) => b > high);
    const breaks = ladder.slice(from, to < 0 ? undefined : to);
    if (breaks.length <= most) return breaks;
    if (steps.length === 1) return breaks.slice(-most);
  }
  return [];
}

/**
 * The step of the ramp, 2 to 7, of a value; 1 for nothing.
 * @param {number} value @param {number[]} breaks
 */
export function shade(value, breaks) {
  if (!(value > 0) || !breaks.length) return 1;
  const i = Math.max(0, d3.bisectRight(breaks, value) - 1);
  return breaks.length === 1 ? 5 : Math.round(2 + (i * 5) / (breaks.length - 1));
}
