/**
 * The map of all models: placed by meaning, named by region, coloured by modality; a lasso makes a list, a search lights its hits.
 *
 *     const map = await mountMap(box, { client, load, href: (id) => `model.html#${id}`, onPick: (id) => …, onLasso: (docs) => … });
 *     map.light(await client.matches(request), answer.hits);      all matches lit, the listed hits ringed
 *     map.light(null);                                            all as before
 *     map.stop();
 *
 * `client` answers `about()` and `records(docs)`; `load(name, file)` gives a file's unpacked bytes. Rejects with a sentence when
 * there is no map or its root cannot be read.
 */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { animate } from '../chart/motion.js';
import { cardOn } from '../chart/tooltip.js';
import { fill, h, toNode } from '../chart/dom.js';
import { legendNode } from '../chart/legend.js';
import { onTheme } from '../chart/theme.js';
import { modalityClass, modalityName } from '../chart/words.js';
import { boxAround, caught, estimated, thinned } from './map-lasso.js';
import { dotAt, inkOf, paint, washOf } from './map-draw.js';
import { modalityOrder } from './map-format.js';
import { labelsIn, nextLabel, styles } from './map-labels.js';
import { aboutMap, cardWords, listOf } from './map-panel.js';
import { handsOn } from './map-pointer.js';
import { MapTiles, indexOf } from './map-tiles.js';
import { between, bounded, boxOf, depthFor, scaleOf, toScreen, wholeMap, zoomedAt } from './map-view.js';

/** Models of a list. */
const listed = 12;
/** A lasso that touches more tiles than this is counted by the grid. */
const exactTiles = 24;

/**
 * @typedef {{
 *   client: { about(): Promise<SearchAbout>, records(docs: (number | string)[]): Promise<(SearchRecord | null)[]> },
 *   load: (name: string, file: string) => Promise<Uint8Array>, href: (id: string) => string,
 *   onPick?: (id: string) => void, onLasso?: (docs: number[]) => void,
 * }} MapOptions
 */

/** @param {HTMLElement} box @param {MapOptions} options */
export async function mountMap(box, options) {
  const about = await options.client.about();
  if (!about.map || !about.map.root) throw new Error('This edition was built without its map.');
  const tiles = new MapTiles(options.load);
  const root = await tiles.open(about.map.root);
  return new LiveMap(box, options, tiles, root).handle();
}

class LiveMap {
  /** @param {HTMLElement} box @param {MapOptions} options @param {MapTiles} tiles @param {any} root */
  constructor(box, options, tiles, root) {
    this.box = box;
    this.options = options;
    this.tiles = tiles;
    /** @type {NonNullable<MapTiles['root']>} */ this.root = root;
    this.view = wholeMap();
    this.size = { W: 0, H: 0 };
    this.shown = modalityOrder.map(() => true);
    /** @type {Uint32Array | null} */ this.matches = null;
    /** @type {[number, number][]} */ this.stars = [];
    /** @type {[number, number] | null} */ this.chosen = null;
    /** @type {SearchRecord | null} what was clicked */ this.picked = null;
    /** @type {[number, number][] | null} */ this.line = null;
    this.lassoOn = false;
    /** @type {Map<number, SearchRecord | null>} */ this.known = new Map();
    /** @type {any} */ this.idle = 0;
    /** @type {any} */ this.hover = 0;
    this.frame = 0;
    this.looks = 0;
    this.stopFlight = () => {};
    /** @type {import('./map-labels.js').PlacedLabel[]} */ this.placed = [];
    /** @type {{ docs: number[], counts: number[], isEstimate: boolean } | null} */ this.lassoCaught = null;
    this.bar = document.createElement('div');
    this.key = document.createElement('div');
    this.stage = document.createElement('div');
    this.canvas = document.createElement('canvas');
    this.names = document.createElement('div');
    this.panel = document.createElement('div');
    this.card = cardOn(this.stage);
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    this.ratio = 1;
    this.ink = inkOf(document.documentElement);
    this.wash = washOf(root, this.shown, this.ink);
    this.build();
    this.wire();
    this.resize();
  }

