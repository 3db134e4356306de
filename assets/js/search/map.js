/**
 * The map of all models: placed by meaning, named by region, colored by modality; a lasso makes a list, a search lights its hits.
 *
 *     const map = await mountMap(box, { client, load, href: (id) => `model.html#${id}`, look: state, onLook: (state, isLeap) => … });
 *     map.light(await client.matches(request), answer.hits);      all matches lit, the listed hits ringed
 *     map.light(null);                                            all as before
 *     map.look(state);                                            as `map-address.js` wrote it
 *     map.stop();
 *
 * `client` answers `about()` and `records(docs)`; `load(name, file)` gives a file's unpacked bytes. Rejects with a sentence when
 * there is no map or its root cannot be read. This file holds the parts together: `map-moves.js` the view, `map-names.js` the
 * names, `map-picking.js` single models, `map-steps.js` steps from one to the next, `map-lassoing.js` the lasso, `map-listing.js` the
 * list, `map-keys.js` the keyboard, `map-picture.js` the canvas.
 */
import { announce } from '../chart/announce.js';
import { fill } from '../chart/dom.js';
import { onTheme } from '../chart/theme.js';
import { lookOf, stateOf } from './map-address.js';
import { chipsOf, drawBar, drawKey } from './map-bar.js';
import { modalityOrder } from './map-format.js';
import { keysOn } from './map-keys.js';
import { styles } from './map-labels.js';
import { Lassoing } from './map-lassoing.js';
import { viewList } from './map-lists.js';
import { Moves } from './map-moves.js';
import { Names } from './map-names.js';
import { Listing } from './map-listing.js';
import { Picking } from './map-picking.js';
import { Picture } from './map-picture.js';
import { handsOn } from './map-pointer.js';
import { Records } from './map-records.js';
import { stageIn } from './map-stage.js';
import { stepAlong, walkOf } from './map-steps.js';
import { MapTiles, indexOf } from './map-tiles.js';
import { bounded, boxOf, depthFor, wholeMap } from './map-view.js';

