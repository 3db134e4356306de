/** The page of the search: a query and filters in the address, answers as they come, each wholly drawn from the state. */
import { announce } from '../chart/announce.js';
import { fill, h, toNode } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { visible } from '../chart/words.js';
import { asksTheSame, defaults, filterKeys, filtersOf, hashOf, lookOf, mostPins, stateOf } from './address.js';
import { chooserIn } from './chooser.js';
import { nothing } from './empty.js';
import { facetsIn } from './facets.js';
import { headOf, saidOf } from './head.js';
import { keysIn } from './keys.js';
import { mapIn } from './map.js';
import { fullCount, merged, withHeadings } from './parts.js';
import { railIn, similarList } from './rail.js';
import { remember } from './recent.js';
import { row } from './row.js';

const atOnce = 20;
/** These stand after two trips; the others come while they are read. */
const atFirst = 10;
const pauseMs = 45;
/** Who types on needs no rest of an answer. */
const restMs = 200;

const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

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
    /** @type {any} */ this.pause = 0;
    /** @type {any} */ this.settle = 0;
    this.asked = 0;
    this.chooser = chooserIn(find('[data-hardware]'), (patch) => this.set(patch));
    this.facets = facetsIn(find('[data-facets]'), (key, value, on) => this.set({ [key]: on ? [...this.state[key], value] : without(this.state[key], value) }), (patch) => this.set(patch));
    this.rail = railIn(find('[data-rail]'), { similar: (id) => engine.similar(id, { top: 6 }), pin: (id) => this.pin(id), state: () => this.state, redraw: () => this.showRail() });
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
    find('[data-find]').addEventListener('submit', (event) => { event.preventDefault(); this.ask(false); remember(this.state.q); });
    const read = () => { if (hashOf(stateOf(location.hash)) !== hashOf(this.state)) this.restore(); };
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    addEventListener('pagehide', () => this.keep());
    addEventListener('resize', () => { if (this.isWide !== isWide()) this.showRail(); });
    find('[data-facets]').addEventListener('keydown', (event) => { if (event.key === 'Escape' && !this.isFolded) this.fold(); });
    keysIn(field, find('[data-list]'), () => { field.value = ''; this.typed(); });
  }

  /** What the index says of itself. Where it says nothing the first answer fails too, and tells the reader. */
  async learn() {
    try {
      const about = await this.engine.about();
      this.facets.knowNewest(about.newestDay);
      this.hasMap = Boolean(about.map && this.mapScript);
      if (this.hasMap && this.answer) { this.showHead(); this.showView(); }
    } catch (error) { /* as above */ }
  }

  /** Takes the state from the address: at the beginning, by the back button, by a link. */
  restore() {
    const before = this.state;
    this.state = stateOf(location.hash);
    if (this.answer && asksTheSame(before, this.state)) { this.showHead(); this.showView(); return; }
    this.field.value = this.state.q;
    this.picked = '';
    this.ask(false);
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
    this.pause = setTimeout(() => this.ask(true), pauseMs);
  }

  /** @param {State} patch */
  set(patch) {
    this.state = { ...this.state, ...patch };
    this.write(false);
    if (Object.keys(patch).every((key) => key === 'pins')) { this.showHead(); this.showRail(); return; }
    if (Object.keys(patch).every((key) => key === 'view')) { this.showHead(); this.showView(); return; }
    this.ask(false);
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

  request() {
    const { q, sort, exact } = this.state;
    return { query: q, filters: filtersOf(this.state), sort: sort === 'best' && !q.trim() ? 'downloads' : sort, ...(exact ? { correct: false } : {}) };
  }

  /** @param {boolean} typing the last word may be unfinished */
  async ask(typing) {
    clearTimeout(this.pause);
    clearTimeout(this.settle);
    document.documentElement.dataset.asked = 'waiting';
    this.asked += 1;
    const mine = this.asked;
    this.chooser.show(this.state);
    this.title();
    const left = this.leftAt();
    const request = { ...this.request(), top: left ? Math.min(200, Math.max(atOnce, left.shown)) : atOnce, typing };
    try {
      if (!left) {
        const first = await this.engine.search({ ...request, top: atFirst, quick: true });
        if (mine !== this.asked) return;
        this.take(first);
        if (typing) await new Promise((done) => { setTimeout(done, restMs); });
        if (mine !== this.asked) return;
      }
      const answer = await this.engine.search(request);
      if (mine !== this.asked) return;
      this.take(answer);
      if (left) scrollTo(0, left.y);
      this.settle = setTimeout(() => this.say(), 700);
      await this.deepen(request, mine);
    } catch (error) {
      if (mine === this.asked) this.fail(/** @type {Error} */ (error));
    }
    if (mine === this.asked) document.documentElement.dataset.asked = 'done';
  }

  /** @param {SearchAnswer} answer */
  take(answer) {
    this.answer = answer;
    // What has only some of the words fills up ten rows, not twenty.
    if (answer.partial) answer.hits = answer.hits.slice(0, Math.max(atFirst, fullCount(answer.hits)));
    this.related = [];
    this.isAllShown = false;
    this.show();
  }

  /**
   * What comes while the answer stands: exact counts, and what is close in meaning where few match. Where it cannot come, a
   * line says so, and the answer stands.
   * @param {any} request @param {number} mine
   */
  async deepen(request, mine) {
    try {
      await this.count(request, mine);
      await this.relate(request, mine);
    } catch (error) {
      if (mine === this.asked && /** @type {Error} */ (error).name !== 'AbortError') this.keepNotes([{ kind: 'missing', text: /** @type {Error} */ (error).message }]);
    }
  }

  /** @param {any} request @param {number} mine */
  async count(request, mine) {
    const counts = await this.engine.facets(request);
    if (mine !== this.asked) return;
    this.counts = counts;
    const answer = /** @type {SearchAnswer} */ (this.answer);
    Object.assign(answer, counts.exact ? { total: counts.total, exact: true } : {}, { unknownSize: counts.unknownSize });
    this.showFacets();
    this.showHead();
    this.showMore();
    this.keepNotes(counts.notes);
  }

  /** @param {any} request @param {number} mine */
  async relate(request, mine) {
    const answer = /** @type {SearchAnswer} */ (this.answer);
    if (mine !== this.asked || !request.query.trim() || answer.total >= atOnce || request.sort !== 'best') return;
    const related = await this.engine.related({ ...request, top: 10 });
    if (mine !== this.asked) return;
    this.related = related.hits.filter((/** @type {SearchHit} */ r) => !answer.hits.some((a) => a.doc === r.doc))
      .map((/** @type {SearchHit} */ r) => ({ ...r, reasons: r.reasons.filter((why) => why !== 'meaning') }));
    this.showList();
    this.keepNotes(related.notes);
  }

  /** @param {SearchNote[]} notes */
  keepNotes(notes) {
    const answer = /** @type {SearchAnswer} */ (this.answer);
    for (const note of notes) if (!answer.notes.some((n) => n.text === note.text)) answer.notes.push(note);
    this.showNotes();
  }

  /** @param {Error} error */
  fail(error) {
    if (error.name === 'AbortError') return;
    find('[data-app]').hidden = true;
    find('[data-static]').hidden = false;
    const line = find('[data-says]');
    line.hidden = false;
    line.textContent = `${error.message.replace(/([^.])$/, '$1.')} Below stands what needs no search.`;
    announce(line.textContent);
    document.documentElement.dataset.ready = 'true';
  }

  show() {
    find('[data-app]').hidden = false;
    find('[data-static]').hidden = true;
    find('[data-lede]').hidden = this.state.q !== '' || this.isFiltered();
    this.showHead();
    this.showNotes();
    this.showFacets();
    this.showList();
    this.showRail();
    this.showView();
    document.documentElement.dataset.ready = 'true';
  }

  isFiltered() { return filterKeys.some((key) => this.state[key].length > 0); }

  showHead() {
    const box = find('[data-head]');
    const held = box.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-focus') : null;
    fill(box, headOf(this.answer, this.state, {
      sort: (sort) => this.set({ sort }), drop: (key, value) => this.drop(key, value), clear: () => this.clear(), unpin: (id) => this.pin(id),
      isFolded: this.isFolded, fold: () => this.fold(), views: this.hasMap, view: (view) => this.set({ view }),
    }));
    const again = held ? box.querySelector(`[data-focus="${CSS.escape(held)}"]`) : null;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  /** On a phone the filters are a sheet over the page. */
  fold() {
    this.isFolded = !this.isFolded;
    const sheet = find('[data-facets]');
    sheet.classList.toggle('on', !this.isFolded);
    this.showHead();
    this.showFacets();
    const next = this.isFolded ? find('[data-focus="fold"]') : sheet.querySelector('summary');
    if (next instanceof HTMLElement) next.focus();
  }

  showFacets() {
    this.facets.show(this.counts, this.state);
    if (this.isFolded) return;
    const answer = this.answer;
    find('[data-facets]').append(toNode(h('p', { class: 'done' }, h('button', { type: 'button', onclick: () => this.fold() }, answer ? `Show ${format.count(answer.total, 'model')}` : 'Done'))));
  }

  showNotes() { if (this.answer) fill(find('[data-notes]'), ...saidOf(this.answer, this.state, (patch) => this.set(patch))); }

  showList() {
    const { answer } = this;
    if (!answer) return;
    const list = find('[data-list]');
    const held = list.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute('data-open') : null;
    if (this.rail.id && !isWide()) find('[data-app]').append(find('[data-rail]'));
    // Before all was read nobody knows whether more match every word.
    const rows = (answer.isComplete ? withHeadings(answer.hits, this.state.q) : answer.hits).map((part) => (typeof part === 'string' ? h('li', { class: 'part' }, part) : row(part, this.state, this.acts())));
    if (this.related.length) rows.push(h('li', { class: 'part' }, 'Close in meaning'), ...this.related.map((hit) => row(hit, this.state, this.acts())));
    fill(list, ...rows);
    if (!answer.hits.length && answer.isComplete) list.prepend(toNode(h('li', null, nothing(answer, this.state, { drop: (key, value) => this.drop(key, value), clear: () => this.clear() }))));
    this.showMore();
    const again = held ? list.querySelector(`[data-open="${CSS.escape(held)}"]`) : null;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    this.markPicked();
  }

  acts() {
    return {
      pick: (/** @type {string} */ id) => this.pick(id), copies: (/** @type {string} */ id, /** @type {HTMLElement} */ box) => this.copies(id, box),
      owner: (/** @type {string} */ owner) => this.set({ owner: [owner] }),
    };
  }

  showMore() {
    const answer = /** @type {SearchAnswer} */ (this.answer);
    const left = answer.total - fullCount(answer.hits);
    fill(find('[data-more]'), left > 0 && !this.isAllShown ? h('button', { type: 'button', class: 'act', onclick: () => this.more() }, `Show ${format.int(Math.min(atOnce, left))} more`) : null);
  }

  async more() {
    const answer = /** @type {SearchAnswer} */ (this.answer);
    const mine = this.asked;
    const from = fullCount(answer.hits);
    try {
      const next = await this.engine.search({ ...this.request(), top: atOnce, offset: from, typing: false });
      if (mine !== this.asked) return;
      answer.hits = merged(answer.hits, next.hits.filter((/** @type {SearchHit} */ hit) => hit.isFull));
      this.isAllShown = fullCount(answer.hits) === from;
      this.showList();
      this.keepNotes(next.notes);
      const first = find('[data-list]').querySelectorAll('[data-open]')[from];
      if (first instanceof HTMLElement) first.focus();
    } catch (error) {
      if (/** @type {Error} */ (error).name !== 'AbortError') this.keepNotes([{ kind: 'missing', text: /** @type {Error} */ (error).message }]);
    }
  }

  /** @param {string} id @param {HTMLElement} box */
  async copies(id, box) {
    const list = toNode(h('div', { class: 'folded' }, 'Looking …'));
    box.append(list);
    try {
      const records = await this.engine.copies(id);
      fill(list, similarItems(records.filter((/** @type {SearchRecord} */ r) => r.id !== id)));
    } catch (error) {
      fill(list, /** @type {Error} */ (error).message);
    }
  }

  /** @param {string} id */
  pick(id) {
    if (this.picked === id) return;
    this.picked = id;
    this.markPicked();
    this.showRail();
  }

  markPicked() {
    for (const li of find('[data-list]').querySelectorAll('li.r')) {
      if (li.getAttribute('data-id') === this.picked) li.setAttribute('aria-current', 'true'); else li.removeAttribute('aria-current');
    }
  }

  /** The chosen model: beside the results where there is room, else below its own row. */
  showRail() {
    const rail = find('[data-rail]');
    this.isWide = isWide();
    const hits = [...(this.answer ? this.answer.hits : []), ...this.related];
    const asked = this.state.q.trim() !== '' || this.isFiltered();
    if (!hits.some((hit) => hit.id === this.picked)) this.picked = this.isWide && asked && hits.length ? hits[0].id : '';
    const hit = hits.find((other) => other.id === this.picked);
    const home = this.isWide || !hit ? find('[data-app]') : find(`[data-list] [data-id="${CSS.escape(hit.id)}"]`);
    if (rail.parentElement !== home) home.append(rail);
    if (hit) this.rail.model(hit.record); else if (!asked) this.rail.idle(); else this.rail.leave();
    this.markPicked();
  }

  /** The list, or the map in its place. */
  showView() {
    const isMap = this.state.view === 'map' && this.hasMap;
    find('[data-app]').classList.toggle('is-map', isMap);
    find('[data-map]').hidden = !isMap;
    for (const part of ['[data-list]', '[data-more]']) find(part).hidden = isMap;
    const asked = this.state.q.trim() !== '' || this.isFiltered();
    if (isMap && this.answer) this.map.show(asked ? { ...this.request(), typing: false } : null, asked ? this.answer.hits : [], lookOf(this.state));
  }

  /** @param {string} key @param {string} value */
  drop(key, value) {
    const now = this.state[key];
    this.set(Array.isArray(now) ? { [key]: now.filter((v) => v !== value) } : key === 'fits' ? { fits: '', device: '' } : { [key]: '' });
  }

  clear() { this.set(Object.fromEntries([...filterKeys, 'device'].map((key) => [key, defaults[key]]))); }

  /** For the ear, when the answer stands. */
  say() {
    if (!this.answer) return;
    const first = this.answer.hits[0];
    announce(`${find('[data-count]').textContent}${first ? `, first ${first.record.name} by ${first.record.owner}` : ''}`);
  }

  title() {
    const name = document.title.replace(/^.* · /, '');
    document.title = `${this.state.q.trim() ? `${visible(this.state.q.trim().slice(0, 60))} · Search` : 'Which model do I need?'} · ${name}`;
  }

  keep() {
    if (!this.answer || !this.answer.hits.length) return;
    remember(this.state.q);
    history.replaceState({ shown: this.answer.hits.length, y: scrollY }, '');
  }
}

/**
 * An address may spell a value in any case.
 * @param {string[]} list @param {string} value
 */
const without = (list, value) => list.filter((v) => v.toLowerCase() !== value.toLowerCase());

const isWide = () => matchMedia('(min-width: 1101px)').matches;

/** @param {SearchRecord[]} records */
const similarItems = (records) => similarList(records.map((record) => ({ doc: record.doc, id: record.id, score: 0, reasons: [], matched: [], copies: 0, record })));