  handle() {
    return {
      light: (/** @type {{ docs: Uint32Array } | null} */ matches, /** @type {{ doc: number }[]} */ hits = []) => this.light(matches, hits),
      resize: () => this.resize(),
      /** Moves to a document, if it has a place. */
      show: (/** @type {number} */ doc) => this.showDoc(doc),
      stop: () => this.stop(),
    };
  }

  build() {
    const { box, stage } = this;
    this.bar.className = 'map-bar';
    stage.className = 'map-stage';
    stage.tabIndex = 0;
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-roledescription', 'map');
    stage.setAttribute('aria-label', `Map of ${format.int(this.root.placed)} models by likeness. Arrow keys walk from region to region, Enter goes into one, plus and minus zoom, 0 shows all, Shift and arrows move. The list below says what is in view.`);
    this.canvas.setAttribute('aria-hidden', 'true');
    this.names.className = 'map-names';
    this.panel.className = 'map-panel';
    stage.prepend(this.canvas, this.names);
    box.replaceChildren(this.bar, stage, this.key, toNode(aboutMap(this.root)), this.panel);
    this.drawBar();
    this.drawKey();
  }

  drawBar() {
    const act = (/** @type {string} */ text, /** @type {string} */ name, /** @type {() => void} */ run, /** @type {any} */ more = {}) =>
      h('button', { type: 'button', class: 'act', 'aria-label': name, title: name, onclick: run, ...more }, text);
    fill(this.bar,
      act('lasso', 'Lasso: draw around models to list them', () => this.setLasso(!this.lassoOn), { 'aria-pressed': String(this.lassoOn) }),
      act('+', 'Zoom in', () => this.zoomBy(2)), act('\u2212', 'Zoom out', () => this.zoomBy(0.5)), act('all', 'Show the whole map', () => this.flyTo(wholeMap())),
      document.fullscreenEnabled ? act('full screen', 'Full screen', () => this.fullScreen()) : null);
  }

  drawKey() {
    const chips = modalityOrder.map((code, m) => ({
      key: code, name: modalityName[code], cls: modalityClass(code), count: format.compact(this.root.totals[m]), on: this.shown[m],
    })).filter((_, m) => this.root.totals[m] > 0);
    fill(this.key, legendNode(chips, (code) => this.toggle(code)));
  }

  wire() {
    const stage = this.stage;
    this.handsOff = handsOn(stage, {
      view: () => this.view, size: () => this.size, isLasso: () => this.lassoOn,
      go: (view) => { this.stopFlight(); this.go(view); },
      point: (px, py) => this.point(px, py), leave: () => this.unpoint(), pick: (px, py) => this.pick(px, py),
      lasso: (points, isDone) => this.drawLasso(points, isDone),
    });
    stage.addEventListener('keydown', (e) => this.typed(e));
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(stage);
    onTheme(() => this.recolor());
  }

