/** What is said of a community: sentences that its numbers choose. */
import * as format from '../chart/format.js';
import { modalityAdjective } from '../chart/words.js';

/** @type {{ [key: string]: string }} */
const sources = { table: 'the project’s own table', wikidata: 'Wikidata', wikipedia: 'Wikipedia', github: 'GitHub', page: 'its own page', hub: 'its page on the Hub' };
/** @param {string} source */
export const sourceName = (source) => sources[source] || source;

/** @type {{ [key: string]: string }} */
export const standings = {
  unverified: 'from the project’s own table alone, and unverified', confirmed: 'the project’s own table, confirmed by another source',
  disputed: 'the project’s own table; another source says otherwise', collected: 'as other sources say', seatless: 'known to sit in no one place', unknown: 'unknown',
};

/** @type {{ [kind: string]: string }} */
const kinds = { company: 'a company', university: 'a university', lab: 'a laboratory', community: 'a community of people', public: 'a public body', nonprofit: 'a nonprofit' };
/** @param {any} record */
export const kindWords = (record) => (record.organization ? kinds[record.organization.kind] || 'an organization' : 'an account');

/** @param {any} place */
export const placeWords = (place) => (place ? [place.city, place.country].filter(Boolean).join(', ') : '');

/** @param {any} record */
export const lastMonth = (record) => (record.last ? record.last.slice(0, 7) : null);

/**
 * How many, since when, how much used, what came of them: what is known, in the order of what a reader asks.
 * @param {any} r @param {any} facts @returns {string[]}
 */
export function ledeOf(r, facts) {
  return [publishes(r), used(r, facts), descends(r)].filter(Boolean);
}

/** @param {any} r */
function publishes(r) {
  const n = format.count(r.sums.models, 'model');
  const who = r.organization && r.organization.name && r.organization.name !== r.name ? `${r.name} (${r.organization.name})` : r.name;
  const of = r.organization && placeWords(r.organization.place);
  const opening = `${who}, ${kindWords(r)}${of ? ` in ${of}` : ''}, has published ${n}`;
  if (!r.first) return r.beforeRecord ? `${opening}, before the Hub noted days.` : `${opening}; on which ${r.sums.models === 1 ? 'day' : 'days'} nobody knows.`;
  if (r.first === r.last) return r.sums.models === 1 || !(r.beforeRecord + r.undated) ? `${opening}, on ${format.day(r.first)}.` : `${opening}, one day of which is known: ${format.day(r.first)}.`;
  return `${opening}${r.beforeRecord ? ', the first before the Hub noted days,' : ` since ${format.day(r.first)},`} the latest on ${format.day(r.last)}.`;
}

/** @param {any} r @param {any} facts */
function used(r, facts) {
  const it = r.sums.models === 1 ? 'it' : 'they';
  if (!r.counted) return `How often ${r.sums.models === 1 ? 'it is' : 'they are'} downloaded no list tells.`;
  if (!r.sums.downloads) return `Nobody downloaded ${r.sums.models === 1 ? 'it' : 'one of them'} within 30 days.`;
  const share = r.sums.downloads / facts.total.downloads;
  const be = it === 'it' ? 'It was' : 'They were';
  return `${be} downloaded ${format.compact(r.sums.downloads)} times in 30 days, ${format.percent(share)} of all downloads ${facts.placeAndDay}: ${placeAmong(r.ranks.downloads, facts.accounts)}.`;
}

/**
 * "the most of all 4,530 accounts", "the 12th of 4,530 accounts".
 * @param {number} rank @param {number} of
 */
export function placeAmong(rank, of) {
  if (of === 1) return 'the only account';
  return rank === 1 ? `the most of all ${format.int(of)} accounts` : `the ${ordinal(rank)} of ${format.int(of)} accounts`;
}

/** @param {number} n */
export function ordinal(n) {
  const [tens, ones] = [n % 100, n % 10];
  const end = tens > 10 && tens < 14 ? 'th' : ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th';
  return `${format.int(n)}${end}`;
}

/** @param {any} r */
function descends(r) {
  const { byOthers, owners } = r.descent;
  if (!byOthers) return '';
  const who = owners === 1 ? 'another account' : `${format.int(owners)} others`;
  return `${format.capitalized(format.count(byOthers, 'model'))} by ${who} ${byOthers === 1 ? 'is' : 'are'} built on ${r.sums.models === 1 ? 'it' : 'them'}.`;
}

/**
 * What stands over the months: whether it went on, and when most came.
 * @param {any} r @param {string | null} last the last whole month of the list
 */
export function monthsTitle(r, last) {
  const { month, modality, count } = r.months.values;
  const known = new Map();
  month.forEach((/** @type {string | null} */ m, /** @type {number} */ i) => { if (m && (!last || m <= last)) known.set(m, (known.get(m) || 0) + count[i]); });
  if (known.size === 0) return '';
  const end = [...known.keys()].sort().pop();
  if (last && monthsApart(end, last) >= 12) return `The newest model of ${r.name} here is of ${format.month(end)}`;
  const [peak, most] = [...known].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
  if (most >= 3 && known.size > 1) return `${r.name} published most in ${format.month(peak)}: ${format.count(most, 'model')}`;
  const main = leading(modality, count);
  return main ? `${format.capitalized(main)} models are most of what ${r.name} publishes` : `What ${r.name} has published`;
}

/** @param {string} a @param {string} b */
const monthsApart = (a, b) => (+b.slice(0, 4) - +a.slice(0, 4)) * 12 + (+b.slice(5, 7) - +a.slice(5, 7));

/**
 * The modality of more than half of the models that state one; empty where none is.
 * @param {string[]} modality @param {number[]} count
 */
function leading(modality, count) {
  const sums = new Map();
  modality.forEach((m, i) => { if (m !== 'none') sums.set(m, (sums.get(m) || 0) + count[i]); });
  const all = [...sums.values()].reduce((a, b) => a + b, 0);
  const best = [...sums].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] * 2 > all ? modalityAdjective[best[0]] || '' : '';
}

/**
 * On how few models the downloads rest.
 * @param {any} r @param {number[]} downloads of its models, greatest first
 */
export function restTitle(r, downloads) {
  const all = r.sums.downloads;
  if (!all || !downloads.length) return '';
  const first = downloads[0] / all;
  if (r.sums.models === 1) return `Its one model was downloaded ${format.compact(all)} times`;
  if (first >= 0.5) return `One model has ${format.roundPercent(first)} of ${possessive(r.name)} downloads`;
  let sum = 0;
  const half = downloads.findIndex((d) => (sum += d) >= all / 2) + 1;
  return half ? `Half of ${possessive(r.name)} downloads go to ${format.words(half)} of ${format.int(r.sums.models)} models` : `${possessive(r.name)} downloads are spread over many models`;
}

/** @param {string} name */
export const possessive = (name) => `${name}’s`;
