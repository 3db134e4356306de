/** The list beside the map: a few models with what is known of them, in words; told aloud where the reader has no eye on it. */
import { announce } from '../chart/announce.js';
import { fill } from '../chart/dom.js';
import { listOf } from './map-panel.js';

/** Models of a list. */
const listed = 12;

export class Listing {
  /**
   * @param {HTMLElement} panel
   * @param {{
   *   records: import('./map-records.js').Records, tiles: import('./map-tiles.js').MapTiles, href: (id: string) => string,
   *   chosen: () => SearchRecord | null, mark: (id: string) => void, clear: () => void,
   * }} on
   */
  constructor(panel, on) {
    this.panel = panel;
    this.on = on;
    this.asked = 0;
    /** @type {import('./map-lists.js').List | null} */ this.list = null;
  }

  /** @param {import('./map-lists.js').List} list @param {boolean} aloud */
  async say(list, aloud) {
    const { records, tiles, chosen, href, mark, clear } = this.on;
    this.asked += 1;
    const mine = this.asked;
    this.list = list;
    const known = await records.of(list.docs.slice(0, listed));
    if (mine !== this.asked) return;
    const failed = tiles.trouble || records.trouble;
    tiles.trouble = null;
    records.trouble = null;
    const trouble = failed ? `${failed.message} The rest of the map stands.` : undefined;
    fill(this.panel, ...listOf({ ...list, records: known, more: list.total - Math.min(listed, list.docs.length), chosen: chosen(), trouble }, { pick: mark, href, clear: list.isLasso ? clear : null }));
    if (aloud) announce([list.title, ...known.slice(0, 3).map((r) => (r ? r.name : ''))].filter(Boolean).join(', '));
  }
}
