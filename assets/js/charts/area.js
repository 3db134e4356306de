/**
 * Stacked area of months: what there was at each month's end, or what was new in it; absolute or as shares. A layer opens into
 * its six greatest parts. Generic: any category column can be the series (`options.series`, `labels`, `palette`).
 */
import * as format from '../chart/format.js';
import { column, hasColumn, monthsBetween, tableOf, time } from '../chart/data.js';
import { modalityName, modalityAdjective, modalityClass, taskWords, shortened } from '../chart/words.js';
import { quarterName } from './ribbon.js';
import { spread, textWidth } from '../chart/labels.js';
import { baseline, px, rows as axisRows, thinSpans, tickText, veil, years } from '../chart/axes.js';
import { areaLive } from './area-live.js';

/** Layers from the ground up. */
const layerOrder = ['nlp', 'cv', 'audio', 'rl', 'mm', 'tab', 'other', 'none'];
const otherTasks = 'other tasks';
/** @type {{ [key: string]: string }} */
const measureNames = { count: 'Models', downloads: 'Downloads', likes: 'Likes' };
/**
 * Words for a sum of a measure.
 * @param {Figure} figure @param {State} state
 */
const nounOf = (figure, state) => (state.measure === 'downloads' ? 'downloads' : state.measure === 'likes' ? 'likes' : figure.options.noun || 'models');

/** @param {Figure} figure */
const measuresOf = (figure) => ['count', 'downloads', 'likes'].filter((k) => hasColumn(figure.table, k));

/** @param {Figure} figure @returns {State} */
function defaults(figure) {
  const o = figure.options;
  return { scale: o.scale || 'absolute', flow: o.flow || 'cumulative', measure: o.measure || measuresOf(figure)[0] || 'count', open: '' };
}

/** @param {Figure} figure @param {State} state @returns {Control[]} */
function controls(figure, state) {
  /** @type {Control[]} */
  const out = [
    { type: 'seg', key: 'scale', label: 'Scale', options: [['absolute', 'Absolute'], ['share', 'Share']] },
    { type: 'seg', key: 'flow', label: 'Count', options: [['cumulative', 'Cumulative'], ['new', figure.options.step === 'quarter' ? 'New a quarter' : 'New a month']] },
  ];
  const measures = measuresOf(figure);
  if (measures.length > 1) out.push({ type: 'seg', key: 'measure', label: 'Measure', options: measures.map((m) => [m, m === 'count' ? format.capitalized(figure.options.noun || 'models') : measureNames[m]]) });
  if (state.open) out.push({ type: 'button', key: 'open', label: '', text: '← All modalities', to: { open: '' } });
  return out;
}

/**
 * A layer that opens; the other choices are those of the controls.
 * @param {Figure} figure @param {Table} table
 */
function accepts(figure, table) {
  const opening = new Set(figure.channels.sub ? column(table, figure.channels.series || 'modality') : []);
  return { open: (/** @type {string} */ v) => v !== 'none' && opening.has(v) };
}

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600 && !compact;
  if (compact) return { W: width, H: Math.round(width * 0.6), m: { t: 14, r: 96, b: 24, l: 34 }, phone, compact };
  const ratio = phone ? 1.3 : width < 900 ? 0.7 : 0.5;
  return { W: width, H: Math.round(width * ratio), m: { t: 38, r: phone ? 112 : 196, b: 36, l: phone ? 36 : 56 }, phone, compact };
}

/**
 * @typedef {{ key: string, name: string, cls: string, fill: string, hatch: boolean, values: number[], opens: boolean }} Layer
 * @typedef {{ months: string[], layers: Layer[], totals: number[], before: number, share: boolean, flow: string, open: string, noun: string, quarters: boolean, say: (month: string) => string }} Series
 */

