/** Fits my hardware: so much memory, or a computer by name, at so many bits a weight. */
import { fill, h } from '../chart/dom.js';
import { devices } from '../search/devices.js';
import { bitChoices, choices } from './memory.js';

/** @param {HTMLElement} box @param {(patch: State) => void} set */
export function chooserIn(box, set) {
  /** @param {string} key @param {string} label @param {[string, string][]} options @param {string} chosen */
  const buttons = (key, label, options, chosen) => h('div', { class: 'seg', role: 'group', 'aria-label': label }, options.map(([value, text]) =>
    h('button', { type: 'button', 'data-focus': `${key}=${value}`, 'aria-pressed': String(value === chosen), onclick: () => set(key === 'fits' ? { fits: value, device: '' } : { [key]: value }) }, text)));
  return {
    /** @param {State} state */
    show(state) {
      const held = document.activeElement && box.contains(document.activeElement) ? document.activeElement.getAttribute('data-focus') : null;
      const device = devices.find((d) => d.key === state.device);
      fill(box,
        h('span', { class: 'hwl' }, 'Fits my hardware'),
        buttons('fits', 'Memory', [['', 'any'], ...choices.map((gb) => /** @type {[string, string]} */ ([`${gb}GB`, `${gb}\u00a0GB`]))], device ? state.device : state.fits),
        h('label', { class: device ? 'ctl device on' : 'ctl device' }, h('span', { class: 'visually-hidden' }, 'My computer'),
          h('select', { 'data-focus': 'device', onchange: (/** @type {any} */ e) => choose(e.target.value) },
            h('option', { value: '', selected: !device }, 'or by name'), groups().map(([kind, list]) => h('optgroup', { label: kind }, list.map((d) =>
              h('option', { value: d.key, selected: d.key === state.device }, nameOf(d))))))),
        h('span', { class: 'hwg' }, h('span', { class: 'hwl' }, 'at'), buttons('at', 'Bits a weight', bitChoices.map((b) => [String(b), `${b} bit`]), state.at)));
      const again = held ? box.querySelector(`[data-focus="${CSS.escape(held)}"]`) : null;
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    },
  };
  /** @param {string} key */
  function choose(key) {
    const device = devices.find((d) => d.key === key);
    set(device ? { device: key, fits: `${Math.round(device.usableGB * 10) / 10}GB` } : { device: '', fits: '' });
  }
}

/**
 * Devices by kind, in the order of the table.
 * @returns {[string, import('../search/hardware.js').Device[]][]}
 */
export function groups() {
  const names = { gpu: 'Graphics cards', unified: 'Shared memory', cpu: 'Without a graphics card' };
  return /** @type {('gpu' | 'unified' | 'cpu')[]} */ (['gpu', 'unified', 'cpu']).map((kind) => [names[kind], devices.filter((d) => d.kind === kind)]);
}

/** @param {import('../search/hardware.js').Device} d */
export const nameOf = (d) => `${d.name}, ${d.memoryGB}\u00a0GB`;
