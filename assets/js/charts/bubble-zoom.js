/** A zoom as the address keeps it: text that any width of figure understands. */

/** @param {number[][]} box */
export const center = (box) => [(box[0][0] + box[1][0]) / 2, (box[0][1] + box[1][1]) / 2];

/**
 * A zoom as text that any width understands: scale, and the plot's center as shares.
 * @param {any} t @param {number[][]} box
 */
export function zoomText(t, box) {
  if (t.k <= 1.001) return '';
  const [cx, cy] = t.invert(center(box));
  const share = (/** @type {number} */ v, /** @type {number} */ i) => ((v - box[0][i]) / (box[1][i] - box[0][i])).toFixed(3);
  return `${+t.k.toFixed(2)}~${share(cx, 0)}~${share(cy, 1)}`;
}

/** @param {string} text @param {number[][]} box */
export function zoomOf(text, box) {
  const [k, sx, sy] = String(text || '').split('~').map(Number);
  if (!(k > 1) || !Number.isFinite(sx) || !Number.isFinite(sy)) return null;
  const [cx, cy] = center(box);
  const scale = Math.min(60, k);
  const x = box[0][0] + sx * (box[1][0] - box[0][0]);
  const y = box[0][1] + sy * (box[1][1] - box[0][1]);
  return d3.zoomIdentity.translate(cx - scale * x, cy - scale * y).scale(scale);
}