/** @param {Table} table @param {Figure} figure @param {State} state @returns {Series} */
function series(table, figure, state) {
  const c = { month: column(table, figure.channels.x || 'month'), series: column(table, figure.channels.series || 'modality') };
  const sub = figure.channels.sub && hasColumn(table, figure.channels.sub) ? column(table, figure.channels.sub) : null;
  const measure = measuresOf(figure).includes(state.measure) ? state.measure : measuresOf(figure)[0] || figure.channels.y || 'count';
  const values = column(table, measure);
  const months = monthsOf(c.month, figure.options.lastWholeMonth, figure.options.step === 'quarter' ? 3 : 1);
  const open = sub && c.series.includes(state.open) && state.open !== 'none' ? state.open : '';
  const sums = open ? subSums(c, /** @type {any[]} */ (sub), values, months, open) : seriesSums(c, values, months);
  const keys = open ? subKeys(sums) : orderedKeys(sums, figure);
  if (open && sums.size > 6) sums.set(otherTasks, folded(sums, keys));
  if (open && sums.size > 6) keys.push(otherTasks);
  const cumulative = state.flow !== 'new';
  const layers = keys.map((key, k) => ({
    ...look(key, k, keys.length, open, figure), key, opens: !open && sub !== null && key !== 'none',
    values: cumulative ? accumulated(/** @type {Sum} */ (sums.get(key))) : /** @type {Sum} */ (sums.get(key)).values,
  }));
  const totals = months.map((_, j) => layers.reduce((sum, l) => sum + l.values[j], 0));
  const before = [...sums.values()].reduce((sum, s) => sum + s.before, 0);
  return { months, layers, totals, before, share: state.scale === 'share', flow: state.flow, open, noun: nounOf(figure, { measure }), quarters: figure.options.step === 'quarter', say: figure.options.step === 'quarter' ? quarterName : format.month };
}

/**
 * Whole months from the first known to the last whole one, without gaps.
 * @param {(string | null)[]} months @param {string | undefined} last @param {number} step
 */
function monthsOf(months, last, step) {
  const known = months.filter((m) => m && (!last || m <= last)).sort();
  const all = known.length ? monthsBetween(/** @type {string} */ (known[0]), /** @type {string} */ (known[known.length - 1])) : [];
  return all.filter((_, j) => j % step === 0);
}

/** @typedef {{ before: number, values: number[], total: number }} Sum */

/** @param {{ month: any[] }} c @param {(i: number) => string | null} keyOf @param {any[]} values @param {string[]} months */
function sumsBy(c, keyOf, values, months) {
  const at = new Map(months.map((m, j) => [m, j]));
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (let i = 0; i < c.month.length; i += 1) {
    const key = keyOf(i);
    if (key === null || !values[i]) continue;
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = { before: 0, values: new Array(months.length).fill(0), total: 0 }));
    const j = at.get(c.month[i]);
    if (c.month[i] === null) sum.before += values[i];
    else if (j !== undefined) sum.values[j] += values[i];
    else continue;
    sum.total += values[i];
  }
  return sums;
}

/** @param {any} c @param {any[]} values @param {string[]} months */
const seriesSums = (c, values, months) => sumsBy(c, (i) => (c.series[i] === null ? 'none' : String(c.series[i])), values, months);

/** @param {any} c @param {any[]} sub @param {any[]} values @param {string[]} months @param {string} open */
const subSums = (c, sub, values, months, open) => sumsBy(c, (i) => (c.series[i] === open ? sub[i] || 'not stated' : null), values, months);

/**
 * The six greatest.
 * @param {Map<string, Sum>} sums
 */
const subKeys = (sums) => [...sums.entries()].sort((a, b) => b[1].total - a[1].total || (a[0] < b[0] ? -1 : 1)).slice(0, 6).map((e) => e[0]);

/** @param {Map<string, Sum>} sums @param {Figure} figure */
function orderedKeys(sums, figure) {
  const order = figure.options.series || layerOrder;
  const known = order.filter((/** @type {string} */ k) => sums.has(k));
  const rest = [...sums.keys()].filter((k) => !order.includes(k)).sort();
  return [...known, ...rest];
}

