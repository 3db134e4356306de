/**
 * What a page does once it is there: theme first, then every figure, then their large tables after the first paint.
 *
 * A page's script is bundled from an entry that names the chart kinds which that page draws, so that nobody loads code
 * for pictures of other pages: `import { area } from './charts/area.js'; start({ area });` (Site/PageScripts.swift).
 */
import { startTheme, onTheme } from './chart/theme.js';
import { startShards } from './chart/shard.js';
import { mount } from './chart/mount.js';
import { write } from './chart/state.js';

/**
 * Wakes the page: every figure, then what moves them all (theme, address, print).
 * @param {{ [kind: string]: Kind }} kinds what the page's figures are drawn by
 */
export function start(kinds) {
  document.documentElement.classList.add('js');
  startTheme();
  startShards();
  const roots = [...document.querySelectorAll('[data-figure]')];
  const main = roots.find((r) => r.querySelector('[data-toolbar]')) || roots[0];
  const views = roots.map((root) => mount(root, root === main, kinds)).flatMap((v) => (v ? [v] : []));
  onTheme(() => views.forEach((v) => v.render()));
  const read = () => views.forEach((v) => v.readAddress());
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  addEventListener('beforeprint', () => views.forEach((v) => v.render()));
  addEventListener('keydown', toSearch);
  startFind();
  requestAnimationFrame(() => setTimeout(async () => {
    await Promise.all(views.map((v) => v.loadRest()));
    document.documentElement.dataset.ready = 'true';
  }));
}

/**
 * "/" goes to the page's search field; where it has none, to the page of the search.
 * @param {KeyboardEvent} event
 */
function toSearch(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(target.tagName || '')) return;
  const there = document.querySelector('[data-find] input') || document.querySelector('a[data-search]');
  if (there instanceof HTMLAnchorElement) there.click();
  else if (there instanceof HTMLElement) there.focus();
  else return;
  event.preventDefault();
}

/** The first page's field: its words go along in the address. */
function startFind() {
  const form = document.querySelector('form[data-find]');
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (form.querySelector('input'));
    location.href = `${form.dataset.find}${write({ q: field.value.trim() }, { q: '' }).replace(/^./, '#$&')}`;
  });
}
