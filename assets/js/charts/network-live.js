/** A network under wheel, fingers, pointer and keys: who is pointed at keeps neighbors and ties, all others fade. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { still } from '../chart/motion.js';
import { classOf, dotsPath, drawWords, tiesPath } from './network.js';
import { zoomOf, zoomText } from './bubble-zoom.js';

/** @typedef {import('./network.js').Dot} Dot */
/** @type {{ [key: string]: [number, number] }} */
const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
/** Pixels around a dot in which it is meant, and that Shift and an arrow pan. */
const reach = 18;
const panStep = 80;

/** @param {any} view */
export function networkLive(view) {
  const chart = new LiveNetwork(view);
  return { find: (/** @type {string} */ text) => chart.find(text), fly: (/** @type {string} */ name) => chart.fly(name), stop: () => chart.stop() };
}

class LiveNetwork {
  /** @param {any} view */
  constructor(view) {
    this.view = view;
    this.p = view.placed;
    this.svg = view.svg;
    this.frame = this.p.frame;
    /** @type {Dot | null} */ this.current = null;
    this.asked = 0;
    this.tree = d3.quadtree(this.p.s.dots, (/** @type {Dot} */ d) => d.px, (/** @type {Dot} */ d) => d.py);
    this.box = [[0, 0], [this.frame.W, this.frame.H]];
    this.zoom = d3.zoom().scaleExtent([1, 40]).extent(this.box).translateExtent(this.box)
      .filter((/** @type {any} */ e) => this.may(e))
      .on('zoom', (/** @type {any} */ e) => this.moved(e.transform)).on('end', () => this.save());
    // What zooming leads out of the picture does not lie over the words around it.
    this.svg.style('overflow', 'hidden').attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'network')
      .attr('aria-label', `${view.words.title}. Arrow keys go from one to the next, plus and minus zoom, Enter holds.`)
      .call(this.zoom).on('dblclick.zoom', null)
      .on('pointermove', (/** @type {any} */ e) => { if (e.pointerType !== 'touch') this.point(this.under(e)); })
      .on('pointerleave', () => this.point(this.held()))
      .on('click', (/** @type {any} */ e) => this.hold(this.under(e)))
      .on('blur', () => this.point(this.held()))
      .on('keydown', (/** @type {KeyboardEvent} */ e) => { if (this.keyed(e)) e.preventDefault(); });
    this.restore(zoomOf(view.state.zoom, this.box));
    const held = this.held();
    if (held) this.point(held);
  }

  /** @param {any} event at rest a wheel that turns back, or one finger, belongs to the page */
  may(event) {
    if (event.button) return false;
    if (event.type === 'wheel') return event.ctrlKey || this.p.t.k > 1 || event.deltaY < 0;
    if (event.type === 'touchstart') return this.p.t.k > 1 || event.touches.length > 1;
    return this.p.t.k > 1 || event.type !== 'mousedown';
  }

  /** @param {any} saved the zoom of the address */
  restore(saved) {
    if (!saved) return;
    this.svg.node().__zoom = saved;
    this.moved(saved);
  }

  /**
   * One drawing a frame, however many events.
   * @param {any} transform
   */
  moved(transform) {
    this.p.t = transform;
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.svg.select('.net-whole').attr('transform', this.p.t.toString());
      drawWords(this.svg.select('.net-words'), this.p, true);
      this.showCard();
    });
  }

  save() {
    const text = zoomText(this.p.t, this.box);
    if (text === this.view.state.zoom) return;
    this.view.state.zoom = text;
    this.view.writeAddress(true);
    if (this.view.toolbar) this.view.showWords();
  }

  /** @returns {Dot | null} whom a click holds */
  held() { return this.p.s.dots.find((/** @type {Dot} */ d) => d.name === this.view.state.at) || null; }

  /** @param {any} event @returns {Dot | null} */
  under(event) {
    const [x, y] = this.p.t.invert(d3.pointer(event, this.svg.node()));
    return this.tree.find(x, y, reach / this.p.t.k) || null;
  }

  /** @param {Dot | null} d */
  hold(d) {
    const name = d && d.name !== this.view.state.at ? d.name : '';
    this.view.state.at = name;
    this.view.writeAddress(true);
    if (this.view.toolbar) this.view.showWords();
    this.point(name ? d : null, true);
  }

  /** @param {Dot | null} d @param {boolean} [again] */
  point(d, again = false) {
    if (d === this.current && !again) return;
    this.current = d;
    this.p.focus = d;
    const { s } = this.p;
    const front = this.svg.select('.net-front');
    front.selectAll('*').remove();
    this.svg.select('.net-whole').classed('net-dim', Boolean(d));
    if (d) {
      const near = d.near.map((i) => s.dots[i]);
      front.append('path').attr('class', 'net-ties near').attr('d', tiesPath(s, d.near.map((i) => [d.row, i])));
      for (const n of near) front.append('path').attr('class', `net-dots ${classOf(n, s)}`).attr('stroke-width', 2 * n.r).attr('d', dotsPath([n])).style('opacity', 1);
      front.append('path').attr('class', 'net-dots here').attr('stroke-width', 2 * d.r + 5).attr('d', dotsPath([d])).style('opacity', 1);
      front.append('path').attr('class', `net-dots ${classOf(d, s)}`).attr('stroke-width', 2 * d.r).attr('d', dotsPath([d])).style('opacity', 1);
      front.selectAll('.net-ties').style('opacity', 0.8);
    }
    drawWords(this.svg.select('.net-words'), this.p, true);
    this.showCard();
  }

  showCard() {
    const { card, figure, state } = this.view;
    const d = this.current;
    if (!d) { card.hide(); return; }
    const row = (/** @type {string} */ key) => (this.p.s.table.values[key] || [])[d.row];
    const between = row('betweenness');
    /** @type {[string, string][]} */
    const rows = [['Ties', format.int(d.size)], ['k-core', format.int(d.core)], ['Community', String(d.group)]];
    if (between !== undefined) rows.splice(1, 0, ['Betweenness', format.percent(between)]);
    const best = d.near.slice().sort((a, b) => a - b).slice(0, 3).map((i) => this.p.s.dots[i].name);
    card.show(this.p.t.applyX(d.px), this.p.t.applyY(d.py), {
      title: d.name, who: best.length ? `with ${d.near.length > 3 ? `${best.join(', ')} and others` : format.list(best)}` : figure.options.noun || '',
      rows, hint: state.at === d.name ? 'held; click again to let go' : 'click to hold',
    });
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const arrow = arrows[event.key];
    if (arrow && event.shiftKey) { this.svg.call(this.zoom.translateBy, (-arrow[0] * panStep) / this.p.t.k, (-arrow[1] * panStep) / this.p.t.k); return true; }
    if (arrow) { this.step(arrow); return true; }
    switch (event.key) {
      case '+': case '=': this.svg.call(this.zoom.scaleBy, 1.5, ...this.aim()); return true;
      case '-': case '_': this.svg.call(this.zoom.scaleBy, 1 / 1.5, ...this.aim()); return true;
      case '0': this.svg.call(this.zoom.transform, d3.zoomIdentity); return true;
      case 'Home': this.go(this.p.s.dots[0] || null); return true;
      case 'Enter': case ' ': if (this.current) this.hold(this.current); return true;
      case 'Escape': if (!this.current) return false; this.view.state.at = ''; this.view.writeAddress(true); this.point(null); return true;
      default: return false;
    }
  }

  /** Where keys zoom to: whom they are at. */
  aim() { return this.current ? [[this.p.t.applyX(this.current.px), this.p.t.applyY(this.current.py)]] : []; }

  /**
   * To the nearest in a direction, among the tied ones first; from nowhere to whom has the most ties.
   * @param {[number, number]} direction
   */
  step([ux, uy]) {
    const from = this.current;
    if (!from) { this.go(this.p.s.dots[0] || null); return; }
    const near = new Set(from.near);
    let best = null;
    let least = Infinity;
    for (const d of this.p.s.dots) {
      const along = (d.px - from.px) * ux + (d.py - from.py) * uy;
      const across = Math.abs((d.px - from.px) * uy) + Math.abs((d.py - from.py) * ux);
      if (along < 0.5 || across > along * 2 + 4) continue;
      const cost = (along + 2.5 * across) * (near.has(d.row) ? 0.5 : 1);
      if (cost < least) { least = cost; best = d; }
    }
    if (best) this.go(best);
  }

  /** @param {Dot | null} d */
  go(d) {
    this.point(d);
    if (d) announce(this.view.card.text);
  }

  /** @param {string} text */
  find(text) {
    const words = text.trim().toLowerCase().split(/\s+/);
    return this.p.s.dots.filter((/** @type {Dot} */ d) => words.every((w) => d.name.toLowerCase().includes(w))).slice(0, 8)
      .map((/** @type {Dot} */ d) => ({ id: d.name, text: d.name, note: format.count(d.size, 'tie') }));
  }

  /** @param {string} name */
  fly(name) {
    const d = this.p.s.dots.find((/** @type {Dot} */ o) => o.name === name);
    if (!d) return;
    const k = Math.max(4, this.p.t.k);
    const target = d3.zoomIdentity.translate(this.frame.W / 2 - k * d.px, this.frame.H / 2 - k * d.py).scale(k);
    const there = () => { this.view.state.at = d.name; this.view.writeAddress(true); this.point(d, true); announce(this.view.card.text); };
    if (still()) { this.svg.call(this.zoom.transform, target); there(); return; }
    this.svg.transition().duration(600).call(this.zoom.transform, target).on('end', there);
  }

  stop() { cancelAnimationFrame(this.asked); }
}