/** @param {Map<string, Sum>} sums @param {string[]} keys @returns {Sum} */
function folded(sums, keys) {
  const rest = [...sums.entries()].filter((e) => !keys.includes(e[0])).map((e) => e[1]);
  return {
    before: rest.reduce((s, r) => s + r.before, 0), total: rest.reduce((s, r) => s + r.total, 0),
    values: rest[0].values.map((_, j) => rest.reduce((s, r) => s + r.values[j], 0)),
  };
}

/** @param {Sum} sum */
function accumulated(sum) {
  let total = sum.before;
  return sum.values.map((v) => (total += v));
}

/**
 * Name, classes and fill of a layer.
 * @param {string} key @param {number} k @param {number} n @param {string} open @param {Figure} figure
 */
function look(key, k, n, open, figure) {
  if (open) return { name: taskWords(key), cls: modalityClass(open), hatch: key === otherTasks, fill: key === otherTasks ? '' : `var(--${open}-${k + 1})` };
  const labels = figure.options.labels || {};
  if (figure.options.palette === 'sequential' && key !== 'unknown') {
    const step = n < 2 ? 5 : Math.round(2 + (k * 5) / Math.max(1, n - 1));
    return { name: labels[key] || key, cls: 'quantity', hatch: false, fill: `var(--seq-${Math.min(7, step)})` };
  }
  return { name: labels[key] || modalityName[key] || key, cls: modalityClass(key), hatch: key === 'none' || key === 'unknown', fill: '' };
}

/**
 * @param {Series} s @param {Frame} f @param {Figure} figure @param {State} state
 */
function place(s, f, figure, state) {
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
const amount = (v) => (v >= 1e7 ? format.compact(v) : format.int(v));

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

/**
 * A layer's outline from its points.
 * @param {number[][]} points
 */
export const outline = (points) => d3.area((/** @type {number[]} */ p) => p[0], (/** @type {number[]} */ p) => p[1], (/** @type {number[]} */ p) => p[2])
  .curve(d3.curveMonotoneX).digits(1)(points);

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { frame: f, series: s } = p;
  const x1 = f.W - f.m.r;
  hatch(g, `${context.id}-hatch`, s.open);
  axisRows(g, p.ticks, { x0: f.m.l, x1, unit: s.share || f.compact ? undefined : s.noun });
  const layers = g.append('g').attr('class', 'layers');
  for (const l of p.layers) {
    const path = layers.append('path').attr('class', `layer ${l.cls}`).attr('d', outline(l.points)).style('fill', fillOf(l, context.id));
    if (context.live && !f.compact) path.attr('tabindex', 0).attr('role', l.opens ? 'button' : 'img').attr('aria-label', layerLabel(l, s)).attr('data-key', l.key);
  }
  veil(g.append('g').attr('class', 'veils'), p.thin, f);
  baseline(g, f.m.l, x1, f.H - f.m.b);
  drawYears(g, p);
  drawEdge(g, p);
  for (const r of p.remarks) drawRemark(g, r);
}

/** @param {any} l @param {string} id */
const fillOf = (l, id) => (l.hatch ? `url(#${id}-hatch)` : l.fill || 'var(--c)');

/** @param {any} l @param {Series} s */
function layerLabel(l, s) {
  const n = s.months.length - 1;
  return `${l.name}: ${format.int(l.values[n])} ${s.noun}${s.totals[n] ? `, ${format.percent(l.values[n] / s.totals[n])}` : ''}${l.opens ? '; Enter opens it' : ''}`;
}

/** @param {any} g @param {string} id @param {string} open */
function hatch(g, id, open) {
  const token = open ? `--${open}-6` : '--other';
  const p = g.append('defs').append('pattern').attr('id', id).attr('width', 6).attr('height', 6).attr('patternUnits', 'userSpaceOnUse').attr('patternTransform', 'rotate(45)');
  p.append('rect').attr('width', 6).attr('height', 6).attr('style', `fill:var(${token});opacity:.3`);
  p.append('line').attr('y2', 6).attr('style', `stroke:var(${token});stroke-width:2;opacity:.75`);
}

