/**
 * Models by the day they were published and by likes (log); area is parameters, an open ring is an unknown size. What was
 * published before the Hub noted dates stands in a margin of its own. Up to 500 marks are SVG, more are canvas (`bubble-canvas.js`).
 */
import * as format from '../chart/format.js';
import { tableOf, time } from '../chart/data.js';
import { modalities, modalityClass, modalityName, modelName, shortName, sizeClasses } from '../chart/words.js';
import { place as placeLabels, textWidth } from '../chart/labels.js';
import { px, years } from '../chart/axes.js';
import { drawLabels } from '../chart/label-marks.js';
import { h } from '../chart/dom.js';
import { accepts, filterOf, modelsOf, tally } from './bubble-data.js';
import { describe } from './bubble-words.js';
import { bubbleLive } from './bubble-live.js';

/** More marks than this are drawn on canvas. */
export const svgMarks = 1500;
const dayMs = 864e5;

/** @returns {State} */
const defaults = () => ({ task: '', creator: '', license: '', size: '', from: '', to: '', off: [], pins: [], zoom: '' });

/** @param {Figure} figure @param {State} state @param {Table} table @returns {Control[]} */
function controls(figure, state, table) {
  const { models, owners } = modelsOf(table);
  const named = (/** @type {[string, number]} */ [v, n]) => /** @type {[string, string]} */ ([v, `${v}\u2002${format.int(n)}`]);
  const tasks = tally(models, (m) => m.task);
  const licenses = tally(models, (m) => m.license).slice(0, 20);
  const span = years(d3.scaleUtc(extent(models), [0, 1])).map((y) => String(y.year));
  const creators = [...owners.entries()].map(([o, list]) => [o, d3.sum(list, (/** @type {any} */ m) => m.likes)]).sort((a, b) => b[1] - a[1]).slice(0, 80).map((e) => e[0]);
  const range = `${state.from}..${state.to}`;
  /** @type {[string, string][]} */
  const dates = [['..', 'any'], ...span.map((y) => /** @type {[string, string]} */ ([`${y}-01-01..${y}-12-31`, y]))];
  if (!dates.some((d) => d[0] === range)) dates.push([range, rangeText(state)]);
  return [
    { type: 'find', key: 'find', label: 'Find', placeholder: 'a model' },
    { type: 'select', key: 'task', label: 'Task', options: [['', `all ${tasks.length}`], ...tasks.map(named), ['none', 'none stated']] },
    { type: 'input', key: 'creator', label: 'Creator', placeholder: 'anyone', suggestions: creators },
    { type: 'select', key: 'license', label: 'License', options: [['', 'any'], ...licenses.map(named), ['none', 'not stated']] },
    { type: 'select', key: 'size', label: 'Size', options: [['', 'any'], ...sizeClasses.map((c) => /** @type {[string, string]} */ ([c[0], c[1]]))] },
    { type: 'select', key: 'dates', label: 'Date', options: dates, value: range },
  ];
}

/**
 * Dates as a control has room for, by month; the subtitle says the days: "Jun 2024 – Apr 2025".
 * @param {State} state
 */
function rangeText({ from, to }) {
  const month = (/** @type {string} */ day) => format.day(day).replace(/^\d+\u00a0/, '');
  return !from ? `to ${month(to)}` : !to ? `from ${month(from)}` : `${month(from)} – ${month(to)}`;
}

/** @param {any[]} models */
function extent(models) {
  const [a, b] = d3.extent(models.filter((m) => !m.before), (/** @type {any} */ m) => m.t);
  return a === undefined ? [new Date(Date.UTC(2022, 2, 1)), new Date(Date.UTC(2025, 0, 1))] : [new Date(monthStart(a)), new Date(Math.max(b + 3 * dayMs, a + 30 * dayMs))];
}

/** @param {number} t */
const monthStart = (t) => Date.UTC(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth(), 1);

/** @param {number} width @param {string} role @returns {Frame} */
function frame(width, role) {
  const compact = role === 'story';
  const phone = width < 600 && !compact;
  if (compact) return { W: width, H: Math.round(width * 0.6), m: { t: 20, r: 8, b: 24, l: 44 }, phone, compact };
  return { W: width, H: Math.round(width * (phone ? 1.32 : width < 900 ? 0.78 : 0.56)), m: { t: phone ? 52 : 72, r: phone ? 16 : 40, b: 40, l: phone ? 62 : 120 }, phone, compact };
}

