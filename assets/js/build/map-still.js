/** The map's still pictures at build time, from the first file of the map and the colours of the site, with what is said of them. */
import { readFileSync } from 'fs';
import * as format from '../chart/format.js';
import { toHTML } from '../chart/dom.js';
import { legendNode } from '../chart/legend.js';
import { chipsOf } from '../search/map-bar.js';
import { modalityOrder, readRoot } from '../search/map-format.js';
import { namesOn, stillOf, tokens } from '../search/map-still.js';
import { payload } from '../search/node.js';

const wide = { W: 1152, H: 760 };
const narrow = { W: 358, H: 380 };
const named = 8;

/**
 * @param {{ file: string, colors?: { light?: { [token: string]: string }, dark?: { [token: string]: string } } }} map the file, and colours in place of the atlas' own
 */
export function mapStill({ file, colors = {} }) {
  const name = 'm0000';
  const root = readRoot(payload(/** @type {any} */ (readFileSync)(file), name), name);
  const css = readFileSync(new URL('../../css/tokens.css', import.meta.url), 'utf8');
  const own = { light: tokensIn(css, ':root {'), dark: tokensIn(css, ':root[data-theme="dark"] {') };
  const both = { light: { ...own.light, ...colors.light }, dark: { ...own.dark, ...colors.dark } };
  return { wide: stillOf(root, wide, both), narrow: stillOf(root, narrow, both), ...wordsOf(root), key: toHTML(legendNode(chipsOf(root.totals, modalityOrder.map(() => true)))) };
}

/** @param {ReturnType<typeof readRoot>} root */
function wordsOf(root) {
  const regions = namesOn(root, wide).slice(0, named).map((p) => p.label.text);
  const among = regions.length ? `: ${format.list(regions)} are the greatest regions` : '';
  const rest = root.models - root.placed;
  return {
    alt: `Map of ${format.count(root.placed, 'model')} by likeness${among}.`,
    title: `${format.capitalized(format.count(root.placed, 'model'))}, like beside like`,
    caption: `What lies near is alike in name, task and tags; directions mean nothing. Dots are the most used, the wash behind counts all${rest > 0 ? ` but ${format.int(rest)} that say too little to lie anywhere` : ''}.`,
  };
}

/**
 * The tokens of one block of the style sheet.
 * @param {string} css @param {string} opening
 */
function tokensIn(css, opening) {
  const from = css.indexOf(opening);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(tokens.map((token) => {
    const value = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(block);
    if (from < 0 || !value) throw new Error(`tokens.css has no --${token} in ${opening}`);
    return [token, value[1]];
  }));
}
