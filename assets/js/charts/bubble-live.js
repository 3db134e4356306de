/**
 * The bubble chart under a reader's hand. This file draws it, at rest and in motion; what the hand does stands in files of
 * its own: `bubble-moving.js` (zoom and pan), `bubble-brush.js` (dates), `bubble-pointer.js`, `bubble-keys.js`,
 * `bubble-find.js` and `bubble-pins.js`.
 */
import { px } from '../chart/axes.js';
import { canvasOn } from '../chart/canvas.js';
import { drawLabels } from '../chart/label-marks.js';
import { modalityClass } from '../chart/words.js';
import { colors, drawingOrder, paint, stampsOf } from './bubble-canvas.js';
import { drawAxes, fitClip, labelsOf, svgMarks } from './bubble.js';
import { Brush } from './bubble-brush.js';
import { find, fly } from './bubble-find.js';
import { keysOn } from './bubble-keys.js';
import { Moving } from './bubble-moving.js';
import { Pins } from './bubble-pins.js';
import { Pointer } from './bubble-pointer.js';

/** @typedef {import('./bubble-data.js').Model} Model */

/** @param {any} view */
export function bubbleLive(view) {
  if (view.placed.frame.compact) return {};
  const chart = new LiveBubbles(view);
  return {
    find: (/** @type {string} */ text) => find(chart, text),
    fly: (/** @type {string} */ id) => fly(chart, id),
    stop: () => chart.stop(),
  };
}

/** One drawing of the figure, alive until the next. */
export class LiveBubbles {
  /** @param {any} view */
  constructor(view) {
    this.view = view;
    this.placed = view.placed;
    this.svg = view.svg;
    this.stage = view.stage;
    this.order = drawingOrder(this.placed.marks);
    this.surfaces();
    this.layers();
    this.pointer = new Pointer(this);
    this.moving = new Moving(this);
    this.brush = new Brush(this);
    this.pins = new Pins(this);
    const dropKeys = keysOn(this);
    this.stop = () => { this.moving.stop(); dropKeys(); };
    this.settle();
    this.pins.list();
  }

  /** Many marks are painted, few are drawn. */
  surfaces() {
    const { stage, placed } = this;
    const useCanvas = placed.marks.length > svgMarks;
    const old = stage.querySelector('canvas');
    if (useCanvas) {
      this.surface = canvasOn(stage, placed.frame);
      this.ink = colors();
      this.stamps = stampsOf(this.ink, this.surface.ratio);
      this.surface.canvas.classList.remove('faded');
    } else if (old) old.remove();
    stage.dataset.live = useCanvas ? 'canvas' : 'svg';
    stage.classList.add('bubbles');
  }

  layers() {
    const { svg } = this;
    this.axes = svg.select('.axes');
    this.labels = svg.select('.labels');
    this.marks = svg.select('.marks');
    this.pinned = svg.append('g').attr('class', 'pinned');
    this.family = svg.append('g').attr('class', 'family');
    svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'bubble chart')
      .attr('aria-label', `${this.view.words.title} Arrow keys go from model to model, Enter pins, plus and minus zoom, 0 shows all.`);
  }

  /** In motion: small marks as squares, labels that go along. */
  drawMoving() {
    this.drawGround();
    this.paintMarks(true);
    this.moveLabels();
    this.drawOver();
  }

  /** At rest: full circles, labels placed anew. */
  settle() {
    this.drawGround();
    this.placed.labels = labelsOf(this.placed, this.view.figure);
    this.showLabels(this.placed.labels);
    this.paintMarks(false);
    this.drawOver();
  }

  drawGround() {
    this.axes.selectAll('*').remove();
    drawAxes(this.axes, this.placed);
  }

  drawOver() {
    this.pins.drawRings();
    this.brush.move();
  }

  /** Labels go along with their marks until the picture rests. */
  moveLabels() {
    const { frame: f, labels } = this.placed;
    const seen = labels.filter((/** @type {any} */ l) => !l.disc.hidden && l.disc.x < f.W - f.m.r + 10);
    this.showLabels(seen.map((/** @type {any} */ l) => {
      const [dx, dy] = [l.disc.x - l.x, l.disc.y - l.y];
      return { ...l, x: l.x + dx, y: l.y + dy, tx: l.tx + dx, ty: l.ty + dy };
    }));
  }

  /** @param {any[]} labels */
  showLabels(labels) {
    this.labels.selectAll('*').remove();
    drawLabels(this.labels, labels);
  }

  /** @param {boolean} moving */
  paintMarks(moving) {
    if (this.surface) { paint(this.surface, this.placed, this.order, /** @type {any} */ (this.ink), this.stamps, moving); return; }
    this.marks.selectAll('*').remove();
    fitClip(this.svg.select('clipPath rect'), this.placed);
    for (const list of [this.order.sized, ...this.order.open.map((/** @type {any} */ g) => g[1])]) for (const m of list) this.svgMark(m);
  }

  /** @param {Model} m */
  svgMark(m) {
    if (m.hidden) return;
    const kind = !m.parameters ? 'ring' : m.r > 12 ? 'great' : m.r > 6 ? 'mid' : 'dot';
    circle(this.marks, m, m.r).attr('class', `bub ${kind} ${modalityClass(m.modality)}`);
  }
}

/**
 * A circle round a model's place.
 * @param {any} g @param {Model} m @param {number} r pixels
 */
export const circle = (g, m, r) => g.append('circle').attr('cx', px(m.x)).attr('cy', px(m.y)).attr('r', px(r));