/**
 * @typedef {import('./bubble-data.js').Model} Model
 * @typedef {{ all: import('./bubble-data.js').Models, list: Model[], counts: Map<string, number>, domain: Date[], likes: number[], biggest: number }} Series
 */

/** @param {Table} table @param {Figure} figure @param {State} state @returns {Series} */
function series(table, figure, state) {
  const all = modelsOf(table);
  const pass = all.models.filter(filterOf(state));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const m of pass) counts.set(m.modality, (counts.get(m.modality) || 0) + 1);
  const off = new Set(state.off || []);
  const list = pass.filter((m) => !off.has(m.modality));
  // The scales are of all models, so that a filter takes marks away and moves none.
  const [low, high] = all.models.length ? [d3.min(all.models, (/** @type {any} */ m) => m.likes), d3.max(all.models, (/** @type {any} */ m) => m.likes)] : [1, 10];
  return { all, list, counts, domain: extent(all.models), likes: [Math.max(0.6, low * (low > 3 ? 0.95 : 0.62)), Math.max(10, high * 1.06)], biggest: d3.max(all.models, (/** @type {any} */ m) => m.parameters || 0) || 1e9 };
}

/**
 * Radius of a bubble by parameters: area is the measure.
 * @param {Frame} f
 */
function radius(f) {
  const k = f.compact ? 0.5 : f.phone ? 0.62 : 1.24 * Math.min(1, f.W / 1100);
  const unknown = f.compact ? 1.1 : f.phone ? 1.2 : 2.1;
  const least = f.phone ? 1.1 : 1.4;
  return (/** @type {number | null} */ p) => (p ? Math.max(least, Math.min(f.W / 28, k * Math.sqrt(p / 1e9))) : unknown);
}

/**
 * @param {Series} s @param {Frame} f @param {Figure} figure @param {State} state
 * @param {any} [transform] the zoom; without it the whole
 */
function place(s, f, figure, state, transform) {
  const gut = f.compact ? 0 : f.phone ? 26 : 60;
  const x0 = d3.scaleUtc(s.domain, [f.m.l, f.W - f.m.r]);
  const y0 = d3.scaleLog(s.likes, [f.H - f.m.b, f.m.t]).clamp(false);
  const t = transform || { k: 1, rescaleX: (/** @type {any} */ q) => q, rescaleY: (/** @type {any} */ q) => q };
  const p = { frame: f, series: s, x0, y0, x: t.rescaleX(x0), y: t.rescaleY(y0), k: t.k, gut, R: radius(f), marks: s.list, labels: /** @type {any[]} */ ([]), ticks: /** @type {any[]} */ ([]) };
  position(p);
  p.labels = labelsOf(p, figure);
  return p;
}

/**
 * Sets x, y and r of every mark for the placed scales.
 * @param {any} p
 */
export function position(p) {
  const { frame: f, x, y, R, gut, k } = p;
  const [d0, d1] = x.domain().map(Number);
  const [r0, r1] = x.range();
  const [l0, l1] = y.domain().map(Math.log);
  const [h0, h1] = y.range();
  const fx = (r1 - r0) / (d1 - d0);
  const fy = (h1 - h0) / (l1 - l0);
  const grow = Math.min(2.2, Math.sqrt(k));
  const left = f.m.l - gut - (f.phone ? 2 : 14);
  const strip = gut - (f.phone ? 6 : 8);
  for (const m of p.marks) {
    // Few likes are whole numbers on one line: spread within the number's own band.
    const likes = m.likes < 1 ? 0.9 : m.likes < 60 ? m.likes + (jitterY(m) - 0.5) * 0.9 : m.likes;
    m.x = m.before ? left + m.jitter * strip : r0 + (m.t + (0.15 + 0.7 * m.jitter) * dayMs - d0) * fx;
    m.y = h0 + (Math.log(likes) - l0) * fy;
    m.r = R(m.parameters) * grow;
    m.hidden = (!m.before && (m.x < f.m.l - (k > 1 ? 1 : m.r) || m.x > f.W - f.m.r + 12 + m.r)) || m.y > f.H - f.m.b + 2 || m.y < (k > 1 ? f.m.t - 24 : -m.r);
  }
}

