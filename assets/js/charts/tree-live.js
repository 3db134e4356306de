/** A tree under a reader's hand: lines open and close, a name is found, arrows walk from line to line. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { pointed } from '../chart/tooltip.js';
import { column } from '../chart/data.js';
import { hasSearch, modelPage } from '../chart/links.js';
import { modelName } from '../chart/words.js';
import { relationNames } from './tree-series.js';

/** @param {any} view */
export function treeLive(view) {
  const { svg, placed } = view;
  let at = -1;
  svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'tree')
    .attr('aria-label', `${view.words.title}. Arrow keys go from line to line, Enter opens or closes one, M opens the model’s page, Home goes to the root.`);
  const show = (/** @type {number} */ i) => {
    at = i;
    svg.selectAll('.lane').classed('here', (/** @type {any} */ _, /** @type {number} */ k) => k === i);
    const lane = placed.lanes[i];
    if (lane) view.card.show(lane.x, lane.y, cardOf(lane, view)); else view.card.hide();
  };
  const under = (/** @type {Event} */ event) => placed.lanes.findIndex((/** @type {any} */ l) => l.key === laneKey(event));
  const linked = (/** @type {Event} */ event) => event.target instanceof Element && event.target.closest('a');
  pointed(svg, (e) => { const i = under(e); if (i !== at) show(i); }, () => show(-1));
  svg.on('click', (/** @type {any} */ e) => { if (!linked(e)) toggle(view, placed.lanes[under(e)]); })
    .on('blur', () => show(-1));
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    const to = stepTo(event.key, at, placed.lanes);
    if (to !== null) { event.preventDefault(); show(to); announce(view.card.text); return; }
    const lane = placed.lanes[at];
    if (!lane) return;
    if (event.key === 'Escape') show(-1);
    else if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); view.held = lane.key; toggle(view, lane); } else if (event.key === 'm' && !lane.group && lane.node.listed && hasSearch()) location.href = modelPage(lane.node.id);
  });
  // A line that the keyboard opened is still the one that it stands on.
  const held = placed.lanes.findIndex((/** @type {any} */ l) => l.key === view.held);
  view.held = null;
  return { focused: () => { if (held >= 0) show(held); }, find: (/** @type {string} */ text) => find(view, text), fly: (/** @type {string} */ id) => fly(view, id) };
}

/** @param {any} event */
const laneKey = (event) => { const g = event.target.closest && event.target.closest('.lane'); return g ? g.getAttribute('data-key') : null; };

/** @param {string} key @param {number} at @param {any[]} lanes @returns {number | null} */
function stepTo(key, at, lanes) {
  if (key === 'ArrowDown') return Math.min(lanes.length - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'ArrowLeft' && at > 0) return Math.max(0, lanes[at].up);
  return key === 'Home' ? 0 : key === 'End' ? lanes.length - 1 : null;
}

/**
 * Opens a line, or closes it with all that was opened below.
 * @param {any} view @param {any} lane
 */
function toggle(view, lane) {
  if (!lane || !lane.opens || !lane.parent) return;
  const { open, shut } = view.state;
  if (lane.group) view.set({ open: [...open, lane.key] });
  else if (lane.open) view.set({ open: open.filter((/** @type {string} */ k) => k !== lane.key && !k.startsWith(`${lane.key}:`)), shut: [...shut, lane.key], show: '' });
  else view.set({ open: [...open, lane.key], shut: shut.filter((/** @type {string} */ k) => k !== lane.key) });
}

/** @param {any} lane @param {any} view @returns {import('../chart/tooltip.js').CardText} */
function cardOf(lane, view) {
  if (lane.group) {
    const below = d3.sum(lane.members, (/** @type {any} */ m) => m.seen);
    const rows = /** @type {[string, string][]} */ ([['Models', format.int(lane.count)], ['First', lane.t === null ? format.unknown : format.month(new Date(lane.t).toISOString().slice(0, 7))]]);
    if (below) rows.push(['Made from them', format.int(below)]);
    return { title: lane.name, who: `made from ${modelName(lane.node.id)}`, rows, hint: lane.opens ? 'Click shows twelve more of them.' : 'Too many to be listed one by one here.' };
  }
  const { node } = lane;
  const value = (/** @type {string} */ key) => column(view.series.table, key)[node.i];
  const rows = /** @type {[string, string][]} */ ([
    ['Published', value('createdOn') ? format.day(value('createdOn')) : node.listed ? 'day unknown' : 'not in the list'],
    ['Likes', format.int(value('likes'))], ['License', value('license') || 'not stated'],
    ['Descendants', format.int(value('below'))],
  ]);
  const how = node.parent ? `${relationNames[node.relation][0]} · from ${modelName(node.parent.id || '')}` : 'the root of this tree';
  return { title: modelName(node.id || ''), who: `${(node.id || '').includes('/') ? `${(node.id || '').split('/')[0]} · ` : ''}${how}`, rows, hint: !lane.parent || !lane.opens ? '' : lane.open ? 'Click closes it.' : 'Click opens what was made from it.' };
}

/** @param {any} view @param {string} text */
export function find(view, text) {
  const words = text.trim().toLowerCase();
  const has = (/** @type {string | null} */ id) => id !== null && id.toLowerCase().includes(words);
  const here = view.series.nodes.filter((/** @type {any} */ n) => has(n.id)).slice(0, 6).map((/** @type {any} */ n) => ({ id: n.id, text: n.id, note: n.parent ? 'in this tree' : 'its root' }));
  const trees = roots(view.figure).filter((r) => has(r.name)).slice(0, 6).map((r) => ({ id: `tree ${r.name}`, text: r.name, note: `tree of ${r.note}` }));
  return [...trees, ...here].slice(0, 9);
}

/** @param {Figure} figure the first tree, and those on the shelf */
export const roots = (figure) => [{ name: figure.options.first || '', note: figure.options.firstNote || '' }, ...(figure.shelf || [])];

/** @param {any} view @param {string} id */
export function fly(view, id) {
  if (!id.startsWith('tree ')) { view.set({ show: id }); return; }
  const name = id.slice(5);
  view.set({ ...view.defaults, view: view.state.view, root: name === view.figure.options.first ? '' : name });
}
