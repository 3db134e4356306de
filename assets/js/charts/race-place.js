/** Where a race's bars, ticks, dates and letters stand in a frame at a moment. No document. */
import { time } from '../chart/data.js';
import { textWidth } from '../chart/labels.js';
import { modelName, shortName } from '../chart/words.js';
import { tickText } from '../chart/axes.js';
import { dayOf, moment, ranking, told } from './race-series.js';

/** @param {number} width @param {string} role @returns {Frame} */
export function frame(width, role) {
  const phone = width < 600;
  return { W: width, H: 0, m: { t: phone ? 50 : 34, r: phone ? 58 : 76, b: 78, l: 0 }, phone, compact: role === 'story' };
}

/** @param {any} s @param {Frame} f @param {Figure} figure @param {State} state */
export function place(s, f, figure, state) {
  const step = f.phone ? 38 : Math.max(24, Math.min(46, Math.round(460 / s.top)));
  const size = f.phone || step < 30 ? 12.5 : 14;
  // As wide as the longest name, within a fifth of the picture.
  const longest = d3.max(s.run.racers, (/** @type {any} */ r) => textWidth(nameOf(s, r), size)) || 0;
  const m = { ...f.m, l: f.phone ? 0 : Math.round(Math.max(64, Math.min(f.W / 5, longest + 14))) };
  const H = m.t + s.top * step + m.b;
  const last = s.dates.length - 1;
  // The line of dates is as wide as the picture, less half a handle at either end.
  const x = d3.scaleLinear([s.dates.length ? s.dates[0].t : 0, s.dates.length ? s.dates[last].t : 1], last > 0 ? [10, f.W - 10] : [f.W / 2, f.W / 2]);
  const p = { frame: { ...f, H, m }, series: s, step, x, line: H - 34, size, names: names(s, f, m, size) };
  return { ...p, unit: s.rate ? 'of 10,000 posts' : s.noun, t: s.t, now: now(p, s.t, true), dates: s.dates.map((/** @type {any} */ d) => x(d.t)), years: yearsOf(s, x, f), leads: leadsOf(s, x, f) };
}

/** @param {any} s @param {any} r */
const nameOf = (s, r) => (s.by === 'model' ? modelName(r.name) : r.name);

/**
 * What everybody is called where there is so much room.
 * @param {any} s @param {Frame} f @param {{ l: number }} m @param {number} size
 * @returns {Map<string, string>}
 */
function names(s, f, m, size) {
  const room = f.phone ? f.W - 70 : m.l - 12;
  return new Map(s.run.racers.map((/** @type {any} */ r) => {
    const name = nameOf(s, r);
    let length = Math.min(name.length, 60);
    while (length > 4 && textWidth(shortName(name, length), size) > room) length -= 1;
    return [r.name, shortName(name, length)];
  }));
}

/**
 * The picture at a moment: bars that are seen, ticks, the date.
 * @param {any} p @param {number} t @param {boolean} [rests]
 */
export function now(p, t, rests = false) {
  const { series: s, frame: f, step, size } = p;
  const everybody = s.run.at(t, rests);
  let most = 0;
  for (const r of everybody) if (r.place < s.top && r.length > most) most = r.length;
  const k = most > 0 ? (f.W - f.m.l - f.m.r) / most : 0;
  const bars = everybody.filter((/** @type {any} */ r) => r.place < s.top - 0.01 && r.length > 0).map((/** @type {any} */ r) => ({
    key: r.racer.name, modality: r.racer.modality, y: f.m.t + r.place * step, w: Math.max(1, r.length * k), seen: Math.min(1, s.top - r.place),
    text: r.value === null ? '' : `${r.gap ? '≈\u00a0' : ''}${told(s, r.value)}`, gap: r.gap, place: r.place, value: r.value, rises: r.rises, words: 1,
  }));
  letGoBy(bars, (f.phone ? 20 : size + 3) / step);
  const ticks = most > 0 ? d3.ticks(0, most, f.phone ? 3 : 6).filter((/** @type {number} */ v) => v > 0 && (s.rate || Number.isInteger(v))) : [];
  return { t, bars, ticks: ticks.map((/** @type {number} */ v) => ({ x: f.m.l + v * k, text: tickText(v, most >= 1e5) })), ...moment(s, t) };
}

/**
 * Where two bars pass each other only one has words: who rises. The other's fade before they would meet, and come back after.
 * @param {any[]} bars @param {number} tall how high words are, in places
 */
function letGoBy(bars, tall) {
  const order = [...bars].sort((a, b) => a.place - b.place);
  order.forEach((a, i) => {
    for (let k = i + 1; k < order.length && order[k].place - a.place < tall + 0.3; k += 1) {
      const b = order[k];
      const passed = a.rises > b.rises || (a.rises === b.rises && a.key < b.key) ? b : a;
      passed.words = Math.min(passed.words, Math.max(0, (b.place - a.place - tall) / 0.3));
    }
  });
}

/**
 * Who leads from which date on, over the line of dates, as far as there is room before the next; the last always has it.
 * @param {any} s @param {any} x @param {Frame} f
 */
function leadsOf(s, x, f) {
  /** @type {{ text: string, x: number, anchor: string }[]} */
  const all = [];
  s.dates.forEach((/** @type {any} */ d, /** @type {number} */ i) => {
    const known = ranking(s, i).filter((/** @type {any} */ r) => !r.gap);
    const text = known.filter((/** @type {any} */ r) => r.value === known[0].value).slice(0, 2).map((/** @type {any} */ r) => shortName(nameOf(s, r.racer), 18)).join(', ');
    if (text && !(all.length && all[all.length - 1].text === text)) all.push({ text, x: x(d.t), anchor: 'start' });
  });
  const last = all.pop();
  if (!last || !all.length) return [];
  const room = textWidth(last.text, 12);
  const end = last.x + room > f.W ? { ...last, x: f.W, anchor: 'end' } : last;
  const begins = [...all.slice(1).map((l) => l.x), end.anchor === 'end' ? end.x - room : end.x];
  const seen = [...all.filter((l, i) => begins[i] - l.x > textWidth(l.text, 12) + 6), end].filter((l, i, out) => !i || out[i - 1].text !== l.text);
  const said = { ...seen[0], text: `leads: ${seen[0].text}` };
  if (seen.length > 1 && seen[0].x + textWidth(said.text, 12) + 6 < begins[all.indexOf(seen[0])]) seen[0] = said;
  return seen;
}

/**
 * Years under the line of dates, each where it begins, if the next is far enough.
 * @param {any} s @param {any} x @param {Frame} f
 */
function yearsOf(s, x, f) {
  if (s.dates.length < 2) return [];
  const [from, to] = [s.dates[0].t, s.dates[s.dates.length - 1].t];
  /** @type {{ text: string, x: number }[]} */
  const out = [];
  for (let y = +dayOf(from).slice(0, 4); y <= +dayOf(to).slice(0, 4); y += 1) out.push({ text: String(y), x: x(Math.max(from, time(`${y}-01`))) });
  return out.filter((y, i) => (i + 1 < out.length ? out[i + 1].x : f.W) - y.x > 44);
}
