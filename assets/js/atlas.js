/** The browser's entry: theme first, then every figure of the page, then their large tables after the first paint. */
import { startTheme, onTheme } from './chart/theme.js';
import { startShards } from './chart/shard.js';
import { mount } from './chart/mount.js';

/** Wakes the page: every figure, then what moves them all (theme, address, print). */
function start() {
  document.documentElement.classList.add('js');
  startTheme();
  startShards();
  const roots = [...document.querySelectorAll('[data-figure]')];
  const main = roots.find((r) => r.querySelector('[data-toolbar]')) || roots[0];
  const views = roots.map((root) => mount(root, root === main)).flatMap((v) => (v ? [v] : []));
  onTheme(() => views.forEach((v) => v.render()));
  const read = () => views.forEach((v) => v.readAddress());
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  addEventListener('beforeprint', () => views.forEach((v) => v.render()));
  addEventListener('keydown', toSearch);
  requestAnimationFrame(() => setTimeout(async () => {
    await Promise.all(views.map((v) => v.loadRest()));
    document.documentElement.dataset.ready = 'true';
  }));
}

/**
 * "/" goes to the page's search field, if it has one.
 * @param {KeyboardEvent} event
 */
function toSearch(event) {
  const target = /** @type {Element} */ (event.target);
  if (event.key !== '/' || /INPUT|SELECT|TEXTAREA/.test(target.tagName || '')) return;
  const field = document.querySelector('input[type="search"]:not(.table-tools input)');
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  event.preventDefault();
}

start();
