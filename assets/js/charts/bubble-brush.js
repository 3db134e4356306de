/** Dates of the bubble chart: a brush on the axis. */
import { dayText, dayTime } from './bubble.js';

export class Brush {
  /** @param {import('./bubble-live.js').LiveBubbles} chart */
  constructor(chart) {
    this.chart = chart;
    const { frame: f } = chart.placed;
    const ground = f.H - f.m.b;
    this.brush = d3.brushX().extent([[f.m.l, ground + 1], [f.W - f.m.r, ground + 30]]).on('end', (/** @type {any} */ e) => this.brushed(e));
    this.g = chart.svg.append('g').attr('class', 'brush').call(this.brush);
    this.g.append('title').text('Drag along the axis to choose dates; click to choose all');
  }

  /** @param {any} event */
  brushed(event) {
    if (!event.sourceEvent) return;
    const { view, placed: { x } } = this.chart;
    const range = event.selection ? { from: dayText(x.invert(event.selection[0])), to: dayText(x.invert(event.selection[1])) } : { from: '', to: '' };
    if (range.from !== view.state.from || range.to !== view.state.to) view.set(range);
  }

  /** To where the dates of the state now stand. */
  move() {
    const { from, to } = this.chart.view.state;
    const { x, frame: f } = this.chart.placed;
    const inside = (/** @type {number} */ v) => Math.max(f.m.l, Math.min(f.W - f.m.r, v));
    const range = from || to ? [inside(from ? x(dayTime(from)) : f.m.l), inside(to ? x(dayTime(to)) : f.W - f.m.r)] : null;
    this.g.call(this.brush.move, range && range[1] > range[0] ? range : null);
  }
}
