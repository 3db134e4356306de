/** A tree's lines, marks and words. Ways of making are told apart by stroke and shape, never by hue. */
import { px, years } from '../chart/axes.js';
import { hasSearch, modelPage } from '../chart/links.js';

/** @type {{ [relation: string]: (x: number, y: number) => string }} */
export const shapes = {
  finetune: (x, y) => `M${px(x - 4)},${px(y)}a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z`,
  adapter: (x, y) => `M${px(x)},${px(y - 5)}L${px(x + 5)},${px(y + 4)}H${px(x - 5)}Z`,
  quantized: (x, y) => `M${px(x - 3.5)},${px(y - 3.5)}h7v7h-7Z`,
  merge: (x, y) => `M${px(x)},${px(y - 5.5)}L${px(x + 5.5)},${px(y)}L${px(x)},${px(y + 5.5)}L${px(x - 5.5)},${px(y)}Z`,
  unknown: (x, y) => `M${px(x - 3.5)},${px(y)}a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0 -7,0Z`,
};

/** @param {any} g @param {any} p @param {DrawContext} context */
export function draw(g, p, context) {
  g.attr('viewBox', `0 0 ${p.frame.W} ${p.frame.H}`).attr('height', p.frame.H);
  if (!p.lanes.length) return;
  drawTime(g, p);
  const ways = g.append('g').attr('class', 'ways');
  for (const lane of p.lanes.slice(1)) ways.append('path').attr('class', `way ${lane.relation}`).attr('d', `M${px(lane.x)},${px(p.lanes[lane.up].y)}V${px(lane.y)}`);
  const rows = g.append('g').attr('class', 'lanes');
  for (const lane of p.lanes) drawLane(rows, lane, p, context);
}

/** @param {any} g @param {any} p */
function drawTime(g, p) {
  const { frame: f, x } = p;
  const axis = g.append('g').attr('class', 'axis');
  const list = years(x);
  list.forEach((y, i) => {
    const at = Math.round(y.x) + 0.5;
    axis.append('line').attr('class', 'grid').attr('x1', at).attr('x2', at).attr('y1', f.m.t - 22).attr('y2', f.H - f.m.b);
    // A year that begins with the scale and ends at once has no room for its name.
    if ((i + 1 < list.length ? list[i + 1].x : x.range()[1]) - y.x > 26) g.append('text').attr('class', 'sea').attr('x', at + 6).attr('y', f.m.t - 10).text(y.text);
  });
  if (x.domain()[1] - x.domain()[0] < 500 * 864e5) drawMonths(axis, p);
  if (p.undated && !f.phone) axis.append('text').attr('x', 0).attr('y', f.m.t - 26).text('day unknown');
}

/**
 * A tree of a year or two is read by months.
 * @param {any} axis @param {any} p
 */
function drawMonths(axis, { x, frame: f }) {
  let last = x.range()[0] + 24;
  for (const d of d3.utcMonth.range(...x.domain())) {
    const at = Math.round(x(d)) + 0.5;
    if (at - last < 44) continue;
    last = at;
    axis.append('line').attr('class', 'grid').attr('x1', at).attr('x2', at).attr('y1', f.m.t - 4).attr('y2', f.H - f.m.b);
    if (d.getUTCMonth() > 0) axis.append('text').attr('x', at + 4).attr('y', f.m.t - 10).text(d3.utcFormat('%b')(d));
  }
}

/** @param {any} rows @param {any} lane @param {any} p @param {DrawContext} context */
function drawLane(rows, lane, p, context) {
  const { frame: f } = p;
  const g = rows.append('g').attr('class', `lane ${lane.relation}${lane.parent ? '' : ' root'}${lane.opens ? ' opens' : ''}`);
  if (context.live) {
    g.attr('data-key', lane.key);
    g.append('rect').attr('class', 'hit').attr('x', 0).attr('y', px(lane.y - (f.phone ? 24 : p.step / 2))).attr('width', f.W).attr('height', p.step);
  }
  if (lane.x1 - lane.x0 > 1) g.append('path').attr('class', 'line').attr('d', `M${px(lane.x0)},${px(lane.y)}H${px(lane.x1)}`);
  if (!f.phone) g.append('path').attr('class', 'lead').attr('d', `M${px(lane.x1 + 8)},${px(lane.y)}H${px(lane.left - 6)}`);
  if (lane.ticks.length) g.append('path').attr('class', 'ticks').attr('d', lane.ticks.map((/** @type {number[]} */ [x, h]) => `M${px(x)},${px(lane.y - h)}V${px(lane.y + (f.phone ? 0 : h))}`).join(''));
  if (!lane.group) g.append('path').attr('class', 'mark').attr('d', shapes[lane.parent ? lane.relation : 'finetune'](lane.x, lane.y));
  if (!lane.parent) g.append('circle').attr('class', 'pin-ring').attr('cx', px(lane.x)).attr('cy', px(lane.y)).attr('r', 8);
  const link = context.live && !lane.group && lane.node.listed && hasSearch();
  const words = link ? g.append('a').attr('href', modelPage(lane.node.id)).attr('tabindex', -1) : g;
  words.append('text').attr('class', lane.group ? 'lab sub halo' : 'lab halo').attr('x', px(lane.left)).attr('y', px(lane.base)).text(lane.name);
  if (!lane.tail) return;
  const at = f.phone ? lane.left + lane.wide + 6 : f.W;
  g.append('text').attr('class', 'lab sub num halo').attr('x', px(at)).attr('y', px(lane.base)).attr('text-anchor', f.phone ? 'start' : 'end').text(lane.tail);
}
