/** Which names of regions stand where in a view: the wider regions first, none on another. Pure. */
import { overlaps, textWidth } from '../chart/labels.js';
import { toScreen } from './map-view.js';

/** @typedef {import('./map-format.js').MapLabel} MapLabel */
/** @typedef {{ label: MapLabel, i: number, x: number, y: number, w: number, h: number }} PlacedLabel middle, and extent, in pixels */

/**
 * From which zoom on a level's names appear, their size, from which zoom on they go again.
 * @type {{ from: number, size: number, until: number }[]}
 */
export const styles = [
  { from: 0, size: 17, until: 5 }, { from: 1.5, size: 14, until: 12 }, { from: 3.2, size: 13, until: 40 }, { from: 7, size: 12, until: Infinity },
];

/** So many at most, or the map drowns in words. */
const most = 48;
const air = 7;
/** On its summit, else a little above or below, in heights of the text. */
const nudges = [0, -0.9, 0.9];

/**
 * @param {MapLabel[]} labels @param {import('./map-view.js').View} view @param {import('./map-view.js').Size} size
 * @param {boolean[]} shown by modality: a region whose modality is hidden has no name
 * @param {{ x0: number, x1: number, y0: number, y1: number }[]} [taken] what must stay free
 * @returns {PlacedLabel[]}
 */
export function labelsIn(labels, view, size, shown, taken = []) {
  const obstacles = taken.slice();
  /** A word once in a view: the greatest region of that name has it. */
  const said = new Set();
  /** @type {PlacedLabel[]} */
  const out = [];
  labels.forEach((label, i) => {
    const style = styles[Math.min(label.level, styles.length - 1)];
    if (out.length >= most || view.k < style.from || view.k > style.until || !shown[label.modality]) return;
    const [x, y] = toScreen(view, size, label.x, label.y);
    const w = textWidth(label.text, style.size) * 1.04;
    const h = style.size * 1.25;
    if (x - w / 2 < 4 || x + w / 2 > size.W - 4 || said.has(label.text)) return;
    for (const dy of nudges) {
      const top = y + dy * h;
      const box = { x0: x - w / 2 - air, x1: x + w / 2 + air, y0: top - h / 2 - air / 2, y1: top + h / 2 + air / 2 };
      if (top - h / 2 < 4 || top + h / 2 > size.H - 4 || obstacles.some((o) => overlaps(o, box))) continue;
      obstacles.push(box);
      said.add(label.text);
      out.push({ label, i, x, y: top, w, h });
      return;
    }
  });
  return out;
}

/**
 * The nearest label in a direction, as arrow keys walk: what lies ahead counts by its distance, what lies aside by twice.
 * @param {PlacedLabel[]} placed @param {{ x: number, y: number }} from @param {[number, number]} direction
 */
export function nextLabel(placed, from, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const p of placed) {
    const ahead = (p.x - from.x) * dx + (p.y - from.y) * dy;
    const aside = Math.abs((p.x - from.x) * dy) + Math.abs((p.y - from.y) * dx);
    if (ahead <= 1) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) { best = p; least = cost; }
  }
  return best;
}
