/**
 * What results must be, in the codes of one index: Swift's `FilterRule`. A value that is unknown passes no filter that asks
 * for one: a model without a size is in no range of sizes, and fits no memory.
 *
 *     const rule = ruleOf({ license: 'apache-2.0', fits: '8GB' }, manifest.tables, null);
 *     rule.failures(chunk, 17)   → [] when the document passes, else ["fits", …]
 */
import { createdOf, parseDay, roundedValue } from './columns.js';
import { KINDS, MARKS } from './documents.js';
import { fits, memory, memoryAsStored } from './hardware.js';

/**
 * @typedef {import('./chunks.js').Chunk} Chunk
 * @typedef {import('./chunks.js').Part} Part
 * @typedef {import('./manifest.js').CodeTable} CodeTable
 * @typedef {import('./manifest.js').Manifest['tables']} Tables
 * @typedef {(chunk: Chunk, i: number) => boolean} Condition
 * @typedef {{ key: string, parts: Part[], holds: Condition }[]} Conditions `parts` are what of a chunk it reads
 */

export class FilterRule {
  /** @param {Conditions} conditions */
  constructor(conditions) { this.conditions = conditions; }

  get isEmpty() { return this.conditions.length === 0; }

  /** What of a chunk its conditions read. */
  get parts() { return new Set(this.conditions.flatMap((c) => c.parts)); }

  get keys() { return this.conditions.map((c) => c.key); }

  /** @param {Chunk} chunk @param {number} i */
  passes(chunk, i) {
    for (const condition of this.conditions) if (!condition.holds(chunk, i)) return false;
    return true;
  }

  /**
   * The one filter that a document does not pass; '' when it passes all, null when there are several.
   * @param {Chunk} chunk @param {number} i
   */
  failure(chunk, i) {
    let failed = '';
    for (const { key, holds } of this.conditions) {
      if (holds(chunk, i)) continue;
      if (failed !== '') return null;
      failed = key;
    }
    return failed;
  }
}

/**
 * @param {SearchFilters} filters @param {Tables} tables
 * @param {Uint8Array | null} owners for each document whether it is of the owners asked for; null when none is asked for
 */
export function ruleOf(filters, tables, owners) {
  /** @type {Conditions} */
  const rule = [];
  addCodes(rule, filters, tables);
  addNumbers(rule, filters);
  addKinds(rule, filters, tables);
  addSizes(rule, filters, tables);
  if (owners) rule.push({ key: 'owner', parts: [], holds: (chunk, i) => owners[chunk.first + i] === 1 });
  return new FilterRule(rule);
}

/**
 * "a,b", ["a", "b"], "a" → texts; nothing → [].
 * @param {unknown} value
 */
