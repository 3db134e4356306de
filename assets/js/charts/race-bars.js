/** The bars of a race that rests, by hand and by keys: each says who it is. */
import * as format from '../chart/format.js';
import { modalityClass, modelURL } from '../chart/words.js';
import { dateText, told } from './race-series.js';

/**
 * A bar says who it is, by hand and by keys.
 * @param {any} view @param {any} p
 */
export function wireBars(view, p) {
  const { svg, card, series: s } = view;
  const tell = (/** @type {Element | null} */ node) => {
    const key = node && node.getAttribute('data-key');
    const bar = key && !view.playing ? view.placed.now.bars.find((/** @type {any} */ b) => b.key === key) : null;
    if (!bar) { card.hide(); return; }
    card.show(p.frame.m.l + Math.min(bar.w, p.frame.W * 0.6), bar.y + p.step / 2, cardText(view, s, bar));
  };
  svg.on('pointermove', (/** @type {any} */ event) => tell(event.target.closest('.race-bar'))).on('pointerleave', () => card.hide());
  svg.on('focusin', (/** @type {any} */ event) => tell(event.target.closest('.race-bar')));
  svg.on('focusout', () => card.hide());
  const bars = [...svg.node().querySelectorAll('.race-bar')];
  if (bars.length) first(view).setAttribute('tabindex', '0');
}

/** @param {any} view the bar at the top */
function first(view) {
  const bars = [...view.svg.node().querySelectorAll('.race-bar')].filter((b) => b.style.display !== 'none');
  return ordered(view, bars)[0];
}

/** @param {any} view @param {any[]} bars */
function ordered(view, bars) {
  const place = new Map(view.placed.now.bars.map((/** @type {any} */ b) => [b.key, b.place]));
  return bars.filter((b) => place.has(b.getAttribute('data-key'))).sort((a, b) => place.get(a.getAttribute('data-key')) - place.get(b.getAttribute('data-key')));
}

/**
 * From bar to bar.
 * @param {any} view @param {number} by
 */
export function walk(view, by) {
  const bars = ordered(view, [...view.svg.node().querySelectorAll('.race-bar')]);
  const next = bars[Math.max(0, Math.min(bars.length - 1, bars.indexOf(document.activeElement) + by))];
  if (!next) return;
  bars.forEach((b) => b.setAttribute('tabindex', b === next ? '0' : '-1'));
  next.focus();
}

/** @param {any} view @param {any} s @param {any} bar */
function cardText(view, s, bar) {
  const racer = s.run.racers.find((/** @type {any} */ r) => r.name === bar.key);
  const peak = d3.maxIndex(racer.filled, (/** @type {any} */ v, /** @type {number} */ i) => (racer.counts[i] === null ? -1 : v));
  const real = view.placed.now.t === s.dates[s.at].t;
  const model = s.by === 'model' && bar.key.includes('/');
  /** @type {[string, string][]} */
  const rows = [['Rank', format.int(Math.round(bar.place) + 1)], [s.rate ? 'Of 10,000 posts' : format.capitalized(s.noun), bar.text || format.unknown]];
  if (s.rate && real) rows.push([format.capitalized(s.noun), format.int(racer.counts[s.at])]);
  if (peak >= 0) rows.push([`Most, ${dateText(s.dates[peak].text)}`, told(s, racer.filled[peak])]);
  return {
    title: model ? bar.key.slice(bar.key.indexOf('/') + 1) : bar.key, swatch: modalityClass(bar.modality), who: model ? bar.key.slice(0, bar.key.indexOf('/')) : view.placed.now.title,
    rows, hint: bar.gap ? 'Not counted on this date: interpolated' : undefined, href: model && (s.source === 'downloads' || s.source === 'likes') ? modelURL(bar.key) : undefined,
  };
}