/** @param {any} g @param {any} p */
function drawYears(g, p) {
  const f = p.frame;
  const y = f.H - f.m.b;
  for (const { text, x } of years(p.x)) {
    if (x > f.W - f.m.r - 26) continue;
    if (f.compact) { g.append('text').attr('class', 'tl').attr('x', px(x)).attr('y', y + 17).text(text); continue; }
    g.append('g').attr('class', 'axis').append('line').attr('class', 'base').attr('x1', px(x)).attr('x2', px(x)).attr('y1', y).attr('y2', y + 6);
    g.append('text').attr('class', 'sea').style('font-size', '16px').attr('x', px(x + (f.phone ? 0 : 6))).attr('y', y + 24).text(text);
  }
}

/** @param {any} g @param {any} p */
function drawEdge(g, p) {
  const f = p.frame;
  const x = f.W - f.m.r;
  const edge = g.append('g').attr('class', 'edge');
  for (const e of p.edge) {
    if (f.compact) { edge.append('text').attr('class', 'lab sub').attr('x', x + 7).attr('y', px(e.y + 4)).text(e.name); continue; }
    edge.append('path').attr('class', 'leader').attr('d', `M${x + 3},${px(e.from)}C${x + 12},${px(e.from)} ${x + 10},${px(e.y)} ${x + 20},${px(e.y)}`);
    edge.append('text').attr('class', 'lab').style('font-size', f.phone ? '11.5px' : '13.5px').attr('x', x + 24).attr('y', px(e.y - 1)).text(e.name);
    edge.append('text').attr('class', 'num').attr('x', x + 24).attr('y', px(e.y + 13)).text(e.value);
  }
}

/** @param {any} g @param {any} r */
function drawRemark(g, r) {
  g.append('line').attr('class', 'leader').attr('x1', px(r.x)).attr('x2', px(r.x)).attr('y1', px(r.y - 4)).attr('y2', px(r.y - r.up));
  g.append('circle').attr('class', 'remark-dot').attr('cx', px(r.x)).attr('cy', px(r.y)).attr('r', 3);
  g.append('text').attr('class', 'note strong halo').attr('x', px(r.x)).attr('y', px(r.y - r.up - 24)).attr('text-anchor', r.anchor).text(r.title);
  g.append('text').attr('class', 'note halo').attr('x', px(r.x)).attr('y', px(r.y - r.up - 6)).attr('text-anchor', r.anchor).text(r.text);
}

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Table} */
function display(s, figure, state) {
  const label = (/** @type {Column} */ c) => c;
  const columns = [label(s.quarters ? { key: 'month', label: 'Quarter', kind: 'text' } : { key: 'month', label: 'Month', kind: 'month' }),
    ...s.layers.map((l) => ({ key: l.key, label: l.name, kind: s.share ? 'share' : 'count' }))];
  if (!s.share) columns.push({ key: 'all', label: 'All', kind: 'count' });
  const rows = s.months.map((month, j) => {
    /** @type {{ [key: string]: any }} */
    const row = { month: s.quarters ? s.say(month) : month };
    for (const l of s.layers) row[l.key] = s.share ? (s.totals[j] ? l.values[j] / s.totals[j] : null) : l.values[j];
    if (!s.share) row.all = s.totals[j];
    return row;
  });
  return tableOf(figure.id, columns, rows);
}

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Description} */
function describe(s, figure, state) {
  return { title: titleOf(s, figure), subtitle: subtitleOf(s, figure, state) };
}

