/** Sizes, days and counts to choose between: one choice a row, which sets the bounds that the address holds. */
import { h } from '../chart/dom.js';

/** @typedef {{ key: string, name: string, bounds: string[], choices: [string, string[]][] }} Range */

/**
 * @param {number | null} year of the newest day in the index; without one no years are offered
 * @returns {Range[]}
 */
export function rangesTo(year) {
  const years = year === null ? [] : [0, 1, 2, 3, 4].map((i) => year - i).filter((y) => y >= 2022);
  return [
    { key: 'size', name: 'Size', bounds: ['minParameters', 'maxParameters'], choices: [
      ['under 500 M', ['', '500M']], ['500 M to 2 B', ['500M', '2B']], ['2 to 10 B', ['2B', '10B']], ['10 to 40 B', ['10B', '40B']], ['40 B and more', ['40B', '']]] },
    { key: 'published', name: 'Published', bounds: ['createdFrom', 'createdTo'], choices: years.map((y) => /** @type {[string, string[]]} */ ([String(y), [`${y}-01-01`, `${y}-12-31`]])) },
    { key: 'downloads', name: 'Downloads, 30 days', bounds: ['minDownloads'], choices: [['100 and more', ['100']], ['10,000 and more', ['10k']], ['1 M and more', ['1M']]] },
    { key: 'likes', name: 'Likes', bounds: ['minLikes'], choices: [['10 and more', ['10']], ['100 and more', ['100']], ['1,000 and more', ['1k']]] },
  ];
}

/**
 * @param {Range} range @param {State} state @param {boolean | undefined} open what the reader did, if anything
 * @param {(key: string, open: boolean) => void} toggled @param {(patch: State) => void} set
 */
export function rangeSection(range, state, open, toggled, set) {
  if (!range.choices.length) return null;
  const now = range.bounds.map((b) => state[b]);
  const isSet = now.some(Boolean);
  const choose = (/** @type {string[]} */ to) => set(Object.fromEntries(range.bounds.map((b, i) => [b, to[i]])));
  return h('details', { open: open === undefined ? isSet : open, ontoggle: (/** @type {any} */ e) => toggled(range.key, e.currentTarget.open) },
    h('summary', { 'data-focus': range.key }, range.name, isSet && h('span', { class: 'n' }, '1')),
    h('ul', { 'aria-label': range.name }, range.choices.map(([text, bounds]) => {
      const on = bounds.every((b, i) => b === now[i]);
      return h('li', null, h('label', { class: on ? 'on' : null }, h('input', { type: 'checkbox', checked: on, 'data-focus': `${range.key}=${text}`, onchange: () => choose(on ? bounds.map(() => '') : bounds) }), h('span', null, text)));
    })));
}
