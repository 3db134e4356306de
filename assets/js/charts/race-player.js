/** What a race is played with: play, steps, speed below the picture, and a slider that lies on its line of dates. */
import { h, toNode } from '../chart/dom.js';
import { walk } from './race-bars.js';
import { speeds } from './race-series.js';

/** @param {string} d */
const icon = (d) => h('svg', { viewBox: '0 0 18 18', 'aria-hidden': 'true' }, h('path', { d }));
const faces = { play: icon('M5 3l10 6-10 6z'), pause: icon('M5.5 3v12M12.5 3v12'), back: icon('M11.5 3.5 6 9l5.5 5.5M4 3.5v11'), on: icon('M6.5 3.5 12 9l-5.5 5.5M14 3.5v11') };

/** @param {any} view */
export function playerIn(view) {
  const { root, stage } = view;
  /** @type {any} */
  const player = { acts: {} };
  const button = (/** @type {string} */ label, /** @type {VNode} */ face, /** @type {() => void} */ act, /** @type {string} */ cls) =>
    toNode(h('button', { type: 'button', class: `act ${cls}`, 'aria-label': label, title: label, onclick: act }, face));
  const back = button('Back to the date before', faces.back, () => player.acts.step(-1), 'race-step');
  const play = toNode(h('button', { type: 'button', class: 'act race-play', onclick: () => player.acts.toggle() }));
  const on = button('On to the next date', faces.on, () => player.acts.step(1), 'race-step');
  const speed = toNode(h('select', { onchange: (/** @type {any} */ e) => view.set({ speed: e.target.value }, true) }, speeds.map((v) => h('option', { value: v }, `${v === '0.5' ? '½' : v}×`))));
  const bar = toNode(h('div', { class: 'race-player', role: 'group', 'aria-label': 'Play the race' }));
  const label = toNode(h('label', { class: 'ctl' }, h('span', null, 'Speed')));
  label.append(speed);
  bar.append(back, play, on, label, toNode(h('span', { class: 'race-keys' }, 'Space plays, arrow keys step')));
  const slider = toNode(h('input', { type: 'range', class: 'race-slider', step: 'any', 'aria-label': 'Date of the race' }));
  stage.append(slider);
  stage.after(bar);
  slider.addEventListener('input', () => player.acts.scrub(Number(slider.value)));
  slider.addEventListener('change', () => player.acts.rest());
  for (const box of [stage, bar]) box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => keys(event, view, player, slider));
  // A link, a picture or a table is of one moment.
  const bars = root.querySelector('[data-toolbar]');
  if (bars) bars.addEventListener('click', (/** @type {any} */ e) => { if (e.target.closest('.tools-end, [data-key="view"]')) player.acts.pause(); });

  /** @param {{ t: number, playing: boolean, text: string }} at */
  player.sync = ({ t, playing, text }) => {
    if (document.activeElement !== slider || Number(slider.value) !== t) slider.value = String(t);
    slider.setAttribute('aria-valuetext', text);
    const face = playing ? 'Pause' : 'Play';
    if (play.textContent !== face) play.replaceChildren(toNode(playing ? faces.pause : faces.play), face);
  };
  /**
   * Laid over the line of dates, for the race that is shown.
   * @param {any} p @param {any} s
   */
  player.place = (p, s) => {
    const none = s.dates.length < 2;
    bar.hidden = none || view.state.view === 'table';
    slider.hidden = none;
    if (none) return;
    slider.min = String(s.dates[0].t);
    slider.max = String(s.dates[s.dates.length - 1].t);
    slider.style.top = `${p.line - 22}px`;
    if (speed.value !== view.state.speed) speed.value = view.state.speed;
  };
  return player;
}

/** @param {KeyboardEvent} event @param {any} view @param {any} player @param {any} slider */
function keys(event, view, player, slider) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || target.tagName === 'SELECT') return;
  const press = target.tagName === 'BUTTON';
  switch (event.key) {
    case ' ': if (press) return; player.acts.toggle(); break;
    case 'ArrowRight': player.acts.step(1); break;
    case 'ArrowLeft': player.acts.step(-1); break;
    case 'ArrowDown': if (target === slider || press) return; walk(view, 1); break;
    case 'ArrowUp': if (target === slider || press) return; walk(view, -1); break;
    case 'Home': player.acts.end(false); break;
    case 'End': player.acts.end(true); break;
    case 'Escape': if (!view.card.open) return; view.card.hide(); break;
    default: return;
  }
  event.preventDefault();
}
