/** The live list in its place beside the map; below it on a phone. */
import { fillList } from './world-list.js';

/** @param {import('./world-live.js').LiveWorld} chart */
export function listOn(chart) {
  const { view, placed } = chart;
  let box = /** @type {HTMLElement | null} */ (view.stage.querySelector('.place-list'));
  if (!box) {
    box = document.createElement('div');
    box.className = 'place-list';
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', 'Communities');
    view.stage.append(box);
  }
  const list = box;
  const { x, y, w, h } = placed.box.list;
  Object.assign(list.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  const what = `${view.state.measure} ${view.state.country}`;
  const all = list.dataset.all === what;
  // Another choice begins at its top; time and zoom leave the reader where they are.
  const top = list.dataset.what === what ? list.scrollTop : 0;
  const show = (/** @type {boolean} */ whole) => fillList(list, chart.placed, {
    all: whole,
    showAll: () => { list.dataset.all = what; show(true); list.focus(); },
    clear: () => { chart.choose(view.state.country); list.focus(); },
    over: (c) => chart.ring(c && chart.placed.show !== 'countries' ? chart.placed.marks.find((/** @type {any} */ m) => m.key === c.key && m.r > 0) || null : null),
  });
  show(all);
  list.dataset.what = what;
  list.scrollTop = top;
  return list;
}
