/** What a reader asked, made safe: any shape comes in from an address, none may break the engine. */
import { textsOf } from './filters.js';

const MOST_RESULTS = 200;
const LONGEST_QUERY = 2000;
const SORTS = ['best', 'downloads', 'likes', 'new', 'small', 'large'];

/** @typedef {{ query: string, filters: SearchFilters, sort: string, top: number, offset: number, isTyping: boolean, corrects: boolean, isQuick: boolean }} Request */

/** @param {any} request @returns {Request} */
export function requestOf(request) {
  const asked = request || {};
  return {
    query: String(asked.query === undefined || asked.query === null ? '' : asked.query).slice(0, LONGEST_QUERY),
    filters: typeof asked.filters === 'object' && asked.filters !== null ? asked.filters : {},
    sort: SORTS.includes(asked.sort) ? asked.sort : 'best',
    top: within(asked.top, 1, MOST_RESULTS, 10), offset: within(asked.offset, 0, 100000, 0),
    isTyping: asked.typing !== false, corrects: asked.correct !== false, isQuick: asked.quick === true,
  };
}

/** @param {SearchFilters} filters */
export const ownersOf = (filters) => textsOf(filters.owner);

/** @param {unknown} value @param {number} least @param {number} most @param {number} otherwise */
function within(value, least, most, otherwise) {
  const number = Math.floor(Number(value));
  return value === undefined || value === null || Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number));
}
