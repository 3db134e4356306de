/** A scatter under the reader's hand: pointing, keys, names; what is kept stands in the address. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { px } from '../chart/axes.js';
import { canvasOn, drawnMarks, token } from '../chart/canvas.js';
import { arrows, named, toward } from '../chart/walk.js';
import { modelName, modelURL } from '../chart/words.js';
import { measureOf, scaled } from './scatter-data.js';
import { gridOf } from './scatter-draw.js';
import { columnOf } from './scatter-words.js';

/** @typedef {import('./scatter-data.js').Point} Point */

/** @param {any} view */
export function scatterLive(view) {
  if (view.placed.frame.compact) return {};
  const chart = new LiveScatter(view);
  return { find: (/** @type {string} */ text) => chart.find(text), fly: (/** @type {string} */ id) => chart.fly(id), show: (/** @type {string} */ id) => chart.show(id), stop: () => chart.stop() };
}

class LiveScatter {
  /** @param {any} view */
  constructor(view) {
    this.view = view;
    this.placed = view.placed;
    this.svg = view.svg;
    this.stage = view.stage;
    /** @type {Point | null} */ this.current = null;
    /** @type {any} */ this.tree = null;
    this.paint();
    this.mates = this.svg.append('g').attr('class', 'family');
    this.svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'scatter plot')
      .attr('aria-label', `${view.words.title}. Arrow keys go from model to model, Enter keeps one, Escape lets go.`)
      .on('pointermove', (/** @type {any} */ e) => this.point(this.under(e)))
      .on('pointerleave', () => this.point(null))
      .on('click', (/** @type {any} */ e) => this.clicked(this.under(e)))
      .on('keydown', (/** @type {KeyboardEvent} */ e) => { if (this.keyed(e)) e.preventDefault(); })
      .on('blur', (/** @type {FocusEvent} */ e) => { if (e.relatedTarget && !this.stage.contains(e.relatedTarget)) this.point(null); });
    const away = (/** @type {PointerEvent} */ e) => { if (this.current && !this.stage.contains(e.target)) this.point(null); };
    document.addEventListener('pointerdown', away);
    this.stop = () => document.removeEventListener('pointerdown', away);
  }

  /** Many marks lie on canvas, under the drawing. */
  paint() {
    const { stage, placed } = this;
    const many = placed.marks.length > drawnMarks;
    const old = stage.querySelector('canvas');
    stage.dataset.live = many ? 'canvas' : 'svg';
    if (!many) { if (old) old.remove(); return; }
    const { canvas, context: c, ratio } = canvasOn(stage, placed.frame);
    canvas.classList.remove('faded');
    const r = placed.frame.phone ? 1.3 : 1.9;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, placed.frame.W, placed.frame.H);
    this.grid(c);
    c.fillStyle = token('ink');
    c.globalAlpha = placed.frame.phone ? 0.28 : 0.34;
    for (const q of placed.marks) { c.beginPath(); c.arc(q.x, q.y, r, 0, 6.2832); c.fill(); }
  }

  /**
   * The hairlines lie under the marks, as they do in the drawing without script.
   * @param {CanvasRenderingContext2D} c
   */
  grid(c) {
    const { frame: f, y } = this.placed;
    c.strokeStyle = token('line');
    c.globalAlpha = 1;
    c.beginPath();
    for (const v of gridOf(this.placed, this.view.figure)) {
      const at = Math.round(y(v)) + 0.5;
      c.moveTo(f.m.l, at);
      c.lineTo(f.W - f.m.r, at);
    }
    c.stroke();
  }

  /** @param {any} event @returns {Point | null} */
  under(event) {
    const [x, y] = d3.pointer(event);
    if (!this.tree) this.tree = d3.quadtree(this.placed.marks, (/** @type {Point} */ q) => q.x, (/** @type {Point} */ q) => q.y);
    return this.tree.find(x, y, this.view.phone() ? 30 : 18) || null;
  }

  /** @param {Point | null} q */
  point(q) {
    if (q === this.current) return;
    this.current = q;
    this.mates.selectAll('*').remove();
    const canvas = this.stage.querySelector('canvas');
    if (canvas) canvas.classList.toggle('faded', Boolean(q));
    this.svg.selectAll('.dots, .labels').classed('faded', Boolean(q));
    this.svg.style('cursor', q ? 'pointer' : null);
    if (!q) { this.view.card.hide(); return; }
    const own = this.placed.marks.filter((/** @type {Point} */ m) => m.owner === q.owner).slice(0, 300);
    for (const m of own) this.mates.append('circle').attr('class', 'mate-dot').attr('cx', px(m.x)).attr('cy', px(m.y)).attr('r', 2.4);
    this.mates.append('circle').attr('class', 'here').attr('cx', px(q.x)).attr('cy', px(q.y)).attr('r', 5);
    this.view.card.show(q.x, q.y, this.cardText(q, own.length));
  }

  /** @param {Point} q @param {number} own */
  cardText(q, own) {
    const { figure, state, phone } = this.view;
    const { fit } = this.placed.series.counted;
    const y = measureOf(figure, state);
    const keys = [y, ...(figure.options.card || []).filter((/** @type {string} */ k) => k !== y)];
    const unit = (/** @type {string} */ k) => columnOf(figure, k);
    const rows = keys.map((k) => [unit(k).label, cellText(q.row[k], unit(k))]);
    if (fit) rows.splice(1, 0, ['The mean at its size', format.decimal(fit.at(scaled(figure, state)(q.vx)), 1)]);
    return {
      title: modelName(q.id), who: `${q.owner}${q.row.type ? ` · ${q.row.type}` : ''}${own > 1 ? ` · ${format.int(own)} here` : ''}`, href: modelURL(q.id),
      rows: /** @type {[string, string][]} */ (rows.slice(0, 6)), hint: phone() ? 'Tap again to keep' : 'Click to keep its name',
    };
  }

  /** @param {Point | null} q */
  clicked(q) {
    if (!q || (this.view.phone() && this.current !== q)) this.point(q); else this.keep(q);
  }

  /** @param {Point} q */
  keep(q) {
    const { view } = this;
    view.set({ at: view.state.at === q.id ? '' : q.id });
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was ours */
  keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const arrow = arrows[event.key];
    if (arrow) { this.go(this.current ? toward(this.placed.marks, this.current, arrow) : this.first()); return true; }
    switch (event.key) {
      case 'Home': this.go(this.first()); return true;
      case 'Enter': case ' ': if (this.current) this.keep(this.current); return true;
      case 'Escape': if (!this.current) return false; this.point(null); return true;
      default: return false;
    }
  }

  /** The kept one, else the far end of the front, else who weighs most. */
  first() {
    const { at, series: { front }, marks } = this.placed;
    return at && marks.includes(at) ? at : front[front.length - 1] || marks.slice().sort((/** @type {Point} */ a, /** @type {Point} */ b) => b.weight - a.weight)[0] || null;
  }

  /** @param {Point | null} q */
  go(q) {
    if (!q) return;
    this.point(q);
    announce(this.view.card.text);
  }

  /** @param {string} text */
  find(text) {
    const { figure, state } = this.view;
    const y = columnOf(figure, measureOf(figure, state));
    return named(this.placed.series.all.points, text).map((/** @type {any} */ q) => ({ id: q.id, text: q.id, note: cellText(q.row[y.key], y) }));
  }

  /**
   * To a model; filters that hide it are lifted.
   * @param {string} id
   */
  fly(id) {
    const { view } = this;
    const q = this.placed.series.all.byID.get(id);
    if (!q) return;
    const there = this.placed.marks.includes(q);
    view.set(there ? { at: id } : { ...view.defaults, view: view.state.view, at: id });
    // The figure was drawn anew: its own live part points.
    view.live.show(id);
  }

  /** @param {string} id */
  show(id) {
    this.svg.node().focus({ preventScroll: true });
    this.go(this.placed.marks.find((/** @type {Point} */ q) => q.id === id) || null);
  }
}

/** @param {any} value @param {any} column */
const cellText = (value, column) => {
  const text = format.cell(value, column.kind);
  return value === null || value === undefined || !column.unit || column.kind !== 'number' || column.label.toLowerCase().includes(column.unit) ? text : `${text}\u00a0${column.unit}`;
};
