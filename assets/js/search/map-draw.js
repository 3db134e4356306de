/** Paints the map: a wash of all models, a dot for each that is here, the lit ones, the lasso. Decides nothing. */
import { gridCount, modalityOrder } from './map-format.js';
import { scaleOf, toScreen, world } from './map-view.js';
import { modalityToken } from '../chart/words.js';

/** @typedef {import('./map-format.js').Tile} Tile */
/** @typedef {{ paper: string, ink: string, accent: string, hues: string[] }} Ink */
/**
 * What is to be seen. `lit`: documents that are lit, null when none are asked for; `stars`: places of single hits.
 * @typedef {{
 *   view: import('./map-view.js').View, size: import('./map-view.js').Size, tiles: Tile[], shown: boolean[], moving: boolean,
 *   lit: ((doc: number) => boolean) | null, stars: [number, number][], chosen: [number, number] | null,
 *   lasso: [number, number][] | null, wash: HTMLCanvasElement | null,
 * }} Scene
 */

/** While the picture moves no more dots than this are drawn: every second or third of each tile. */
const movingDots = 30000;

/**
 * Colors of the page's theme, as canvas needs them.
 * @param {Element} element
 * @returns {Ink}
 */
export function inkOf(element) {
  const style = getComputedStyle(element);
  const token = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim() || '#888';
  return { paper: token('paper'), ink: token('ink'), accent: token('accent'), hues: modalityOrder.map((m) => token(modalityToken(m))) };
}

/**
 * The grid as a picture of one pixel a square: the hue of the most frequent modality shown there, the stronger the more.
 * @param {{ side: number, grid: Uint8Array }} root @param {boolean[]} shown @param {Ink} ink
 */
export function washOf({ side, grid }, shown, ink) {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = c.createImageData(side, side);
  const hues = ink.hues.map(rgb);
  const squares = side * side;
  for (let i = 0; i < squares; i += 1) {
    let sum = 0;
    let greatest = 0;
    let hue = 0;
    for (let m = 0; m < hues.length; m += 1) {
      const count = shown[m] ? gridCount(grid[m * squares + i]) : 0;
      sum += count;
      if (count > greatest) { greatest = count; hue = m; }
    }
    if (sum === 0) continue;
    image.data.set(hues[hue], i * 4);
    image.data[i * 4 + 3] = Math.min(150, 14 + 13 * Math.log2(1 + sum));
  }
  c.putImageData(image, 0, 0);
  return canvas;
}

/** @param {string} color #rrggbb */
function rgb(color) {
  const n = Number.parseInt(color.slice(1), 16);
  return color.length === 7 && Number.isFinite(n) ? [n >> 16, (n >> 8) & 255, n & 255] : [136, 136, 136];
}

/**
 * @param {CanvasRenderingContext2D} c @param {number} ratio pixels of the device a pixel of the page @param {Scene} scene @param {Ink} ink
 */
export function paint(c, ratio, scene, ink) {
  const { size } = scene;
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.globalAlpha = 1;
  c.clearRect(0, 0, size.W, size.H);
  paintWash(c, scene);
  const dot = dotSize(scene);
  if (scene.lit) {
    paintDots(c, scene, ink, dot, unlitStrength(scene), null);
    paintDots(c, { ...scene, moving: false }, ink, Math.max(3.2, dot + 1.4), 1, scene.lit);
  } else paintDots(c, scene, ink, dot, dotStrength(scene), null);
  paintStars(c, scene, ink);
  paintLasso(c, scene, ink);
  c.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} c @param {Scene} scene */
function paintWash(c, { wash, view, size, lit }) {
  if (!wash) return;
  // Nearer, the dots themselves say it.
  c.globalAlpha = (lit ? 0.3 : 1) * Math.max(0.16, Math.min(1, 1.25 - 0.3 * Math.log2(view.k)));
  const [x, y] = toScreen(view, size, 0, 0);
  const s = scaleOf(view, size) * world;
  c.imageSmoothingEnabled = true;
  c.drawImage(wash, x, y, s, s);
}

/** @param {Scene} scene */
const dotSize = ({ view, size }) => Math.min(5, (size.W < 500 ? 1 : 1.25) * view.k ** 0.36);
/**
 * Many faint dots on one another are not faint: the more there are, the fainter each.
 * @param {Scene} scene
 */
export const unlitStrength = ({ tiles }) => Math.max(0.03, Math.min(0.13, 1300 / tiles.reduce((sum, t) => sum + t.docs.length, 1)));
/** @param {Scene} scene */
const dotStrength = ({ view }) => Math.min(0.9, 0.5 + 0.1 * Math.log2(view.k));

/**
 * @param {CanvasRenderingContext2D} c @param {Scene} scene @param {Ink} ink @param {number} a side of a dot @param {number} alpha
 * @param {((doc: number) => boolean) | null} only
 */
