/**
 * A network: dots at places that were computed when the site was built, lines between those that are tied. Channels: x, y,
 * size (a count) and group (communities by number, the largest is 1). Column `links` holds the rows above each that it is
 * tied to. Dots that are alike are one path, so thousands cost a few elements.
 */
import * as format from '../chart/format.js';
import { column, rowsOf, tableOf } from '../chart/data.js';
import { shortened } from '../chart/words.js';
import { place as placeLabels, textWidth } from '../chart/labels.js';
import { networkLive } from './network-live.js';

/** @typedef {{ row: number, name: string, x: number, y: number, size: number, group: number, core: number, near: number[], r: number, px: number, py: number }} Dot */

/** Lines of the picture that stands in the page before its script runs. */
const stillMost = 1000;

/** Communities with a color and a number of their own. */
export const groups = 6;

/** @param {number} width @returns {Frame} */
function frame(width) {
  const phone = width < 600;
  return { W: width, H: Math.round(phone ? width * 1.15 : Math.min(720, width * 0.6)), m: { t: 14, r: 14, b: 14, l: 14 }, phone, compact: false };
}

/** @param {Figure} figure @returns {State} */
const defaults = (figure) => ({ of: '', color: figure.options.color || 'group', at: '', zoom: '' });

/** @param {Figure} figure @returns {Control[]} */
const controls = (figure) => [
  ...(figure.shelf || []).length ? [/** @type {Control} */ ({ type: 'select', key: 'of', label: 'Of', options: [['', 'all models'], ...(figure.shelf || []).map((s) => [s.name, `${s.name}\u2002${s.note}`])] })] : [],
  { type: 'find', key: 'find', label: 'Find', placeholder: 'a name', found: `${format.capitalized(figure.options.nouns || 'names')} found` },
  { type: 'seg', key: 'color', label: 'Color', options: [['group', 'Communities'], ['core', 'k-core']] },
];

/** @param {Figure} figure @param {Table} table @param {boolean} whole */
function accepts(figure, table, whole) {
  const names = new Set(column(table, 'name'));
  return {
    // Who is held may be in a table of the shelf, which is not here yet.
    at: (/** @type {string} */ name) => !whole || names.has(name) || (figure.shelf || []).length > 0,
    zoom: (/** @type {string} */ text) => /^\d+(\.\d+)?(~-?\d+(\.\d+)?){2}$/.test(text),
  };
}

/** @param {Table} table @param {Figure} figure @param {State} state */
function series(table, figure, state) {
  const { x, y, size, group } = figure.channels;
  /** @type {Dot[]} */
  const dots = rowsOf(table).map((r, row) => ({ row, name: String(r.name), x: r[x], y: r[y], size: r[size] || 0, group: r[group] || 0, core: r.core || 0, near: [], r: 0, px: 0, py: 0 }));
  /** @type {[number, number][]} */
  const ties = [];
  column(table, 'links').forEach((text, row) => {
    for (const word of String(text || '').split(' ')) {
      const other = Number(word);
      if (word === '' || !Number.isInteger(other) || other < 0 || other >= row) continue;
      ties.push([row, other]);
      dots[row].near.push(other);
      dots[other].near.push(row);
    }
  });
  return { dots, ties, of: state.of || '', color: state.color, table, communities: communitiesOf(dots), deepest: d3.max(dots, (/** @type {Dot} */ d) => d.core) || 0 };
}

/**
 * The largest communities with their best tied members; the rows are sorted by ties.
 * @param {Dot[]} dots
 */
function communitiesOf(dots) {
  /** @type {Map<number, Dot[]>} */
  const members = d3.group(dots, (/** @type {Dot} */ d) => d.group);
  return d3.range(1, groups + 1).flatMap((/** @type {number} */ number) => {
    const of = members.get(number) || [];
    return of.length > 1 ? [{ number, dots: of }] : [];
  });
}

/**
 * A few dots need no great window.
 * @param {number} dots @param {Frame} f @returns {Frame}
 */
const fitting = (dots, f) => ({ ...f, H: Math.round(f.H * Math.min(1, 0.3 + 0.07 * Math.sqrt(dots) * Math.sqrt(2))) });

/** @param {any} s @param {Frame} base */
function place(s, base) {
  const f = fitting(s.dots.length, base);
  const extent = (/** @type {'x' | 'y'} */ key) => d3.extent(s.dots, (/** @type {Dot} */ d) => d[key]).map((/** @type {any} */ v) => v || 0);
  const [[x0, x1], [y0, y1]] = [extent('x'), extent('y')];
  const room = { w: f.W - f.m.l - f.m.r, h: f.H - f.m.t - f.m.b };
  // A wide window would leave half of a round picture empty: a tall one is turned on its side, and so on a phone.
  const turned = (x1 - x0 < y1 - y0) === room.w > room.h;
  const [w, h] = turned ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0];
  // Nor do distances mean the same in all directions: up to a half more is added where the window has room.
  const [across, down] = [room.w / Math.max(1, w + 1), room.h / Math.max(1, h + 1)];
  const k = Math.min(across, down);
  const [kx, ky] = [Math.min(across, 1.5 * k), Math.min(down, 1.5 * k)];
  const most = d3.max(s.dots, (/** @type {Dot} */ d) => d.size) || 1;
  const largest = Math.max(f.phone ? 4 : 5, Math.min(f.phone ? 10 : 16, k * 0.5));
  for (const d of s.dots) {
    const [x, y] = turned ? [d.y - (y0 + y1) / 2, d.x - (x0 + x1) / 2] : [d.x - (x0 + x1) / 2, d.y - (y0 + y1) / 2];
    d.px = f.W / 2 + x * kx;
    d.py = f.H / 2 + y * ky;
    d.r = Math.max(1.6, largest * Math.sqrt(d.size / most));
  }
  return { frame: f, s, t: d3.zoomIdentity, focus: null };
}

