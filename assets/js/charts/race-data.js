/** The table of a race as races: who runs in each, on which dates, with which counts. */
import { column, rowCount, time } from '../chart/data.js';

/**
 * A racer's counts by date; null where nothing is known. `filled` has a value between two known ones, too, and `gap` says where.
 * @typedef {{ name: string, modality: string, counts: (number | null)[], filled: (number | null)[], gap: boolean[] }} Racer
 * @typedef {{ dates: { text: string, t: number, posts: number | null }[], racers: Racer[] }} Track
 */

/** @type {WeakMap<Table, Map<string, any>>} */
const parsed = new WeakMap();

/**
 * The race of a source by whom: read once a table.
 * @param {Table} table @param {string} source @param {string} by @param {boolean} rate of 10,000 posts
 * @returns {Track}
 */
export function track(table, source, by, rate) {
  let tracks = parsed.get(table);
  if (!tracks) { tracks = grouped(table); parsed.set(table, tracks); }
  const key = `${source}|${by}|${rate}`;
  const rows = tracks.get(`${source}|${by}`) || [];
  const known = tracks.get(key) || trackOf(rows, rate, datesOf(tracks, source));
  tracks.set(key, known);
  return known;
}

/** @param {Table} table */
function grouped(table) {
  /** @type {Map<string, any>} */
  const out = new Map();
  const [sources, bys, names, modalities, dates, counts, posts] = ['source', 'by', 'name', 'modality', 'date', 'count', 'posts'].map((k) => column(table, k));
  for (let i = 0; i < rowCount(table); i += 1) {
    const key = `${sources[i]}|${bys[i]}`;
    const rows = out.get(key) || [];
    if (!rows.length) out.set(key, rows);
    if (Number.isFinite(counts[i])) rows.push({ name: String(names[i]), modality: String(modalities[i]), date: String(dates[i]), count: counts[i], posts: posts[i] === undefined ? null : posts[i] });
  }
  return out;
}

/**
 * All dates of a source: a race by model may have none of its own in a month in which others were counted.
 * @param {Map<string, any>} tracks @param {string} source
 */
function datesOf(tracks, source) {
  /** @type {Map<string, number | null>} */
  const posts = new Map();
  for (const [key, rows] of tracks) if (Array.isArray(rows) && key.startsWith(`${source}|`)) for (const r of rows) posts.set(r.date, r.posts);
  return [...posts.keys()].sort().map((text) => ({ text, t: time(text), posts: /** @type {number | null} */ (posts.get(text)) }));
}

/**
 * @param {any[]} rows @param {boolean} rate @param {{ text: string, t: number, posts: number | null }[]} dates
 * @returns {Track}
 */
function trackOf(rows, rate, dates) {
  const at = new Map(dates.map((d, i) => [d.text, i]));
  /** @type {Map<string, Racer>} */
  const racers = new Map();
  for (const r of rows) {
    let racer = racers.get(r.name);
    if (!racer) { racer = { name: r.name, modality: r.modality, counts: dates.map(() => null), filled: [], gap: [] }; racers.set(r.name, racer); }
    racer.counts[/** @type {number} */ (at.get(r.date))] = r.count;
  }
  const all = [...racers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const racer of all) fill(racer, dates, rate);
  return { dates, racers: all };
}

/** @param {Racer} racer @param {{ t: number, posts: number | null }[]} dates @param {boolean} rate */
function fill(racer, dates, rate) {
  const values = racer.counts.map((c, i) => (c === null ? null : rate && dates[i].posts ? (10000 * c) / /** @type {number} */ (dates[i].posts) : c));
  racer.filled = values.slice();
  racer.gap = values.map(() => false);
  let before = -1;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value === null) continue;
    for (let j = before + 1; before >= 0 && j < i; j += 1) {
      const f = (dates[j].t - dates[before].t) / (dates[i].t - dates[before].t);
      racer.filled[j] = /** @type {number} */ (values[before]) * (1 - f) + value * f;
      racer.gap[j] = true;
    }
    before = i;
  }
}
