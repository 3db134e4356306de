/** Draws what was placed of an area; decides nothing. */
import * as format from '../chart/format.js';
import { baseline, px, rows as axisRows, veil, years } from '../chart/axes.js';

/** @typedef {import('./area-series.js').Series} Series */

/**
 * A layer's outline from its points.
 * @param {number[][]} points
 */
export const outline = (points) => d3.area((/** @type {number[]} */ p) => p[0], (/** @type {number[]} */ p) => p[1], (/** @type {number[]} */ p) => p[2])
  .curve(d3.curveMonotoneX).digits(1)(points);

/** @param {any} g @param {any} p @param {DrawContext} context */
export function draw(g, p, context) {
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
