/** What the answer is made of, as lists that can be checked: each counts what the other filters leave. */
import { fill, h } from '../chart/dom.js';
import * as format from '../chart/format.js';
import { modalityClass } from '../chart/words.js';
import { rangeSection, rangesTo } from './ranges.js';
import { facets, valueName } from './words.js';

const few = 6;
const many = 60;

/**
 * @param {HTMLElement} box @param {(key: string, value: string, on: boolean) => void} toggle @param {(patch: State) => void} set
 */
export function facetsIn(box, toggle, set) {
  /**
   * Facets of which the reader sees more, and those that they opened or closed.
   * @type {{ [key: string]: boolean }}
   */
  const more = {};
  /** @type {{ [key: string]: boolean }} */
  const open = {};
  /** @type {{ counts: FacetAnswer | null, state: State } | null} */
  let last = null;
  /** @type {number | null} */
  let year = null;
  /** @param {FacetAnswer | null} counts @param {State} state */
  function show(counts, state) {
    last = { counts, state };
    const held = document.activeElement && box.contains(document.activeElement) ? document.activeElement.getAttribute('data-focus') : null;
    const sections = facets.map(([key, name, isOpen]) => section(key, name, isOpen, counts ? counts.counts[key] || [] : [], state[key]));
    const bounds = rangesTo(year).map((range) => rangeSection(range, state, open[range.key], (key, isOpen) => { open[key] = isOpen; }, set));
    fill(box, ...sections.slice(0, 4), bounds[0], ...sections.slice(4), ...bounds.slice(1));
    const again = held ? box.querySelector(`[data-focus="${CSS.escape(held)}"]`) : null;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
  /** @param {string} key @param {string} name @param {boolean} atOnce @param {FacetValue[]} values @param {string[]} chosen */
  function section(key, name, atOnce, values, chosen) {
    const picked = asListed(values, chosen);
    const listed = withChosen(values, picked);
    if (!listed.length) return null;
    const shown = listed.slice(0, more[key] ? many : few);
    const isOpen = key in open ? open[key] : atOnce || chosen.length > 0;
    const greatest = listed[0].count || 1;
    return h('details', { open: isOpen, ontoggle: (/** @type {any} */ e) => { open[key] = e.currentTarget.open; } },
      h('summary', { 'data-focus': key }, name, chosen.length > 0 && h('span', { class: 'n' }, ` ${chosen.length}`)),
      h('ul', { 'aria-label': name }, shown.map((v) => h('li', null, choice(key, v, picked.includes(v.value), greatest)))),
      listed.length > few && h('button', { type: 'button', class: 'rest', 'data-focus': `${key}-more`, 'aria-expanded': String(Boolean(more[key])), onclick: () => { more[key] = !more[key]; if (last) show(last.counts, last.state); } },
        more[key] ? 'fewer' : `${format.int(Math.min(many, listed.length) - few)} more`));
  }
  /** @param {string} key @param {FacetValue} v @param {boolean} on @param {number} greatest */
  function choice(key, v, on, greatest) {
    return h('label', { class: on ? 'on' : null, style: `--p:${(v.count / greatest).toFixed(3)}` },
      h('input', { type: 'checkbox', checked: on, 'data-focus': `${key}=${v.value}`, onchange: (/** @type {any} */ e) => toggle(key, v.value, e.target.checked) }),
      key === 'modality' ? h('i', { class: `sw ${modalityClass(v.value)}` }) : null,
      h('span', null, valueName(key, v.value)), h('span', { class: 'n' }, format.int(v.count)));
  }
  return {
    show,
    /** @param {string | null} day */
    knowNewest(day) { year = day ? Number(day.slice(0, 4)) : null; if (last) show(last.counts, last.state); },
  };
}

/**
 * An address may spell a value in any case, and the filter takes it so: here it is as the index has it.
 * @param {FacetValue[]} values @param {string[]} chosen
 */
export const asListed = (values, chosen) => chosen.map((c) => (values.find((v) => v.value.toLowerCase() === c.toLowerCase()) || { value: c }).value);

/**
 * What is chosen is listed, also where nothing is left of it.
 * @param {FacetValue[]} values @param {string[]} chosen
 */
function withChosen(values, chosen) {
  const head = new Set(values.slice(0, few).map((v) => v.value));
  const lost = chosen.filter((c) => !head.has(c)).map((c) => values.find((v) => v.value === c) || { value: c, count: 0 });
  return [...values.slice(0, few - Math.min(lost.length, few)), ...lost, ...values.slice(few - Math.min(lost.length, few)).filter((v) => !lost.some((l) => l.value === v.value))];
}
