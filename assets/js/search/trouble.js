/** What can be wrong with the files of an index, in data; the sentences are here and nowhere else. */

/** @typedef {'missing' | 'damaged' | 'offline' | 'version'} TroubleKind */

export class FileTrouble extends Error {
  /**
   * @param {TroubleKind} kind
   * @param {string} file
   * @param {string} [what] for developers: what was expected, and at which byte
   */
  constructor(kind, file, what = '') {
    super(sentence(kind, file, what));
    this.name = 'FileTrouble';
    this.kind = kind;
    this.file = file;
  }
}

/** @param {TroubleKind} kind @param {string} file @param {string} what */
function sentence(kind, file, what) {
  const more = what ? ` (${what})` : '';
  switch (kind) {
    case 'missing': return `The file ${file} could not be loaded${more}.`;
    case 'offline': return `The file ${file} could not be loaded, because there is no connection.`;
    case 'version': return `${file}${more}: this page reads another version of the index. Load the page again; if that does not help, the site must be built again.`;
    default: return `The file ${file} is damaged${more}.`;
  }
}

/**
 * What readers are told of files that failed: one note for each kind, however many files.
 * @param {FileTrouble[]} troubles
 * @returns {SearchNote[]}
 */
export function notesOf(troubles) {
  /** @type {Map<string, Set<string>>} */
  const byKind = new Map();
  for (const { kind, file } of troubles) {
    const files = byKind.get(kind) || new Set();
    byKind.set(kind, files.add(file));
  }
  return [...byKind].map(([kind, files]) => noteOf(kind, [...files].sort()));
}

/** @param {string} kind @param {string[]} files @returns {SearchNote} */
function noteOf(kind, files) {
  const which = files.length === 1 ? `One file of the index (${files[0]})` : `${files.length} files of the index (${files[0]}, …)`;
  const are = files.length === 1 ? 'is' : 'are';
  const why = kind === 'offline' ? 'could not be loaded: there is no connection' : kind === 'missing' ? `${are} missing` : `${are} damaged`;
  return {
    kind: kind === 'offline' || kind === 'missing' ? kind : 'damaged',
    text: `${which} ${why}. The answer is made of the rest; the next search tries again.`,
    about: files[0],
  };
}
