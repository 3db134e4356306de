/** The slider of months over the drawn axis, and the button that plays. */
import * as format from '../chart/format.js';
import { h, toNode } from '../chart/dom.js';
import { still } from '../chart/motion.js';
import { timeScale } from './world-below.js';

/** Milliseconds a month. */
const pace = 220;

/** @param {import('./world-live.js').LiveWorld} chart */
export function timeOn(chart) {
  const { view, placed: p } = chart;
  let bar = /** @type {any} */ (view.stage.querySelector('.time-bar'));
  if (p.months.length < 2) { if (bar) bar.remove(); return { stop() {} }; }
  if (!bar) view.stage.append((bar = made(view)));
  const x = timeScale(p);
  const slider = bar.querySelector('input');
  Object.assign(bar.style, { top: `${p.box.time}px`, width: `${p.box.w}px` });
  Object.assign(slider.style, { left: `${x(0) - 8}px`, width: `${x(p.months.length - 1) - x(0) + 16}px` });
  slider.max = String(p.months.length - 1);
  slider.value = String(p.at);
  slider.setAttribute('aria-valuetext', `until ${format.month(p.months[p.at])}`);
  // Nothing to slide before the months are there.
  slider.disabled = !view.whole;
  bar.querySelector('button').disabled = !view.whole;
  const label = bar.querySelector('output');
  label.textContent = format.month(p.months[p.at]);
  label.style.left = `${Math.max(x(0) + 30, Math.min(p.box.w - 48, x(p.at)))}px`;
  bar.go = (/** @type {number} */ at) => view.set({ until: at >= p.months.length - 1 ? '' : p.months[at] }, true);
  bar.at = p.at;
  bar.last = p.months.length - 1;
  return { stop() {} };
}

/** @param {any} view */
function made(view) {
  let handle = 0;
  const pause = () => { clearInterval(handle); handle = 0; button.textContent = '▶'; button.setAttribute('aria-label', 'Play the months'); };
  const play = () => {
    if (handle) { pause(); return; }
    // Who prefers no motion steps with the slider; a press then goes from the first month to the end at once.
    if (still()) { bar.go(bar.at >= bar.last ? 0 : bar.last); return; }
    if (bar.at >= bar.last) bar.go(0);
    button.textContent = '❚❚';
    button.setAttribute('aria-label', 'Pause');
    handle = /** @type {any} */ (setInterval(() => { bar.go(bar.at + 1); if (bar.at >= bar.last) pause(); }, pace));
  };
  const button = toNode(h('button', { type: 'button', class: 'act', 'aria-label': 'Play the months', onclick: play }, '▶'));
  const slider = toNode(h('input', { type: 'range', min: 0, step: 1, 'aria-label': 'Models published until', oninput: (/** @type {any} */ e) => { if (handle) pause(); bar.go(+e.target.value); } }));
  const bar = toNode(h('div', { class: 'time-bar' }));
  bar.append(button, slider, toNode(h('output', { 'aria-hidden': 'true' })));
  return bar;
}
