/**
 * The map at rest, as a file of its own for who has no script: the wash of all, the most popular as dots, the names of regions,
 * placed by the code of the live map. Bounded: of a million models it is no larger than `mostBytes`. Pure.
 *
 *     stillOf(root, { W: 1152, H: 760 }, colors)  → '<svg …>'
 */
import { escape } from '../chart/dom.js';
import { modalityToken } from '../chart/words.js';
import { gridCount, modalityOrder } from './map-format.js';
import { labelsIn } from './map-labels.js';
import { scaleOf, toScreen, wholeMap, world } from './map-view.js';

/** No file is larger; what it packs to is about a third. */
export const mostBytes = 100000;
const [mostDots, leastDots] = [5000, 1000];
/** Squares of the wash a side, steps of the drawing a side. */
const [washSide, steps] = [128, 1024];
const strengths = [0.12, 0.2, 0.3, 0.44];

/** @typedef {{ W: number, H: number }} Size */
/** @typedef {{ [token: string]: string }} Colors */
/** @typedef {{ side: number, grid: Uint8Array, head: number, places: import('./map-format.js').Places, modalities: Uint8Array, labels: import('./map-format.js').MapLabel[] }} Root */

/** Tokens that the picture is drawn with. */
export const tokens = [...new Set(['paper', 'ink', ...modalityOrder.map(modalityToken)])];

/** @param {Root} root @param {Size} size @param {{ light: Colors, dark: Colors }} colors */
export function stillOf(root, size, colors) {
  let dots = Math.min(root.head, mostDots);
  let few = Math.min(root.side, washSide);
  let svg = drawn(root, size, colors, dots, few);
  // Names are few enough. First the dots give way, then the fineness of the wash.
  while (svg.length > mostBytes && (dots > 0 || few > 1)) {
    if (dots > leastDots || few === 1) dots = Math.floor(dots / 2); else few /= 2;
    svg = drawn(root, size, colors, dots, few);
  }
  return svg;
}

/**
 * The names on the picture, the widest regions first.
 * @param {Root} root @param {Size} size
 */
export const namesOn = (root, size) => labelsIn(root.labels, wholeMap(), size, modalityOrder.map(() => true));

/** @param {Root} root @param {Size} size @param {{ light: Colors, dark: Colors }} colors @param {number} dots @param {number} few squares of the wash a side */
function drawn(root, size, colors, dots, few) {
  const [x, y] = toScreen(wholeMap(), size, 0, 0);
  const unit = (scaleOf(wholeMap(), size) * world) / steps;
  const names = namesOn(root, size).map((p) => `<text x="${Math.round(p.x)}" y="${Math.round(p.y + 5)}">${escape(p.label.text)}</text>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.W} ${size.H}" width="${size.W}" height="${size.H}"><style>${styleOf(colors, few)}</style>`
    + `<filter id="b" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="5"/></filter>`
    + `<g transform="translate(${round(x)} ${round(y)}) scale(${unit.toFixed(4)})"><g class="w" filter="url(#b)">${washPaths(root, few)}</g><g class="d">${dotPaths(root, dots)}</g></g>`
    + `<g class="n">${names}</g></svg>`;
}

/** @param {number} v */
const round = (v) => Number(v.toFixed(1));

/** @param {{ light: Colors, dark: Colors }} colors @param {number} few */
function styleOf({ light, dark }, few) {
  const hues = (/** @type {Colors} */ of) => modalityOrder.map((m) => `.${m}{stroke:${of[modalityToken(m)]}}`).join('');
  const words = (/** @type {Colors} */ of) => `.n text{fill:${of.ink};stroke:${of.paper}}`;
  return `path{fill:none}.w{stroke-width:${steps / few}}${strengths.map((s, i) => `.s${i}{stroke-opacity:${s}}`).join('')}`
    + '.d{stroke-width:2.4;stroke-linecap:round;stroke-opacity:.6}.n text{font:italic 17px "Palatino Linotype",Palatino,P052,Georgia,serif;text-anchor:middle;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}'
    + `${hues(light)}${words(light)}@media (prefers-color-scheme:dark){${hues(dark)}${words(dark)}}`;
}

/**
 * Runs of squares with the same most frequent modality and about as many models.
 * @param {Root} root @param {number} few
 */
function washPaths({ side, grid }, few) {
  const factor = side / few;
  const step = steps / few;
  /** @type {Map<string, number[][]>} x, y and length */
  const runs = new Map();
  for (let row = 0; row < few; row += 1) {
    let before = '';
    for (let column = 0; column < few; column += 1) {
      const key = squareOf(grid, side, factor, column, row);
      const list = runs.get(key) || [];
      if (key && key === before) list[list.length - 1][2] += step;
      else if (key) runs.set(key, [...list, [column * step, (row + 0.5) * step, step]]);
      before = key;
    }
  }
  return [...runs].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([key, list]) => `<path class="${key}" d="${pathOf(list)}"/>`).join('');
}

/**
 * @param {Uint8Array} grid @param {number} side @param {number} factor @param {number} column @param {number} row
 * @returns {string} classes of modality and strength; empty where nothing is
 */
function squareOf(grid, side, factor, column, row) {
  const sums = modalityOrder.map((_, m) => {
    let sum = 0;
    for (let y = row * factor; y < (row + 1) * factor; y += 1) for (let x = column * factor; x < (column + 1) * factor; x += 1) sum += gridCount(grid[m * side * side + y * side + x]);
    return sum;
  });
  const all = sums.reduce((a, b) => a + b, 0);
  if (all === 0) return '';
  return `${modalityOrder[sums.indexOf(Math.max(...sums))]} s${Math.min(strengths.length - 1, Math.floor(Math.log2(1 + all) / 2))}`;
}

/** @param {Root} root @param {number} count the most popular so many */
function dotPaths({ places: { xs, ys }, modalities }, count) {
  const lists = modalityOrder.map(() => /** @type {Set<number>} */ (new Set()));
  for (let i = 0; i < count; i += 1) if (xs[i] || ys[i]) lists[modalities[i]].add(Math.floor((ys[i] * steps) / world) * steps + Math.floor((xs[i] * steps) / world));
  return lists.map((list, m) => {
    const points = [...list].sort((a, b) => a - b).map((at) => [at % steps, Math.floor(at / steps), 0]);
    return points.length ? `<path class="${modalityOrder[m]}" d="${pathOf(points)}"/>` : '';
  }).join('');
}

/**
 * Level strokes, each from where the one before began.
 * @param {number[][]} strokes x, y and length
 */
function pathOf(strokes) {
  let [x0, y0] = [0, 0];
  return strokes.map(([x, y, length], i) => {
    const text = `${i ? 'm' : 'M'}${x - x0} ${y - y0}h${length}`;
    [x0, y0] = [x + length, y];
    return text;
  }).join('');
}
