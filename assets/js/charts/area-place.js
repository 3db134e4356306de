/** Where an area's layers, ticks, names and remarks stand in a frame. No document. */
import * as format from '../chart/format.js';
import { time } from '../chart/data.js';
import { shortened } from '../chart/words.js';
import { spread, textWidth } from '../chart/labels.js';
import { thinSpans, tickText } from '../chart/axes.js';

/** @typedef {import('./area-series.js').Series} Series */

/**
 * @param {Series} s @param {Frame} f @param {Figure} figure @param {State} state
 */
export function place(s, f, figure, state) {
  const n = s.months.length;
  const x = d3.scaleUtc([new Date(time(s.months[0] || '2022-03')), new Date(time(s.months[n - 1] || '2022-04'))], [f.m.l, f.W - f.m.r]);
  const top = s.share ? 1 : (d3.max(s.totals) || 1) * 1.02;
  const y = d3.scaleLinear([0, top], [f.H - f.m.b, f.m.t]);
  const xs = s.months.map((m) => (n === 1 ? (f.m.l + f.W - f.m.r) / 2 : x(time(m))));
  const ground = s.months.map(() => 0);
  const layers = s.layers.map((l) => {
    const points = xs.map((px0, j) => {
      const v = s.share ? (s.totals[j] ? l.values[j] / s.totals[j] : 0) : l.values[j];
      const y0 = y(ground[j]);
      ground[j] += v;
      return [px0, y0, y(ground[j])];
    });
    return { ...l, points };
  });
  return { frame: f, series: s, x, y, xs, layers, ticks: ticksOf(s, y, f), edge: edgeOf(layers, s, f), remarks: remarksOf(s, figure, state, f, xs, y), thin: s.flow === 'new' ? thinSpans(figure, x, f) : [] };
}

/** @param {Series} s @param {any} y @param {Frame} f */
function ticksOf(s, y, f) {
  if (s.share) return [0.25, 0.5, 0.75, 1].map((v) => ({ y: y(v), text: `${v * 100}\u202f%` }));
  const ticks = y.ticks(f.compact ? 3 : 5).slice(1);
  return ticks.map((/** @type {number} */ v) => ({ y: y(v), text: tickText(v, f.phone || f.compact) }));
}

/**
 * Names at the right edge, at their layers' height, pushed apart.
 * @param {any[]} layers @param {Series} s @param {Frame} f
 */
function edgeOf(layers, s, f) {
  const n = s.months.length;
  const shown = f.compact ? layers.filter((l) => l.values[n - 1] > 0.005 * s.totals[n - 1]) : layers;
  const mid = shown.map((l) => (n ? (l.points[n - 1][1] + l.points[n - 1][2]) / 2 : 0));
  const at = spread(mid, f.compact ? 15 : f.phone ? 30 : 34, f.m.t + (f.compact ? 0 : 4), f.H - f.m.b - 6);
  return shown.map((l, k) => {
    const share = s.totals[n - 1] ? l.values[n - 1] / s.totals[n - 1] : 0;
    const value = f.phone ? format.roundPercent(share) : `${amount(l.values[n - 1])} · ${format.roundPercent(share)}`;
    return { key: l.key, from: mid[k], y: at[k], name: shortened(l.name, f.compact ? 16 : f.phone ? 16 : 24), value };
  });
}

/** @param {number} v */
export const amount = (v) => (v >= 1e7 ? format.compact(v) : format.int(v));

/**
 * Facts lettered into the chart; only where the whole stands as one silhouette, and only those that find room.
 * @param {Series} s @param {Figure} figure @param {State} state @param {Frame} f @param {number[]} xs @param {any} y
 */
function remarksOf(s, figure, state, f, xs, y) {
  if (s.share || s.open || f.phone || f.compact || s.flow === 'new' || s.noun !== (figure.options.noun || 'models')) return [];
  /** @type {any[]} */
  const out = [];
  for (const r of figure.remarks.slice(0, 3)) {
    const j = s.months.indexOf(r.at.slice(0, 7));
    if (j < 0) continue;
    const w = Math.max(textWidth(r.title, 15), textWidth(r.text, 15)) * 0.92;
    const h = y(s.totals[j]);
    const right = xs[j] - w < f.m.l - 8;
    let up = 60 + 16 * ((figure.remarks.length - out.length) % 3);
    const [x0, x1] = right ? [xs[j], xs[j] + w] : [xs[j] - w, xs[j]];
    // The silhouette may rise into a text that stands to the right of its month; texts may meet each other.
    const under = Math.min(...s.totals.filter((_, i) => xs[i] >= x0 && xs[i] <= x1 + 12).map((t) => y(t)));
    const clash = () => h - up > under - 8 || out.some((o) => Math.abs((h - up) - (o.y - o.up)) < 44 && x0 < o.x1 && x1 > o.x0);
    while (clash() && up < 260) up += 8;
    if (clash() || h - up - 40 < 0) continue;
    out.push({ x: xs[j], x0, x1, y: h, up, anchor: right ? 'start' : 'end', title: r.title, text: r.text });
  }
  return out;
}
