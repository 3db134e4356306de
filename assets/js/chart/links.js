/** Addresses of the atlas' own pages that show one model, or some of them. */

/** @param {string} id */
const encoded = (id) => id.split('/').map(encodeURIComponent).join('/');

/** @param {string} id */
export const modelPage = (id) => `model.html#${encoded(id)}`;

/** @param {string[]} ids at most six are shown @param {'models' | 'communities'} [kind] of which the ids are */
export const comparePage = (ids, kind = 'models') => `compare.html#${kind === 'models' ? '' : `${kind}=`}${ids.map(encoded).join(',')}`;

/** Parts of `community.html` that an account could be called like. */
export const anchors = /^(?:main|method|shows|next|quality|greatest|communities|communities-title)$/;

/** @param {string} name an account's */
export const communityPage = (name) => `community.html#${anchors.test(name) ? 'name=' : ''}${encodeURIComponent(name)}`;

/** @param {{ owner: string }} filters */
export const searchPage = ({ owner }) => `search.html#owner=${encodeURIComponent(owner)}`;

/** Whether this site has them: they come with the search. */
export const hasSearch = () => document.querySelector('a[data-search]') !== null;
