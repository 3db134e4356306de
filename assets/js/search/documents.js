/** `d####`: models as a result list shows them, by column. `DocumentBlock.swift` describes it. */
import { Reader } from './bytes.js';
import { bytes, codes, createdOf, dayOf, days, firstDay, isoDay, starts, wholes } from './columns.js';
import { hex } from './manifest.js';
import { frontCoded } from './texts.js';

export const ORIGINS = ['unknown', 'safetensors', 'gguf', 'name', 'list', 'page'];
export const GATINGS = [null, 'open', 'auto', 'manual', 'gated'];
export const KINDS = ['base', 'finetune', 'adapter', 'quantized', 'merge', 'derived'];
export const MARKS = { conversational: 1, merge: 2, mixtureOfExperts: 4, removed: 8 };

export class DocumentBlock {
  /** @param {Uint8Array} data @param {string} name @param {number} number @param {[number, number]} range */
  constructor(data, name, number, [begin, end]) {
    const r = new Reader(data, name);
    r.header('d', number);
    const n = end - begin;
    if (r.varint() !== begin || r.varint() !== n) r.fail('it has other documents than the manifest says');
    this.first = begin;
    this.count = n;
    this.detailsHash = hex(r.take(4), 0);
    const hasVectors = bytes(r, 1, 2)[0] === 1;
    this.names = frontCoded(r, n);
    this.owner = owners(r, n);
    this.task = codes(r, n);
    this.library = codes(r, n);
    this.license = codes(r, n);
    this.architecture = codes(r, n);
    this.languageStarts = starts(r, n);
    this.languages = codes(r, this.languageStarts[n]);
    this.downloads = wholes(r, n);
    this.likes = wholes(r, n);
    this.countedOn = days(r, n);
    this.created = days(r, n);
    this.parameters = parameters(r, n);
    this.parametersFrom = bytes(r, n, ORIGINS.length);
    this.gating = bytes(r, n, GATINGS.length);
    this.kind = bytes(r, n, KINDS.length);
    this.marks = bytes(r, n, 256);
    this.formats = wholes(r, n);
    this.weightBits = codes(r, n);
    /** 0 none, else 1 + cell; 1 + group in the cell. */
    this.cell = hasVectors ? codes(r, n) : new Uint16Array(n);
    this.group = hasVectors ? wholes(r, n) : new Float64Array(n);
    this.copies = wholes(r, n);
    this.observations = observations(r, n);
    r.end();
  }

  /** @param {number} i */
  nameAt(i) { return this.names.at(i); }

  /** @param {number} i */
  ownerAt(i) {
    const { has, starts: from, bytes: text } = this.owner;
    return has[i] ? this.names.reader.decode(text.subarray(from[i], from[i + 1])) : '';
  }

  /** @param {number} i */
  idAt(i) { return this.owner.has[i] ? `${this.ownerAt(i)}/${this.nameAt(i)}` : this.nameAt(i); }
}

/** @param {Reader} r @param {number} n */
function owners(r, n) {
  const has = new Uint8Array(n);
  const from = new Uint32Array(n + 1);
  for (let i = 0; i < n; i += 1) {
    const length = r.below(r.bytes.length + 1, 'length');
    has[i] = length > 0 ? 1 : 0;
    from[i + 1] = from[i] + Math.max(0, length - 1);
  }
  return { has, starts: from, bytes: r.take(from[n]) };
}

/**
 * Of each document: day, downloads, likes; the last two 0 for unknown, else 1 + value.
 * @param {Reader} r @param {number} n
 */
function observations(r, n) {
  const from = starts(r, n);
  const values = new Float64Array(3 * r.atMost(from[n]));
  for (let i = 0; i < n; i += 1) {
    let day = firstDay;
    for (let k = from[i]; k < from[i + 1]; k += 1) {
      day += r.signed();
      if (!(Math.abs(day) < 2e6)) r.fail('a day out of the calendar');
      values.set([day, r.varint(), r.varint()], 3 * k);
    }
  }
  return { starts: from, values };
}

/** @param {Reader} r @param {number} n −1 for unknown */
function parameters(r, n) {
  const zeros = codes(r, n);
  const values = new Float64Array(n).fill(-1);
  for (let i = 0; i < n; i += 1) {
    if (zeros[i] === 0) continue;
    values[i] = zeros[i] > 16 ? Infinity : r.varint() * 10 ** (zeros[i] - 1);
    if (values[i] >= 2 ** 53) r.fail('parameters beyond 53 bits');
  }
  return values;
}

/**
 * One document as the page has it.
 * @param {DocumentBlock} block @param {number} i @param {import('./manifest.js').Manifest['tables']} tables
 * @returns {SearchRecord}
 */
export function recordOf(block, i, tables) {
  const name = block.nameAt(i);
  const owner = block.ownerAt(i);
  const marks = block.marks[i];
  const task = block.task[i] - 1;
  const license = block.license[i] - 1;
  const gating = GATINGS[block.gating[i]];
  return {
    doc: block.first + i, id: block.idAt(i), owner, name,
    task: named(tables.tasks, task), modality: tables.tasks.groups[task] || null,
    library: named(tables.libraries, block.library[i] - 1),
    license: named(tables.licenses, license), licenseClass: tables.licenses.groups[license] || null,
    languages: Array.from(block.languages.subarray(block.languageStarts[i], block.languageStarts[i + 1]), (c) => named(tables.languages, c) || '?'),
    downloads: known(block.downloads[i]), likes: known(block.likes[i]), countedOn: isoDay(dayOf(block.countedOn[i])),
    created: isoDay(createdOf(block.created[i])), isBeforeRecord: block.created[i] === 1,
    parameters: block.parameters[i] < 0 ? null : block.parameters[i], parametersFrom: block.parameters[i] < 0 ? null : ORIGINS[block.parametersFrom[i]],
    formats: formatsOf(block.formats[i], tables.formats), bits: known(block.weightBits[i]),
    architecture: named(tables.architectures, block.architecture[i] - 1),
    gated: gating === null ? null : gating !== 'open', gating, kind: KINDS[block.kind[i]],
    isConversational: (marks & MARKS.conversational) > 0, isMerge: (marks & MARKS.merge) > 0,
    isMixtureOfExperts: (marks & MARKS.mixtureOfExperts) > 0, isRemoved: (marks & MARKS.removed) > 0,
    copies: 1 + block.copies[i], ...observationsOf(block, i),
  };
}

/** @param {import('./manifest.js').CodeTable} table @param {number} code */
const named = (table, code) => (code < 0 ? null : table.names[code] || null);

/** @param {number} value 0 for unknown, else 1 + value */
const known = (value) => (value === 0 ? null : value - 1);

/** @param {number} mask @param {import('./manifest.js').CodeTable} table */
function formatsOf(mask, table) {
  // Up to 50 bits: beyond what the operators of bits can do.
  return /** @type {string[]} */ (table.names.filter((_, bit) => Math.floor(mask / 2 ** bit) % 2 === 1));
}

/** @param {DocumentBlock} block @param {number} i */
function observationsOf(block, i) {
  const { starts: from, values } = block.observations;
  if (from[i] === from[i + 1]) return {};
  const seen = [];
  for (let k = from[i]; k < from[i + 1]; k += 1) {
    seen.push({ day: /** @type {string} */ (isoDay(values[3 * k])), downloads: known(values[3 * k + 1]), likes: known(values[3 * k + 2]) });
  }
  return { observations: seen };
}
