/** Addresses of the atlas' own pages that show one model, or some of them. */

/** @param {string} id */
const encoded = (id) => id.split('/').map(encodeURIComponent).join('/');

/** @param {string} id */
export const modelPage = (id) => `model.html#${encoded(id)}`;

/** @param {string[]} ids at most six are shown */
export const comparePage = (ids) => `compare.html#${ids.map(encoded).join(',')}`;

/** Whether this site has them: they come with the search. */
export const hasSearch = () => document.querySelector('a[data-search]') !== null;
