/** Pinned models of the bubble chart: rings in the picture, a list below it. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { fill, h } from '../chart/dom.js';
import { comparePage, hasSearch } from '../chart/links.js';
import { modalityClass, modelName, modelURL } from '../chart/words.js';
import { circle } from './bubble-live.js';

/** @typedef {import('./bubble-data.js').Model} Model */
const most = 6;

export class Pins {
  /** @param {import('./bubble-live.js').LiveBubbles} chart */
  constructor(chart) {
    this.chart = chart;
    this.view = chart.view;
  }

  /** @returns {Model[]} those of the state that the table knows */
  models() {
    const { byID } = this.chart.placed.series.all;
    return this.view.state.pins.map((/** @type {string} */ id) => byID.get(id)).filter(Boolean);
  }

  /** @param {Model} m */
  toggle(m) {
    const { pins } = this.view.state;
    if (pins.includes(m.id)) this.remove(m);
    else if (pins.length < most) this.set([...pins, m.id]);
    else this.view.say('Six models are pinned: take one away first.', true);
  }

  /** @param {Model} m */
  remove(m) { this.set(this.view.state.pins.filter((/** @type {string} */ id) => id !== m.id)); }

  /** @param {string[]} pins */
  set(pins) {
    announce(pins.length > this.view.state.pins.length ? `Pinned ${modelName(pins[pins.length - 1])}` : 'Unpinned');
    this.view.state = { ...this.view.state, pins };
    this.view.writeAddress(false);
    this.drawRings();
    this.list();
  }

  drawRings() {
    const { pinned, placed } = this.chart;
    pinned.selectAll('circle').remove();
    for (const m of new Set(this.models())) if (!m.hidden && placed.marks.includes(m)) circle(pinned, m, m.r + 3).attr('class', 'pin-ring');
  }

  /** The list below the figure; beside a table nothing can be clicked to pin it. */
  list() {
    const box = this.view.root.querySelector('[data-pins]');
    if (!box) return;
    const pins = this.models();
    const hint = this.view.state.view === 'table' ? '' : 'Click a model to pin it, up to six.';
    box.hidden = !pins.length && !hint;
    fill(box, h('div', { class: 'pins' }, h('span', null, pins.length ? 'Pinned' : hint), pins.map((m) => this.item(m)),
      pins.length > 1 && hasSearch() && h('a', { class: 'act', href: comparePage(pins.map((m) => m.id)) }, `Compare the ${format.words(pins.length)}\u00a0→`)));
  }

  /** @param {Model} m */
  item(m) {
    return h('span', { class: 'pin' }, h('i', { class: `sw ${modalityClass(m.modality)}` }),
      h('a', { href: modelURL(m.id), rel: 'noopener' }, modelName(m.id)), h('span', { class: 'n' }, format.count(m.likes, 'like')),
      h('button', { type: 'button', 'aria-label': `Unpin ${modelName(m.id)}`, onclick: () => this.remove(m) }, '×'));
  }
}
