/** The lasso: taken up, drawn, and what it holds when it is closed. */
import { announce } from '../chart/announce.js';
import { held } from './map-address.js';
import { boxAround, thinned } from './map-lasso.js';
import { exactTiles, lassoList } from './map-lists.js';
import { scaleOf } from './map-view.js';

/** @typedef {import('./map-lists.js').Shown} Shown */

export class Lassoing {
  /**
   * @param {{ now: () => Shown, view: () => import('./map-view.js').View, size: () => import('./map-view.js').Size, drawn: () => void, taken: (isOn: boolean) => void, caught: (docs: number[]) => void, dropped: () => void }} on
   */
  constructor(on) {
    this.on = on;
    this.isOn = false;
    /** @type {[number, number][] | null} */ this.line = null;
    /** @type {ReturnType<typeof lassoList> | null} */ this.list = null;
  }

  /** @param {boolean} isOn */
  take(isOn) {
    this.isOn = isOn;
    this.on.taken(isOn);
    announce(isOn ? 'Lasso: draw around models' : 'Lasso put away');
  }

  /** @param {[number, number][]} points @param {boolean} isDone */
  async draw(points, isDone) {
    this.list = null;
    this.line = thinned(points, 4 / scaleOf(this.on.view(), this.on.size()));
    if (!isDone) this.on.drawn();
    else if (this.line.length < 3) this.on.dropped();
    else {
      if (this.isOn) this.take(false);
      await this.catch(held(this.line));
    }
  }

  /**
   * Counts what lies within, exactly where the tiles can come.
   * @param {[number, number][]} line
   */
  async catch(line) {
    this.line = line;
    this.on.drawn();
    const box = boxAround(line);
    const { tiles } = this.on.now();
    if (tiles.missing(box, Infinity).length <= exactTiles) while (await tiles.fetch(box, Infinity)) { /* until all that can come is here */ }
    if (this.line !== line) return;
    this.again();
    if (this.list) this.on.caught(this.list.docs);
  }

  /** What is lit or shown has changed: the same line holds others. */
  again() { if (this.line && this.line.length > 2) this.list = lassoList(this.on.now(), this.line, boxAround(this.line)); }

  /** @returns {boolean} whether there was one */
  drop() {
    const was = this.isOn || this.line !== null;
    this.line = null;
    this.list = null;
    if (this.isOn) this.take(false);
    return was;
  }
}
