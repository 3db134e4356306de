/** Draws a race at the moment it was placed at, and moves what is drawn to another: only transforms, widths and short texts change. */
import { px } from '../chart/axes.js';
import { modalityClass } from '../chart/words.js';

/** @param {any} g @param {any} p @param {DrawContext} context */
export function draw(g, p, context) {
  const { frame: f } = p;
  g.attr('viewBox', `0 0 ${f.W} ${f.H}`).attr('height', f.H);
  const date = g.append('g').attr('class', 'race-date');
  date.append('text').attr('class', 'sea big').style('font-size', f.phone ? '34px' : '72px').attr('x', f.W).attr('y', f.H - f.m.b - (f.phone ? 32 : 46)).attr('text-anchor', 'end');
  date.append('text').attr('class', 'note').attr('x', f.W).attr('y', f.H - f.m.b - (f.phone ? 8 : 12)).attr('text-anchor', 'end');
  g.append('g').attr('class', 'axis race-ticks');
  if (p.series.run.racers.length) g.append('g').attr('class', 'axis').append('text').attr('class', 'unit').attr('x', 0).attr('y', f.m.t - 14 - (f.phone ? 16 : 0)).text(p.unit);
  if (!f.phone && p.series.run.racers.length) g.append('g').attr('class', 'axis').append('line').attr('class', 'base').attr('x1', f.m.l + 0.5).attr('x2', f.m.l + 0.5).attr('y1', f.m.t - 6).attr('y2', f.H - f.m.b);
  g.append('g').attr('class', 'race-bars');
  drawLine(g, p, context);
  move(g.node(), p, p.now, context.live);
}

/**
 * The dates that are real, and where between them the picture is.
 * @param {any} g @param {any} p @param {DrawContext} context
 */
function drawLine(g, p, context) {
  const line = g.append('g').attr('class', 'axis race-line');
  line.append('line').attr('class', 'base').attr('x1', px(p.dates[0] || 0)).attr('x2', px(p.dates[p.dates.length - 1] || 0)).attr('y1', p.line + 0.5).attr('y2', p.line + 0.5);
  for (const x of p.dates) line.append('line').attr('class', 'base').attr('x1', px(x)).attr('x2', px(x)).attr('y1', p.line - 5).attr('y2', p.line + 6);
  for (const l of p.leads) line.append('text').attr('class', 'lead').attr('x', px(l.x)).attr('text-anchor', l.anchor).attr('y', p.line - 14).text(l.text);
  for (const y of p.years) line.append('text').attr('class', 'sea').style('font-size', '15px').attr('x', px(Math.max(0, y.x - 8))).attr('y', p.line + 26).text(y.text);
  if (!context.live && p.dates.length > 1) line.append('circle').attr('class', 'race-now').attr('cx', px(p.x(p.t))).attr('cy', p.line + 0.5).attr('r', 6);
}

/**
 * @param {any} root the SVG @param {any} p @param {any} now @param {boolean} live its bars can be reached by keys
 */
export function move(root, p, now, live) {
  const [big, note] = root.querySelectorAll('.race-date text');
  say(big, now.title);
  say(note, now.note);
  moveTicks(root.querySelector('.race-ticks'), p, now.ticks);
  const group = root.querySelector('.race-bars');
  const nodes = group.nodes || (group.nodes = new Map());
  for (const node of nodes.values()) node.used = false;
  for (const b of now.bars) {
    let node = nodes.get(b.key);
    if (!node) { node = barNode(group, p, b, live); nodes.set(b.key, node); }
    node.used = true;
    moveBar(node, b);
  }
  for (const node of nodes.values()) if (node.used !== node.seen) { node.seen = node.used; node.g.style.display = node.used ? '' : 'none'; }
}

/**
 * An unchanged text is not laid out again.
 * @param {any} node @param {string} text
 */
function say(node, text) { if (node.textContent !== text) node.textContent = text; }

/** @param {any} node @param {any} b */
function moveBar(node, b) {
  node.g.setAttribute('transform', `translate(0,${px(b.y)})`);
  if (node.opacity !== b.seen) { node.opacity = b.seen; node.g.setAttribute('opacity', b.seen < 1 ? String(Math.round(b.seen * 100) / 100) : '1'); }
  if (node.words !== b.words) { node.words = b.words; node.name.style.opacity = node.value.style.opacity = b.words < 1 ? String(Math.round(b.words * 100) / 100) : ''; }
  node.bar.setAttribute('width', px(b.w));
  node.value.setAttribute('transform', `translate(${px(b.w)},0)`);
  if (node.text !== b.text) { node.text = b.text; node.value.textContent = b.text; }
  if (node.gap !== b.gap) { node.gap = b.gap; node.bar.classList.toggle('gap', b.gap); }
}

/** @param {any} group @param {any} p @param {any} b @param {boolean} live */
function barNode(group, p, b, live) {
  const { frame: f, step } = p;
  const g = d3.select(group).append('g').attr('class', 'race-bar');
  const height = f.phone ? 14 : Math.round(step * 0.7);
  const top = f.phone ? 17 : Math.round((step - height) / 2);
  const middle = top + height / 2 + 4.5;
  const bar = g.append('rect').attr('class', `fillc ${modalityClass(b.modality)}`).attr('x', f.m.l).attr('y', top).attr('height', height);
  const name = g.append('text').attr('class', 'lab halo').style('font-size', `${p.size}px`).text(p.names.get(b.key));
  if (f.phone) name.attr('x', 0).attr('y', 12); else name.attr('x', f.m.l - 10).attr('y', middle).attr('text-anchor', 'end');
  const value = g.append('text').attr('class', 'lab sub num halo').attr('x', f.m.l + 7).attr('y', middle);
  if (live) g.attr('data-key', b.key).attr('role', 'img').attr('tabindex', -1).attr('aria-label', `${Math.round(b.place) + 1}. ${b.key}: ${b.text || 'no count'}`);
  return { g: g.node(), bar: bar.node(), name: name.node(), value: value.node(), words: 1, text: null, gap: false, opacity: 1, used: true, seen: true };
}

/** @param {any} group @param {any} p @param {{ x: number, text: string }[]} ticks */
function moveTicks(group, p, ticks) {
  const { frame: f } = p;
  const nodes = group.nodes || (group.nodes = []);
  while (nodes.length < ticks.length) {
    const g = d3.select(group).append('g');
    g.append('line').attr('y1', f.m.t - 6).attr('y2', f.H - f.m.b);
    g.append('text').attr('y', f.m.t - 14).attr('text-anchor', 'middle');
    nodes.push({ g: g.node(), text: g.select('text').node(), shown: true });
  }
  nodes.forEach((/** @type {any} */ node, /** @type {number} */ i) => {
    const tick = ticks[i];
    if (node.shown !== Boolean(tick)) { node.shown = Boolean(tick); node.g.style.display = tick ? '' : 'none'; }
    if (!tick) return;
    node.g.setAttribute('transform', `translate(${px(tick.x)},0)`);
    say(node.text, tick.text);
  });
}
