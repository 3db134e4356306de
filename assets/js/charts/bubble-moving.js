/** Zoom and pan of the bubble chart: the scales move, the bubbles only grow a little. */
import { position } from './bubble.js';
import { zoomOf, zoomText } from './bubble-zoom.js';

/** Milliseconds without an event after which the picture rests. */
const restAfter = 140;

export class Moving {
  /** @param {import('./bubble-live.js').LiveBubbles} chart */
  constructor(chart) {
    this.chart = chart;
    this.frameAsked = 0;
    this.idle = 0;
    /** @type {any} */ this.transform = d3.zoomIdentity;
    const { frame: f } = chart.placed;
    const box = [[f.m.l, f.m.t], [f.W - f.m.r, f.H - f.m.b]];
    this.zoom = d3.zoom().scaleExtent([1, 60]).extent(box).translateExtent(box)
      .filter((/** @type {any} */ e) => this.may(e))
      .on('zoom', (/** @type {any} */ e) => { this.transform = e.transform; this.moved(); });
    chart.svg.call(this.zoom).on('dblclick.zoom', null);
    this.restore(zoomOf(chart.view.state.zoom, box));
  }

  /** @param {any} saved the zoom of the address */
  restore(saved) {
    if (!saved) return;
    this.chart.svg.node().__zoom = saved;
    this.transform = saved;
    this.rescale();
  }

  /**
   * At rest a wheel that turns back, or one finger, belongs to the page.
   * @param {any} event
   */
  may(event) {
    if (event.button || (event.target && event.target.closest && event.target.closest('.brush'))) return false;
    if (event.type === 'wheel') return event.ctrlKey || this.transform.k > 1 || event.deltaY < 0;
    if (event.type === 'touchstart') return this.transform.k > 1 || event.touches.length > 1;
    return this.transform.k > 1 || event.type !== 'mousedown';
  }

  rescale() {
    const p = this.chart.placed;
    p.x = this.transform.rescaleX(p.x0);
    p.y = this.transform.rescaleY(p.y0);
    p.k = this.transform.k;
    position(p);
    this.chart.pointer.forget();
  }

  /** One drawing a frame, however many events. */
  moved() {
    this.chart.pointer.point(null);
    if (!this.frameAsked) this.frameAsked = requestAnimationFrame(() => { this.frameAsked = 0; this.rescale(); this.chart.drawMoving(); });
    clearTimeout(this.idle);
    this.idle = /** @type {any} */ (setTimeout(() => { this.chart.settle(); this.save(); }, restAfter));
  }

  /** What was asked for a frame is done now, not then. */
  hurry() {
    cancelAnimationFrame(this.frameAsked);
    this.frameAsked = 0;
    this.rescale();
  }

  /** Into the address, without a step for the back button. */
  save() {
    const { view } = this.chart;
    const text = zoomText(this.transform, this.zoom.extent()());
    if (text === view.state.zoom) return;
    view.state.zoom = text;
    view.writeAddress(true);
    if (view.toolbar) view.showWords();
  }

  stop() {
    cancelAnimationFrame(this.frameAsked);
    clearTimeout(this.idle);
  }

  // What keys ask for.
  /** @param {number} by */
  by(by) {
    const here = this.chart.pointer.current;
    this.chart.svg.call(this.zoom.scaleBy, by, ...(here ? [[here.x, here.y]] : []));
  }

  /** @param {number} dx pixels @param {number} dy */
  pan(dx, dy) { this.chart.svg.call(this.zoom.translateBy, dx / this.transform.k, dy / this.transform.k); }

  whole() { this.chart.svg.call(this.zoom.transform, d3.zoomIdentity); }
}
