/** Needles under the pointer and the arrow keys: one stop for Tab, arrows walk from tall needle to tall needle. */
import * as format from '../chart/format.js';
import { announce } from '../chart/announce.js';
import { pointed } from '../chart/tooltip.js';
import { px } from '../chart/axes.js';
import { modalityClass, modalityName, modelName, modelURL } from '../chart/words.js';

/** @param {any} view */
export function skylineLive(view) {
  const { svg, placed, card } = view;
  const { needles, ground } = placed;
  if (!needles.length) return {};
  const pointer = svg.select('.pointer');
  const walk = needles.slice(0, 60).sort((/** @type {any} */ a, /** @type {any} */ b) => a.x - b.x);
  let at = -1;
  svg.attr('tabindex', 0).attr('role', 'application').attr('aria-roledescription', 'chart')
    .attr('aria-label', `${view.words.title}. Arrow keys walk along the ${format.count(walk.length, 'highest needle', 'highest needles')}.`);
  const show = (/** @type {any} */ n) => {
    pointer.selectAll('*').remove();
    pointer.append('path').attr('class', `needle tall strong ${modalityClass(n.modality)}`).attr('d', `M${px(n.x)},${ground}V${px(n.y)}`);
    pointer.append('circle').attr('class', 'tip').attr('cx', px(n.x)).attr('cy', px(n.y)).attr('r', 5);
    card.show(n.x, n.y, {
      title: modelName(n.id), swatch: modalityClass(n.modality), who: `${n.id.split('/')[0]} · ${modalityName[n.modality] || n.modality}`,
      rows: [['Likes', format.int(n.likes)], ['Published', format.day(n.day)]], href: modelURL(n.id),
    });
  };
  const hide = () => { at = -1; pointer.selectAll('*').remove(); card.hide(); };
  pointed(svg, (event) => {
    const [x, y] = d3.pointer(event);
    const n = under(needles, x, y);
    if (n) show(n); else hide();
  }, hide);
  svg.on('blur', hide);
  svg.on('keydown', (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape') return hide();
    if (!by) return undefined;
    event.preventDefault();
    at = at < 0 ? walk.indexOf(needles[0]) : Math.max(0, Math.min(walk.length - 1, at + by));
    show(walk[at]);
    return announce(card.text);
  });
  return {};
}

/**
 * The tallest needle within reach of the pointer, whose tip is not far below it.
 * @param {any[]} needles @param {number} x @param {number} y
 */
function under(needles, x, y) {
  let best = null;
  let least = 14;
  for (const n of needles) {
    const dx = Math.abs(n.x - x);
    if (dx > 12) continue;
    const far = dx + Math.max(0, n.y - y) * 0.6 + (y > n.y ? Math.min(6, (y - n.y) * 0.05) : 0);
    if (far < least) { least = far; best = n; }
  }
  return best;
}