/** @param {Dot} d @param {any} s */
export const classOf = (d, s) => (s.color === 'core' ? `core-${Math.max(1, Math.ceil((5 * d.core) / Math.max(1, s.deepest)))}` : d.group >= 1 && d.group <= groups ? `group-${d.group}` : 'group-rest');

const whole = (/** @type {number} */ v) => Math.round(v * 2) / 2;

/** @param {Dot[]} dots */
export const dotsPath = (dots) => dots.map((d) => `M${whole(d.px)} ${whole(d.py)}h0`).join('');

/** @param {any} s @param {[number, number][]} ties */
export const tiesPath = (s, ties) => ties.map(([a, b]) => `M${whole(s.dots[a].px)} ${whole(s.dots[a].py)}L${whole(s.dots[b].px)} ${whole(s.dots[b].py)}`).join('');

/**
 * Lines before the script: of each dot those to the best tied, at most so many together, in whole pixels from where they begin.
 * @param {any} p
 */
function stillTies({ s, frame: f }) {
  const ranks = new Map();
  const ranked = s.ties.map((/** @type {[number, number]} */ tie) => {
    const rank = ranks.get(tie[0]) || 0;
    ranks.set(tie[0], rank + 1);
    return { tie, rank };
  });
  const kept = d3.sort(ranked, (/** @type {any} */ t) => t.rank).slice(0, f.phone ? stillMost / 2 : stillMost);
  return kept.map((/** @type {any} */ { tie: [a, b] }) => {
    const [x, y] = [Math.round(s.dots[a].px), Math.round(s.dots[a].py)];
    return `M${x} ${y}l${Math.round(s.dots[b].px) - x} ${Math.round(s.dots[b].py) - y}`;
  }).join('');
}

/** @param {any} g @param {any} p @param {DrawContext} context */
function draw(g, p, context) {
  const { s } = p;
  g.attr('viewBox', `0 0 ${p.frame.W} ${p.frame.H}`).attr('height', p.frame.H);
  const all = g.append('g').attr('class', 'net-whole');
  all.append('path').attr('class', 'net-ties').attr('d', context.passing ? stillTies(p) : tiesPath(s, s.ties));
  // Small ones above large ones, radii in steps: dots that are alike are one path.
  const steps = d3.rollups(s.dots, (/** @type {Dot[]} */ v) => v, (/** @type {Dot} */ d) => Math.round(d.r), (/** @type {Dot} */ d) => classOf(d, s)).sort((/** @type {any} */ a, /** @type {any} */ b) => b[0] - a[0]);
  for (const [r, byClass] of steps) {
    if (r > 2) all.append('path').attr('class', 'net-rings').attr('stroke-width', 2 * r + 2).attr('d', dotsPath(byClass.flatMap((/** @type {any} */ c) => c[1])));
    for (const [name, dots] of byClass) all.append('path').attr('class', `net-dots ${name}`).attr('stroke-width', 2 * r).attr('d', dotsPath(dots));
  }
  all.append('g').attr('class', 'net-front');
  drawWords(g.append('g').attr('class', 'net-words'), p, context.live);
}

/**
 * Numbers of communities and names of those with the most ties that are in sight: more of them the nearer one looks.
 * @param {any} g @param {any} p @param {boolean} live
 */
