/** The field's words, once: modalities in the order of their layers, size classes, links to the Hub. */

export const modalities = ['nlp', 'cv', 'mm', 'audio', 'tab', 'rl', 'other', 'none'];

/** @type {{ [code: string]: string }} */
export const modalityName = {
  nlp: 'Language', cv: 'Vision', mm: 'Multimodal', audio: 'Audio', tab: 'Tabular', rl: 'Reinforcement', other: 'Other',
  none: 'No task stated',
};

/**
 * As the word before "models".
 * @type {{ [code: string]: string }}
 */
export const modalityAdjective = {
  nlp: 'language', cv: 'vision', mm: 'multimodal', audio: 'audio', tab: 'tabular', rl: 'reinforcement learning',
  other: 'other', none: 'unlabeled',
};

/**
 * Classes that give a mark its hue; what states no task shares the gray of "other" and takes a hatch.
 * @param {string} code
 */
export const modalityClass = (code) => (code === 'none' ? 'other none' : code in modalityName ? code : 'other');

/**
 * The token of a modality's hue.
 * @param {string} code
 */
export const modalityToken = (code) => (code === 'none' || !(code in modalityName) ? 'other' : code);

/** @type {[string, string, (p: number | null) => boolean][]} */
export const sizeClasses = [
  ['s', 'under 1 B', (p) => p !== null && p < 1e9],
  ['m', '1–10 B', (p) => p !== null && p >= 1e9 && p < 1e10],
  ['l', '10–100 B', (p) => p !== null && p >= 1e10 && p < 1e11],
  ['x', '100 B and more', (p) => p !== null && p >= 1e11],
  ['u', 'unknown', (p) => p === null],
];

/**
 * The class of a number of parameters: 7e9 → 'm', null → 'u'.
 * @param {number | null} p
 */
export const sizeClass = (p) => (sizeClasses.find((c) => c[2](p)) || sizeClasses[4])[0];

/**
 * "text-generation" → "text generation".
 * @param {string} task
 */
export const taskWords = (task) => task.replace(/[-_]/g, ' ');

/**
 * Only ever a page of the Hub, whatever the id holds.
 * @param {string} id
 */
export const modelURL = (id) => `https://huggingface.co/${id.split('/').map(encodeURIComponent).join('/')}`;

/**
 * The part after the owner.
 * @param {string} id
 */
export const modelName = (id) => id.slice(id.indexOf('/') + 1);

/**
 * With U+FFFD for what cannot be seen or turns the direction of writing: what an address says, in a sentence of ours.
 * @param {string} text
 */
export const visible = (text) => text.replace(/[\p{Control}\p{Format}\p{Surrogate}\p{Private_Use}\p{Line_Separator}\p{Paragraph_Separator}]/gu, '\ufffd');

/** @param {string} text @param {number} length */
export const shortened = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/**
 * A long name cut where its words part, so that no letter stands alone: "stable-diffusion-xl-base-1.0" → "stable-diffusion-xl…".
 * @param {string} name @param {number} length
 */
export function shortName(name, length) {
  if (name.length <= length) return name;
  const head = name.slice(0, length);
  const at = Math.max(head.lastIndexOf('-'), head.lastIndexOf('_'), head.lastIndexOf(' '));
  return at >= length / 2 ? `${head.slice(0, at)}…` : shortened(name, length);
}
