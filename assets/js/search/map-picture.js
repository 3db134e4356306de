/** The canvas: as large as its stage, as sharp as the screen, in the colours of the theme; draws a scene now or with the next frame. */
import { inkOf, paint, washOf } from './map-draw.js';

export class Picture {
  /** @param {HTMLElement} stage @param {{ side: number, grid: Uint8Array }} root @param {boolean[]} shown */
  constructor(stage, root, shown) {
    this.stage = stage;
    this.root = root;
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    this.size = { W: 0, H: 0 };
    this.ratio = 1;
    this.frame = 0;
    this.ink = inkOf(document.documentElement);
    this.wash = washOf(root, shown, this.ink);
  }

  /** @returns {boolean} whether the stage has another size than before, and any at all */
  resize() {
    const { clientWidth: W, clientHeight: H } = this.stage;
    if (!W || !H || (W === this.size.W && H === this.size.H)) return false;
    this.size = { W, H };
    this.ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = Math.round(W * this.ratio);
    this.canvas.height = Math.round(H * this.ratio);
    return true;
  }

  /**
   * The theme, or what is shown, has changed.
   * @param {boolean[]} shown
   */
  recolor(shown) {
    this.ink = inkOf(document.documentElement);
    this.wash = washOf(this.root, shown, this.ink);
  }

  /** @param {import('./map-draw.js').Scene} scene */
  draw(scene) { paint(this.context, this.ratio, scene, this.ink); }

  /** @param {() => void} draw what to do with the next frame, once */
  soon(draw) {
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; draw(); });
  }

  stop() { cancelAnimationFrame(this.frame); }
}