  stop() {
    if (this.handsOff) this.handsOff();
    if (this.watch) this.watch.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.idle);
    this.stopFlight();
    fill(this.box);
  }

  resize() {
    const stage = this.stage;
    const canvas = this.canvas;
    const W = stage.clientWidth;
    const H = stage.clientHeight;
    if (!W || !H || (W === this.size.W && H === this.size.H)) return;
    this.size = { W, H };
    this.ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = Math.round(W * this.ratio);
    canvas.height = Math.round(H * this.ratio);
    this.view = bounded(this.view, this.size);
    this.settle();
  }

  recolor() {
    this.ink = inkOf(document.documentElement);
    this.wash = washOf(this.root, this.shown, this.ink);
    this.draw(false);
  }

  /** @param {string} code */
  toggle(code) {
    const m = modalityOrder.indexOf(code);
    this.shown[m] = !this.shown[m];
    // None left to show is no picture: then all are.
    if (!this.shown.some((on, i) => on && this.root.totals[i] > 0)) this.shown = this.shown.map(() => true);
    const held = document.activeElement && document.activeElement.getAttribute('data-key');
    this.drawKey();
    const again = held && this.key.querySelector(`[data-key="${held}"]`);
    if (again instanceof HTMLElement) again.focus();
    this.wash = washOf(this.root, this.shown, this.ink);
    this.settle();
  }

  // Seeing

  /** @param {import('./map-view.js').View} view */
  go(view) {
    this.view = view;
    this.unpoint();
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(true); });
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.settle(), 140);
  }

  /**
   * What is drawn now.
   * @param {boolean} moving @returns {import('./map-draw.js').Scene}
   */
  scene(moving) {
    const { matches } = this;
    const box = boxOf(this.view, this.size);
    return {
      view: this.view, size: this.size, tiles: this.tiles.inBox(box), shown: this.shown, moving,
      lit: matches ? (doc) => indexOf(matches, doc) >= 0 : null, stars: this.stars, chosen: this.chosen, lasso: this.line, wash: this.wash,
    };
  }

  /** @param {boolean} moving */
  draw(moving) {
    if (!this.size.W) return;
    paint(this.context, this.ratio, this.scene(moving), this.ink);
    this.drawNames();
    const stage = this.stage;
    stage.classList.toggle('near', this.view.k > 1);
  }

  drawNames() {
    const layer = this.names;
    const placed = labelsIn(this.root.labels, this.view, this.size, this.shown);
    const held = document.activeElement instanceof HTMLElement && layer.contains(document.activeElement) ? document.activeElement.dataset.i : null;
    const old = new Map([...layer.children].map((node) => [/** @type {HTMLElement} */ (node).dataset.i, /** @type {HTMLElement} */ (node)]));
    for (const p of placed) {
      const key = String(p.i);
      const node = old.get(key) || this.nameNode(p.label, key);
      old.delete(key);
      node.style.transform = `translate(${Math.round(p.x - p.w / 2)}px,${Math.round(p.y - p.h / 2)}px)`;
      if (!node.parentNode) layer.append(node);
    }
    for (const [key, node] of old) if (key !== held) node.remove();
    this.placed = placed;
  }

  /** @param {import('./map-format.js').MapLabel} label @param {string} key */
  nameNode(label, key) {
    const said = `${label.text}: ${format.count(label.models, 'model')}, mostly ${modalityName[modalityOrder[label.modality]].toLowerCase()}`;
    const node = /** @type {HTMLElement} */ (toNode(h('button', {
      type: 'button', tabindex: '-1', class: `map-name l${Math.min(label.level, styles.length - 1)} ${modalityClass(modalityOrder[label.modality])}`, 'data-i': key,
      'aria-label': said, title: said, onclick: () => this.into(label),
    }, label.text)));
    return node;
  }

  /** The picture stands: all its dots, the tiles that it lacks, what lies in it. */
  async settle() {
    this.looks += 1;
    const mine = this.looks;
    this.draw(false);
    const box = boxOf(this.view, this.size);
    const depth = depthFor(this.view, this.size);
    this.say();
    while (await this.tiles.fetch(box, depth)) {
      if (mine !== this.looks) return;
      this.draw(false);
    }
    if (mine === this.looks) this.say();
  }

  // Moving

  /** @param {number} factor */
  zoomBy(factor) { this.flyTo(zoomedAt(this.view, this.size, factor, this.size.W / 2, this.size.H / 2)); }

  /** @param {import('./map-view.js').View} to */
  flyTo(to) {
    this.stopFlight();
    const from = this.view;
    const target = bounded(to, this.size);
    this.stopFlight = animate(260, (t) => this.go(bounded(between(from, target, t), this.size)));
  }

  /** @param {import('./map-format.js').MapLabel} label */
  into(label) {
    const next = styles[Math.min(label.level + 1, styles.length - 1)].from;
    this.flyTo({ k: Math.max(this.view.k * 1.8, next * 1.15), cx: label.x, cy: label.y });
    announce(`${label.text}, ${format.count(label.models, 'model')}`);
    this.stage.focus({ preventScroll: true });
  }

  /** @param {number} doc */
  async showDoc(doc) {
    const place = (await this.tiles.placesOf([doc])).get(doc);
    if (!place) return false;
    this.chosen = place;
    this.flyTo({ k: Math.max(6, this.view.k), cx: place[0], cy: place[1] });
    return true;
  }

  /** @param {KeyboardEvent} e */
  typed(e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    /** @type {{ [key: string]: [number, number] }} */
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    const way = ways[e.key];
    if (way && e.shiftKey) {
      const s = scaleOf(this.view, this.size);
      this.go(bounded({ ...this.view, cx: this.view.cx + (way[0] * 80) / s, cy: this.view.cy + (way[1] * 80) / s }, this.size));
    } else if (way) this.walk(way);
    else if (e.key === '+' || e.key === '=') this.zoomBy(1.6);
    else if (e.key === '-') this.zoomBy(1 / 1.6);
    else if (e.key === '0') this.flyTo(wholeMap());
    else if (e.key === 'Escape' && (this.line || this.lassoOn || this.chosen || this.picked)) this.clear();
    else return;
    e.preventDefault();
  }

  /** @param {[number, number]} way */
  walk(way) {
    const layer = this.names;
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.i : undefined;
    const { placed } = this;
    const from = placed.find((p) => String(p.i) === held);
    // From nowhere the first step is to the greatest region.
    const next = from || held !== undefined ? nextLabel(placed, from || { x: this.size.W / 2, y: this.size.H / 2 }, way) : placed[0];
    if (!next) return;
    const node = layer.querySelector(`[data-i="${next.i}"]`);
    if (node instanceof HTMLElement) node.focus({ preventScroll: true });
  }

  clear() {
    this.line = null;
    this.chosen = null;
    this.picked = null;
    this.lassoCaught = null;
    if (this.lassoOn) this.setLasso(false);
    this.settle();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen(); else this.box.requestFullscreen().catch(() => announce('This browser refused to fill the screen.'));
  }

  // Pointing

  /** @param {number} px @param {number} py */
  point(px, py) {
    clearTimeout(this.hover);
    const found = dotAt(this.scene(false), px, py, 9);
    this.stage.classList.toggle('on-dot', Boolean(found));
    if (!found) { this.card.hide(); return; }
    this.hover = setTimeout(() => this.tell(found), this.card.open ? 20 : 90);
  }

  /** @param {{ doc: number, x: number, y: number }} dot */
  async tell(dot) {
    const [record] = await this.records([dot.doc]);
    if (!record) return;
    const [x, y] = toScreen(this.view, this.size, dot.x, dot.y);
    this.card.show(x, y, cardWords(record));
  }

  unpoint() {
    clearTimeout(this.hover);
    this.card.hide();
  }

  /** @param {number} px @param {number} py */
  async pick(px, py) {
    const found = dotAt(this.scene(false), px, py, 14);
    this.chosen = found ? [found.x, found.y] : null;
    this.draw(false);
    if (!found) {
      this.card.hide();
      this.picked = null;
      this.say();
      return;
    }
    await this.tell(found);
    const record = this.known.get(found.doc);
    this.picked = record || null;
    this.say();
    if (record && this.options.onPick) this.options.onPick(record.id);
    if (record) announce(`${record.name} by ${record.owner}`);
  }

  // Lasso

  /** @param {boolean} on */
  setLasso(on) {
    this.lassoOn = on;
    this.stage.classList.toggle('lassoing', on);
    this.drawBar();
    announce(on ? 'Lasso: draw around models' : 'Lasso put away');
  }

  /** @param {[number, number][]} points @param {boolean} isDone */
  async drawLasso(points, isDone) {
    this.line = thinned(points, 4 / scaleOf(this.view, this.size));
    if (!isDone) {
      if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(true); });
      return;
    }
    if (this.line.length < 3) { this.clear(); return; }
    await this.catch(this.line);
  }

  /** @param {[number, number][]} line */
  async catch(line) {
    const box = boxAround(line);
    const missing = this.tiles.missing(box, Infinity).length;
    const isEstimate = missing > exactTiles;
    if (!isEstimate) while (await this.tiles.fetch(box, Infinity)) { /* until all that can come is here */ }
    if (this.line !== line) return;
    const { docs, counts } = caught(line, this.tiles.inBox(box), this.shown);
    this.lassoCaught = { docs, counts: isEstimate ? estimated(line, this.root, this.shown) : counts, isEstimate };
    if (this.lassoOn) this.setLasso(false);
    this.draw(false);
    await this.say();
    if (this.options.onLasso) this.options.onLasso(docs);
  }

  // Saying

  /** @param {number[]} docs @returns {Promise<(SearchRecord | null)[]>} */
  async records(docs) {
    const unknown = docs.filter((doc) => !this.known.has(doc));
    if (unknown.length) {
      try {
        const records = await this.options.client.records(unknown);
        unknown.forEach((doc, i) => this.known.set(doc, records[i]));
      } catch (error) {
        this.tiles.trouble = /** @type {Error} */ (error);
      }
    }
    return docs.map((doc) => this.known.get(doc) || null);
  }

  /** The list: what the lasso caught, else the lit in view, else the most popular in view. */
  async say() {
    const mine = this.looks;
    const now = this.lassoCaught ? this.caughtList(this.lassoCaught) : this.viewList();
    const records = await this.records(now.docs.slice(0, listed));
    if (mine !== this.looks && !this.lassoCaught) return;
    const trouble = this.tiles.trouble ? `${this.tiles.trouble.message} The rest of the map stands.` : undefined;
    this.tiles.trouble = null;
    fill(this.panel, ...listOf({ title: now.title, counts: now.counts, isEstimate: now.isEstimate, records, more: now.total - Math.min(listed, now.docs.length), trouble, chosen: this.picked },
      { pick: (id) => this.mark(id), href: this.options.href, clear: this.lassoCaught ? () => this.clear() : null }));
    if (this.lassoCaught) announce(now.title);
  }

  /** @param {{ docs: number[], counts: number[], isEstimate: boolean }} lasso */
  caughtList({ docs, counts, isEstimate }) {
    const total = counts.reduce((a, b) => a + b, 0);
    const title = total === 0 ? 'No model lies within the lasso' : `${isEstimate ? '≈ ' : ''}${isEstimate ? format.compact(total) : format.int(total)} ${format.noun(total, 'model')} within the lasso`;
    return { docs, counts, isEstimate, total, title };
  }

  viewList() {
    const box = boxOf(this.view, this.size);
    const corners = /** @type {[number, number][]} */ ([[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]);
    const { docs } = caught(corners, this.tiles.inBox(box), this.shown);
    const { matches } = this;
    if (matches) {
      const lit = docs.filter((doc) => indexOf(matches, doc) >= 0);
      const title = `${format.count(matches.length, 'model')} ${matches.length === 1 ? 'matches' : 'match'}; ${format.int(lit.length)} lit here`;
      return { docs: lit, counts: undefined, isEstimate: false, total: lit.length, title };
    }
    const counts = estimated(corners, this.root, this.shown);
    const total = Math.max(docs.length, counts.reduce((a, b) => a + b, 0));
    return { docs, counts: undefined, isEstimate: true, total, title: this.view.k > 1.05 ? 'Most popular in view' : 'Most popular on the map' };
  }

  /**
   * A list's row is pointed at: its dot is ringed.
   * @param {string} id
   */
  async mark(id) {
    const entry = [...this.known].find(([, record]) => record && record.id === id);
    const place = entry && (await this.tiles.placesOf([entry[0]])).get(entry[0]);
    this.chosen = place || null;
    this.draw(false);
  }

  // Lighting

  /** @param {{ docs: Uint32Array } | null} matches @param {{ doc: number }[]} hits */
  async light(matches, hits) {
    this.matches = matches ? matches.docs : null;
    this.looks += 1;
    const mine = this.looks;
    this.stars = [];
    this.draw(false);
    const places = matches ? await this.tiles.placesOf(hits.map((hit) => hit.doc)) : new Map();
    if (mine !== this.looks) return;
    this.stars = [...places.values()];
    this.settle();
  }
}
