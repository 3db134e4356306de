/** A figure at rest: its default state drawn twice (wide and narrow), with title, legend and table. */
import { toHTML } from './dom.js';
import { standaloneSVG } from './export.js';
import { legendNode } from './legend.js';
import { tableNode, stillCap } from './table.js';
import { rowCount } from './data.js';
import { count, int } from './format.js';

/**
 * Widths of the two layouts by role: the content column at 1280 px, and the phone's.
 * @type {{ [role: string]: [number, number] }}
 */
export const widths = { main: [1152, 358], story: [362, 358], skyline: [1280, 390], headline: [204, 171] };

/**
 * An empty SVG of a frame, in whichever document.
 * @param {Document} document @param {Frame} frame @param {string} label empty where nothing can be said: then readers
 *   who see no picture are spared it
 */
export function newSVG(document, frame, label) {
  const svg = d3.select(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
    .attr('viewBox', `0 0 ${frame.W} ${frame.H}`).attr('width', frame.W).attr('height', frame.H);
  return label ? svg.attr('role', 'img').attr('aria-label', label) : svg.attr('aria-hidden', 'true');
}

/** @param {Figure} figure @param {Kind} kind @param {Document} document */
export function still(figure, kind, document) {
  const state = kind.defaults(figure);
  const series = kind.series(figure.table, figure, state);
  const words = wordsOf(figure, kind, series, state);
  const [wide, narrow] = widths[figure.role] || widths.main;
  /** @type {any} */
  let placed = null;
  const picture = (/** @type {number} */ width, /** @type {string} */ name) => {
    const frame = kind.frame(width, figure.role);
    const svg = newSVG(document, frame, words.title);
    placed = kind.place(series, frame, figure, state);
    kind.draw(svg, placed, { id: `${figure.id}-${name}`, figure, state, live: false, passing: true });
    return svg.node().outerHTML;
  };
  const narrowSVG = picture(narrow, 'narrow');
  const wideSVG = picture(wide, 'wide');
  const chips = kind.legend && figure.role !== 'story' ? kind.legend(series, figure, state) : [];
  const extra = kind.extra ? kind.extra(series, placed, figure) : null;
  return {
    title: words.title, subtitle: words.subtitle, wide: wideSVG, narrow: narrowSVG,
    legend: chips.length ? toHTML(legendNode(chips, null, kind.keyOf)) : '',
    table: tableHTML(kind.display(series, figure, state), words.title),
    extra: extra ? { head: toHTML(extra) } : {},
  };
}

/** Of which roles a picture is made that stands alone, and how wide: a number's small needles say nothing without it. */
const pictureWidths = /** @type {{ [role: string]: number }} */ ({ main: widths.main[0], skyline: widths.main[0], story: 560 });

/**
 * The figure as a file of its own, drawn at rest.
 * @param {Figure} figure @param {Kind} kind @param {Document} document @param {(svg: Element) => void} style
 * @returns {{ text: string, W: number, H: number } | null} nothing for roles that are no figure by themselves
 */
export function picture(figure, kind, document, style) {
  const width = pictureWidths[figure.role];
  if (!width) return null;
  const state = kind.defaults(figure);
  const series = kind.series(figure.table, figure, state);
  const placed = kind.place(series, kind.frame(width, figure.role), figure, state);
  const chips = kind.legend && figure.role !== 'story' ? kind.legend(series, figure, state) : [];
  const plate = document.createElement('figure');
  plate.className = `${figure.role === 'story' ? 'mini' : 'plate'} k-${figure.kind}`;
  const stage = document.createElement('div');
  stage.className = 'stage';
  plate.append(stage);
  document.body.append(plate);
  const draw = (/** @type {any} */ g) => kind.draw(g, placed, { id: `${figure.id}-picture`, figure, state, live: false });
  const words = wordsOf(figure, kind, series, state);
  const part = partOf(figure);
  const made = standaloneSVG(figure, { ...words, subtitle: `${words.subtitle}${part}` }, placed.frame, draw, stage, chips, style);
  plate.remove();
  return made;
}

/**
 * What is not drawn: a file cannot load the rest, as the page does. Where the page's rows are sums, nothing is left out.
 * @param {Figure} figure
 */
function partOf({ rows: { inline, live }, options }) {
  if (live <= inline || options.summed) return '';
  return options.sample ? ` A sample of ${int(inline)} of ${int(live)} is drawn.` : ` The ${int(inline)} greatest of ${int(live)} are drawn.`;
}

/** @param {Table} table @param {string} caption */
function tableHTML(table, caption) {
  const rest = rowCount(table) - stillCap;
  return toHTML(tableNode(table, { limit: stillCap, caption })) + (rest > 0 ? `<p class="src">And ${count(rest, 'more row')}, in the files.</p>` : '');
}

/**
 * Title and subtitle: worded from what is displayed; the figure's fixed ones speak of its default state only.
 * @param {Figure} figure @param {Kind} kind @param {any} series @param {State} state
 */
export function wordsOf(figure, kind, series, state) {
  const said = kind.describe(series, figure, state);
  if (!atRest(kind.defaults(figure), state)) return said;
  return { title: figure.title || said.title, subtitle: figure.subtitle || said.subtitle };
}

/** What the reader points at or looks closer at changes no finding. */
const passing = new Set(['pins', 'zoom', 'view', 'at']);

/** @param {State} defaults @param {State} state */
const atRest = (defaults, state) => Object.keys(defaults).every((k) => passing.has(k) || String(defaults[k]) === String(state[k]));
