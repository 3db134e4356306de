/** The color key, which is the filter: a chip a modality, with its count. */
import { h } from './dom.js';

/**
 * @param {Chip[]} chips @param {((key: string) => void) | null} [toggle] without it the chips are plain words (stills, before script)
 * @param {string} [keyOf] what the colors mean
 * @returns {VNode}
 */
export function legendNode(chips, toggle, keyOf = 'Modality') {
  return h('ul', { class: 'key', 'aria-label': toggle ? `${keyOf}: color key and filter` : `${keyOf}: color key` }, chips.map((chip) => {
    const inside = [h('i'), h('span', null, chip.name), chip.count ? h('span', { class: 'n' }, chip.count) : null].filter(Boolean);
    const children = /** @type {VNode[]} */ (inside);
    return toggle
      ? h('li', null, h('button', { type: 'button', class: chip.cls, 'aria-pressed': String(chip.on), 'data-key': chip.key, onclick: () => toggle(chip.key) }, children))
      : h('li', { class: chip.cls }, children);
  }));
}
