/**
 * The page of communities: whom the address names comes from a record; without a name the page stands as it was built, a
 * list of the greatest.
 */
import { start as startAtlas } from './atlas.js';
import { onTheme } from './chart/theme.js';
import { announce } from './chart/announce.js';
import { visible } from './chart/words.js';
import { communityPage, modelPage } from './chart/links.js';
import { nameOf } from './community/address.js';
import { namesLike, recordsIn } from './community/records.js';
import { showCommunity, showNobody, showTrouble } from './community/show.js';
import { pickerIn } from './search-page/picker.js';
import * as format from './chart/format.js';

/** @param {{ [kind: string]: Kind }} kinds what the page's figures, and those of records, are drawn by */
export function start(kinds) {
  startAtlas(kinds);
  const page = document.querySelector('[data-community]');
  const records = recordsIn(document);
  if (page instanceof HTMLElement && records) new CommunityPage(page, records, kinds);
}

class CommunityPage {
  /** @param {HTMLElement} page @param {import('./community/records.js').Records} records @param {{ [kind: string]: Kind }} kinds */
  constructor(page, records, kinds) {
    this.page = page;
    this.records = records;
    this.kinds = kinds;
    this.list = [...page.children];
    this.title = document.title;
    this.site = document.title.replace(/^.* · /, '');
    /** @type {any[]} */
    this.views = [];
    this.name = '';
    this.opened = false;
    this.pick(/** @type {HTMLElement} */ (this.list[0]).appendChild(Object.assign(document.createElement('div'), { className: 'named' })));
    addEventListener('hashchange', () => this.read());
    addEventListener('popstate', () => this.read());
    addEventListener('beforeprint', () => this.views.forEach((v) => v.render()));
    onTheme(() => this.views.forEach((v) => v.render()));
    page.addEventListener('click', (event) => this.follow(event));
    page.addEventListener('keydown', (event) => { if (event.key === 'Enter') this.follow(event); });
    this.read();
  }

  /** What the address names now. */
  async read() {
    const name = nameOf(location.hash);
    if (this.opened && name === this.name) { this.views.forEach((v) => v.readAddress()); return; }
    this.opened = true;
    this.name = name;
    // A layer that is open in a figure no longer there would still answer to Escape.
    for (const view of this.views) { if (view.live.stop) view.live.stop(); view.state = view.defaults; }
    this.views = [];
    if (!name) { this.page.replaceChildren(...this.list); document.title = this.title; return; }
    await this.show(name);
    document.documentElement.dataset.ready = 'true';
  }

  /** @param {string} name */
  async show(name) {
    const head = Object.assign(document.createElement('div'), { className: 'wrap head' });
    const body = document.createElement('div');
    try {
      const record = await this.records.find(name);
      if (this.name !== name) return;
      this.page.replaceChildren(head, body);
      document.title = `${record ? record.name : visible(name.slice(0, 60))} · ${this.site}`;
      if (record) this.views = showCommunity(head, body, record, this.records.facts, this.kinds);
      else await showNobody(head, body, name, this.records);
      const place = head.querySelector('[data-picker]');
      if (place instanceof HTMLElement) this.pick(place);
      announce(document.title);
    } catch (error) {
      if (this.name !== name) return;
      this.page.replaceChildren(head, body);
      showTrouble(head, body, /** @type {Error} */ (error).message);
    }
  }

  /** @param {HTMLElement} place */
  pick(place) {
    const find = async (/** @type {string} */ text) => namesLike(await this.records.index(), text, 8).map((n) => ({ id: n.name, name: n.name, note: format.count(n.models, 'model') }));
    pickerIn(place, { label: 'Find an account', found: 'Accounts found', find, choose: (name) => { location.hash = communityPage(name).replace(/^.*#/, ''); scrollTo({ top: 0 }); } });
  }

  /**
   * A bar leads to what it stands for; a link within the page does not take the place of the name in the address.
   * @param {Event} event
   */
  follow(event) {
    const target = /** @type {Element} */ (event.target);
    const bar = target.closest('.bar-row');
    const link = target.closest('a[href^="#"]');
    if (bar) this.open(bar);
    else if (link && this.name && event.type === 'click') {
      const part = document.getElementById((link.getAttribute('href') || '').slice(1));
      if (part) { event.preventDefault(); part.scrollIntoView(); }
    }
  }

  /** @param {Element} bar */
  open(bar) {
    const label = (bar.getAttribute('aria-label') || '').replace(/: [^:]*$/, '');
    if (this.name && label.includes('/')) location.href = modelPage(label);
    else if (!this.name) location.href = communityPage(label);
  }
}