/** @param {Series} s @param {Figure} figure */
function titleOf(s, figure) {
  const n = s.months.length - 1;
  if (n < 0 || !s.layers.length || !d3.max(s.totals)) return 'Nothing to show here';
  const whole = (/** @type {any} */ l, /** @type {number} */ j) => (s.totals[j] ? l.values[j] / s.totals[j] : 0);
  const named = s.layers.filter((l) => l.key !== otherTasks);
  const greatest = named[d3.maxIndex(named, (/** @type {any} */ l) => l.values[n])];
  const counted = s.noun === (figure.options.noun || 'models');
  if (s.open) {
    const of = `${modalityAdjective[s.open] || s.open} models`;
    return counted ? `Of ${of}, ${format.roundPercent(whole(greatest, n))} are for ${greatest.name}`
      : `Of the ${s.noun} of ${of}, ${format.roundPercent(whole(greatest, n))} fall to ${greatest.name}`;
  }
  if (s.share) return shareTitle(s, whole, n);
  if (s.flow === 'new') {
    const peak = /** @type {number} */ (d3.maxIndex(s.totals));
    return counted ? `${s.say(s.months[peak])} brought the most: ${format.int(s.totals[peak])} ${format.noun(s.totals[peak], s.noun.replace(/s$/, ''), s.noun)}`
      : `Models of ${s.say(s.months[peak])} have the most ${s.noun}: ${amount(s.totals[peak])}`;
  }
  const year = s.quarters ? 4 : 12;
  if (counted && n >= year && s.totals[n] > 0) {
    const young = 1 - s.totals[n - year] / s.totals[n];
    return `${format.capitalized(tenths(young))} ${s.noun} of ${s.say(s.months[n])} were less than a year old`;
  }
  const most = s.layers.filter((l) => !l.hatch);
  const leader = most.length ? most[d3.maxIndex(most, (/** @type {any} */ l) => l.values[n])] : greatest;
  const name = modalityAdjective[leader.key] ? `${format.capitalized(modalityAdjective[leader.key])} models` : leader.name;
  return `${name} hold ${format.roundPercent(whole(leader, n))} of all ${s.noun}`;
}

/**
 * The layer whose share changed most.
 * @param {Series} s @param {(l: any, j: number) => number} whole @param {number} n
 */
function shareTitle(s, whole, n) {
  const change = (/** @type {any} */ l) => whole(l, n) - whole(l, 0);
  const l = s.layers[d3.maxIndex(s.layers, (/** @type {any} */ q) => Math.abs(change(q)))];
  const who = l.key === 'none' ? 'Models that state no task' : modalityAdjective[l.key] ? `${format.capitalized(modalityAdjective[l.key])} models` : l.name;
  const [a, b] = [whole(l, 0), whole(l, n)].map((v) => format.roundPercent(v));
  if (n === 0 || a === b) return `${who} hold ${b}`;
  return `${who} ${change(l) > 0 ? 'rose' : 'fell'} from ${a.replace('\u202f%', '')} to ${b}${s.noun === 'models' ? '' : ` of ${s.noun}`}`;
}

/**
 * A share as prose says it: 0.71 → "seven in ten".
 * @param {number} share
 */
function tenths(share) {
  const k = Math.round(share * 10);
  if (k <= 0) return 'hardly any';
  if (k >= 10) return 'nearly all';
  if (k === 5) return 'half of all';
  return `${format.words(k)} in ten`;
}

/** @param {Series} s @param {Figure} figure @param {State} state */
function subtitleOf(s, figure, state) {
  const what = format.capitalized(s.noun);
  const counted = s.noun === (figure.options.noun || 'models');
  const first = counted ? (s.flow === 'new' ? `${what} created in each ${s.quarters ? 'quarter' : 'month'}` : `${what} on the Hub at the end of each ${s.quarters ? 'quarter' : 'month'}`)
    : s.flow === 'new' ? `${what} today, by the ${s.quarters ? 'quarter' : 'month'} their model was created` : `${what} today of the models created up to each ${s.quarters ? 'quarter' : 'month'}`;
  const by = s.open ? `by task within ${modalityAdjective[s.open] || s.open}` : figure.options.by ? `by ${figure.options.by}` : figure.options.labels ? 'by class' : 'by modality of the stated task';
  return `${first}${s.share ? ', share of the total' : ''}, ${by}.`;
}

/** @type {Kind} */
export const area = { defaults, controls, accepts, frame, series, place, draw, describe, display, live: areaLive, empty: 'No month has anything to show here.' };
