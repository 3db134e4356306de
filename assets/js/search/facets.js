/**
 * Exact counts of facets over matches: Swift's `FacetCounting`. Each facet counts what the other filters leave, so that a
 * reader sees what choosing another value would give.
 */
import { GATINGS, KINDS } from './documents.js';
import { factsOf, hasBit } from './filters.js';
import { memory } from './hardware.js';
import { compareText } from './words.js';

/**
 * @typedef {import('./chunks.js').Chunk} Chunk
 * @typedef {import('./manifest.js').Manifest} Manifest
 * @typedef {import('./filters.js').FilterRule} FilterRule
 * @typedef {'task' | 'library' | 'license' | 'language' | 'format' | 'kind' | 'gated' | 'bits'} Tallied
 */

/** Modalities are counted by tasks, classes by licenses, at the end. */
/** @type {Tallied[]} */
const TALLIED = ['task', 'library', 'license', 'language', 'format', 'kind', 'gated', 'bits'];
/** Filters of groups leave other counts of codes than filters of codes. */
const GROUPS = { modality: 'task', licenseClass: 'license' };

export class FacetCounting {
  /** @param {FilterRule} rule @param {Manifest} manifest */
  constructor(rule, manifest) {
    const { tables } = manifest;
    this.rule = rule;
    this.tables = tables;
    this.total = 0;
    this.unknownSize = 0;
    /**
     * Matches but for one filter: what loosening it would give.
     * @type {Map<string, number>}
     */
    this.loosened = new Map();
    const sizes = {
      task: tables.tasks, library: tables.libraries, license: tables.licenses, language: tables.languages, format: tables.formats,
    };
    const row = (/** @type {string} */ name) => new Float64Array(name in sizes ? /** @type {any} */ (sizes)[name].names.length + 1 : 256);
    /** @type {{ [facet: string]: Float64Array }} */
    this.rows = Object.fromEntries([...TALLIED.map((name) => [name, row(name)]), ['modality', row('task')], ['licenseClass', row('license')]]);
  }

  /** @param {Chunk} chunk @param {number} i */
  count(chunk, i) {
    const failed = this.rule.failure(chunk, i);
    if (failed === null) return;
    if (failed === '') {
      this.total += 1;
      for (const facet of TALLIED) this.tally(facet, facet, chunk, i);
      this.tally('modality', 'task', chunk, i);
      this.tally('licenseClass', 'license', chunk, i);
      return;
    }
    this.loosened.set(failed, (this.loosened.get(failed) || 0) + 1);
    if (failed === 'fits' && memory(factsOf(chunk, i, this.tables), 16) === null) this.unknownSize += 1;
    if (failed in this.rows) this.tally(failed, /** @type {any} */ (GROUPS)[failed] || failed, chunk, i);
  }

  /** @returns {{ [facet: string]: FacetValue[] }} */
  counts() {
    const { tables } = this;
    const named = (/** @type {Float64Array} */ row, /** @type {(string | null)[]} */ names) => valuesOf(row, (code) => (code === 0 ? null : names[code - 1]));
    const grouped = (/** @type {Float64Array} */ row, /** @type {string[]} */ groups) => valuesOf(row, (code) => (code === 0 ? 'none' : groups[code - 1]));
    const { rows } = this;
    return {
      task: named(rows.task, tables.tasks.names), modality: grouped(rows.modality, tables.tasks.groups),
      library: named(rows.library, tables.libraries.names), license: named(rows.license, tables.licenses.names),
      licenseClass: grouped(rows.licenseClass, tables.licenses.groups), language: named(rows.language, tables.languages.names),
      format: named(rows.format, tables.formats.names), kind: valuesOf(rows.kind, (code) => KINDS[code]),
      gated: valuesOf(rows.gated, (code) => (code === 0 ? null : String(GATINGS[code] !== 'open'))),
      bits: valuesOf(rows.bits, (code) => (code === 0 ? null : String(code - 1))),
    };
  }

  /**
   * @private
   * @param {string} facet @param {Tallied} column @param {Chunk} chunk @param {number} i
   */
  tally(facet, column, chunk, i) {
    const row = this.rows[facet];
    switch (column) {
      case 'task': case 'library': case 'license': row[chunk[column][i]] += 1; break;
      case 'language': for (let k = chunk.languageStarts[i]; k < chunk.languageStarts[i + 1]; k += 1) row[chunk.languages[k] + 1] += 1; break;
      case 'format': {
        // Nearly all masks have fewer than 31 bits, for which the operators of bits do.
        const mask = chunk.formats[i];
        if (mask < 2 ** 31) for (let rest = mask; rest !== 0; rest &= rest - 1) row[32 - Math.clz32(rest & -rest)] += 1;
        else for (let bit = 0; bit < this.tables.formats.names.length; bit += 1) if (hasBit(mask, bit)) row[bit + 1] += 1;
        break;
      }
      case 'kind': row[chunk.kind[i]] += 1; break;
      case 'gated': row[chunk.gating[i]] += 1; break;
      case 'bits': row[Math.min(255, chunk.weightBits[i])] += 1; break;
    }
  }
}

/**
 * The most frequent first, then by value; what has no name is left out.
 * @param {Float64Array} row @param {(code: number) => string | null} nameOf
 * @returns {FacetValue[]}
 */
function valuesOf(row, nameOf) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  row.forEach((count, code) => {
    const name = count > 0 ? nameOf(code) : null;
    if (name !== null && name !== undefined) counts.set(name, (counts.get(name) || 0) + count);
  });
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || compareText(a.value, b.value));
}

/**
 * Of the whole collection, as the manifest has them: no file is read.
 * @param {Manifest} manifest
 * @returns {{ [facet: string]: FacetValue[] }}
 */
export function wholeCounts({ tables, counts }) {
  const row = (/** @type {number[]} */ numbers, /** @type {number} */ none) => Float64Array.from([none, ...numbers]);
  const { tasks, libraries, licenses, languages, formats } = tables;
  const named = (/** @type {import('./manifest.js').CodeTable} */ t) => valuesOf(row(t.counts, 0), (code) => (code === 0 ? null : t.names[code - 1]));
  const grouped = (/** @type {import('./manifest.js').CodeTable} */ t, /** @type {number} */ none) => valuesOf(row(t.counts, none), (code) => (code === 0 ? 'none' : t.groups[code - 1]));
  return {
    task: named(tasks), modality: grouped(tasks, counts.none.task), library: named(libraries), license: named(licenses),
    licenseClass: grouped(licenses, counts.none.license), language: named(languages), format: named(formats),
    kind: valuesOf(Float64Array.from(counts.kind), (code) => KINDS[code] || null),
    gated: valuesOf(Float64Array.from(counts.gating), (code) => (code === 0 ? null : String(GATINGS[code] !== 'open'))),
    bits: valuesOf(bitsRow(counts.weightBits), (code) => (code === 0 ? null : String(code - 1))),
  };
}

/** @param {[number, number][]} pairs */
function bitsRow(pairs) {
  const row = new Float64Array(256);
  for (const [bits, count] of pairs) row[Math.min(255, bits + 1)] += count;
  return row;
}
