/** What the map says: title, subtitle, its table, and the card of a community or a country. */
import * as format from '../chart/format.js';
import { tableOf } from '../chart/data.js';
import { countryName } from './world-shapes.js';

/** @typedef {import('./world-series.js').Series} Series */
/** @typedef {import('./world-series.js').Community} Community */

/** @type {{ [key: string]: string }} */
export const partName = { known: 'Known place', seatless: 'No one place', unknown: 'Unknown place' };

/** @type {{ [key: string]: string }} */
export const measureName = { models: 'Models', downloads: 'Downloads', likes: 'Likes', followers: 'Followers' };

const articled = new Set(['AE', 'BS', 'GB', 'GM', 'MV', 'NL', 'PH', 'SC', 'US']);

/** @param {string} code */
export const inProse = (code) => (articled.has(code) || /Islands$|Republic/.test(countryName(code)) ? `the ${countryName(code)}` : countryName(code));

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Description} */
export function describe(s, figure, state) {
  return { title: titleOf(s), subtitle: subtitleOf(s, figure, state) };
}

/** @param {Series} s */
function titleOf(s) {
  const ranked = [...s.countries.values()].filter((c) => c.value > 0).sort((a, b) => b.value - a.value || (countryName(a.code) < countryName(b.code) ? -1 : 1));
  const known = s.parts[0].value;
  if (!ranked.length) return s.until ? `Nothing with a known place by ${format.month(s.until)}` : 'Nothing has a known place';
  const [first, second] = ranked;
  if (s.country && s.countries.has(s.country)) {
    const at = ranked.findIndex((c) => c.code === s.country);
    if (at < 0) return `${format.capitalized(inProse(s.country))} had nothing yet`;
    return `${format.capitalized(inProse(s.country))}: ${format.compact(ranked[at].value)} ${noun(s, ranked[at].value)}, ${format.percent(ranked[at].value / known)} of what has a known place`;
  }
  const share = format.roundPercent(first.value / known);
  const [to, then] = ways[s.measure] || ways.models;
  if (!second) return `Where the place is known, all ${s.measure} ${to} ${inProse(first.code)}`;
  if (second.value === first.value) return `${format.capitalized(inProse(first.code))} and ${inProse(second.code)} have ${share} each of the ${s.measure} whose place is known`;
  return `Where the place is known, ${share} of ${s.measure} ${to} ${inProse(first.code)}, ${format.roundPercent(second.value / known)} ${then} ${inProse(second.code)}`;
}

/**
 * How a measure belongs to a country, and the same said again.
 * @type {{ [measure: string]: [string, string] }}
 */
const ways = {
  models: ['come from', 'from'], downloads: ['go to models from', 'to models from'], likes: ['go to models from', 'to models from'],
  followers: ['follow communities in', 'those in'],
};

/** @param {Series} s */
const one = (s) => s.measure.replace(/s$/, '');
/** @param {Series} s @param {number} n */
const noun = (s, n) => format.noun(n, one(s), s.measure);

/** @param {Series} s @param {Figure} figure @param {State} state */
function subtitleOf(s, figure, state) {
  const what = { both: 'Circles: communities by', symbols: 'Circles: communities by', countries: 'Countries by' }[/** @type {'both'} */ (state.show)];
  const measure = { models: 'number of models', downloads: 'downloads of models', likes: 'likes of models', followers: 'followers' }[/** @type {'models'} */ (s.measure)];
  const when = s.measure === 'followers' ? ', as last counted' : s.until ? `, published until ${format.month(s.until)}` : '';
  const shades = state.show === 'both' ? '; countries shaded by the sum' : '';
  const aside = state.show === 'countries' ? '' : ' Circles that would overlap stand side by side.';
  return `${[what, measure, s.measure === 'followers' ? '' : figure.options.of].filter(Boolean).join(' ')}${when}${shades}.${aside}`;
}

/** @param {Series} s @param {Figure} figure @returns {Table} */
export function display(s, figure) {
  const keep = ['community', 'name', 'country', 'city', 'models', 'downloads', 'likes', 'followers', 'source', 'confidence', 'status'];
  const columns = figure.table.columns.filter((c) => keep.includes(c.key) && (c.key !== 'followers' || s.communities.some((g) => g.followers !== null)));
  const rows = s.communities.filter((c) => c.models > 0 || c.value > 0).filter((c) => !s.country || c.country === s.country || (!c.country && (c.status === 'seatless') === (s.country === 'seatless')));
  return tableOf(figure.id, columns, rows.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1)).map((c) => ({ ...c, community: c.community || null, country: c.country ? countryName(c.country) : null, city: c.city || null, source: sourceName(c.source) || null })));
}

/** @type {{ [key: string]: string }} */
const sources = { table: 'the project’s own table', wikidata: 'Wikidata', wikipedia: 'Wikipedia', github: 'GitHub', page: 'its own page' };

/** @param {string} source */
export const sourceName = (source) => sources[source] || source;

/** @type {{ [key: string]: string }} */
const standings = {
  unverified: 'unverified', confirmed: 'confirmed by another source', disputed: 'another source says otherwise', collected: 'collected',
  seatless: 'known to sit in no one place', unknown: 'unknown',
};

/**
 * "0.9, the project’s own table, unverified".
 * @param {Community} c
 */
export const evidence = (c) => [c.confidence === null ? '' : format.decimal(c.confidence, 2).replace(/0$/, ''), sourceName(c.source), standings[c.status] || c.status].filter(Boolean).join(', ');

/** @param {Community} c */
export const placeName = (c) => [c.city, c.country ? countryName(c.country) : ''].filter(Boolean).join(', ') || (c.status === 'seatless' ? partName.seatless : partName.unknown);

/** @param {Community} c @param {Series} s @returns {import('../chart/tooltip.js').CardText} */
export function communityCard(c, s) {
  /** @type {[string, string][]} */
  const rows = [['Models', format.int(c.models)], ['Downloads', format.compact(c.downloads)], ['Likes', format.compact(c.likes)]];
  if (c.followers !== null) rows.push(['Followers', format.int(c.followers)]);
  return { title: c.name, who: placeName(c), rows, hint: `Place: ${evidence(c)}.` };
}

/** @param {string} code @param {Series} s @returns {import('../chart/tooltip.js').CardText} */
export function countryCard(code, s) {
  const c = s.countries.get(code);
  if (!c || !c.value) return { title: countryName(code), rows: [], hint: 'No community known here.' };
  /** @type {[string, string][]} */
  const rows = [['Communities', format.int(c.count)], ['Models', format.int(c.models)], ['Downloads', format.compact(c.downloads)], ['Likes', format.compact(c.likes)]];
  return { title: countryName(code), rows, hint: `${format.percent(s.parts[0].value ? c.value / s.parts[0].value : 0)} of ${s.measure} with a known place. Press to list its communities.` };
}
