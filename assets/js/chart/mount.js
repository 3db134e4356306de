/** A figure that lives: its JSON read, its state from the address, drawn again whenever one of them changes. */
import { h, fill, toNode } from './dom.js';
import * as format from './format.js';
import * as hash from './state.js';
import { announce } from './announce.js';
import { choices, known } from './known.js';
import { cardOn } from './tooltip.js';
import { legendNode } from './legend.js';
import { loadShard } from './shard.js';
import { Shelf } from './shelf.js';
import { newSVG, wordsOf } from './still.js';
import { tableNode, ordered, cap } from './table.js';
import { toolbarIn } from './toolbar.js';
import * as take from './export.js';

/**
 * @param {Element} root the figure element @param {boolean} first whether its keys in the address stand without prefix
 * @param {{ [kind: string]: Kind }} kinds those that the page has
 */
export function mount(root, first, kinds) {
  const script = root.querySelector('[data-figure-json]');
  const stage = root.querySelector('[data-stage]');
  if (!script || !(stage instanceof HTMLElement)) return null;
  /** @type {Figure} */
  const figure = JSON.parse(script.textContent || '{}');
  const kind = kinds[figure.kind];
  if (!kind) return null;
  return new View(root, stage, figure, kind, first ? '' : `${figure.id}.`);
}

const box = (/** @type {Element} */ root, /** @type {string} */ selector) => /** @type {HTMLElement | null} */ (root.querySelector(selector));

/** What a live figure is made of; chart kinds get it in `live(view)`. */
export class View {
  /** @param {Element} root @param {HTMLElement} stage @param {Figure} figure @param {Kind} kind @param {string} prefix */
  constructor(root, stage, figure, kind, prefix) {
    Object.assign(this, { root, stage, figure, kind, prefix });
    this.root = root;
    this.stage = stage;
    this.figure = figure;
    this.kind = kind;
    this.prefix = prefix;
    this.named = root.closest('[data-community]') !== null;
    this.table = figure.table;
    this.shelf = new Shelf(figure);
    /** @type {State} */
    this.defaults = { ...kind.defaults(figure), view: 'chart' };
    this.whole = !figure.shard;
    this.state = this.asked();
    this.phone = () => window.innerWidth < 720;
    /** @type {any} */ this.svg = null;
    /** @type {any} */ this.placed = null;
    /** @type {any} */ this.previous = null;
    /** @type {any} */ this.series = null;
    /** @type {Description} */ this.words = { title: '', subtitle: '' };
    /** @type {any} */ this.live = {};
    this.width = 0;
    /** @type {{ sort?: string, down?: boolean, find?: string, limit?: number }} */
    this.tableView = {};
    this.card = cardOn(stage);
    this.main = figure.role === 'main';
    const bar = box(root, '[data-toolbar]');
    this.toolbar = bar && this.main ? toolbarIn(bar, this.acts()) : null;
    this.bar = bar;
    this.wireTable();
    this.render();
    new ResizeObserver(() => { if (Math.abs(stage.clientWidth - this.width) > 0.5 && stage.clientWidth > 0) requestAnimationFrame(() => this.render()); }).observe(stage);
  }

  acts() {
    const name = `hubatlas-${this.figure.id}`;
    const link = () => location.href;
    const said = (/** @type {boolean} */ ok, /** @type {string} */ what) => this.say(ok ? `${what} copied.` : `${what} could not be copied.`, true);
    return {
      views: true,
      set: (/** @type {State} */ patch, /** @type {boolean} */ quiet = false) => this.set(patch, quiet),
      reset: () => this.set({ ...this.defaults, pins: this.state.pins, view: this.state.view }),
      downloads: /** @type {[string, () => void][]} */ ([
        ['Picture, PNG', () => { const s = this.picture(); take.png(s.text, s.W, s.H).then((b) => take.save(`${name}.png`, b, 'image/png'), () => this.say('The picture could not be made.', true)); }],
        ['Picture, SVG', () => take.save(`${name}.svg`, this.picture().text, 'image/svg+xml')],
        ['Rows shown, CSV', () => take.save(`${name}.csv`, take.csv(this.shown()), 'text/csv')],
        ['Figure and data, JSON', () => take.save(`${name}.json`, take.json(this.figure, this.words, this.shown(), this.state, link()), 'application/json')],
      ]),
      links: /** @type {[string, () => void][]} */ ([
        ['Copy link to this view', () => take.copy(link()).then((ok) => said(ok, 'Link'))],
        ['Copy citation', () => take.copy(take.citation(this.figure, this.words, link())).then((ok) => said(ok, 'Citation'))],
      ]),
      full: () => { if (document.fullscreenElement) document.exitFullscreen(); else this.root.requestFullscreen().catch(() => this.say('This browser refuses full screen here.', true)); },
      find: (/** @type {string} */ text) => (this.live.find ? this.live.find(text) : []),
      fly: (/** @type {string} */ id) => { if (this.live.fly) this.live.fly(id); },
    };
  }

