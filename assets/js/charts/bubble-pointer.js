/** Pointing at a model of the bubble chart: which one is meant, and what is shown of it. */
import { cardText } from './bubble-card.js';
import { drawKin } from './bubble-kin.js';

/** @typedef {import('./bubble-data.js').Model} Model */

export class Pointer {
  /** @param {import('./bubble-live.js').LiveBubbles} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {any} */ this.tree = null;
    /** @type {Model | null} */ this.current = null;
    chart.svg.on('pointermove.point', (/** @type {any} */ e) => { if (!e.buttons && !chart.moving.frameAsked) this.point(this.at(e)); })
      .on('pointerleave.point', () => this.point(null))
      .on('click.point', (/** @type {any} */ e) => this.clicked(e));
  }

  /** @param {any} event */
  at(event) {
    const [x, y] = d3.pointer(event);
    return this.under(x, y);
  }

  /** @param {any} event */
  clicked(event) {
    if (event.defaultPrevented || event.target.closest('.brush')) return;
    const m = this.at(event);
    if (!m || (this.chart.view.phone() && this.current !== m)) this.point(m); else this.chart.pins.toggle(m);
  }

  /** Marks stand elsewhere now. */
  forget() { this.tree = null; }

  quadtree() {
    const seen = () => this.chart.placed.marks.filter((/** @type {Model} */ m) => !m.hidden);
    if (!this.tree) this.tree = d3.quadtree(seen(), (/** @type {Model} */ m) => m.x, (/** @type {Model} */ m) => m.y);
    return this.tree;
  }

  /**
   * The nearest center, or the smallest great bubble that holds the place.
   * @param {number} x @param {number} y @returns {Model | null}
   */
  under(x, y) {
    const { placed: { frame: f }, order, view } = this.chart;
    if (y > f.H - f.m.b) return null;
    const near = this.quadtree().find(x, y, view.phone() ? 30 : 16);
    const gap = near ? Math.hypot(near.x - x, near.y - y) - near.r : Infinity;
    if (gap < 4) return near;
    let best = near || null;
    for (const m of order.sized) {
      if (m.r <= 8) break;
      if (!m.hidden && Math.hypot(m.x - x, m.y - y) < m.r) best = m;
    }
    return best;
  }

  /**
   * Shows a model, its family and its card; null shows all again.
   * @param {Model | null} m
   */
  point(m) {
    if (m === this.current) return;
    const { family, placed, svg, view } = this.chart;
    this.current = m;
    family.selectAll('*').remove();
    this.fade(Boolean(m));
    svg.style('cursor', m ? 'pointer' : null);
    if (!m) { view.card.hide(); return; }
    drawKin(family, placed, m);
    view.card.show(m.x, m.y, cardText(m, view.phone()));
  }

  /** @param {boolean} on */
  fade(on) {
    const { surface, marks, labels } = this.chart;
    if (surface) surface.canvas.classList.toggle('faded', on);
    marks.classed('faded', on);
    labels.classed('faded', on);
  }
}