function paintDots(c, { view, size, tiles, shown, moving }, ink, a, alpha, only) {
  const s = scaleOf(view, size);
  const left = view.cx - size.W / 2 / s;
  const top = view.cy - size.H / 2 / s;
  const right = left + size.W / s;
  const bottom = top + size.H / s;
  const all = tiles.reduce((sum, t) => sum + t.docs.length, 0);
  const stride = moving ? Math.max(1, Math.ceil(all / movingDots)) : 1;
  c.globalAlpha = alpha;
  for (let m = 0; m < ink.hues.length; m += 1) {
    if (!shown[m]) continue;
    c.fillStyle = ink.hues[m];
    for (const tile of tiles) {
      const { docs, places: { xs, ys } } = tile;
      const mine = byModality(tile)[m];
      for (let j = 0; j < mine.length; j += stride) {
        const i = mine[j];
        const x = xs[i];
        const y = ys[i];
        if (x < left || x > right || y < top || y > bottom || (x === 0 && y === 0)) continue;
        if (only && !only(docs[i])) continue;
        c.fillRect((x - left) * s - a / 2, (y - top) * s - a / 2, a, a);
      }
    }
  }
}

/** @type {WeakMap<Tile, Uint32Array[]>} */
const sorted = new WeakMap();

/**
 * The dots of each modality, as a change of color costs more than a dot: sorted once a tile.
 * @param {Tile} tile
 */
function byModality(tile) {
  const known = sorted.get(tile);
  if (known) return known;
  /** @type {number[][]} */
  const lists = modalityOrder.map(() => []);
  tile.modalities.forEach((m, i) => lists[m].push(i));
  const made = lists.map((list) => Uint32Array.from(list));
  sorted.set(tile, made);
  return made;
}

/** @param {CanvasRenderingContext2D} c @param {Scene} scene @param {Ink} ink */
function paintStars(c, { view, size, stars, chosen }, ink) {
  const ring = (/** @type {[number, number]} */ [wx, wy], /** @type {number} */ r, /** @type {string} */ color) => {
    const [x, y] = toScreen(view, size, wx, wy);
    c.beginPath();
    c.arc(x, y, r, 0, 6.2832);
    // Paper under the line, so that it is seen on a crowd of dots.
    c.globalAlpha = 0.8;
    c.lineWidth = 4;
    c.strokeStyle = ink.paper;
    c.stroke();
    c.globalAlpha = 1;
    c.lineWidth = 1.5;
    c.strokeStyle = color;
    c.stroke();
  };
  for (const star of apart(stars, view, size)) ring(star, 5, ink.accent);
  if (chosen) ring(chosen, 7.5, ink.ink);
}

/**
 * The stars that stand free of better ones: rings upon rings would hide the very dots they mean.
 * @param {[number, number][]} stars the best first @param {import('./map-view.js').View} view @param {import('./map-view.js').Size} size
 */
export function apart(stars, view, size) {
  /** @type {[number, number][]} */
  const taken = [];
  return stars.filter(([wx, wy]) => {
    const [x, y] = toScreen(view, size, wx, wy);
    if (taken.some((t) => Math.hypot(t[0] - x, t[1] - y) < 9)) return false;
    taken.push([x, y]);
    return true;
  });
}

/** @param {CanvasRenderingContext2D} c @param {Scene} scene @param {Ink} ink */
function paintLasso(c, { view, size, lasso }, ink) {
  if (!lasso || lasso.length < 2) return;
  c.beginPath();
  for (const [wx, wy] of lasso) c.lineTo(...toScreen(view, size, wx, wy));
  c.closePath();
  c.globalAlpha = 0.08;
  c.fillStyle = ink.accent;
  c.fill();
  c.globalAlpha = 1;
  c.strokeStyle = ink.accent;
  c.lineWidth = 1.5;
  c.stroke();
}

/**
 * The dot at a pixel, the nearest within reach; null when there is none.
 * @param {Scene} scene @param {number} px @param {number} py @param {number} reach in pixels
 * @returns {{ doc: number, modality: number, x: number, y: number } | null} with its place in the world
 */
export function dotAt({ view, size, tiles, shown, lit }, px, py, reach) {
  const s = scaleOf(view, size);
  const wx = (px - size.W / 2) / s + view.cx;
  const wy = (py - size.H / 2) / s + view.cy;
  let least = (reach / s) ** 2;
  let found = null;
  for (const { docs, places: { xs, ys }, modalities } of tiles) {
    for (let i = 0; i < docs.length; i += 1) {
      const dx = xs[i] - wx;
      const dy = ys[i] - wy;
      const d = dx * dx + dy * dy;
      if (d >= least || !shown[modalities[i]] || (xs[i] === 0 && ys[i] === 0) || (lit && !lit(docs[i]))) continue;
      least = d;
      found = { doc: docs[i], modality: modalities[i], x: xs[i], y: ys[i] };
    }
  }
  return found;
}
