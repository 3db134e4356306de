/** One model on the map: pointed at (a card), picked (kept below, ringed), stepped to by keyboard. */
import { announce } from '../chart/announce.js';
import { cardOn } from '../chart/tooltip.js';
import * as format from '../chart/format.js';
import { taskWords } from '../chart/words.js';
import { dotAt } from './map-draw.js';
import { cardWords } from './map-panel.js';
import { toScreen } from './map-view.js';

/** @typedef {{ doc: number, x: number, y: number }} Dot */

export class Picking {
  /**
   * @param {HTMLElement} stage
   * @param {{ scene: () => import('./map-draw.js').Scene, records: import('./map-records.js').Records, changed: () => void }} on
   */
  constructor(stage, on) {
    this.stage = stage;
    this.on = on;
    this.card = cardOn(stage);
    /** @type {[number, number] | null} the place that is ringed */ this.place = null;
    /** @type {SearchRecord | null} what is kept below */ this.record = null;
    /** @type {any} */ this.hover = 0;
    this.asked = 0;
  }

  /** @param {number} px @param {number} py */
  point(px, py) {
    clearTimeout(this.hover);
    const found = dotAt(this.on.scene(), px, py, 9);
    this.stage.classList.toggle('on-dot', Boolean(found));
    if (!found) { this.card.hide(); return; }
    this.hover = setTimeout(() => this.tell(found), this.card.open ? 20 : 90);
  }

  leave() {
    clearTimeout(this.hover);
    this.asked += 1;
    this.card.hide();
  }

  /** @param {Dot} dot @returns {Promise<SearchRecord | null>} */
  async tell(dot) {
    this.asked += 1;
    const mine = this.asked;
    const [record] = await this.on.records.of([dot.doc]);
    if (!record || mine !== this.asked) return record;
    const { view, size } = this.on.scene();
    const [x, y] = toScreen(view, size, dot.x, dot.y);
    this.card.show(x, y, cardWords(record));
    return record;
  }

  /**
   * A click: the nearest dot is kept, or none.
   * @param {number} px @param {number} py
   */
  async click(px, py) {
    const found = dotAt(this.on.scene(), px, py, 14);
    if (!found) { this.drop(); return; }
    const record = await this.keep(found);
    if (record) announce(`${record.name} by ${record.owner}`);
  }

  /** @param {Dot} dot @returns {Promise<SearchRecord | null>} */
  async keep(dot) {
    this.place = [dot.x, dot.y];
    const record = await this.tell(dot);
    this.record = record;
    this.on.changed();
    return record;
  }

  /**
   * Of a model that lies nowhere.
   * @param {SearchRecord | null} record
   */
  keepUnplaced(record) {
    this.place = null;
    this.record = record;
    this.leave();
    this.on.changed();
    return record;
  }

  /** @returns {boolean} whether anything was kept */
  drop() {
    const was = this.place !== null;
    this.place = null;
    this.record = null;
    this.leave();
    this.on.changed();
    return was;
  }
}

/**
 * What the ear is told of a model that was stepped to.
 * @param {SearchRecord} r @param {number} at @param {number} of
 */
export const stepWords = (r, at, of) => [`${format.int(at + 1)} of ${format.int(of)}: ${r.name} by ${r.owner}`, r.task ? taskWords(r.task) : 'no task stated', r.downloads === null ? '' : `${format.compact(r.downloads)} downloads`]
  .filter(Boolean).join(', ');
