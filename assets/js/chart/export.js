/** What a reader takes along: picture (PNG, SVG), the rows that are displayed (CSV), the figure with its data (JSON), a citation. */
import { column, rowCount } from './data.js';

/**
 * One CSV field. Text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 *     field('=1+1')   → "'=1+1"
 *     field('a,"b"')  → '"a,""b"""'
 * @param {any} value
 */
export function field(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  let text = String(value);
  if (/^[=+\-@\t\r\n]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * The displayed table as RFC 4180: raw values, missing ones empty.
 * @param {Table} table
 */
export function csv(table) {
  const columns = table.columns.map((c) => column(table, c.key));
  const lines = [table.columns.map((c) => field(c.label)).join(',')];
  for (let i = 0; i < rowCount(table); i += 1) lines.push(columns.map((c) => field(c[i])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** @param {Figure} figure */
const sourceLine = (figure) => `Source: ${figure.provenance.source}; ${figure.provenance.rows}. HubAtlas`;

/** @param {Figure} figure @param {Description} words @param {Table} table @param {State} state @param {string} url */
export function json(figure, words, table, state, url) {
  return JSON.stringify({ id: figure.id, kind: figure.kind, ...words, provenance: figure.provenance, state, url, table }, null, 1);
}

/** @param {Figure} figure @param {Description} words @param {string} url */
export const citation = (figure, words, url) => `HubAtlas: “${words.title.replace(/\.$/, '')}”. ${sourceLine(figure).replace(/ HubAtlas$/, '')} ${url}`;

const carried = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'font-family',
  'font-size', 'font-style', 'font-weight', 'letter-spacing', 'paint-order'];

/**
 * A figure as an SVG that stands alone: title above, source below, every style written into its element.
 * @param {Figure} figure @param {Description} words @param {Frame} frame @param {(g: any) => void} draw
 * @param {HTMLElement} stage where it is for a moment, so that the page's styles apply
 */
export function standaloneSVG(figure, words, frame, draw, stage) {
  const head = 64;
  const side = 24;
  const [W, H] = [frame.W + 2 * side, frame.H + head + 56];
  const svg = d3.select(stage).append('svg').attr('xmlns', 'http://www.w3.org/2000/svg').attr('width', W).attr('height', H).attr('viewBox', `0 0 ${W} ${H}`)
    .attr('style', 'position:absolute;visibility:hidden;pointer-events:none');
  svg.append('rect').attr('class', 'export-paper').attr('width', W).attr('height', H);
  svg.append('text').attr('class', 'export-title').attr('x', side).attr('y', 34).text(words.title);
  svg.append('text').attr('class', 'export-sub').attr('x', side).attr('y', 56).text(words.subtitle);
  draw(svg.append('g').attr('transform', `translate(${side},${head})`));
  svg.append('text').attr('class', 'export-sub').attr('x', side).attr('y', H - 18).text(sourceLine(figure));
  inlineStyles(svg.node());
  svg.attr('style', null);
  const text = new XMLSerializer().serializeToString(svg.node());
  svg.remove();
  return { text, W, H };
}

/**
 * Elements with the same classes all the way up look the same: one look-up each.
 * @param {Element} root
 */
function inlineStyles(root) {
  /** @type {Map<string, string>} */
  const known = new Map();
  const walk = (/** @type {Element} */ element, /** @type {string} */ path) => {
    const key = `${path}/${element.tagName}.${element.getAttribute('class') || ''}[${element.getAttribute('style') || ''}]`;
    let style = known.get(key);
    if (style === undefined) {
      const computed = getComputedStyle(element);
      style = carried.map((name) => `${name}:${computed.getPropertyValue(name).replace(/"/g, "'")}`).join(';');
      known.set(key, style);
    }
    for (const child of element.children) walk(child, key);
    if (element !== root && element.tagName !== 'defs') element.setAttribute('style', style);
  };
  walk(root, '');
}

/** @param {string} svg @param {number} W @param {number} H @returns {Promise<Blob>} */
export async function png(svg, W, H) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = W * 2;
  canvas.height = H * 2;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(image, 0, 0, W * 2, H * 2);
  return new Promise((resolve, reject) => { canvas.toBlob((b) => (b ? resolve(b) : reject(new Error('no picture'))), 'image/png'); });
}

/** @param {string} name @param {Blob | string} content @param {string} type */
export function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** @param {string} text */
export async function copy(text) {
  // Pages from disk may be refused the clipboard API: the older way remains.
  try { await navigator.clipboard.writeText(text); return true; } catch (error) { return copyBySelection(text); }
}

/** @param {string} text */
function copyBySelection(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
