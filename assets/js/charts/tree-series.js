/**
 * The descendants of one model as a tree. A row is a model, or so many that stand together (`count`); `parent` is the row
 * that it hangs on, empty for the root. Channels: id, parent, x (day or month), relation, count.
 */
import { column, time } from '../chart/data.js';

export const relations = ['finetune', 'adapter', 'quantized', 'merge', 'unknown'];

/** @type {{ [key: string]: [string, string] }} one and many */
export const relationNames = {
  finetune: ['fine-tune', 'fine-tunes'], adapter: ['adapter', 'adapters'], quantized: ['quantized', 'quantized'],
  merge: ['merge', 'merges'], unknown: ['made in a way not stated', 'made in a way not stated'],
};

/**
 * @typedef {{ i: number, id: string | null, relation: string, t: number | null, count: number, below: number, listed: boolean,
 *   generation: number, parent: Node | null, kids: Node[], rest: Node[], seen: number }} Node
 * @typedef {{ root: Node | null, nodes: Node[], table: Table, counts: Map<string, number>, total: number, span: [number, number] }} Series
 */

/** @param {Table} table @param {Figure} figure @param {State} state @returns {Series} */
export function series(table, figure, state) {
  const nodes = nodesOf(table, figure);
  const root = nodes.find((n) => n.parent === null && n.id !== null) || null;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const n of nodes) if (n !== root && n.parent) counts.set(n.relation, (counts.get(n.relation) || 0) + n.count);
  const off = new Set(state.off || []);
  for (const n of nodes) if (n.parent && !off.has(n.relation)) (n.id === null ? n.parent.rest : n.parent.kids).push(n);
  const total = root ? counted(nodes, root) : 0;
  const times = nodes.filter((n) => n.t !== null && (n === root || n.parent)).map((n) => /** @type {number} */ (n.t));
  const [a, b] = times.length ? [d3.min(times), d3.max(times)] : [Date.UTC(2022, 2, 1), Date.UTC(2025, 0, 1)];
  return { root, nodes, table, counts, total, span: [a, Math.max(b, a + 30 * 864e5)] };
}

/** @param {Table} table @param {Figure} figure @returns {Node[]} */
function nodesOf(table, figure) {
  const c = figure.channels;
  const [ids, parents, days, ways] = [c.id, c.parent, c.x, c.relation].map((k) => column(table, k));
  const [counts, below, listed] = [c.count, 'below', 'listed'].map((k) => column(table, k));
  /** @type {Node[]} */
  const nodes = ids.map((id, i) => ({
    i, id, relation: relations.includes(ways[i]) ? ways[i] : 'unknown', t: days[i] ? time(days[i]) : null, count: counts[i] || 1,
    below: below[i] || 0, listed: listed[i] !== false, generation: 0, parent: null, kids: [], rest: [], seen: 0,
  }));
  // A row hangs on one before it: so no table can make a ring.
  nodes.forEach((n, i) => {
    const at = parents[i];
    if (Number.isInteger(at) && at >= 0 && at < i && nodes[at].id !== null) {
      n.parent = nodes[at];
      n.generation = nodes[at].generation + 1;
    }
  });
  return nodes;
}

/**
 * Counts, from the last row to the first, how many hang below each that are not filtered away.
 * @param {Node[]} nodes @param {Node} root
 */
function counted(nodes, root) {
  for (let i = nodes.length - 1; i >= 0; i -= 1) {
    const n = nodes[i];
    n.seen = d3.sum(n.kids, (/** @type {Node} */ k) => k.seen + 1) + d3.sum(n.rest, (/** @type {Node} */ r) => r.count);
  }
  return root.seen;
}

/**
 * Every day below a node: of models, and of those that stand together.
 * @param {Node} node @param {(t: number | null, count: number) => void} take
 */
export function eachBelow(node, take) {
  const stack = [node];
  for (let n = stack.pop(); n; n = stack.pop()) {
    for (const k of n.kids) { take(k.t, 1); stack.push(k); }
    for (const r of n.rest) take(r.t, r.count);
  }
}
