/** The bubble chart under a reader's hand: zoom and pan, a brush on the dates, families, search, pins, keys. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { still } from '../chart/motion.js';
import { px } from '../chart/axes.js';
import { modalityClass, modelName, modelURL } from '../chart/words.js';
import { fill, h } from '../chart/dom.js';
import { familyOf } from './bubble-data.js';
import { canvasOn, colors, drawingOrder, paint, stampsOf } from './bubble-canvas.js';
import { cardText } from './bubble-card.js';
import { center, zoomOf, zoomText } from './bubble-zoom.js';
import { dayText, dayTime, drawAxes, drawLabels, labelsOf, position, svgMarks } from './bubble.js';

/** @typedef {import('./bubble-data.js').Model} Model */

/** @param {any} view */
export function bubbleLive(view) {
  if (view.placed.frame.compact) return {};
  const chart = new LiveBubbles(view);
  return chart.handle();
}

/** All that changes between two drawings of the figure. */
class LiveBubbles {
  /** @param {any} view */
  constructor(view) {
    this.view = view;
    this.placed = view.placed;
    this.svg = view.svg;
    this.stage = view.stage;
    this.useCanvas = this.placed.marks.length > svgMarks;
    this.order = drawingOrder(this.placed.marks);
    /** @type {any} */ this.tree = null;
    /** @type {Model | null} */ this.current = null;
    this.frameAsked = 0;
    this.idle = 0;
    /** @type {any} */ this.transform = d3.zoomIdentity;
    this.layers();
    this.wireZoom();
    this.wireBrush();
    this.wirePointer();
    this.wireKeys();
    this.settle();
    this.pins();
  }

  handle() {
    return {
      find: (/** @type {string} */ text) => this.find(text),
      fly: (/** @type {string} */ id) => this.fly(id),
      stop: () => { cancelAnimationFrame(this.frameAsked); clearTimeout(this.idle); if (this.away) document.removeEventListener('pointerdown', this.away); },
    };
  }

