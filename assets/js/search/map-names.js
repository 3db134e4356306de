/** Names of regions above the canvas: buttons that arrow keys walk among, and that lead into their region. */
import * as format from '../chart/format.js';
import { h, toNode } from '../chart/dom.js';
import { modalityClass, modalityName } from '../chart/words.js';
import { modalityOrder } from './map-format.js';
import { labelsIn, nextLabel, styles } from './map-labels.js';

/** @typedef {import('./map-format.js').MapLabel} MapLabel */

export class Names {
  /** @param {HTMLElement} layer @param {MapLabel[]} labels @param {(label: MapLabel) => void} into */
  constructor(layer, labels, into) {
    this.layer = layer;
    this.labels = labels;
    this.into = into;
    /** @type {import('./map-labels.js').PlacedLabel[]} */
    this.placed = [];
    this.size = { W: 0, H: 0 };
  }

  /** @param {import('./map-view.js').View} view @param {import('./map-view.js').Size} size @param {boolean[]} shown */
  draw(view, size, shown) {
    const { layer } = this;
    const placed = labelsIn(this.labels, view, size, shown);
    const held = this.held();
    const old = new Map([...layer.children].map((node) => [/** @type {HTMLElement} */ (node).dataset.i, /** @type {HTMLElement} */ (node)]));
    for (const p of placed) {
      const key = String(p.i);
      const node = old.get(key) || this.node(p.label, key);
      old.delete(key);
      node.style.transform = `translate(${Math.round(p.x - p.w / 2)}px,${Math.round(p.y - p.h / 2)}px)`;
      if (!node.parentNode) layer.append(node);
    }
    for (const [key, node] of old) if (key !== held) node.remove();
    this.placed = placed;
    this.size = size;
  }

  /**
   * From the name that has the keyboard to the next one in a direction; from nowhere to the greatest region.
   * @param {[number, number]} way
   */
  walk(way) {
    const held = this.held();
    const from = this.placed.find((p) => String(p.i) === held);
    const middle = { x: this.size.W / 2, y: this.size.H / 2 };
    const next = from || held !== undefined ? nextLabel(this.placed, from || middle, way) : this.placed[0];
    const node = next && this.layer.querySelector(`[data-i="${next.i}"]`);
    if (node instanceof HTMLElement) node.focus({ preventScroll: true });
  }

  /** @private @returns {string | undefined} */
  held() {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement && this.layer.contains(activeElement) ? activeElement.dataset.i : undefined;
  }

  /** @private @param {MapLabel} label @param {string} key */
  node(label, key) {
    const said = `${label.text}: ${format.count(label.models, 'model')}, mostly ${modalityName[modalityOrder[label.modality]].toLowerCase()}`;
    return /** @type {HTMLElement} */ (toNode(h('button', {
      type: 'button', tabindex: '-1', class: `map-name l${Math.min(label.level, styles.length - 1)} ${modalityClass(modalityOrder[label.modality])}`, 'data-i': key,
      'aria-label': said, title: said, onclick: () => this.into(label),
    }, label.text)));
  }
}
