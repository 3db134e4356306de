/** The page of the search: a query and filters in the address, answers as they come, each wholly drawn from the state. */
import { visible } from '../chart/words.js';
import { asksTheSame, defaults, filterKeys, hashOf, mostPins, stateOf } from './address.js';
import { ask, more, requestOf } from './asking.js';
import { chooserIn } from './chooser.js';
import { facetsIn } from './facets.js';
import { keysIn } from './keys.js';
import { mapIn } from './map.js';
import { railIn } from './rail.js';
import { remember } from './recent.js';
import { find, fold, isWide, showHead, showRail, showView } from './showing.js';

const pauseMs = 45;

export class SearchPage {
  /** @param {any} engine @param {{ folder: string, map?: string }} names */
  constructor(engine, names) {
    this.engine = engine;
    this.field = /** @type {HTMLInputElement} */ (find('[data-find] input'));
    this.state = stateOf(location.hash);
    /** @type {SearchAnswer | null} */ this.answer = null;
    /** @type {FacetAnswer | null} */ this.counts = null;
    /** @type {SearchHit[]} */ this.related = [];
    /** Whether no further match came when more were asked for: copies that are folded count, too. */
    this.isAllShown = false;
    this.picked = '';
    this.isFolded = true;
    this.isWide = isWide();
    /** @type {any} */ this.pause = 0;
    /** @type {any} */ this.settle = 0;
    this.asked = 0;
    this.chooser = chooserIn(find('[data-hardware]'), (patch) => this.set(patch));
    this.facets = facetsIn(find('[data-facets]'), (key, value, on) => this.set({ [key]: on ? [...this.state[key], value] : without(this.state[key], value) }), (patch) => this.set(patch));
    this.rail = railIn(find('[data-rail]'), { similar: (id) => engine.similar(id, { top: 6 }), pin: (id) => this.pin(id), state: () => this.state, redraw: () => showRail(this) });
    this.map = mapIn(find('[data-map]'), engine, names, (look, isLeap) => this.looked(look, isLeap));
    /** Whether the index has a map and the site its script. */
    this.hasMap = false;
    this.mapScript = names.map;
    this.wire();
    this.restore();
    this.learn();
    // Who came to search types at once; on a phone that would throw the keyboard over the page.
    if (!location.hash && matchMedia('(min-width: 720px)').matches) this.field.focus();
  }

  wire() {
    const { field } = this;
    field.addEventListener('focus', () => this.engine.warm(), { once: true });
    field.addEventListener('input', () => this.typed());
    find('[data-find]').addEventListener('submit', (event) => { event.preventDefault(); ask(this, false); remember(this.state.q); });
    const read = () => { if (hashOf(stateOf(location.hash)) !== hashOf(this.state)) this.restore(); };
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    addEventListener('pagehide', () => this.keep());
    addEventListener('resize', () => { if (this.isWide !== isWide()) showRail(this); });
    find('[data-facets]').addEventListener('keydown', (event) => { if (event.key === 'Escape' && !this.isFolded) fold(this); });
    keysIn(field, find('[data-list]'), () => { field.value = ''; this.typed(); });
  }

  /** What the index says of itself. Where it says nothing the first answer fails too, and tells the reader. */
  async learn() {
    try {
      const about = await this.engine.about();
      this.facets.knowNewest(about.newestDay);
      this.hasMap = Boolean(about.map && this.mapScript);
      if (this.hasMap && this.answer) { showHead(this); showView(this); }
    } catch (error) { /* as above */ }
  }

  /** Takes the state from the address: at the beginning, by the back button, by a link. */
  restore() {
    const before = this.state;
    this.state = stateOf(location.hash);
    if (this.answer && asksTheSame(before, this.state)) { showHead(this); showView(this); return; }
    this.field.value = this.state.q;
    this.picked = '';
    ask(this, false);
  }

  /**
   * How far the reader had gone when they left this answer for another page; once, when they come back.
   * @returns {{ shown: number, y: number } | null}
   */
  leftAt() {
    const left = history.state;
    if (!left || typeof left.shown !== 'number' || typeof left.y !== 'number') return null;
    history.replaceState(null, '');
    return left;
  }

  /** A letter more: the address follows without a new step for the back button. */
  typed() {
    this.state = { ...this.state, q: this.field.value, exact: '' };
    this.write(true);
    document.documentElement.dataset.asked = 'waiting';
    clearTimeout(this.pause);
    this.pause = setTimeout(() => ask(this, true), pauseMs);
  }

  /** @param {State} patch */
  set(patch) {
    this.state = { ...this.state, ...patch };
    this.write(false);
    if (Object.keys(patch).every((key) => key === 'pins')) { showHead(this); showRail(this); return; }
    if (Object.keys(patch).every((key) => key === 'view')) { showHead(this); showView(this); return; }
    ask(this, false);
  }

  /**
   * The map was moved: the address follows.
   * @param {import('../search/map-address.js').MapState} look @param {boolean} isLeap a step for the back button
   */
  looked(look, isLeap) {
    if (this.state.view !== 'map') return;
    this.state = { ...this.state, ...look };
    this.write(!isLeap);
  }

  /** @param {boolean} quiet */
  write(quiet) {
    const text = hashOf(this.state);
    if (text === location.hash.replace(/^#/, '')) return;
    const url = text ? `#${text}` : location.pathname + location.search;
    if (quiet) history.replaceState(null, '', url); else history.pushState(null, '', url);
  }

  /** @param {string} id */
  pin(id) {
    const { pins } = this.state;
    this.set({ pins: pins.includes(id) ? pins.filter((/** @type {string} */ p) => p !== id) : [...pins, id].slice(0, mostPins) });
  }

  isFiltered() { return filterKeys.some((key) => this.state[key].length > 0); }

  /** @param {string} key @param {string} value */
  drop(key, value) {
    const now = this.state[key];
    this.set(Array.isArray(now) ? { [key]: now.filter((v) => v !== value) } : key === 'fits' ? { fits: '', device: '' } : { [key]: '' });
  }

  clear() { this.set(Object.fromEntries([...filterKeys, 'device'].map((key) => [key, defaults[key]]))); }

  title() {
    const name = document.title.replace(/^.* · /, '');
    document.title = `${this.state.q.trim() ? `${visible(this.state.q.trim().slice(0, 60))} · Search` : 'Which model do I need?'} · ${name}`;
  }

  keep() {
    if (!this.answer || !this.answer.hits.length) return;
    remember(this.state.q);
    history.replaceState({ shown: this.answer.hits.length, y: scrollY }, '');
  }

  request() { return requestOf(this); }

  more() { return more(this); }
}

/**
 * An address may spell a value in any case.
 * @param {string[]} list @param {string} value
 */
const without = (list, value) => list.filter((v) => v.toLowerCase() !== value.toLowerCase());
