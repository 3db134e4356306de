/** One needle a model, on the day it was published; its height is likes. */
import * as format from '../chart/format.js';
import { rowsOf, tableOf, time } from '../chart/data.js';
import { modalities, modalityName, modalityClass, modelName, shortName } from '../chart/words.js';
import { place as placeLabels, textWidth } from '../chart/labels.js';
import { baseline, px, years } from '../chart/axes.js';
import { skylineLive } from './skyline-live.js';

/** @param {number} width @returns {Frame} */
function frame(width) {
  const phone = width < 600;
  // The ground runs through the whole window; the needles keep to the page's column.
  const side = (width < 720 ? 16 : width < 1024 ? 32 : 64) + Math.max(0, (width - 1280) / 2);
  return { W: width, H: phone ? 250 : 330, m: { t: phone ? 34 : 26, r: side, b: 30, l: side }, phone, compact: false };
}

/** @param {Table} table @param {Figure} figure */
function series(table, figure) {
  const rows = rowsOf(table).map((r) => ({ id: String(r.id), day: r[figure.channels.x || 'createdOn'], likes: r[figure.channels.y || 'likes'] || 0, modality: r.modality || 'none' }))
    .filter((r) => r.day).sort((a, b) => b.likes - a.likes || (a.id < b.id ? -1 : 1));
  const days = rows.map((r) => r.day).sort();
  return { rows, first: days[0] || '2022-03-02', last: days[days.length - 1] || '2025-01-01', top: rows.length ? rows[0].likes : 1, columns: table.columns };
}

/** @param {any} s @param {Frame} f @param {Figure} figure */
function place(s, f, figure) {
  const x = d3.scaleUtc([new Date(time(s.first)), new Date(Math.max(time(s.last), time(s.first) + 1))], [f.m.l + 1, f.W - f.m.r - 2]);
  const ground = f.H - f.m.b;
  const y = d3.scaleLinear([0, s.top || 1], [ground, f.m.t]);
  const needles = s.rows.map((/** @type {any} */ r) => ({ ...r, x: x(time(r.day)), y: y(r.likes), tall: y(r.likes) < ground - 0.17 * (ground - f.m.t) }));
  return { frame: f, x, ground, needles, labels: labelsOf(needles, f, ground, figure) };
}

/** @param {any[]} needles @param {Frame} f @param {number} ground @param {Figure} figure */
function labelsOf(needles, f, ground, figure) {
  const obstacles = needles.filter((n) => n.y < ground - 30).slice(0, 200).map((n) => ({ x0: n.x - 1.5, x1: n.x + 1.5, y0: n.y - 2, y1: ground }));
  const seen = new Set();
  const items = needles.slice(0, 40).filter((n) => fresh(n, seen)).slice(0, f.phone ? 6 : 16).map((n) => {
    const text = shortName(modelName(n.id), f.phone ? 20 : 26);
    const remark = figure.remarks.find((r) => r.at === n.id);
    return { x: n.x, y: n.y, r: 3, w: textWidth(text), h: 15, text, remark: remark ? remark.text : '', gaps: [4, 12], dirs: [[1, 0], [-1, 0], [0, -1], [0.8, -0.7], [-0.8, -0.7]] };
  });
  return placeLabels(items, { x0: f.m.l - 4, x1: f.W - f.m.r + 8, y0: 0, y1: ground - 34 }, obstacles);
}

/**
 * One name a family of versions.
 * @param {any} n @param {Set<string>} seen
 */
function fresh(n, seen) {
  const key = n.id.slice(0, n.id.indexOf('/') + 9).toLowerCase() + n.day.slice(0, 7);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const f = p.frame;
  for (const tall of [false, true]) {
    for (const m of modalities) {
      const mine = p.needles.filter((/** @type {any} */ n) => n.modality === m && n.tall === tall);
      if (!mine.length) continue;
      // One path a hue: five thousand needles cost eight elements.
      g.append('path').attr('class', `needle ${modalityClass(m)}${tall ? ' tall' : ''}`).attr('d', mine.map((/** @type {any} */ n) => `M${px(n.x)},${p.ground}V${px(n.y)}`).join(''));
      if (tall) for (const n of mine) g.append('circle').attr('class', `fillc ${modalityClass(m)}`).attr('cx', px(n.x)).attr('cy', px(n.y)).attr('r', f.phone ? 1.8 : 2.6);
    }
  }
  baseline(g, 0, f.W, p.ground);
  for (const { text, x } of years(p.x)) {
    if (x > f.W - 30) continue;
    g.append('g').attr('class', 'axis').append('line').attr('class', 'base').attr('x1', px(x)).attr('x2', px(x)).attr('y1', p.ground).attr('y2', p.ground + 8);
    g.append('text').attr('class', 'sea').style('font-size', '17px').attr('x', px(x + 6)).attr('y', p.ground + 23).text(text);
  }
  for (const l of p.labels) {
    g.append('text').attr('class', 'lab halo').attr('x', px(l.tx)).attr('y', px(l.ty + 12)).attr('text-anchor', l.anchor).text(l.text);
    if (l.remark && !f.phone) g.append('text').attr('class', 'note halo').attr('x', px(l.tx)).attr('y', px(l.ty + 29)).attr('text-anchor', l.anchor).text(l.remark);
  }
  if (context.live) g.append('g').attr('class', 'pointer');
}

/** @param {any} s @returns {Description} */
function describe(s) {
  const n = s.rows.length;
  if (!n) return { title: 'The skyline', subtitle: 'No model has a day of publication here.' };
  const top = s.rows[0];
  return {
    title: `${modelName(top.id)} stands highest with ${format.count(top.likes, 'like')}`,
    subtitle: n === 1 ? 'The skyline: one needle for one model, on the day it was published. Height is likes.'
      : `The skyline: one needle for each of the ${format.int(n)} most liked models, on the day it was published. Height is likes.`,
  };
}

/** @param {any} s @returns {Chip[]} */
const legend = (s) => modalities.filter((m) => s.rows.some((/** @type {any} */ r) => r.modality === m)).map((m) => ({ key: m, name: modalityName[m], cls: modalityClass(m), on: true }));

/** @type {Kind} */
export const skyline = {
  defaults: () => ({}), controls: () => [], frame, series, place, draw, describe, legend, live: skylineLive,
  display: (s, figure) => tableOf(figure.id, s.columns, s.rows.map((/** @type {any} */ r) => ({ id: r.id, [figure.channels.x || 'createdOn']: r.day, [figure.channels.y || 'likes']: r.likes, modality: r.modality }))),
  empty: 'No model has a day of publication here.',
};
