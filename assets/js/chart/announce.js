/** One polite live region a page, for what the eye sees and the ear would miss. */

/** @type {HTMLElement | null} */
let region = null;
/** @type {any} */
let soon = 0;

/** @param {string} text */
export function announce(text) {
  // The map's script comes by itself later, and speaks where the page's does.
  region = region || document.querySelector('[data-announce]');
  if (!region) {
    region = document.createElement('div');
    region.dataset.announce = '';
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  const place = region;
  // A region that comes with its words is passed over, and so is what says the same again: empty first, then the words.
  place.textContent = '';
  clearTimeout(soon);
  soon = setTimeout(() => { place.textContent = text; }, 60);
}
