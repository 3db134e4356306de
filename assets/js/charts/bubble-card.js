/** What the hover card says of one model. */
import * as format from '../chart/format.js';
import { modalityClass, modalityName, modelName, modelURL, taskWords } from '../chart/words.js';

/** @typedef {import('./bubble-data.js').Model} Model */

/** @param {Model} m @param {boolean} phone */
export function cardText(m, phone) {
  return {
    title: modelName(m.id), swatch: modalityClass(m.modality), who: `${m.owner} · ${m.task ? taskWords(m.task) : modalityName[m.modality] || 'no task stated'}`,
    href: modelURL(m.id),
    rows: /** @type {[string, string][]} */ ([
      ['Likes', format.int(m.likes)], ['Published', m.before ? 'before 2\u00a0Mar\u00a02022' : format.day(m.day)],
      ['Parameters', `${format.compact(m.parameters)}${m.parametersFrom === 'name' ? ', by its name' : ''}`],
      ['Downloads, 30 days', format.compact(m.downloads)], ['License', m.license || 'unknown'], ...(m.base ? [['Built on', modelName(m.base)]] : []),
    ].slice(0, 6)),
    hint: phone ? 'Tap again to pin' : 'Click to pin, up to six',
  };
}
