/** `f####`: the columns by whose values matches are counted and filtered. `FacetChunk.swift` describes it. */
import { Reader } from './bytes.js';
import { bytes, codes, starts, wholes } from './columns.js';
import { GATINGS, KINDS } from './documents.js';

export class FacetChunk {
  /** @param {Uint8Array} data @param {string} name @param {number} number @param {[number, number]} range */
  constructor(data, name, number, [begin, end]) {
    const r = new Reader(data, name);
    r.header('f', number);
    const n = end - begin;
    if (r.varint() !== begin || r.varint() !== n) r.fail('it has other documents than the manifest says');
    /** 0 none, else 1 + code. */
    this.task = codes(r, n);
    this.library = codes(r, n);
    this.license = codes(r, n);
    this.languageStarts = starts(r, n);
    this.languages = codes(r, this.languageStarts[n]);
    this.formats = wholes(r, n);
    this.gating = bytes(r, n, GATINGS.length);
    this.kind = bytes(r, n, KINDS.length);
    this.marks = bytes(r, n, 256);
    /** 0 unknown, else 1 + value. */
    this.weightBits = codes(r, n);
    r.end();
  }
}
