/**
 * Which models of a tree are lines of their own: those with most descendants and likes, as many as there is room for; the
 * others stand together in lines of so many. Youngest children come first, so that no line crosses another.
 */
import { relations } from './tree-series.js';

/** @typedef {import('./tree-series.js').Node} Node */
/**
 * @typedef {{ key: string, node: Node, parent: Lane | null, t: number | null, open: boolean, opens: boolean,
 *   members: Node[], together: Node[], relation: string, count: number, depth: number, lanes: Lane[] }} Lane
 *   a line: of one model (`members` is empty), or of many children of `node`
 */

/** How many more come when a line is opened. */
const more = 12;

/**
 * @param {Node | null} root @param {State} state @param {number} room lines that fit
 * @returns {Lane[]} from the top down
 */
export function lanesOf(root, state, room) {
  if (!root) return [];
  const wanted = pathTo(root, state.show);
  const open = openNodes(root, state, room, wanted);
  const top = laneOf(root, null, open, state, wanted);
  /** @type {Lane[]} */
  const out = [];
  const walk = (/** @type {Lane} */ lane) => { out.push(lane); lane.lanes.forEach(walk); };
  walk(top);
  return out;
}

/** @param {Node} a @param {Node} b */
const greater = (a, b) => b.seen - a.seen || a.i - b.i;

/** @param {Node[]} kids */
const ranked = (kids) => kids.slice().sort(greater);

/**
 * A model that is looked for, and all above it.
 * @param {Node} root @param {string} id @returns {Set<Node>}
 */
function pathTo(root, id) {
  const found = new Set();
  if (!id) return found;
  const stack = [root];
  for (let n = stack.pop(); n; n = stack.pop()) {
    if (n.id === id) { for (let at = /** @type {Node | null} */ (n); at; at = at.parent) found.add(at); break; }
    stack.push(...n.kids);
  }
  return found;
}

/**
 * Which nodes show their children, and how many: the root, what the reader opened, then the greatest while there is room.
 * @param {Node} root @param {State} state @param {number} room @param {Set<Node>} wanted @returns {Map<Node, number>}
 */
function openNodes(root, state, room, wanted) {
  const [asked, shut] = [new Set(state.open), new Set(state.shut)];
  const open = new Map([[root, Math.max(4, Math.round(room * 0.45))]]);
  let left = room - Math.min(root.kids.length, open.get(root) || 0) - 3;
  const waiting = ranked(root.kids).slice(0, open.get(root));
  for (let n = waiting.shift(); n; n = waiting.shift()) {
    if (!n.seen || shut.has(n.id)) continue;
    const byHand = asked.has(n.id) || (wanted.has(n) && n.id !== state.show);
    const many = byHand ? more : Math.min(5, n.kids.length);
    if (!byHand && (n.seen < 3 || left < many + 1)) continue;
    open.set(n, many);
    if (!byHand) left -= many + 1;
    waiting.push(...ranked(n.kids).slice(0, many));
    waiting.sort(greater);
  }
  for (const n of wanted) if (n.id !== state.show && !open.has(n)) open.set(n, 1);
  return open;
}

/**
 * @param {Node} node @param {Lane | null} parent @param {Map<Node, number>} open @param {State} state @param {Set<Node>} wanted
 * @returns {Lane}
 */
function laneOf(node, parent, open, state, wanted) {
  /** @type {Lane} */
  const lane = { key: node.id || '', node, parent, t: node.t, open: open.has(node), opens: node.seen > 0, members: [], together: [], relation: node.relation, count: 0, depth: parent ? parent.depth + 1 : 0, lanes: [] };
  if (!lane.open) return lane;
  const kids = ranked(node.kids);
  const shown = new Set([...kids.slice(0, open.get(node)), ...kids.filter((k) => wanted.has(k))]);
  for (const r of relations) {
    const asked = (state.open || []).filter((/** @type {string} */ k) => k === `${node.id}:${r}`).length;
    kids.filter((k) => k.relation === r && !shown.has(k)).slice(0, asked * more).forEach((k) => shown.add(k));
  }
  lane.lanes = [...shown].map((k) => laneOf(k, lane, open, state, wanted));
  for (const r of relations) {
    const members = kids.filter((k) => k.relation === r && !shown.has(k));
    const together = node.rest.filter((x) => x.relation === r);
    if (members.length === 1 && !together.length) lane.lanes.push(laneOf(members[0], lane, open, state, wanted));
    else if (members.length + together.length) lane.lanes.push(many(node, lane, r, members, together));
  }
  // The youngest next to its parent: its line leaves to the right of all that stand below.
  lane.lanes.sort((a, b) => (b.t === null ? -Infinity : b.t) - (a.t === null ? -Infinity : a.t) || a.node.i - b.node.i);
  return lane;
}

/** @param {Node} node @param {Lane} parent @param {string} relation @param {Node[]} members @param {Node[]} together @returns {Lane} */
function many(node, parent, relation, members, together) {
  const t = d3.min([...members, ...together], (/** @type {Node} */ n) => n.t);
  const count = members.length + d3.sum(together, (/** @type {Node} */ n) => n.count);
  return { key: `${node.id}:${relation}`, node, parent, t: t === undefined ? null : t, open: false, opens: members.length > 0, members, together, relation, count, depth: parent.depth + 1, lanes: [] };
}