/** @param {Model} m */
const jitterY = (m) => (((m.i + 7) * 2246822519) % 1000) / 1000;

/**
 * The greatest of all, then of each quarter year: one name a family of versions.
 * @param {any} p @param {Figure} figure
 */
export function labelsOf(p, figure) {
  const { frame: f } = p;
  const visible = p.marks.filter((/** @type {Model} */ m) => !m.hidden);
  const want = wanted(visible, f, p.k);
  const items = want.map((m) => {
    const remark = f.W > 900 && !f.compact ? figure.remarks.find((r) => r.at === m.id) : undefined;
    const text = shortName((remark && remark.title) || modelName(m.id), f.phone ? 20 : 26);
    const w = Math.max(textWidth(text), remark ? textWidth(remark.text, 14) : 0);
    return { x: m.x, y: m.y, r: m.r, w, h: remark ? 32 : 15, text, remark: remark ? remark.text : '', id: m.id, disc: m };
  });
  const chosen = new Set(want);
  const discs = visible.filter((/** @type {Model} */ m) => chosen.has(m) || m.r > 7 || m.likes > 300).slice(0, 900)
    .map((/** @type {any} */ m) => { m.weight = chosen.has(m) || m.r > 7 ? 100 : 1; return m; });
  return placeLabels(items, { x0: f.compact ? 40 : f.phone ? 24 : 44, x1: f.W + 4, y0: f.compact ? 2 : 26, y1: f.H - f.m.b - 14 }, [], discs);
}

/** @param {Model[]} visible greatest likes first @param {Frame} f @param {number} k */
function wanted(visible, f, k) {
  const most = f.compact ? 4 : f.phone ? 9 : f.W < 900 ? 16 : 26;
  const out = [];
  const seen = new Set();
  for (const m of visible) {
    if (out.length >= most) break;
    if (fresh(m, seen)) out.push(m);
  }
  if (f.compact || f.phone) return out;
  const quarters = new Set(out.map((m) => quarter(m)));
  const floor = k > 1 || visible.length < 400 ? 0 : (visible.length ? visible[0].likes : 0) / 12;
  for (const m of visible) {
    if (out.length >= most + 14 || m.likes < floor) break;
    if (quarters.has(quarter(m)) || !fresh(m, seen)) continue;
    quarters.add(quarter(m));
    out.push(m);
  }
  return out;
}

/** @param {Model} m */
const quarter = (m) => (m.before ? -1 : Math.floor(m.t / (92 * dayMs)));