/** @typedef {import('./map-address.js').MapState} MapState */
/**
 * @typedef {{
 *   client: { about(): Promise<SearchAbout>, records(docs: (number | string)[]): Promise<(SearchRecord | null)[]> },
 *   load: (name: string, file: string) => Promise<Uint8Array>, href: (id: string) => string,
 *   look?: MapState, onLook?: (state: MapState, isLeap: boolean) => void, onLasso?: (docs: number[]) => void,
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
    this.shown = modalityOrder.map(() => true);
    /** @type {Uint32Array | null} */ this.matches = null;
    /** @type {number[]} the best matches */ this.hits = [];
    /** @type {[number, number][]} */ this.stars = [];
    this.looks = 0;
    /** What the address has. */
    this.told = '';
    const { bar, stage, key, panel, names } = stageIn(box, root);
    this.bar = bar;
    this.stage = stage;
    this.key = key;
    this.picture = new Picture(stage, root, this.shown);
    this.records = new Records(options.client);
    this.moves = new Moves({ size: () => this.picture.size, moving: () => this.moving(), stands: (move) => this.stands(move) });
    this.names = new Names(names, root.labels, (label) => this.into(label));
    this.picking = new Picking(stage, { scene: () => this.scene(false), records: this.records, changed: () => this.changed() });
    this.listing = new Listing(panel, {
      records: this.records, tiles, href: options.href, chosen: () => this.picking.record, mark: (id) => this.mark(id),
      clear: () => { this.away(); stage.focus({ preventScroll: true }); },
    });
    this.lasso = new Lassoing({
      now: () => this, view: () => this.moves.view, size: () => this.picture.size, drawn: () => this.soon(), taken: (isOn) => this.tookLasso(isOn),
      caught: (docs) => this.caught(docs), dropped: () => this.away(),
    });
    stage.prepend(this.picture.canvas);
    this.drawTools();
    this.wire();
    this.resize();
    if (options.look) this.look(options.look);
  }

  handle() {
    return {
      light: (/** @type {{ docs: Uint32Array } | null} */ matches, /** @type {{ doc: number }[]} */ hits = []) => this.light(matches, hits),
      look: (/** @type {MapState} */ state) => this.look(state),
      resize: () => this.resize(),
      stop: () => this.stop(),
    };
  }

  drawTools() {
    drawBar(this.bar, this.lasso.isOn, { lasso: () => this.lasso.take(!this.lasso.isOn), zoom: (factor) => this.moves.zoom(factor), whole: () => this.moves.fly(wholeMap()), full: () => this.fullScreen() });
    drawKey(this.key, chipsOf(this.root.totals, this.shown), (code) => this.toggle(code));
  }

  wire() {
    const { stage, moves, picking } = this;
    this.handsOff = handsOn(stage, {
      view: () => moves.view, size: () => this.picture.size, isLasso: () => this.lasso.isOn, go: (view) => moves.drag(view),
      point: (px, py) => picking.point(px, py), leave: () => picking.leave(), pick: (px, py) => picking.click(px, py),
      lasso: (points, isDone) => this.lasso.draw(points, isDone),
    });
    keysOn(stage, {
      walk: (way) => this.names.walk(way), pan: (way) => moves.pan(way, 80), zoom: (factor) => moves.zoom(factor, true), whole: () => moves.fly(wholeMap(), { byKey: true }),
      step: (by) => this.stepBy(by), open: () => this.open(), away: () => this.away(),
    });
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(stage);
    onTheme(() => { this.picture.recolor(this.shown); this.draw(false); });
  }

  stop() {
    if (this.handsOff) this.handsOff();
    if (this.watch) this.watch.disconnect();
    this.picture.stop();
    this.moves.stop();
    fill(this.box);
  }

  resize() {
    if (!this.picture.resize()) return;
    this.moves.view = bounded(this.moves.view, this.picture.size);
    this.settle();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen(); else this.box.requestFullscreen().catch(() => announce('This browser refused to fill the screen.'));
  }

  // Seeing

  /** @param {boolean} moving @returns {import('./map-draw.js').Scene} */
  scene(moving) {
    const { matches, picture: { size, wash }, moves: { view } } = this;
    return {
      view, size, tiles: this.tiles.inBox(boxOf(view, size)), shown: this.shown, moving, wash,
      lit: matches ? (doc) => indexOf(matches, doc) >= 0 : null, stars: this.stars, chosen: this.picking.place, lasso: this.lasso.line,
    };
  }

  /** @param {boolean} moving */
  draw(moving) {
    const { picture, moves: { view } } = this;
    if (!picture.size.W) return;
    picture.draw(this.scene(moving));
    this.names.draw(view, picture.size, this.shown);
    this.stage.classList.toggle('is-near', view.k > 1);
  }

  soon() { this.picture.soon(() => this.draw(true)); }

  moving() {
    this.picking.leave();
    this.soon();
  }

  /** @param {import('./map-moves.js').Move} move */
  stands({ isLeap, byKey }) {
    this.tell(isLeap);
    this.settle(byKey);
  }

  /**
   * The picture stands: all its dots, the tiles that it lacks, what lies in it.
   * @param {boolean} [aloud]
   */
  async settle(aloud = false) {
    this.looks += 1;
    const mine = this.looks;
    this.draw(false);
    const box = boxOf(this.moves.view, this.picture.size);
    const depth = depthFor(this.moves.view, this.picture.size);
    this.say();
    while (await this.tiles.fetch(box, depth)) {
      if (mine !== this.looks) return;
      this.draw(false);
    }
    if (mine === this.looks) this.say(aloud);
  }

  /** @param {string} code */
  toggle(code) {
    const m = modalityOrder.indexOf(code);
    this.shown[m] = !this.shown[m];
    // None left to show is no picture: then all are.
    if (!this.shown.some((on, i) => on && this.root.totals[i] > 0)) this.shown = this.shown.map(() => true);
    this.changedShown();
    this.tell(false);
  }

  changedShown() {
    this.drawTools();
    this.picture.recolor(this.shown);
    this.lasso.again();
    this.settle();
  }

  // The address

  state() { return stateOf({ view: this.moves.view, shown: this.shown, dot: this.picking.record ? this.picking.record.id : '', line: this.lasso.list ? this.lasso.line : null }); }

  /** @param {boolean} isLeap a step for the back button */
  tell(isLeap) {
    const state = this.state();
    if (JSON.stringify(state) === this.told) return;
    this.told = JSON.stringify(state);
    if (this.options.onLook) this.options.onLook(state, isLeap);
  }

  /**
   * Shows what an address says, and tells nobody.
   * @param {MapState} state
   */
  async look(state) {
    if (JSON.stringify(state) === this.told) return;
    this.told = JSON.stringify(state);
    const look = lookOf(state);
    this.moves.stop();
    this.moves.view = this.picture.size.W ? bounded(look.view, this.picture.size) : look.view;
    this.picking.place = null;
    this.picking.record = null;
    this.lasso.drop();
    this.shown = look.shown;
    this.changedShown();
    if (look.line) await this.lasso.catch(look.line);
    if (look.dot) await this.keepNamed(look.dot);
  }

  /** @param {string} id */
  async keepNamed(id) {
    const record = await this.records.named(id);
    const place = record && (await this.tiles.placesOf([record.doc])).get(record.doc);
    if (!record || !place) return;
    this.picking.place = place;
    this.picking.record = record;
    this.draw(false);
    this.say();
  }

  // Choosing

  /** @param {import('./map-format.js').MapLabel} label */
  into(label) {
    const next = styles[Math.min(label.level + 1, styles.length - 1)].from;
    this.moves.fly({ k: Math.max(this.moves.view.k * 1.8, next * 1.15), cx: label.x, cy: label.y }, { byKey: true });
    this.stage.focus({ preventScroll: true });
  }

  /** What is kept has changed. */
  changed() {
    this.draw(false);
    this.say();
    this.tell(false);
  }

  /** @param {number} by */
  async stepBy(by) {
    const docs = walkOf(this.hits, this.matches, this.listing.list ? this.listing.list.docs : []);
    await stepAlong(docs, by, { picking: this.picking, records: this.records, tiles: this.tiles, moves: this.moves, size: this.picture.size });
    this.stage.focus({ preventScroll: true });
  }

  /** @returns {boolean} */
  open() {
    const { record } = this.picking;
    if (record) location.href = this.options.href(record.id);
    return record !== null;
  }

  /**
   * A row of the list is pointed at: its dot is ringed.
   * @param {string} id
   */
  async mark(id) {
    const record = await this.records.named(id);
    const place = record && (await this.tiles.placesOf([record.doc])).get(record.doc);
    this.picking.place = place || null;
    this.draw(false);
  }

  /** @returns {boolean} */
  away() {
    const hadLasso = this.lasso.drop();
    const was = this.picking.drop() || hadLasso;
    if (was) this.settle();
    return was;
  }

  /** @param {boolean} isOn */
  tookLasso(isOn) {
    this.stage.classList.toggle('lassoing', isOn);
    this.drawTools();
  }

  /** @param {number[]} docs */
  caught(docs) {
    this.draw(false);
    this.say(true);
    this.tell(true);
    if (this.options.onLasso) this.options.onLasso(docs);
  }

  /** @param {boolean} [aloud] */
  say(aloud = false) { return this.listing.say(this.lasso.list || viewList(this, this.moves.view, this.picture.size), aloud); }

  /** @param {{ docs: Uint32Array } | null} matches @param {{ doc: number }[]} hits */
  async light(matches, hits) {
    this.matches = matches ? matches.docs : null;
    this.hits = matches ? hits.map((hit) => hit.doc) : [];
    this.looks += 1;
    const mine = this.looks;
    this.stars = [];
    this.draw(false);
    const places = await this.tiles.placesOf(this.hits);
    if (mine !== this.looks) return;
    this.stars = this.hits.flatMap((doc) => { const place = places.get(doc); return place ? [place] : []; });
    this.lasso.again();
    this.settle();
  }
}