  /** The rows that are displayed. */
  shown() { return this.kind.display(this.series, this.figure, this.state); }

  /** The color key as it is now. */
  chips() { return this.kind.legend && this.figure.role !== 'story' ? this.kind.legend(this.series, this.figure, this.state) : []; }

  picture() {
    const context = { id: `${this.figure.id}-export`, figure: this.figure, state: this.state, live: false };
    return take.standaloneSVG(this.figure, this.words, this.placed.frame, (g) => this.kind.draw(g, this.placed, context), this.stage, this.chips());
  }

  /**
   * Changes the state, the address and the drawing.
   * @param {State} patch @param {boolean} [quiet] no new step for the back button
   */
  set(patch, quiet = false) {
    this.state = { ...this.state, ...patch };
    this.writeAddress(quiet);
    this.render();
  }

  /** The state of the address; what the figure does not know is dropped from both. */
  asked() {
    const state = hash.read(location.hash, this.defaults, this.prefix);
    const accepts = { ...choices(this.kind.controls(this.figure, state, this.table)), ...(this.kind.accepts ? this.kind.accepts(this.figure, this.table, this.whole) : {}) };
    const kept = known(state, this.defaults, { view: (v) => v === 'chart' || v === 'table', ...accepts });
    if (JSON.stringify(kept) !== JSON.stringify(state)) this.writeAddress(true, kept);
    return kept;
  }

