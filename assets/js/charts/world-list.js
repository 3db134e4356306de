/** The list beside the map: communities by the measure, each with its place and what that is known from. */
import * as format from '../chart/format.js';
import { shortened } from '../chart/words.js';
import { px } from '../chart/axes.js';
import { textWidth } from '../chart/labels.js';
import { fill, h } from '../chart/dom.js';
import { communityPage } from '../chart/links.js';
import { countryName } from './world-shapes.js';
import { evidence, partName, placeName } from './world-words.js';

/** Rows of the live list before "show all". */
const atFirst = 100;
const rowHeight = 44;

/** @param {any} p */
export function heading(p) {
  const { series: s, country } = p;
  const who = country ? (partName[country] || countryName(country)) : 'All known places';
  const communities = s.listed.filter((/** @type {any} */ c) => c.community).length;
  return { who, note: `${format.count(communities, 'community', 'communities')}, ${format.compact(d3.sum(s.listed, (/** @type {any} */ c) => c.value))} ${s.measure}` };
}

/**
 * The first rows as part of the picture, where there is no script.
 * @param {any} svg @param {any} p
 */
export function listStill(svg, p) {
  const { list } = p.box;
  const g = svg.append('g').attr('class', 'place-still').attr('transform', `translate(${px(list.x)},${px(list.y)})`);
  const { who, note } = heading(p);
  g.append('text').attr('class', 'lab').attr('x', 0).attr('y', 14).text(who);
  g.append('text').attr('class', 'tl').attr('x', 0).attr('y', 32).text(note);
  const room = Math.max(0, Math.floor((list.h - 44) / rowHeight));
  p.series.listed.slice(0, room).forEach((/** @type {any} */ c, /** @type {number} */ i) => {
    const y = 44 + i * rowHeight;
    const value = format.compact(c.value);
    const letters = Math.floor((list.w - textWidth(value, 12.5) - 16) / 8.2);
    g.append('line').attr('class', 'hair').attr('x2', px(list.w)).attr('y1', y + 0.5).attr('y2', y + 0.5);
    g.append('text').attr('class', 'place-name').attr('y', y + 19).text(shortened(c.name, letters));
    g.append('text').attr('class', 'lab num').attr('x', px(list.w)).attr('y', y + 19).attr('text-anchor', 'end').text(value);
    g.append('text').attr('class', 'tl').attr('y', y + 36).text(shortened(placeName(c), Math.floor(list.w / 6.4)));
  });
}

/**
 * Puts the list into its box.
 * @param {HTMLElement} box @param {any} p
 * @param {{ all: boolean, showAll: () => void, clear: () => void, over: (c: any) => void }} acts
 */
export function fillList(box, p, acts) {
  const { series: s, country } = p;
  const { who, note } = heading(p);
  const usual = usualEvidence(s.listed);
  const rows = acts.all ? s.listed : s.listed.slice(0, atFirst);
  fill(box,
    h('div', { class: 'place-head' }, h('h3', null, who), country ? h('button', { type: 'button', class: 'act', onclick: acts.clear }, 'All places') : null, h('p', null, note), usual && country !== 'unknown' ? h('p', null, `Place: ${usual}, unless said`) : null),
    s.listed.length
      ? h('ol', null, rows.map((/** @type {any} */ c) => row(c, usual, acts)))
      : h('p', { class: 'none-found' }, country ? 'No community known here by then.' : 'Nothing with a known place by then.'),
    rows.length < s.listed.length ? h('button', { type: 'button', class: 'act', onclick: acts.showAll }, `Show all ${format.int(s.listed.length)}`) : null);
}

/**
 * What most of many places are known from, which need not be said of each.
 *
 *     usualEvidence([a, a, a, b])  → '0.9, the project’s own table, unverified'
 * @param {any[]} listed
 */
export function usualEvidence(listed) {
  const [most] = d3.rollups(listed, (/** @type {any[]} */ v) => v.length, evidence).sort((/** @type {any} */ a, /** @type {any} */ b) => b[1] - a[1]);
  return most && most[1] > 2 && most[1] > listed.length / 2 ? most[0] : '';
}

/** @param {any} c @param {string} usual @param {{ over: (c: any) => void }} acts */
function row(c, usual, acts) {
  const name = c.community ? h('a', { href: communityPage(c.community) }, c.name) : h('span', null, c.name);
  return h('li', { onpointerenter: () => acts.over(c), onpointerleave: () => acts.over(null), onfocusin: () => acts.over(c), onfocusout: () => acts.over(null) },
    h('span', { class: 'place-name' }, name), h('span', { class: 'n' }, format.compact(c.value)),
    h('span', { class: 'who' }, placeName(c)), evidence(c) === usual ? null : h('span', { class: 'sure' }, evidence(c)));
}