export function textsOf(value) {
  if (value === undefined || value === null || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** @param {unknown} value */
function numberOf(value) {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/**
 * "24GB", "24" → 24.
 * @param {unknown} value
 */
function gigabytesOf(value) {
  return numberOf(typeof value === 'string' ? value.replace(/\s*GB$/i, '') : value);
}

/** @param {Conditions} rule @param {SearchFilters} filters @param {Tables} tables */
function addCodes(rule, filters, tables) {
  addOne(rule, 'task', filters.task, codesOf, tables.tasks, (c) => c.task);
  addOne(rule, 'modality', filters.modality, groupsOf, tables.tasks, (c) => c.task);
  addOne(rule, 'library', filters.library, codesOf, tables.libraries, (c) => c.library);
  addOne(rule, 'license', filters.license, codesOf, tables.licenses, (c) => c.license);
  addOne(rule, 'licenseClass', filters.licenseClass, groupsOf, tables.licenses, (c) => c.license);
  addOne(rule, 'architecture', filters.architecture, codesOf, tables.architectures, (c) => c.architecture, 'architecture');
  if (textsOf(filters.language).length > 0) {
    const wanted = codesOf(tables.languages, filters.language);
    rule.push({ key: 'language', parts: ['counted'], holds: (c, i) => hasLanguage(c, i, wanted) });
  }
}

/**
 * @param {Conditions} rule @param {string} key @param {unknown} asked
 * @param {(table: CodeTable, asked: unknown) => Uint8Array} wantedOf @param {CodeTable} table @param {(chunk: Chunk) => Uint16Array} column @param {Part} [part]
 */
function addOne(rule, key, asked, wantedOf, table, column, part = 'counted') {
  if (textsOf(asked).length === 0) return;
  const wanted = wantedOf(table, asked);
  rule.push({ key, parts: [part], holds: (chunk, i) => wanted[column(chunk)[i]] === 1 });
}

/** @param {Chunk} chunk @param {number} i @param {Uint8Array} wanted */
function hasLanguage(chunk, i, wanted) {
  for (let k = chunk.languageStarts[i]; k < chunk.languageStarts[i + 1]; k += 1) if (wanted[chunk.languages[k] + 1] === 1) return true;
  return false;
}

/**
 * For each value of a column (0 none, else 1 + code) whether it is wanted.
 * @param {CodeTable} table @param {unknown} asked
 */
function codesOf(table, asked) {
  const names = new Set(textsOf(asked).map((t) => t.toLowerCase()));
  return Uint8Array.from([null, ...table.names], (name) => (name !== null && names.has(name.toLowerCase()) ? 1 : 0));
}

/**
 * The same of groups; what has no code at all is the group "none".
 * @param {CodeTable} table @param {unknown} asked
 */
function groupsOf(table, asked) {
  const names = new Set(textsOf(asked));
  return Uint8Array.from(['none', ...table.groups], (group) => (names.has(group) ? 1 : 0));
}

/** @param {Conditions} rule @param {SearchFilters} filters */
function addNumbers(rule, filters) {
  const range = (/** @type {unknown} */ from, /** @type {unknown} */ to) => {
    const [least, most] = [numberOf(from), numberOf(to)];
    return least === null && most === null ? null : [least === null ? 0 : least, most === null ? Infinity : most];
  };
  const downloads = numberOf(filters.minDownloads);
  if (downloads !== null) rule.push({ key: 'downloads', parts: ['downloads'], holds: (c, i) => c.downloads[i] - 1 >= downloads });
  const likes = numberOf(filters.minLikes);
  if (likes !== null) rule.push({ key: 'likes', parts: ['likes'], holds: (c, i) => c.likes[i] - 1 >= likes });
  const bits = textsOf(filters.bits).map(Number);
  if (bits.length > 0) rule.push({ key: 'bits', parts: ['counted'], holds: (c, i) => c.weightBits[i] > 0 && bits.includes(c.weightBits[i] - 1) });
  const sizes = range(filters.minParameters, filters.maxParameters);
  if (sizes) rule.push({ key: 'parameters', parts: ['parameters'], holds: (c, i) => isWithin(roundedValue(c.parameters[i]), sizes) });
  const days = [parseDay(filters.createdFrom), parseDay(filters.createdTo)];
  if (days[0] !== null || days[1] !== null) {
    const [from, to] = [days[0] === null ? -Infinity : days[0], days[1] === null ? Infinity : days[1]];
    rule.push({ key: 'created', parts: ['created'], holds: (c, i) => isWithin(createdOf(c.created[i]), [from, to]) });
  }
}

/** @param {number | null} value @param {number[]} range */
const isWithin = (value, [from, to]) => value !== null && value >= from && value <= to;

/** @param {Conditions} rule @param {SearchFilters} filters @param {Tables} tables */
function addKinds(rule, filters, tables) {
  const { gated } = filters;
  if (gated === true || gated === false || /** @type {any} */ (gated) === 'true' || /** @type {any} */ (gated) === 'false') {
    const wanted = String(gated) === 'true';
    // 0 unknown, 1 open.
    rule.push({ key: 'gated', parts: ['counted'], holds: (c, i) => c.gating[i] !== 0 && (c.gating[i] !== 1) === wanted });
  }
  const kinds = textsOf(filters.kind);
  if (kinds.length > 0) {
    const wanted = KINDS.map((word) => kinds.includes(word) || (kinds.includes('derived') && word !== 'base'));
    rule.push({ key: 'kind', parts: ['counted'], holds: (c, i) => wanted[c.kind[i]] });
  }
  const formats = textsOf(filters.format);
  if (formats.length > 0) {
    const bits = tables.formats.names.flatMap((name, bit) => (name !== null && formats.includes(name) ? [bit] : []));
    rule.push({ key: 'format', parts: ['counted'], holds: (c, i) => bits.some((bit) => hasBit(c.formats[i], bit)) });
  }
}

/**
 * Masks have up to 50 bits, more than the operators of bits can do.
 * @param {number} mask @param {number} bit
 */
export const hasBit = (mask, bit) => Math.floor(mask / 2 ** bit) % 2 === 1;

/** @param {Conditions} rule @param {SearchFilters} filters @param {Tables} tables */
function addSizes(rule, filters, tables) {
  const at = numberOf(filters.at);
  const room = gigabytesOf(filters.fits);
  if (room !== null) rule.push({ key: 'fits', parts: ['counted', 'parameters'], holds: (c, i) => c.parameters[i] > 0 && fits(factsOf(c, i, tables), room, at || 16) === true });
  const [least, most] = [numberOf(filters.minBytes), numberOf(filters.maxBytes)];
  if (least === null && most === null) return;
  rule.push({
    key: 'bytes', parts: ['counted', 'parameters'],
    holds: (c, i) => {
      const facts = factsOf(c, i, tables);
      const needed = at ? memory(facts, at) : memoryAsStored(facts) || memory(facts, 16);
      return needed !== null && needed.weightBytes >= (least === null ? 0 : least) && needed.weightBytes <= (most === null ? Infinity : most);
    },
  });
}

/**
 * What the memory of a model is reckoned from.
 * @param {Chunk} chunk @param {number} i @param {Tables} tables
 * @returns {import('./hardware.js').HardwareFacts}
 */
export function factsOf(chunk, i, tables) {
  const task = tables.tasks.names[chunk.task[i] - 1] || null;
  // Formats say something only of what has no task, as `generatesText` has it.
  const formats = task ? [] : /** @type {string[]} */ (tables.formats.names.filter((_, bit) => hasBit(chunk.formats[i], bit)));
  const isAdapter = KINDS[chunk.kind[i]] === 'adapter' || tables.libraries.names[chunk.library[i] - 1] === 'peft';
  return {
    parameters: roundedValue(chunk.parameters[i]), bits: chunk.weightBits[i] === 0 ? null : chunk.weightBits[i] - 1,
    formats, task, kind: isAdapter ? 'adapter' : null, isMixtureOfExperts: (chunk.marks[i] & MARKS.mixtureOfExperts) > 0,
  };
}