  /** @param {boolean} quiet @param {State} [state] */
  writeAddress(quiet, state = this.state) {
    const text = hash.merge(location.hash, state, this.defaults, this.prefix, this.named);
    if (text === location.hash.replace(/^#/, '')) return;
    const url = text ? `#${text}` : location.pathname + location.search;
    if (quiet) history.replaceState(null, '', url); else history.pushState(null, '', url);
  }

  /** The address changed under us: back button, or a link to a state. */
  readAddress() {
    const state = this.asked();
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.render();
  }

  render() {
    const { figure, kind, stage } = this;
    const table = this.state.view === 'table' && this.main;
    stage.hidden = table;
    this.shelf.want(this.state, () => this.render(), (text) => this.say(text, true));
    this.series = kind.series(this.shelf.table(this.state) || this.table, figure, this.state);
    this.words = wordsOf(figure, kind, this.series, this.state);
    this.width = stage.clientWidth || this.width || 320;
    const frame = kind.frame(this.width, figure.role);
    this.card.hide();
    if (this.live.stop) this.live.stop();
    this.previous = this.placed;
    this.placed = kind.place(this.series, frame, figure, this.state, this.live.transform);
    const focused = this.drawSVG(frame);
    this.live = (kind.live && kind.live(this)) || {};
    if (focused) this.focusAgain(focused);
    this.showWords();
    this.showTable(table);
  }

  /** @param {Frame} frame @returns {string | null} what had the focus */
  drawSVG(frame) {
    const svg = newSVG(document, frame, this.words.title);
    // What is inside a picture is hidden from assistive technology; a live chart has stops inside.
    if (this.kind.live) svg.attr('role', 'group');
    this.stage.dataset.live = 'svg';
    const empty = box(this.stage, '.empty') || toNode(h('p', { class: 'empty' }));
    const old = this.svg && this.svg.node();
    const focused = old && old.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-key') || document.activeElement.getAttribute('data-i') || 'svg' : null;
    this.kind.draw(svg, this.placed, { id: `${this.figure.id}-live`, figure: this.figure, state: this.state, live: true });
    if (old) old.replaceWith(svg.node()); else this.stage.querySelectorAll('.still').forEach((s) => s.remove());
    if (!old) this.stage.prepend(svg.node());
    this.svg = svg;
    const none = this.rowsShown() === 0;
    empty.hidden = !none;
    empty.textContent = none ? this.kind.empty || '' : '';
    if (!empty.parentNode) this.stage.append(empty);
    return focused;
  }

  /** @param {string} key what had the focus in the picture before, which is now drawn again and wired */
  focusAgain(key) {
    const again = this.svg.node().querySelector(`[data-key="${CSS.escape(key)}"], [data-i="${CSS.escape(key)}"]`) || (this.svg.attr('tabindex') !== null ? this.svg.node() : null);
    if (again) again.focus();
    if (this.live.focused) this.live.focused();
  }

  rowsShown() {
    const t = this.shown();
    return t.columns.length ? t.values[t.columns[0].key].length : 0;
  }

  showWords() {
    const { root, kind, figure, state } = this;
    const set = (/** @type {string} */ selector, /** @type {string} */ text) => { const e = box(root, selector); if (e && text && e.textContent !== text) e.textContent = text; };
    if (this.main) { set('.fig-title', this.words.title); set('.fig-sub', this.words.subtitle); }
    const chips = this.chips();
    const legend = box(root, '[data-legend]');
    if (legend && chips.length) this.showLegend(legend, chips);
    const extra = kind.extra ? kind.extra(this.series, this.placed, figure) : null;
    const head = box(root, '.plate-head');
    if (head && extra && this.main) {
      head.querySelectorAll('.sizekey').forEach((e) => e.remove());
      head.append(toNode(extra));
    }
    if (this.toolbar) this.toolbar.update(kind.controls(figure, state, this.table), state, hash.write({ ...state, view: 'chart', pins: this.defaults.pins }, this.defaults) !== '');
  }

  /** @param {HTMLElement} legend @param {Chip[]} chips */
  showLegend(legend, chips) {
    const filter = 'off' in this.defaults;
    const held = legend.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-key') : null;
    fill(legend, legendNode(chips, filter ? (key) => {
      const off = new Set(this.state.off);
      if (off.has(key)) off.delete(key); else off.add(key);
      this.set({ off: [...off].sort() });
      announce(`${this.words.title}. ${this.words.subtitle}`);
    } : null, this.kind.keyOf));
    if (held) { const b = box(legend, `[data-key="${CSS.escape(held)}"]`); if (b) b.focus(); }
  }

  wireTable() {
    const details = box(this.root, '[data-table]');
    if (details) details.addEventListener('toggle', () => { if (/** @type {HTMLDetailsElement} */ (details).open) this.fillTable(); });
  }

  /** @param {boolean} wanted the reader chose the table instead of the chart */
  showTable(wanted) {
    const details = /** @type {HTMLDetailsElement | null} */ (box(this.root, '[data-table]'));
    if (!details) return;
    if (wanted && !details.open) details.open = true; else if (details.open) this.fillTable();
  }

  fillTable() {
    const details = box(this.root, '[data-table]');
    const scroll = details && box(details, '.scroll');
    if (!details || !scroll) return;
    const table = this.shown();
    const view = this.tableView;
    const rows = ordered(table, view).length;
    const limit = view.limit || cap;
    fill(scroll, tableNode(table, { ...view, limit, caption: this.words.title, onsort: (key) => {
      view.down = view.sort === key ? !view.down : !['category', 'modelID', 'owner', 'text', 'month', 'day'].includes((table.columns.find((c) => c.key === key) || { kind: '' }).kind);
      view.sort = key;
      this.fillTable();
      const again = scroll.querySelector(`[aria-sort] .sort`);
      if (again instanceof HTMLElement) again.focus();
    } }));
    this.showTools(box(details, '.table-tools') || this.tableTools(scroll), rows, limit, scroll.scrollWidth > scroll.clientWidth + 1);
  }

  /** @param {HTMLElement} scroll @returns {HTMLElement} what stands above the table */
  tableTools(scroll) {
    const view = this.tableView;
    const tools = toNode(h('div', { class: 'table-tools' },
      h('label', { class: 'ctl-plain' }, h('span', null, 'Rows with'), h('input', { type: 'search', placeholder: 'any word', oninput: (/** @type {any} */ e) => { view.find = e.target.value; this.fillTable(); } })),
      h('span', { class: 'n', 'aria-live': 'polite' }), h('span', { class: 'more', hidden: true }, 'more columns to the right'),
      h('button', { type: 'button', class: 'act', hidden: true, onclick: () => { view.limit = Infinity; this.fillTable(); } }, '')));
    scroll.before(tools);
    return tools;
  }

  /** @param {HTMLElement} tools @param {number} rows @param {number} limit @param {boolean} wide more than can be seen at once */
  showTools(tools, rows, limit, wide) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (box(tools, selector));
    part('.n').textContent = rows > limit ? `the first ${format.int(limit)} of ${format.count(rows, 'row')}` : format.count(rows, 'row');
    part('.more').hidden = !wide;
    part('button').hidden = rows <= limit;
    part('button').textContent = `Show all ${format.int(rows)}`;
  }

  /**
   * A sentence in the figure for a while (and for the ear).
   * @param {string} text @param {boolean} [brief]
   */
  say(text, brief = false) {
    announce(text);
    let line = box(this.root, '.figure-says');
    if (!line) { line = toNode(h('p', { class: 'figure-says' })); this.stage.after(/** @type {any} */ (line)); }
    const p = /** @type {HTMLElement} */ (line);
    p.textContent = text;
    if (brief) setTimeout(() => { if (p.textContent === text) p.remove(); }, 4000);
  }

  /** The whole table, when it has a shard of its own. */
  async loadRest() {
    const { figure } = this;
    if (!figure.shard) return;
    try {
      this.table = await loadShard(figure.id, figure.shard);
      this.whole = true;
      this.state = this.asked();
      this.render();
    } catch (error) {
      this.say(`The ${format.int(figure.rows.inline)} greatest of ${format.int(figure.rows.live)} are shown; the rest could not be loaded: ${/** @type {Error} */ (error).message}.`);
    }
  }
}