export function drawWords(g, p, live) {
  const { s, t, frame: f } = p;
  g.selectAll('*').remove();
  const seen = s.dots.map((/** @type {Dot} */ d) => ({ d, x: t.applyX(d.px), y: t.applyY(d.py) })).filter((/** @type {any} */ m) => m.x > 0 && m.x < f.W && m.y > 0 && m.y < f.H)
    // Whoever is pointed at keeps the names of neighbors alone.
    .filter((/** @type {any} */ m) => !p.focus || m.d === p.focus || p.focus.near.includes(m.d.row));
  const marks = s.color === 'group' ? numbersOf(s, t, f) : [];
  for (const m of marks) {
    g.append('circle').attr('class', `net-disc group-${m.number}`).attr('cx', whole(m.x)).attr('cy', whole(m.y)).attr('r', 9);
    g.append('text').attr('class', 'net-number').attr('x', whole(m.x)).attr('y', whole(m.y) + 4.5).attr('text-anchor', 'middle').style('font-size', '13px').text(m.number);
  }
  const most = Math.round((f.phone ? 10 : 36) * Math.min(4, Math.sqrt(t.k)));
  const discs = seen.slice(0, 240).map((/** @type {any} */ m) => ({ x: m.x, y: m.y, r: m.d.r, weight: 3 }));
  const items = seen.slice(0, Math.max(40, 2 * most)).map((/** @type {any} */ m, /** @type {number} */ i) => {
    const text = shortened(m.d.name, f.phone ? 18 : 26);
    return { x: m.x, y: m.y, r: m.d.r, w: textWidth(text), h: 15, text, disc: discs[i], gaps: [3, 9], dirs: [[1, 0], [-1, 0], [0, -1], [0, 1], [0.8, -0.7], [-0.8, -0.7]] };
  });
  const obstacles = marks.map((/** @type {any} */ m) => ({ x0: m.x - 10, x1: m.x + 10, y0: m.y - 10, y1: m.y + 10 }));
  for (const l of placeLabels(items, { x0: 2, x1: f.W - 2, y0: 2, y1: f.H - 2 }, obstacles, discs).slice(0, most)) {
    g.append('text').attr('class', 'lab halo').attr('x', whole(l.tx)).attr('y', whole(l.ty) + 12).attr('text-anchor', l.anchor).text(l.text);
  }
  if (live) g.attr('pointer-events', 'none');
}

/**
 * A community's number stands beside its middle member, where the fewest dots are.
 * @param {any} s @param {any} t @param {Frame} f
 */
function numbersOf(s, t, f) {
  return s.communities.flatMap((/** @type {any} */ c) => {
    const x = t.applyX(d3.median(c.dots, (/** @type {Dot} */ d) => d.px));
    const y = t.applyY(d3.median(c.dots, (/** @type {Dot} */ d) => d.py));
    const spots = d3.range(16).map((/** @type {number} */ i) => ({ x: x + 16 * (1 + (i >> 3)) * Math.cos((i * Math.PI) / 4), y: y + 16 * (1 + (i >> 3)) * Math.sin((i * Math.PI) / 4) }));
    const crowd = (/** @type {any} */ spot) => s.dots.reduce((/** @type {number} */ sum, /** @type {Dot} */ d) => sum + (Math.hypot(t.applyX(d.px) - spot.x, t.applyY(d.py) - spot.y) < d.r + 9 ? d.r : 0), 0);
    const best = d3.least(spots, crowd);
    return best.x > 10 && best.x < f.W - 10 && best.y > 10 && best.y < f.H - 10 ? [{ ...best, number: c.number }] : [];
  });
}

/** @param {any} s @param {Figure} figure @returns {Description} */
function describe(s, figure) {
  const { noun = 'vertex', nouns = 'vertices', titles = {}, subtitles = {} } = figure.options;
  if (!s.dots.length) return { title: 'Nobody is tied to anybody', subtitle: '' };
  const count = subtitles[s.of] || format.capitalized(format.count(s.dots.length, noun, nouns));
  const title = titles[s.of] || `${count} with ties to one another`;
  const color = s.color === 'core' ? 'Color is the depth of the k-core, darkest or lightest against the paper where it is deepest.' : 'Color and number are communities.';
  return { title, subtitle: `${count}. Area is the number of ties. ${color}` };
}

/** @param {any} s @param {Figure} figure @returns {Chip[]} */
function legend(s, figure) {
  if (s.color === 'core') {
    return d3.range(1, 6).flatMap((/** @type {number} */ step) => {
      const dots = s.dots.filter((/** @type {Dot} */ d) => classOf(d, s) === `core-${step}`);
      if (!dots.length) return [];
      const [least, most] = d3.extent(dots, (/** @type {Dot} */ d) => d.core);
      return [{ key: `core-${step}`, name: `k-core ${least === most ? least : `${least}–${most}`}`, cls: `core-${step}`, count: format.int(dots.length), on: true }];
    });
  }
  const chips = s.communities.map((/** @type {any} */ c) => ({ key: `group-${c.number}`, name: `${c.number}  ${shortened(c.dots[0].name, 20)} and others`, cls: `group-${c.number}`, count: format.int(c.dots.length), on: true }));
  const rest = s.dots.length - d3.sum(s.communities, (/** @type {any} */ c) => c.dots.length);
  return rest > 0 ? [...chips, { key: 'group-rest', name: `other ${figure.options.nouns || 'vertices'}`, cls: 'group-rest', count: format.int(rest), on: true }] : chips;
}

/**
 * What it shows as a table: without places and rows.
 * @param {any} s @param {Figure} figure
 */
const display = (s, figure) => tableOf(figure.id, s.table.columns.filter((/** @type {Column} */ c) => !['x', 'y', 'links'].includes(c.key)), rowsOf(s.table));

/** @type {Kind} */
export const network = {
  defaults, controls, accepts, frame, series, place, draw, describe, display, legend, live: networkLive, keyOf: 'Color',
  empty: 'Nobody is tied to anybody here.',
};
