/**
 * Countries as GeoJSON, unpacked from `assets/places/world.js`, and the places of those that are dots.
 *
 *     shapes().countries[3]  → { code: 'AL', name: 'Albania', geometry: { type: 'MultiPolygon', … } }
 *     shapes().dots[0]       → { code: 'AD', name: 'Andorra', at: [1.52, 42.51] }
 *     middleOf('FR')         → [2.5, 46.6]     the middle of its greatest part; of a dot its place; null where nobody knows
 */
import { world } from '../../places/world.js';

/** @typedef {{ code: string, name: string, geometry: { type: 'MultiPolygon', coordinates: number[][][][] } }} Country */
/** @typedef {{ code: string, name: string, at: number[] }} Dot */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digits = new Map([...alphabet].map((c, i) => [c, i]));

/**
 * An arc's points: differences in steps, as source maps write numbers.
 * @param {string} text @param {number} step @returns {number[][]}
 */
export function arcPoints(text, step) {
  const out = [];
  const at = [0, 0];
  let axis = 0;
  let value = 0;
  let shift = 0;
  for (const c of text) {
    const digit = /** @type {number} */ (digits.get(c));
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    at[axis] += value & 1 ? -(value >>> 1) : value >>> 1;
    if (axis) out.push([at[0] * step, at[1] * step]);
    axis = 1 - axis;
    value = 0;
    shift = 0;
  }
  return out;
}

/** @typedef {{ countries: Country[], dots: Dot[], names: Map<string, string>, middles: Map<string, number[]> }} Shapes */
/** @type {Map<number, Shapes>} */
const kept = new Map();

/**
 * All of it, unpacked once. Borders are simplified once for both their sides, so that no gap opens between two countries.
 * @param {number} [coarse] square degrees that a bend must be worth to stay: 0 keeps all
 * @returns {Shapes}
 */
export function shapes(coarse = 0) {
  const before = kept.get(coarse);
  if (before) return before;
  const arcs = world.arcs.split(' ').map((a) => simplified(arcPoints(a, world.step), coarse));
  const countries = world.countries.map(([code, name, polygons]) => ({
    code, name, geometry: { type: /** @type {'MultiPolygon'} */ ('MultiPolygon'), coordinates: polygons.map((rings) => rings.map((ring) => joined(ring, arcs)).filter((r) => r.length > 3)).filter((p) => p.length) },
  }));
  const dots = world.dots.map(([code, name, x, y]) => ({ code, name, at: [x, y] }));
  const names = new Map([...countries, ...dots].map((c) => /** @type {[string, string]} */ ([c.code, c.name])).filter((c) => c[0]));
  const middles = new Map(dots.map((d) => /** @type {[string, number[]]} */ ([d.code, d.at])));
  const all = { countries, dots, names, middles };
  kept.set(coarse, all);
  return all;
}

/**
 * Leaves out, one by one, the point whose triangle with its neighbors is least (Visvalingam and Whyatt 1993).
 * @param {number[][]} points @param {number} least
 */
export function simplified(points, least) {
  const out = [...points];
  const closed = String(points[0]) === String(points[points.length - 1]);
  const worth = (/** @type {number} */ i) => Math.abs(d3.polygonArea([out[i - 1], out[i], out[i + 1]]));
  while (least > 0 && out.length > (closed ? 4 : 2)) {
    let at = 0;
    let smallest = least;
    for (let i = 1; i < out.length - 1; i += 1) {
      const area = worth(i);
      if (area < smallest) { smallest = area; at = i; }
    }
    if (!at) break;
    out.splice(at, 1);
  }
  return out;
}

/** @param {number[]} ring numbers of arcs, complements for those that run backwards @param {number[][][]} arcs */
function joined(ring, arcs) {
  /** @type {number[][]} */
  const out = [];
  for (const i of ring) {
    const arc = i < 0 ? [...arcs[~i]].reverse() : arcs[i];
    out.push(...(out.length ? arc.slice(1) : arc));
  }
  return out;
}

/** @param {string} code @returns {number[] | null} */
export function middleOf(code) {
  const { countries, middles } = shapes();
  const known = middles.get(code);
  if (known) return known;
  const country = countries.find((c) => c.code === code);
  if (!country) return null;
  const parts = country.geometry.coordinates.map((p) => ({ type: 'Polygon', coordinates: p }));
  const middle = d3.geoCentroid(parts[d3.maxIndex(parts, (/** @type {any} */ p) => d3.geoArea(p))]);
  middles.set(code, middle);
  return middle;
}

/**
 * What a country is called; a code without a name is its own.
 * @param {string} code
 */
export const countryName = (code) => shapes().names.get(code) || code;
