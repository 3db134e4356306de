/** A race under a reader's hand: it plays, stops, steps, is drawn along its line of dates, and tells who leads as it passes a date. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { still } from '../chart/motion.js';
import { clockOf } from './race-clock.js';
import { wireBars } from './race-bars.js';
import { move } from './race-draw.js';
import { dateAt } from './race-frames.js';
import { now } from './race-place.js';
import { playerIn } from './race-player.js';
import { dateText, dayOf, ranking, told } from './race-series.js';

/** Seconds between two steps where motion is unwelcome, and between two sentences for the ear. */
const stepTime = 1.6;
const sentenceTime = 1.2;

/** @param {any} view */
export function raceLive(view) {
  const { series: s, placed: p, svg, card } = view;
  const player = view.player || (view.player = playerIn(view));
  const times = s.dates.map((/** @type {any} */ d) => d.t);
  const moves = times.length > 1;
  const clock = moves ? clockOf(times) : null;
  const same = `${s.source}|${s.by}|${times.length}|${view.state.at}`;
  // Drawn anew while it plays (another width, another color taken out) it goes on; another race, or another moment asked for, stops it.
  if (view.playing && view.playing.race !== same) view.playing = null;
  let handle = 0;
  let t = s.t;
  let told0 = -1;
  let spoken = 0;

  const show = (/** @type {number} */ to, rests = false) => {
    t = to;
    view.placed.now = now(p, t, rests);
    move(svg.node(), p, view.placed.now, true);
    player.sync({ t, playing: Boolean(view.playing), text: `${view.placed.now.title}${view.placed.now.note ? `, ${view.placed.now.note}` : ''}` });
  };

  /**
   * Words change on real dates alone: a title that runs along can be read by nobody.
   * @param {number} i
   */
  const pass = (i) => {
    if (i === told0) return;
    told0 = i;
    const words = view.kind.describe({ ...s, at: i }, view.figure, view.state);
    const title = view.root.querySelector('.fig-title');
    if (title) title.textContent = words.title;
    if (performance.now() - spoken > sentenceTime * 1000) { spoken = performance.now(); announce(sentence(s, i)); }
  };

  const pause = () => {
    if (handle) cancelAnimationFrame(handle);
    handle = 0;
    view.playing = null;
    const last = times[times.length - 1];
    view.set({ at: t >= last ? '' : addressOf(s, t) }, true);
  };

  const run = () => {
    if (!clock) return;
    let before = performance.now();
    const frame = (/** @type {number} */ time) => {
      if (!view.playing) return;
      const gone = Math.max(0, Math.min(0.25, (time - before) / 1000)) * Number(view.state.speed);
      before = time;
      view.playing.second += gone;
      const reduced = still();
      const moment = reduced ? times[Math.min(times.length - 1, Math.floor(view.playing.second / stepTime))] : clock.moment(view.playing.second);
      if (moment !== t || !reduced) show(moment);
      pass(dateAt(s.dates, moment));
      const end = reduced ? stepTime * (times.length - 1) : clock.total;
      if (view.playing.second < end) { handle = requestAnimationFrame(frame); return; }
      pause();
      announce(sentence(s, times.length - 1));
    };
    handle = requestAnimationFrame(frame);
  };

  const play = () => {
    if (!clock) return;
    const from = t >= times[times.length - 1] ? times[0] : t;
    const second = still() ? stepTime * dateAt(s.dates, from) : clock.second(from);
    view.playing = { race: same, second };
    card.hide();
    told0 = -1;
    show(from);
    run();
  };

  const go = (/** @type {number} */ to) => {
    t = to;
    pause();
    announce(sentence(view.series, view.series.at));
  };

  player.acts = {
    toggle: () => (view.playing ? pause() : play()),
    step: (/** @type {number} */ by) => {
      if (!moves) return;
      const i = dateAt(s.dates, t);
      const between = t > times[i] && by < 0;
      go(times[Math.max(0, Math.min(times.length - 1, i + (between ? 0 : by)))]);
    },
    end: (/** @type {boolean} */ last) => { if (moves) go(times[last ? times.length - 1 : 0]); },
    scrub: (/** @type {number} */ to) => {
      if (view.playing) { cancelAnimationFrame(handle); view.playing = null; }
      card.hide();
      show(snapped(times, to));
    },
    rest: () => { if (!view.playing) pause(); },
    pause: () => { if (view.playing) pause(); },
  };
  player.place(p, s);
  wireBars(view, p);
  show(view.playing && clock && !still() ? clock.moment(view.playing.second) : t, !view.playing);
  if (view.playing) run();
  return { stop: () => cancelAnimationFrame(handle) };
}

/**
 * A moment near a date is that date: a hand on a slider means it.
 * @param {number[]} times @param {number} t
 */
function snapped(times, t) {
  const near = times.reduce((a, b) => (Math.abs(b - t) < Math.abs(a - t) ? b : a), times[0]);
  return Math.abs(near - t) < (times[times.length - 1] - times[0]) / 120 ? near : t;
}

/** @param {any} s @param {number} t */
function addressOf(s, t) {
  const date = s.dates.find((/** @type {any} */ d) => d.t === t);
  return date ? date.text : dayOf(t);
}

/**
 * What the ear is told at a date.
 * @param {any} s @param {number} i
 */
function sentence(s, i) {
  const ranked = ranking(s, i).filter((/** @type {any} */ r) => !r.gap).slice(0, 3);
  if (!ranked.length) return '';
  const named = ranked.map((/** @type {any} */ r, /** @type {number} */ k) => `${r.racer.name} ${told(s, r.value)}${k === 0 ? (s.rate ? ' in 10,000 posts' : ` ${s.noun}`) : ''}`);
  return `${dateText(s.dates[i].text)}: ${format.list(named)}.`;
}
