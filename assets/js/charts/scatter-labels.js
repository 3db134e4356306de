/** Names of a scatter: the one that the reader keeps, the front from its far end on, then who weighs most. */
import { place as placeLabels, textWidth } from '../chart/labels.js';
import { modelName, shortName } from '../chart/words.js';

/** Marks that a label would rather not lie on: so many are looked at. */
const looked = 200;

/** @param {any} p @param {Figure} figure */
export function labelsOf(p, figure) {
  const { frame: f, series: s } = p;
  if (f.compact) return [];
  const items = [...(p.at && s.list.includes(p.at) ? [item(p.at, f, 'kept')] : []), ...steps(p, f), ...weighty(p, figure)];
  const stride = Math.max(1, Math.ceil(s.list.length / looked));
  const marks = s.list.filter((/** @type {any} */ q, /** @type {number} */ i) => i % stride === 0).map((/** @type {any} */ q) => ({ x: q.x, y: q.y, r: 2, weight: 0.12 * stride }));
  // A ring belongs to its own name alone.
  const rings = items.map((i) => i.disc);
  return placeLabels(items, { x0: f.m.l + 2, x1: f.W - f.m.r + (f.m.r > 200 ? 22 : 6), y0: 2, y1: f.H - f.m.b - 2 }, [...frontBoxes(s.front), ...p.remarks.map(boxOf)], [...rings, ...marks]);
}

/** @param {any} q @param {Frame} f @param {string} cls @param {any} [more] */
function item(q, f, cls, more = {}) {
  const text = shortName(modelName(q.id), f.phone ? 18 : 24);
  return { x: q.x, y: q.y, r: 3, w: textWidth(text), h: 15, text, cls, mark: q, disc: { x: q.x, y: q.y, r: 4, weight: 100 }, ...more };
}

/** @param {any} r */
function boxOf(r) {
  const w = textWidth(r.text, 15) * 0.92;
  return { x0: r.anchor === 'end' ? r.x - w : r.x, x1: r.anchor === 'end' ? r.x : r.x + w, y0: r.y - 14, y1: r.y + 5 };
}

/**
 * The front's models that stand clear of the one before.
 * @param {any} p @param {Frame} f
 */
function steps(p, f) {
  const out = [];
  let last = null;
  for (const q of p.series.front.slice().reverse()) {
    if (q === p.at || (last && Math.abs(last.y - q.y) < (f.phone ? 26 : 13) && Math.abs(last.x - q.x) < 90)) continue;
    out.push(item(q, f, 'front', { dirs: [[-1, 0], [-0.8, -0.7], [0, -1]], gaps: [6, 14] }));
    last = q;
  }
  return out.slice(0, f.phone ? 6 : 16);
}

/**
 * Those whom most people know, one an owner, none of the front.
 * @param {any} p @param {Figure} figure
 */
function weighty(p, figure) {
  const { frame: f, series: s } = p;
  if (!figure.channels.weight || f.phone) return [];
  const taken = new Set([...s.front, p.at]);
  const owners = new Set();
  const out = [];
  for (const q of s.list.slice().sort((/** @type {any} */ a, /** @type {any} */ b) => b.weight - a.weight).slice(0, 80)) {
    if (!q.weight || taken.has(q) || owners.has(q.owner)) continue;
    owners.add(q.owner);
    out.push(item(q, f, 'land', { gaps: [5, 14, 26, 40] }));
    if (out.length === (f.W < 900 ? 6 : 10)) break;
  }
  return out;
}

/**
 * The steps of the front as boxes that no label may cross.
 * @param {any[]} front
 */
function frontBoxes(front) {
  return front.slice(0, -1).flatMap((a, k) => {
    const b = front[k + 1];
    return [{ x0: a.x, x1: b.x, y0: a.y - 2, y1: a.y + 2 }, { x0: b.x - 2, x1: b.x + 2, y0: b.y, y1: a.y }];
  });
}
