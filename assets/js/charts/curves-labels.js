/** Names of curves, beside them: at the right edge, or where they find room along the line. */
import { place, spread, textWidth } from '../chart/labels.js';

/**
 * Spread along the right edge, each tied to its curve's end.
 * @param {any[]} curves @param {Frame} f
 */
export function edgeLabels(curves, f) {
  const told = curves.filter((c) => c.at.length);
  const x = f.W - f.m.r;
  const ends = told.map((c) => c.at[c.at.length - 1]);
  const heights = spread(ends.map((e) => e.y), 18, f.m.t, f.H - f.m.b - 4);
  return told.map((c, i) => ({
    text: c.name, style: c.style, x: x + 16, y: heights[i] + 4, anchor: 'start',
    tie: `M${(ends[i].x + 4).toFixed(1)},${ends[i].y.toFixed(1)}C${x + 8},${ends[i].y.toFixed(1)} ${x + 4},${heights[i].toFixed(1)} ${x + 12},${heights[i].toFixed(1)}`,
  }));
}

/** Where along its points a curve is tried, by the way from its start. */
const tries = [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92];

/**
 * Along the lines: each name at the first place of its curve where it covers no other name and hardly any line.
 * @param {any[]} curves @param {Frame} f
 */
export function insideLabels(curves, f) {
  const bounds = { x0: f.m.l, x1: f.W - 2, y0: f.m.t - 8, y1: f.H - f.m.b - 2 };
  const discs = curves.flatMap((c) => steps(c.at, 8).map((q) => ({ x: q.x, y: q.y, r: 3, weight: 3 })));
  /** @type {any[]} */
  const boxes = [];
  return curves.flatMap((c) => {
    const path = steps(c.at, 8);
    for (const share of path.length ? tries : []) {
      const q = path[Math.round(share * (path.length - 1))];
      const [found] = place([{ x: q.x, y: q.y, r: 2, w: textWidth(c.name), h: 14, text: c.name, gaps: [6, 14, 26, 40] }], bounds, boxes, discs);
      if (!found) continue;
      boxes.push(found.box);
      const tie = found.far ? `M${q.x.toFixed(1)},${q.y.toFixed(1)}L${found.tx.toFixed(1)},${(found.uy < 0 ? found.box.y1 : found.uy > 0 ? found.box.y0 : (found.box.y0 + found.box.y1) / 2).toFixed(1)}` : '';
      return [{ text: c.name, style: c.style, x: found.tx, y: found.box.y0 + 14, anchor: found.anchor, tie }];
    }
    return [];
  });
}

/**
 * Points every so many px along a line.
 * @param {{ x: number, y: number }[]} at @param {number} every
 */
function steps(at, every) {
  if (at.length < 2) return at;
  const out = [at[0]];
  for (let i = 1; i < at.length; i += 1) {
    const [a, b] = [at[i - 1], at[i]];
    const n = Math.max(1, Math.round(Math.hypot(b.x - a.x, b.y - a.y) / every));
    for (let k = 1; k <= n; k += 1) out.push({ x: a.x + ((b.x - a.x) * k) / n, y: a.y + ((b.y - a.y) * k) / n });
  }
  return out;
}
