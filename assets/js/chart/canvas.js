/** A canvas under a chart's drawing, for marks too many to be elements, and the page's colors as canvas needs them. */

/** More marks than this are painted instead of drawn, where a kind names no number of its own. */
export const drawnMarks = 3000;

/**
 * The page's color of a token, "ink" → '#1c1b1a'.
 * @param {string} name
 */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() || '#888';

/** @param {HTMLElement} stage @param {Frame} f */
export function canvasOn(stage, f) {
  const canvas = /** @type {HTMLCanvasElement} */ (stage.querySelector('canvas') || document.createElement('canvas'));
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.round(f.W * ratio);
  canvas.height = Math.round(f.H * ratio);
  // While the window changes its width the picture follows as the drawing above it does.
  canvas.style.aspectRatio = `${f.W} / ${f.H}`;
  canvas.setAttribute('aria-hidden', 'true');
  if (!canvas.parentNode) stage.prepend(canvas);
  return { canvas, context: /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')), ratio };
}
