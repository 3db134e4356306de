/** All that is known of one model: each fact with where it comes from. What nobody stated is unknown. */
import * as format from '../chart/format.js';
import { modalityName, taskWords } from '../chart/words.js';
import { searchURL } from './address.js';
import { languageName, valueName } from './words.js';

/**
 * @typedef {{ text: string, href?: string }} Piece
 * @typedef {{ name: string, pieces: Piece[], from: string }} Fact `pieces` empty: unknown
 * @typedef {{ title: string, facts: Fact[] }} FactGroup
 */

const stated = 'stated by its page on the Hub';

/** @type {{ [from: string]: string }} */
const sizeFrom = {
  safetensors: 'counted from its safetensors files', gguf: 'counted from its gguf files', name: 'read from its name, so as good as the name', list: 'as a list says', page: 'as its page on the Hub says, rounded',
};

/** @param {string | null | undefined} text @param {State} [search] what a click asks @returns {Piece[]} */
const piece = (text, search) => (text ? [search ? { text, href: searchURL(search) } : { text }] : []);

/** @param {SearchRecord} record @returns {FactGroup[]} */
export function factsOf(record) {
  /** @type {Partial<SearchDetails>} */
  const details = record.details || {};
  const counted = record.countedOn ? `counted on ${format.day(record.countedOn)}` : 'as last counted';
  return [
    { title: 'What it is', facts: [
      { name: 'Task', pieces: piece(record.task && taskWords(record.task), { task: [record.task] }), from: stated },
      { name: 'Modality', pieces: piece(modalityOf(record), { modality: [record.modality] }), from: 'follows from the task, by the Hub’s own table' },
      { name: 'Library', pieces: piece(record.library, { library: [record.library] }), from: stated },
      { name: 'Family', pieces: piece(record.architecture, { architecture: [record.architecture] }), from: 'from its configuration or tags' },
      { name: 'Languages', pieces: [...record.languages, ...(details.rareLanguages || [])].map((code) => ({ text: languageName(code), href: searchURL({ language: [code] }) })), from: stated },
      { name: 'Made how', pieces: piece(record.kind && valueName('kind', record.kind), undefined), from: record.kind === 'base' ? 'its page names none' : stated },
      ...flags(record),
      { name: 'Datasets', pieces: many(details.datasets, (id) => ({ text: id, href: hubURL(`datasets/${id}`) })), from: 'stated as trained on' },
      { name: 'Papers', pieces: many(details.papers, (id) => ({ text: `arXiv ${id}`, href: `https://arxiv.org/abs/${encodeURIComponent(id)}` })), from: 'from its tags' },
      { name: 'Other tags', pieces: many(details.tags, (text) => ({ text })), from: 'as its author wrote them' },
    ] },
    { title: 'Size and files', facts: [
      { name: 'Parameters', pieces: piece(record.parameters ? `${format.compact(record.parameters)} (${format.int(record.parameters)})` : null), from: sizeFrom[record.parametersFrom || ''] || 'source not noted' },
      { name: 'Bits a weight', pieces: piece(record.bits ? `${record.bits}` : null), from: 'from its tags, files or name' },
      { name: 'Formats', pieces: record.formats.map((f) => ({ text: f, href: searchURL({ format: [f] }) })), from: 'from its files or tags' },
      { name: 'Files', pieces: piece(isNumber(details.fileCount) ? format.int(details.fileCount) : null), from: 'counted in its repository' },
      { name: 'Storage', pieces: piece(isNumber(details.storageBytes) ? format.bytes(details.storageBytes) : null), from: 'of all files in all versions' },
    ] },
    { title: 'License and access', facts: [
      { name: 'License', pieces: piece(record.license, { license: [record.license] }), from: details.licenseRaw ? `its page spells it “${details.licenseRaw}”` : stated },
      { name: 'Kind of license', pieces: piece(record.license && record.licenseClass ? valueName('licenseClass', record.licenseClass) : null), from: 'our reading of the license; read it before you rely on it' },
      { name: 'Access', pieces: piece(accessWords(record)), from: stated },
    ] },
    { title: 'Use', facts: [
      { name: 'Downloads, 30 days', pieces: piece(isNumber(record.downloads) ? format.int(record.downloads) : null), from: counted },
      { name: 'Downloads ever', pieces: piece(isNumber(details.downloadsAllTime) ? format.int(details.downloadsAllTime) : null), from: counted },
      { name: 'Likes', pieces: piece(isNumber(record.likes) ? format.int(record.likes) : null), from: counted },
    ] },
    { title: 'Days', facts: [
      { name: 'Published', pieces: piece(createdWords(record)), from: record.isBeforeRecord ? 'the Hub noted no day then' : 'noted by the Hub' },
      { name: 'Last changed', pieces: piece(details.modified ? format.day(details.modified) : null), from: 'noted by the Hub' },
      ...(details.removed ? [{ name: 'Gone', pieces: piece(format.day(details.removed)), from: 'no longer listed on that day' }] : []),
    ] },
  ];
}

/**
 * What is said only where it is so.
 * @param {SearchRecord} record @returns {Fact[]}
 */
function flags(record) {
  const out = [];
  if (record.isConversational) out.push('for conversation');
  if (record.isMixtureOfExperts) out.push('a mixture of experts');
  if (record.isMerge) out.push('a merge of models');
  return out.length ? [{ name: 'Also', pieces: out.map((text) => ({ text })), from: 'from its tags' }] : [];
}

/** @param {SearchRecord} record */
export const modalityOf = (record) => (record.task && record.modality ? modalityName[record.modality] || record.modality : null);

/** @param {SearchRecord} record */
export function accessWords(record) {
  switch (record.gating || (record.gated === null ? '' : record.gated ? 'gated' : 'open')) {
    case 'open': return 'open to all';
    case 'auto': return 'on request, granted at once';
    case 'manual': return 'on request, granted by its owner';
    case 'gated': return 'on request';
    default: return null;
  }
}

/** @param {SearchRecord} record */
export function createdWords(record) {
  if (record.isBeforeRecord) return 'before 2\u00a0Mar\u00a02022';
  return record.created ? format.day(record.created) : null;
}

/**
 * What it is, in one sentence of what is known.
 * @param {SearchRecord} r
 */
export function sentenceOf(r) {
  const task = r.task ? taskWords(r.task) : '';
  const a = /^[aeiou]/.test(task || 'model') ? 'An' : 'A';
  const size = r.parameters ? ` of ${format.compact(r.parameters)} parameters` : ' of unknown size';
  const made = r.isBeforeRecord ? ', older than the Hub’s record of days' : r.created ? `, published on ${format.day(r.created)}` : '';
  const license = r.license ? `, under ${r.license}` : ', under a license that is not known here';
  return `${a} ${task ? `${task} ` : ''}model${size}${r.owner ? ` by ${r.owner}` : ''}${made}${license}.`;
}

/** @param {any} value */
const isNumber = (value) => typeof value === 'number';

/** @param {string[] | undefined} list @param {(text: string) => Piece} of @returns {Piece[]} */
const many = (list, of) => (list || []).map(of);

/** @param {string} path */
const hubURL = (path) => `https://huggingface.co/${path.split('/').map(encodeURIComponent).join('/')}`;
