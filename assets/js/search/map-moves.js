/** The view and how it moves: by hand at once, to a place in flight; says when it stands. Draws nothing. */
import { animate } from '../chart/motion.js';
import { between, bounded, scaleOf, wholeMap, zoomedAt } from './map-view.js';

/** @typedef {import('./map-view.js').View} View */
/** How the reader moved: a leap is a step for the back button; what keys did is told to the ear. */
/** @typedef {{ isLeap: boolean, byKey: boolean }} Move */

const flightMs = 260;
const stillMs = 140;

export class Moves {
  /** @param {{ size: () => import('./map-view.js').Size, moving: () => void, stands: (move: Move) => void }} on */
  constructor(on) {
    this.on = on;
    this.view = wholeMap();
    /** @type {Move} */
    this.move = { isLeap: false, byKey: false };
    /** @type {() => void} */ this.stopFlight = () => {};
    /** @type {any} */ this.idle = 0;
  }

  /** @param {View} view where a hand or a wheel has it */
  drag(view) {
    this.stopFlight();
    this.move = { isLeap: false, byKey: false };
    this.to(view);
  }

  /** @param {View} target @param {Partial<Move>} [move] @returns {Promise<void>} when it is there, or was held up */
  fly(target, move = {}) {
    this.stopFlight();
    const from = this.view;
    const end = bounded(target, this.on.size());
    this.move = { isLeap: true, byKey: false, ...move };
    return new Promise((resolve) => {
      const stop = animate(flightMs, (t) => { this.to(bounded(between(from, end, t), this.on.size())); if (t === 1) resolve(); });
      this.stopFlight = () => { stop(); resolve(); };
    });
  }

  /** @param {number} factor @param {boolean} [byKey] */
  zoom(factor, byKey = false) {
    const { W, H } = this.on.size();
    this.fly(zoomedAt(this.view, { W, H }, factor, W / 2, H / 2), { byKey });
  }

  /** @param {[number, number]} way @param {number} pixels */
  pan([dx, dy], pixels) {
    this.stopFlight();
    const s = scaleOf(this.view, this.on.size());
    this.move = { isLeap: false, byKey: true };
    this.to(bounded({ ...this.view, cx: this.view.cx + (dx * pixels) / s, cy: this.view.cy + (dy * pixels) / s }, this.on.size()));
  }

  /** @private @param {View} view */
  to(view) {
    this.view = view;
    this.on.moving();
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.on.stands(this.move), stillMs);
  }

  stop() {
    this.stopFlight();
    clearTimeout(this.idle);
  }
}
