/** Zoom and pan of the map: the ground as one picture, circles along with it, spread anew when it rests. */
import { drawDots, drawLabels, drawMarks } from './world-draw.js';
import { zoomOf, zoomText } from './bubble-zoom.js';

/** As near as the shapes bear. */
export const nearest = 20;
/** Milliseconds without an event after which the picture rests. */
const restAfter = 140;

export class Moving {
  /** @param {import('./world-live.js').LiveWorld} chart */
  constructor(chart) {
    this.chart = chart;
    this.idle = 0;
    this.asked = 0;
    const { box } = chart.placed;
    const whole = [[0, 0], [box.w, box.h]];
    this.whole = whole;
    this.zoom = d3.zoom().scaleExtent([1, nearest]).extent(whole).translateExtent(whole)
      .filter((/** @type {any} */ e) => this.may(e))
      .on('zoom', (/** @type {any} */ e) => this.moved(e.transform));
    this.transform = zoomOf(chart.view.state.zoom, whole) || d3.zoomIdentity;
    if (this.transform.k > nearest) this.transform = d3.zoomIdentity;
    chart.svg.call(this.zoom).on('dblclick.zoom', null);
    chart.svg.node().__zoom = this.transform;
    if (!same(this.transform, chart.placed.t)) this.settle();
  }

  /**
   * At rest a wheel that turns back, or one finger, belongs to the page.
   * @param {any} event
   */
  may(event) {
    const near = this.transform.k > 1;
    const [x, y] = event.touches ? [0, 0] : d3.pointer(event, this.chart.svg.node());
    if (event.button || x > this.chart.placed.box.w || y > this.chart.placed.box.h) return false;
    if (event.type === 'wheel') return event.ctrlKey || near || event.deltaY < 0;
    if (event.type === 'touchstart') return near || event.touches.length > 1;
    return near || event.type !== 'mousedown';
  }

  /**
   * One drawing a frame, however many events.
   * @param {any} transform
   */
  moved(transform) {
    this.transform = transform;
    this.chart.point(null);
    if (!this.asked) this.asked = requestAnimationFrame(() => { this.asked = 0; this.follow(); });
    clearTimeout(this.idle);
    this.idle = /** @type {any} */ (setTimeout(() => { this.settle(); this.save(); }, restAfter));
  }

  /** In motion: each circle keeps its distance from home, names wait. */
  follow() {
    const { chart, transform: t } = this;
    const p = chart.placed;
    const at = (/** @type {number[]} */ xy) => t.apply(p.t.invert(xy));
    chart.svg.select('.ground').attr('transform', t.toString());
    chart.svg.select('.labels').selectAll('*').remove();
    const moved = { ...p, t, marks: p.marks.map((/** @type {any} */ m) => { const home = at(m.home); return { ...m, x: m.x - m.home[0] + home[0], y: m.y - m.home[1] + home[1] }; }) };
    this.redraw(moved);
  }

  /** At rest: circles spread and names placed anew. */
  settle() {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    const { view } = this.chart;
    const p = view.kind.place(view.series, this.chart.placed.frame, view.figure, view.state, this.transform);
    view.placed = p;
    this.chart.placed = p;
    this.chart.svg.select('.ground').attr('transform', this.transform.k > 1 ? this.transform.toString() : null);
    this.chart.svg.select('.labels').selectAll('*').remove();
    drawLabels(this.chart.svg.select('.labels'), p.labels);
    this.redraw(p);
  }

  /** @param {any} p */
  redraw(p) {
    const { svg } = this.chart;
    svg.select('.dots').selectAll('*').remove();
    svg.select('.marks').selectAll('*').remove();
    drawDots(svg.select('.dots'), p, /** @type {any} */ ({ live: true }));
    if (p.show !== 'countries') drawMarks(svg.select('.marks'), p, /** @type {any} */ ({ live: true }));
  }

  /** Into the address, without a step for the back button. */
  save() {
    const { view } = this.chart;
    const text = zoomText(this.transform, this.whole);
    if (text === view.state.zoom) return;
    view.state.zoom = text;
    view.writeAddress(true);
    if (view.toolbar) view.showWords();
  }

  /** @param {number} by */
  by(by) {
    const here = this.chart.current;
    this.chart.svg.call(this.zoom.scaleBy, by, ...(here ? [[here.x, here.y]] : []));
  }

  /** @param {number} dx pixels @param {number} dy */
  pan(dx, dy) { this.chart.svg.call(this.zoom.translateBy, dx / this.transform.k, dy / this.transform.k); }

  all() { this.chart.svg.call(this.zoom.transform, d3.zoomIdentity); }

  stop() {
    cancelAnimationFrame(this.asked);
    clearTimeout(this.idle);
  }
}

/** @param {any} a @param {any} b */
const same = (a, b) => a.k === b.k && a.x === b.x && a.y === b.y;