  layers() {
    const { svg, stage, placed } = this;
    const old = stage.querySelector('canvas');
    if (this.useCanvas) {
      this.surface = canvasOn(stage, placed.frame);
      this.ink = colors();
      this.stamps = stampsOf(this.ink, this.surface.ratio);
      this.surface.canvas.classList.remove('faded');
    } else if (old) old.remove();
    stage.dataset.live = this.useCanvas ? 'canvas' : 'svg';
    stage.classList.add('bubbles');
    this.axes = svg.select('.axes');
    this.labels = svg.select('.labels');
    this.marks = svg.select('.marks');
    this.pinned = svg.append('g').attr('class', 'pinned');
    this.family = svg.append('g').attr('class', 'family');
    svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'bubble chart')
      .attr('aria-label', `${this.view.words.title} Arrow keys go from model to model, Enter pins, plus and minus zoom, 0 shows all.`);
  }

  // Zoom: the scales move, the bubbles only grow a little.
  wireZoom() {
    const { frame: f } = this.placed;
    const box = [[f.m.l, f.m.t], [f.W - f.m.r, f.H - f.m.b]];
    this.zoom = d3.zoom().scaleExtent([1, 60]).extent(box).translateExtent(box)
      .filter((/** @type {any} */ e) => this.mayZoom(e))
      .on('zoom', (/** @type {any} */ e) => { this.transform = e.transform; this.moved(e.sourceEvent); });
    this.svg.call(this.zoom).on('dblclick.zoom', null);
    const saved = zoomOf(this.view.state.zoom, box);
    if (saved) { this.svg.node().__zoom = saved; this.transform = saved; this.rescale(); }
  }

  /**
   * At rest a wheel that turns back, or one finger, belongs to the page.
   * @param {any} event
   */
  mayZoom(event) {
    if (event.button || (event.target && event.target.closest && event.target.closest('.brush'))) return false;
    if (event.type === 'wheel') return event.ctrlKey || this.transform.k > 1 || event.deltaY < 0;
    if (event.type === 'touchstart') return this.transform.k > 1 || event.touches.length > 1;
    return this.transform.k > 1 || event.type !== 'mousedown';
  }

  rescale() {
    const p = this.placed;
    p.x = this.transform.rescaleX(p.x0);
    p.y = this.transform.rescaleY(p.y0);
    p.k = this.transform.k;
    position(p);
    this.tree = null;
  }

  /**
   * One drawing a frame, however many events.
   * @param {any} source
   */
  moved(source) {
    if (this.current) this.point(null);
    if (!this.frameAsked) {
      this.frameAsked = requestAnimationFrame(() => {
        this.frameAsked = 0;
        this.rescale();
        this.drawMoving();
      });
    }
    clearTimeout(this.idle);
    this.idle = /** @type {any} */ (setTimeout(() => { this.settle(); this.saveZoom(Boolean(source)); }, 140));
  }

  drawMoving() {
    this.axes.selectAll('*').remove();
    drawAxes(this.axes, this.placed);
    this.paintMarks(true);
    this.moveLabels();
    this.drawPinRings();
    this.moveBrush();
  }

  /** Labels go along with their marks until the picture rests. */
  moveLabels() {
    const { frame: f } = this.placed;
    const ends = this.placed.labels.filter((/** @type {any} */ l) => !l.disc.hidden && l.disc.x < f.W - f.m.r + 10)
      .map((/** @type {any} */ l) => { const [dx, dy] = [l.disc.x - l.x, l.disc.y - l.y]; return { ...l, x: l.x + dx, y: l.y + dy, tx: l.tx + dx, ty: l.ty + dy }; });
    this.labels.selectAll('*').remove();
    drawLabels(this.labels, ends);
  }

  /** At rest: full circles, labels placed anew. */
  settle() {
    this.axes.selectAll('*').remove();
    drawAxes(this.axes, this.placed);
    this.placed.labels = labelsOf(this.placed, this.view.figure);
    this.labels.selectAll('*').remove();
    drawLabels(this.labels, this.placed.labels);
    this.paintMarks(false);
    this.drawPinRings();
    this.moveBrush();
  }

  /** @param {boolean} moving */
  paintMarks(moving) {
    if (this.surface) { paint(this.surface, this.placed, this.order, /** @type {any} */ (this.ink), this.stamps, moving); return; }
    this.marks.selectAll('*').remove();
    this.marks.attr('clip-path', this.placed.k > 1 ? `url(#${this.view.figure.id}-live-clip)` : null);
    for (const list of [this.order.sized, ...this.order.open.map((/** @type {any} */ g) => g[1])]) for (const m of list) this.svgMark(m);
  }

  /** @param {Model} m */
  svgMark(m) {
    if (m.hidden) return;
    const kind = !m.parameters ? 'ring' : m.r > 12 ? 'great' : m.r > 6 ? 'mid' : 'dot';
    this.marks.append('circle').attr('class', `bub ${kind} ${modalityClass(m.modality)}`).attr('cx', px(m.x)).attr('cy', px(m.y)).attr('r', px(m.r));
  }

  /** @param {boolean} byHand */
  saveZoom(byHand) {
    const text = zoomText(this.transform, this.zoom.extent()());
    if (text === this.view.state.zoom || !byHand) { if (text === this.view.state.zoom) return; }
    this.view.state.zoom = text;
    this.view.writeAddress(true);
    if (this.view.toolbar) this.view.showWords();
  }

  // Dates: a brush on the axis.
  wireBrush() {
    const { frame: f } = this.placed;
    const ground = f.H - f.m.b;
    this.brush = d3.brushX().extent([[f.m.l, ground + 1], [f.W - f.m.r, ground + 30]]).on('end', (/** @type {any} */ e) => this.brushed(e));
    this.brushG = this.svg.append('g').attr('class', 'brush').call(this.brush);
    this.brushG.append('title').text('Drag along the axis to choose dates; click to choose all');
  }

  /** @param {any} event */
  brushed(event) {
    if (!event.sourceEvent) return;
    const { x } = this.placed;
    const range = event.selection ? { from: dayText(x.invert(event.selection[0])), to: dayText(x.invert(event.selection[1])) } : { from: '', to: '' };
    if (range.from !== this.view.state.from || range.to !== this.view.state.to) this.view.set(range);
  }

  moveBrush() {
    const { from, to } = this.view.state;
    const { x, frame: f } = this.placed;
    const inside = (/** @type {number} */ v) => Math.max(f.m.l, Math.min(f.W - f.m.r, v));
    const range = from || to ? [inside(from ? x(dayTime(from)) : f.m.l), inside(to ? x(dayTime(to)) : f.W - f.m.r)] : null;
    this.brushG.call(this.brush.move, range && range[1] > range[0] ? range : null);
  }

  // Pointing.
  wirePointer() {
    const at = (/** @type {any} */ e) => this.under(...d3.pointer(e));
    this.svg.on('pointermove.point', (/** @type {any} */ e) => { if (!e.buttons && !this.frameAsked) this.point(at(e)); })
      .on('pointerleave.point', () => this.point(null))
      .on('click.point', (/** @type {any} */ e) => {
        if (e.defaultPrevented || e.target.closest('.brush')) return;
        const m = at(e);
        if (!m) { this.point(null); return; }
        if (this.view.phone() && this.current !== m) this.point(m); else this.pin(m);
      });
  }

  quadtree() {
    if (!this.tree) this.tree = d3.quadtree(this.placed.marks.filter((/** @type {Model} */ m) => !m.hidden), (/** @type {Model} */ m) => m.x, (/** @type {Model} */ m) => m.y);
    return this.tree;
  }

  /**
   * The nearest centre, or the smallest great bubble that holds the place.
   * @param {...number} at @returns {Model | null}
   */
  under(...at) {
    const [x, y] = at;
    if (y > this.placed.frame.H - this.placed.frame.m.b) return null;
    const near = this.quadtree().find(x, y, this.view.phone() ? 30 : 16);
    const gap = near ? Math.hypot(near.x - x, near.y - y) - near.r : Infinity;
    if (gap < 4) return near;
    let best = near || null;
    for (const m of this.order.sized) {
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
    this.current = m;
    this.family.selectAll('*').remove();
    this.fade(Boolean(m));
    this.svg.style('cursor', m ? 'pointer' : null);
    if (!m) { this.view.card.hide(); return; }
    this.drawFamily(m);
    this.view.card.show(m.x, m.y, cardText(m, this.view.phone()));
  }

  /** @param {boolean} on */
  fade(on) {
    if (this.surface) this.surface.canvas.classList.toggle('faded', on);
    this.marks.classed('faded', on);
    this.labels.classed('faded', on);
  }

  /** @param {Model} m */
  drawFamily(m) {
    const { all, list } = this.placed.series;
    const { frame: f } = this.placed;
    const kin = familyOf(all, m);
    const shown = new Set(list);
    const seen = (/** @type {Model} */ q) => shown.has(q) && !q.hidden;
    const family = kin.members.length > 1;
    const mates = (family ? kin.members : all.owners.get(m.owner) || [m]).filter(seen).slice(0, 300);
    for (const [a, b] of kin.links) {
      if (!seen(a) || !seen(b)) continue;
      const x = (a.x + b.x) / 2;
      this.family.append('path').attr('class', 'kin').attr('d', `M${px(a.x)},${px(a.y)}C${px(x)},${px(a.y)} ${px(x)},${px(b.y)} ${px(b.x)},${px(b.y)}`);
    }
    for (const q of mates) this.family.append('circle').attr('class', `bub ${q.parameters ? 'mate' : 'ring strong'} ${modalityClass(q.modality)}`).attr('cx', px(q.x)).attr('cy', px(q.y)).attr('r', px(q.r));
    this.family.append('circle').attr('class', 'here').attr('cx', px(m.x)).attr('cy', px(m.y)).attr('r', px(m.r + 2.5));
    const count = family ? kin.members.length : (all.owners.get(m.owner) || []).length;
    const text = family ? `${modelName(kin.root)} and its kin: ${format.count(count, 'model')}` : count > 1 ? `all ${format.int(count)} by ${m.owner}` : `the only one by ${m.owner}`;
    this.family.append('text').attr('class', 'note strong halo').attr('x', f.m.l + 14).attr('y', f.H - f.m.b - 12).text(text);
  }

  // Keys.
  wireKeys() {
    this.svg.on('keydown', (/** @type {KeyboardEvent} */ event) => { if (this.key(event)) event.preventDefault(); });
    // A tap on the card's link takes the focus too: only leaving the figure closes the card.
    this.svg.on('blur', (/** @type {FocusEvent} */ e) => { if (e.relatedTarget && !this.stage.contains(e.relatedTarget)) this.point(null); });
    this.away = (/** @type {PointerEvent} */ e) => { if (this.current && !this.stage.contains(e.target)) this.point(null); };
    document.addEventListener('pointerdown', this.away);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was ours */
  key(event) {
    const arrows = /** @type {{ [key: string]: [number, number] }} */ ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] });
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (arrow && event.shiftKey) { this.svg.call(this.zoom.translateBy, (-arrow[0] * 80) / this.transform.k, (-arrow[1] * 80) / this.transform.k); return true; }
    if (arrow) { this.step(arrow); return true; }
    switch (event.key) {
      case '+': case '=': this.zoomBy(1.5); return true;
      case '-': case '_': this.zoomBy(1 / 1.5); return true;
      case '0': this.svg.call(this.zoom.transform, d3.zoomIdentity); return true;
      case 'Home': this.go(this.placed.marks.find((/** @type {Model} */ m) => !m.hidden) || null); return true;
      case 'Enter': case ' ': if (this.current) this.pin(this.current); return true;
      case 'Escape': if (!this.current) return false; this.point(null); return true;
      default: return false;
    }
  }

  /** @param {number} by */
  zoomBy(by) {
    if (this.current) this.svg.call(this.zoom.scaleBy, by, [this.current.x, this.current.y]); else this.svg.call(this.zoom.scaleBy, by);
  }

  /**
   * To the nearest model in a direction; from nowhere to the most liked.
   * @param {[number, number]} direction
   */
  step([ux, uy]) {
    const from = this.current;
    const visible = this.placed.marks.filter((/** @type {Model} */ m) => !m.hidden);
    if (!from) { this.go(visible[0] || null); return; }
    let best = null;
    let least = Infinity;
    for (const m of visible) {
      const along = (m.x - from.x) * ux + (m.y - from.y) * uy;
      const across = Math.abs((m.x - from.x) * uy) + Math.abs((m.y - from.y) * ux);
      if (along < 1.5 || across > along * 2 + 4) continue;
      const cost = along + 2.5 * across;
      if (cost < least) { least = cost; best = m; }
    }
    if (best) this.go(best);
  }

  /** @param {Model | null} m */
  go(m) {
    this.point(m);
    if (m) announce(this.view.card.text);
  }

  // Search.
  /** @param {string} text */
  find(text) {
    const words = text.trim().toLowerCase().split(/\s+/);
    const hits = [];
    for (const m of this.placed.series.all.models) {
      const id = m.id.toLowerCase();
      if (words.every((w) => id.includes(w))) hits.push({ id: m.id, text: m.id, note: format.count(m.likes, 'like') });
      if (hits.length === 8) break;
    }
    return hits;
  }

  /**
   * Through the air to a model; filters that hide it are lifted.
   * @param {string} id
   */
  fly(id) {
    const m = this.placed.series.all.byID.get(id);
    if (!m) return;
    if (!this.placed.series.list.includes(m)) {
      this.view.set({ ...this.view.defaults, pins: this.view.state.pins });
      this.view.live.fly(id);
      return;
    }
    const [cx, cy] = center(this.zoom.extent()());
    const k = Math.max(6, this.transform.k);
    const p = this.placed;
    const likes = Math.log(Math.max(0.9, m.likes));
    const [l0, l1] = p.y0.domain().map(Math.log);
    const x = m.before ? p.frame.m.l : p.x0(m.t);
    const y = p.y0.range()[0] + ((likes - l0) / (l1 - l0)) * (p.y0.range()[1] - p.y0.range()[0]);
    const target = d3.zoomIdentity.translate(cx - k * x, cy - k * y).scale(k);
    const there = () => { this.settle(); this.saveZoom(true); this.go(m); };
    if (still()) { this.svg.call(this.zoom.transform, target); there(); return; }
    this.svg.transition().duration(700).call(this.zoom.transform, target).on('end', () => { cancelAnimationFrame(this.frameAsked); this.frameAsked = 0; this.rescale(); there(); });
  }

  // Pins.
  /** @param {Model} m */
  pin(m) {
    const pins = this.view.state.pins;
    if (pins.includes(m.id)) this.setPins(pins.filter((/** @type {string} */ q) => q !== m.id));
    else if (pins.length < 6) this.setPins([...pins, m.id]);
    else this.view.say('Six models are pinned: take one away first.', true);
  }

  /** @param {string[]} pins */
  setPins(pins) {
    announce(pins.length > this.view.state.pins.length ? `Pinned ${modelName(pins[pins.length - 1])}` : 'Unpinned');
    this.view.state = { ...this.view.state, pins };
    this.view.writeAddress(false);
    this.drawPinRings();
    this.pins();
  }

  drawPinRings() {
    const { byID } = this.placed.series.all;
    const shown = new Set(this.view.state.pins);
    const here = [...shown].map((id) => byID.get(id)).filter((/** @type {any} */ m) => m && !m.hidden && (m.x || m.y) && this.placed.marks.includes(m));
    this.pinned.selectAll('circle').data(here).join('circle').attr('class', 'pin-ring').attr('cx', (/** @type {Model} */ m) => px(m.x)).attr('cy', (/** @type {Model} */ m) => px(m.y)).attr('r', (/** @type {Model} */ m) => px(m.r + 3));
  }

  /** The list below the figure. */
  pins() {
    const box = this.view.root.querySelector('[data-pins]');
    if (!box) return;
    const { byID } = this.placed.series.all;
    const pins = this.view.state.pins.filter((/** @type {string} */ id) => byID.has(id)).map((/** @type {string} */ id) => byID.get(id));
    fill(box, h('div', { class: 'pins' },
      h('span', null, pins.length ? 'Pinned' : 'Click a model to pin it, up to six.'),
      pins.map((/** @type {Model} */ m) => h('span', { class: 'pin' }, h('i', { class: `sw ${modalityClass(m.modality)}` }),
        h('a', { href: modelURL(m.id), rel: 'noopener' }, modelName(m.id)), h('span', { class: 'n' }, format.count(m.likes, 'like')),
        h('button', { type: 'button', 'aria-label': `Unpin ${modelName(m.id)}`, onclick: () => this.setPins(this.view.state.pins.filter((/** @type {string} */ q) => q !== m.id)) }, '×')))));
  }
}
