/** A model among its own: its family along base models, or else all that its creator published. */
import * as format from '../chart/format.js';
import { px } from '../chart/axes.js';
import { modalityClass, modelName } from '../chart/words.js';
import { familyOf } from './bubble-data.js';
import { circle } from './bubble-live.js';

/** @typedef {import('./bubble-data.js').Model} Model */
/** More kin than this are not drawn. */
const most = 300;

/** @param {any} g @param {any} placed @param {Model} m */
export function drawKin(g, placed, m) {
  const { all, list } = placed.series;
  const kin = familyOf(all, m);
  const own = all.owners.get(m.owner) || [m];
  const isFamily = kin.members.length > 1;
  const shown = new Set(list);
  const seen = (/** @type {Model} */ q) => shown.has(q) && !q.hidden;
  for (const [a, b] of kin.links) if (seen(a) && seen(b)) link(g, a, b);
  for (const q of (isFamily ? kin.members : own).filter(seen).slice(0, most)) circle(g, q, q.r).attr('class', `bub ${q.parameters ? 'mate' : 'ring strong'} ${modalityClass(q.modality)}`);
  circle(g, m, m.r + 2.5).attr('class', 'here');
  const text = isFamily ? `${modelName(kin.root)} and its kin: ${format.count(kin.members.length, 'model')}` : ownWords(m, own.length);
  const { frame: f } = placed;
  g.append('text').attr('class', 'note strong halo').attr('x', f.m.l + 14).attr('y', f.H - f.m.b - 12).text(text);
}

/** @param {any} g @param {Model} a @param {Model} b */
function link(g, a, b) {
  const x = px((a.x + b.x) / 2);
  g.append('path').attr('class', 'kin').attr('d', `M${px(a.x)},${px(a.y)}C${x},${px(a.y)} ${x},${px(b.y)} ${px(b.x)},${px(b.y)}`);
}

/** @param {Model} m @param {number} count */
const ownWords = (m, count) => (count > 1 ? `all ${format.int(count)} by ${m.owner}` : `the only one by ${m.owner}`);
