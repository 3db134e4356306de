/** From mark to mark by arrow keys, and marks by their names. */

/** @type {{ [key: string]: [number, number] }} */
export const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * The nearest mark in a direction; null where none lies there.
 *
 *     toward([{x: 0, y: 0}, {x: 9, y: 1}], {x: 0, y: 0}, [1, 0]) → {x: 9, y: 1}
 * @template {{ x: number, y: number }} Mark
 * @param {Mark[]} marks @param {{ x: number, y: number }} from @param {[number, number]} direction @returns {Mark | null}
 */
export function toward(marks, from, [ux, uy]) {
  let best = null;
  let least = Infinity;
  for (const m of marks) {
    const along = (m.x - from.x) * ux + (m.y - from.y) * uy;
    const across = Math.abs((m.x - from.x) * uy) + Math.abs((m.y - from.y) * ux);
    if (along < 1.5 || across > along * 2 + 4) continue;
    const cost = along + 2.5 * across;
    if (cost < least) { least = cost; best = m; }
  }
  return best;
}

/**
 * The first marks whose id has every word.
 * @template {{ id: string }} Mark
 * @param {Mark[]} marks @param {string} text @param {number} [most] @returns {Mark[]}
 */
export function named(marks, text, most = 8) {
  const words = text.trim().toLowerCase().split(/\s+/);
  const hits = [];
  for (const m of marks) {
    const id = m.id.toLowerCase();
    if (words.every((w) => id.includes(w))) hits.push(m);
    if (hits.length === most) break;
  }
  return hits;
}