/** @param {Model} m @param {Set<string>} seen */
function fresh(m, seen) {
  const key = `${m.owner}/${modelName(m.id).slice(0, 8).toLowerCase()}/${m.before ? '' : Math.floor(m.t / (60 * dayMs))}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  drawAxes(g.append('g').attr('class', 'axes'), p);
  if (p.marks.length <= svgMarks || !context.live) {
    const marks = g.append('g').attr('class', 'marks');
    clipIn(g, p, `${context.id}-clip`, marks);
    drawMarks(marks, p);
  }
  drawLabels(g.append('g').attr('class', 'labels'), p.labels);
}

/**
 * Where marks may be seen: above the axis; zoomed in, in the plot and the strip of the undated.
 * @param {any} p
 */
export function plotWindow(p) {
  const { frame: f, gut, k } = p;
  const ground = f.H - f.m.b;
  if (k <= 1) return { x: 0, y: 0, width: f.W, height: ground };
  const left = f.m.l - gut - 18;
  return { x: left, y: f.m.t - 30, width: f.W - f.m.r - left + 13, height: ground - f.m.t + 30 };
}

/**
 * @param {any} g @param {any} p @param {string} id @param {any} marks
 */
function clipIn(g, p, id, marks) {
  fitClip(g.append('defs').append('clipPath').attr('id', id).append('rect'), p);
  marks.attr('clip-path', `url(#${id})`);
}

/** @param {any} rect @param {any} p */
export function fitClip(rect, p) {
  for (const [name, value] of Object.entries(plotWindow(p))) rect.attr(name, value);
}

/**
 * The lines of the grid: of the likes, flat, and of the years, upright. On canvas they are painted under the marks.
 * @param {any} p @returns {number[][]} x1, y1, x2, y2
 */
export function gridOf(p) {
  const { frame: f, x, y, gut } = p;
  const x1 = f.W - f.m.r;
  const left = f.m.l - gut - (f.compact ? 0 : f.phone ? 6 : 18);
  // The newest great bubbles reach into the right margin: the ground goes on beneath them.
  const flat = likeTicks(y, f).map((/** @type {number} */ v) => Math.round(y(v)) + 0.5).map((/** @type {number} */ at) => [left, at, f.W, at]);
  const upright = years(x).filter((q) => q.x <= x1 - 12).map((q) => Math.round(q.x) + 0.5).map((at) => [at, f.phone ? 4 : 6, at, f.H - f.m.b + 6]);
  return [...flat, ...upright];
}

/** @param {any} g @param {any} p */
export function drawAxes(g, p) {
  const { frame: f, x, y, gut } = p;
  const x1 = f.W - f.m.r;
  const left = f.m.l - gut - (f.compact ? 0 : f.phone ? 6 : 18);
  const ground = f.H - f.m.b;
  const axis = g.append('g').attr('class', 'axis');
  for (const [a, b, c, d] of gridOf(p)) axis.append('line').attr('class', 'grid').attr('x1', a).attr('x2', c).attr('y1', b).attr('y2', d);
  const ticks = likeTicks(y, f);
  for (const v of ticks) {
    const at = Math.round(y(v)) + 0.5;
    axis.append('text').attr('x', 0).attr('y', px(at + 4)).text((f.phone || f.compact) && v >= 1000 ? `${v / 1000}k` : format.int(v));
  }
  if (ticks.length && !f.compact) axis.append('text').attr('class', 'unit').attr('x', 0).attr('y', px(y(ticks[ticks.length - 1]) - 14)).text('likes');
  for (const { text, x: at } of years(x)) {
    if (at > x1 - 12) continue;
    const X = Math.round(at) + 0.5;
    if (f.compact) g.append('text').attr('class', 'tl').attr('x', X + 3).attr('y', ground + 17).text(text);
    else g.append('text').attr('class', 'sea').attr('x', X + 8).attr('y', f.phone ? 16 : 20).text(text);
  }
  if (!f.phone && !f.compact) monthTicks(axis, p, ground);
  axis.append('line').attr('class', 'base').attr('x1', left).attr('x2', f.W).attr('y1', ground + 0.5).attr('y2', ground + 0.5);
  if (p.series.list.some((/** @type {Model} */ m) => m.before) && !f.compact) {
    g.append('text').attr('class', 'note small').attr('x', left + 2).attr('y', ground + 20).text(f.phone ? 'earlier' : 'before the record');
  }
}

/**
 * 1, 3, 10, 30 … or, zoomed in, whatever leaves four lines.
 * @param {any} y @param {Frame} f
 */
function likeTicks(y, f) {
  const [low, high] = [y.invert(f.H - f.m.b), y.invert(f.m.t - 20)];
  const nice = [];
  for (let e = 0; e < 7; e += 1) nice.push(10 ** e, 3 * 10 ** e);
  const inside = nice.filter((v) => v >= low && v <= high);
  const ticks = inside.length >= 3 ? inside : d3.ticks(low, high, 5).filter((/** @type {number} */ v) => v > 0 && Number.isInteger(v));
  return f.compact ? ticks.filter((/** @type {number} */ v) => Math.log10(v) % 1 === 0) : ticks;
}

/** @param {any} axis @param {any} p @param {number} ground */
function monthTicks(axis, p, ground) {
  const { x, frame: f } = p;
  const [a, b] = x.domain();
  const days = (b - a) / dayMs;
  const step = days > 500 ? d3.utcMonth.every(3) : days > 150 ? d3.utcMonth.every(1) : days > 40 ? d3.utcWeek : d3.utcDay.every(days > 12 ? 3 : 1);
  const say = days > 150 ? d3.utcFormat('%b') : d3.utcFormat('%-d %b');
  let last = -Infinity;
  for (const d of step.range(a, b)) {
    const at = x(d);
    if (d.getUTCMonth() === 0 && d.getUTCDate() === 1 && days > 150) continue;
    if (at < f.m.l + (days > 500 ? 70 : 42) || at - last < 34 || at > f.W - f.m.r - 8) continue;
    last = at;
    axis.append('line').attr('x1', px(at)).attr('x2', px(at)).attr('y1', ground).attr('y2', ground + 5);
    axis.append('text').attr('x', px(at)).attr('y', ground + 20).attr('text-anchor', 'middle').text(say(d));
  }
}

/**
 * Marks as SVG: the great ones first and one by one, the small in groups by hue.
 * @param {any} g @param {any} p
 */
export function drawMarks(g, p) {
  const visible = p.marks.filter((/** @type {Model} */ m) => !m.hidden);
  const great = visible.filter((/** @type {Model} */ m) => m.parameters && m.r > 6).sort((/** @type {Model} */ a, /** @type {Model} */ b) => b.r - a.r);
  for (const m of great) circle(g, m).attr('class', `bub ${m.r > 12 ? 'great' : 'mid'} ${modalityClass(m.modality)}`);
  for (const kind of ['ring', 'dot']) {
    for (const code of modalities) {
      const mine = visible.filter((/** @type {Model} */ m) => m.modality === code && (kind === 'ring' ? !m.parameters : m.parameters && m.r <= 6));
      if (!mine.length) continue;
      const group = g.append('g').attr('class', `bub ${kind} ${modalityClass(code)}`);
      for (const m of mine) circle(group, m);
    }
  }
}

/** @param {any} g @param {Model} m */
const circle = (g, m) => g.append('circle').attr('cx', px(m.x)).attr('cy', px(m.y)).attr('r', px(m.r));

/**
 * The size key, at the scale of the chart.
 * @param {Series} s @param {any} p @returns {VNode | null}
 */
function extra(s, p) {
  const f = p.frame;
  if (f.compact) return null;
  const all = [s.biggest, 1e11, 1e10, 1e9, 0].filter((v, i) => i === 0 || v < s.biggest * 0.6);
  const steps = all.map((v) => ({ v, r: v ? Math.max(p.R(v), f.phone ? 2 : 3) : 2.4, text: v ? format.compact(v) : 'unknown' }));
  const H = Math.ceil(2 * steps[0].r + 24);
  let at = 1;
  const inside = steps.flatMap((k) => {
    const half = Math.max(k.r, k.text.length * 3.3);
    const x = at + half;
    at += half * 2 + (f.phone ? 10 : 12);
    return [h('circle', { cx: px(x), cy: px(H - 18 - k.r), r: px(k.r), class: k.v ? 'size' : 'size open' }), h('text', { x: px(x), y: H - 3, 'text-anchor': 'middle' }, k.text)];
  });
  return h('svg', { class: 'sizekey', viewBox: `0 0 ${Math.ceil(at)} ${H}`, width: Math.ceil(at), height: H, role: 'img', 'aria-label': 'Size key: area is the number of parameters; an open ring is an unknown size' }, inside);
}

/** @param {Series} s @param {Figure} figure @param {State} state @returns {Chip[]} */
function legend(s, figure, state) {
  const present = new Set(s.all.models.map((m) => m.modality));
  const off = new Set(state.off || []);
  return modalities.filter((m) => present.has(m)).map((m) => ({ key: m, name: modalityName[m], cls: modalityClass(m), count: format.int(s.counts.get(m) || 0), on: !off.has(m) }));
}

/** @param {Series} s @param {Figure} figure @returns {Table} */
function display(s, figure) {
  const dropped = new Set(['beforeRecord', 'base', 'parametersFrom', 'licenseClass']);
  const columns = figure.table.columns.filter((c) => !dropped.has(c.key));
  const rows = s.list.map((m) => ({ ...m, createdOn: m.before ? null : m.day }));
  return tableOf(figure.id, columns, rows);
}

/**
 * Days as the state keeps them.
 * @param {number} t
 */
export const dayText = (t) => new Date(t).toISOString().slice(0, 10);
/** @param {string} text */
export const dayTime = (text) => time(text);

/** @type {Kind} */
export const bubble = { defaults, controls, accepts, frame, series, place, draw, describe, display, legend, extra, live: bubbleLive, empty: 'No model passes all of these filters. Loosen one, or reset.' };
