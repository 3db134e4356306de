/** Labels that find room: estimated widths, greedy placement, spreading along an edge. No DOM, so stills and tests agree with the screen. */

// Advance widths in thousandths of the font size: averages over the usual interface faces, a little generous.
const wide = 'mwMW@%—…';
const narrow = "iljtfrI.,:;'|!()[]1 ·";
/** @param {string} c */
const advance = (c) => (wide.includes(c) ? 880 : narrow.includes(c) ? 330 : c >= 'A' && c <= 'Z' ? 680 : c > '\u2e7f' ? 1000 : 565);

/**
 * Estimated width in px.
 * @param {string} text @param {number} [size] font size in px
 */
export function textWidth(text, size = 12.5) {
  let sum = 0;
  for (const c of text) sum += advance(c);
  return (sum * size) / 1000;
}

/** @typedef {{ x0: number, x1: number, y0: number, y1: number }} Box */
/** @typedef {{ x: number, y: number, r: number, weight?: number }} Disc */
/** @typedef {{ x: number, y: number, r: number, w: number, h: number, disc?: Disc, dirs?: number[][], gaps?: number[], text: string, [key: string]: any }} Item */

const directions = [[1, 0], [-1, 0], [0, -1], [0.8, -0.7], [-0.8, -0.7], [0.8, 0.7], [-0.8, 0.7], [0, 1]];
const distances = [5, 12, 20, 32];

/** @param {Box} a @param {Box} b */
export const overlaps = (a, b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

/** @param {Box} b @param {Disc} d */
function covers(b, d) {
  const x = Math.max(b.x0, Math.min(d.x, b.x1));
  const y = Math.max(b.y0, Math.min(d.y, b.y1));
  return (x - d.x) ** 2 + (y - d.y) ** 2 < d.r * d.r;
}

/**
 * Whether a straight line meets a box: looked at in steps finer than a letter.
 * @param {{ x: number, y: number, tx: number, ty: number }} l @param {Box} b
 */
function crosses(l, b) {
  const steps = Math.ceil(Math.hypot(l.tx - l.x, l.ty - l.y) / 3);
  for (let i = 0; i <= steps; i += 1) {
    const x = l.x + ((l.tx - l.x) * i) / steps;
    const y = l.y + ((l.ty - l.y) * i) / steps;
    if (x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1) return true;
  }
  return false;
}

/** @param {Item} item @param {number} ux @param {number} uy @param {number} gap */
function candidate(item, ux, uy, gap) {
  const x = item.x + ux * (item.r + gap);
  const y = item.y + uy * (item.r + gap);
  const anchor = ux > 0.3 ? 'start' : ux < -0.3 ? 'end' : 'middle';
  const x0 = anchor === 'start' ? x : anchor === 'end' ? x - item.w : x - item.w / 2;
  const y0 = uy > 0.3 ? y : uy < -0.3 ? y - item.h : y - item.h / 2;
  return { tx: x, ty: y0, anchor, ux, uy, far: gap > 8, box: { x0: x0 - 3, x1: x0 + item.w + 3, y0: y0 - 2, y1: y0 + item.h + 2 } };
}

/**
 * Greedy placement, greatest first: eight directions, then farther out with a leader; no room, no label.
 * Discs are marks a label should not cover: each touched costs its weight, 100 forbids.
 * @param {Item[]} items @param {Box} bounds @param {Box[]} [obstacles] @param {Disc[]} [discs]
 * @returns {(Item & { tx: number, ty: number, anchor: string, ux: number, uy: number, far: boolean, box: Box })[]}
 */
export function place(items, bounds, obstacles = [], discs = []) {
  const taken = obstacles.slice();
  /** @type {{ x: number, y: number, tx: number, ty: number }[]} */
  const leaders = [];
  /** @type {(Item & { tx: number, ty: number, anchor: string, ux: number, uy: number, far: boolean, box: Box })[]} */
  const out = [];
  for (const item of items) {
    let best = null;
    let least = Infinity;
    for (const gap of item.gaps || distances) {
      for (const [ux, uy] of item.dirs || directions) {
        const c = candidate(item, ux, uy, gap);
        const b = c.box;
        if (b.x0 < bounds.x0 || b.x1 > bounds.x1 || b.y0 < bounds.y0 || b.y1 > bounds.y1) continue;
        if (taken.some((o) => overlaps(b, o))) continue;
        const leader = { x: item.x, y: item.y, tx: c.tx, ty: item.y + c.uy * (item.r + gap) };
        if (leaders.some((l) => crosses(l, b)) || (c.far && out.some((o) => crosses(leader, o.box)))) continue;
        let touched = 0;
        for (const d of discs) {
          if (d !== item.disc && covers(b, d)) touched += d.weight === undefined ? 1 : d.weight;
          if (touched >= 100) break;
        }
        if (touched >= 100) continue;
        const cost = touched * 6 + gap + (ux === 1 ? 0 : uy === 0 ? 1 : 2);
        if (cost < least) { best = c; least = cost; }
      }
      if (best && least < gap + 4) break;
    }
    if (!best) continue;
    taken.push(best.box);
    if (best.far) leaders.push({ x: item.x, y: item.y, tx: best.tx, ty: best.anchor === 'middle' && best.uy < 0 ? best.box.y1 : (best.box.y0 + best.box.y1) / 2 });
    out.push({ ...item, ...best });
  }
  return out;
}

/**
 * Heights pushed apart to at least `gap`, order kept, inside [low, high].
 *
 *     spread([10, 11, 50], 10, 0, 60) → [5.5, 15.5, 50]
 * @param {number[]} heights @param {number} gap @param {number} low @param {number} high
 */
export function spread(heights, gap, low, high) {
  const sorted = heights.map((y, i) => ({ y: Math.max(low, Math.min(high, y)), i })).sort((a, b) => a.y - b.y || a.i - b.i);
  const step = Math.min(gap, sorted.length > 1 ? (high - low) / (sorted.length - 1) : gap);
  // Clusters of touching labels move as one around their mean: exact, and done in one pass.
  /** @type {{ sum: number, n: number, from: number }[]} */
  const clusters = [];
  const top = (/** @type {{ sum: number, n: number }} */ c) => Math.max(low, Math.min(high - (c.n - 1) * step, c.sum / c.n));
  sorted.forEach((p, k) => {
    clusters.push({ sum: p.y, n: 1, from: k });
    while (clusters.length > 1) {
      const b = clusters[clusters.length - 1];
      const a = clusters[clusters.length - 2];
      if (top(a) + a.n * step <= top(b)) break;
      a.sum += b.sum - b.n * a.n * step;
      a.n += b.n;
      clusters.pop();
    }
  });
  /** @type {number[]} */
  const out = new Array(heights.length);
  for (const c of clusters) for (let k = 0; k < c.n; k += 1) out[sorted[c.from + k].i] = top(c) + k * step;
  return out;
}
