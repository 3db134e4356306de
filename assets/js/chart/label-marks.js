/** What `labels.js` placed, drawn. */
import { px } from './axes.js';

/**
 * Names beside their marks, with a leader where they stand farther out.
 * @param {any} g @param {any[]} labels as `labels.place` gives them; `cls` is a label's own class, `remark` a line below it
 */
export function drawLabels(g, labels) {
  for (const l of labels) {
    const middle = l.ty + (l.remark ? 8 : l.h / 2);
    if (l.far) {
      g.append('line').attr('class', 'leader').attr('x1', px(l.x + l.ux * l.r)).attr('y1', px(l.y + l.uy * l.r))
        .attr('x2', px(l.tx - (l.anchor === 'start' ? 3 : l.anchor === 'end' ? -3 : 0))).attr('y2', px(l.anchor === 'middle' ? (l.uy < 0 ? l.ty + l.h : l.ty) : middle));
    }
    g.append('text').attr('class', `lab halo${l.cls ? ` ${l.cls}` : ''}`).attr('x', px(l.tx)).attr('y', px(l.ty + 12)).attr('text-anchor', l.anchor).text(l.text);
    if (l.remark) g.append('text').attr('class', 'note halo small').attr('x', px(l.tx)).attr('y', px(l.ty + 28)).attr('text-anchor', l.anchor).text(l.remark);
  }
}
