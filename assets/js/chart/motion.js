/** Time, for what moves: 200 ms, none when the reader prefers less and none on paper, which would keep the picture half way. */

export const still = () => matchMedia('print, (prefers-reduced-motion: reduce)').matches;

/**
 * Runs `step(t)` from 0 to 1, eased; at once when motion is unwelcome.
 * @param {number} ms @param {(t: number) => void} step
 * @returns {() => void} stops it
 */
export function animate(ms, step) {
  if (still() || document.hidden) { step(1); return () => {}; }
  let handle = 0;
  const start = performance.now();
  const frame = (/** @type {number} */ now) => {
    const t = Math.min(1, Math.max(0, (now - start) / ms));
    step(1 - (1 - t) ** 3);
    if (t < 1) handle = requestAnimationFrame(frame);
  };
  step(0);
  handle = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(handle);
}
