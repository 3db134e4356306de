/** `x####`: what a model's own page has beyond a result list. `DetailBlock.swift` describes it. */
import { Reader } from './bytes.js';
import { bytes, dayOf, days, isoDay, starts, wholes } from './columns.js';
import { KINDS } from './documents.js';
import { textColumn } from './texts.js';

export class DetailBlock {
  /** @param {Uint8Array} data @param {string} name @param {number} number @param {[number, number]} range */
  constructor(data, name, number, [begin, end]) {
    const r = new Reader(data, name);
    r.header('x', number);
    const n = end - begin;
    if (r.varint() !== begin || r.varint() !== n) r.fail('it has other documents than the manifest says');
    this.first = begin;
    this.baseStarts = starts(r, n);
    this.relations = bytes(r, this.baseStarts[n], KINDS.length);
    this.bases = textColumn(r, this.baseStarts[n]);
    this.datasets = lists(r, n);
    this.papers = lists(r, n);
    this.tags = lists(r, n);
    this.licenseRaw = lists(r, n);
    this.rareLanguages = lists(r, n);
    this.downloadsAllTime = wholes(r, n);
    this.storageBytes = wholes(r, n);
    this.fileCount = wholes(r, n);
    this.modifiedOn = days(r, n);
    this.removedOn = days(r, n);
    r.end();
  }

  /** @param {number} doc @returns {SearchDetails} */
  at(doc) {
    const i = doc - this.first;
    const known = (/** @type {Float64Array} */ column) => (column[i] === 0 ? null : column[i] - 1);
    /** @param {{ places: Uint32Array, texts: import('./texts.js').Texts }} column */
    const list = ({ places, texts }) => range(places[i], places[i + 1]).map((k) => texts.at(k));
    return {
      bases: range(this.baseStarts[i], this.baseStarts[i + 1]).map((k) => ({ id: this.bases.at(k), relation: KINDS[this.relations[k]] })),
      datasets: list(this.datasets), papers: list(this.papers), tags: list(this.tags), licenseRaw: list(this.licenseRaw)[0] || null, rareLanguages: list(this.rareLanguages),
      downloadsAllTime: known(this.downloadsAllTime), storageBytes: known(this.storageBytes), fileCount: known(this.fileCount),
      modified: isoDay(dayOf(this.modifiedOn[i])), removed: isoDay(dayOf(this.removedOn[i])),
    };
  }
}

/**
 * Texts of each document.
 * @param {Reader} r @param {number} n
 */
function lists(r, n) {
  const places = starts(r, n);
  return { places, texts: textColumn(r, places[n]) };
}

/** @param {number} start @param {number} end */
const range = (start, end) => Array.from({ length: end - start }, (_, i) => start + i);
