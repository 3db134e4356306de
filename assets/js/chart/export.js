/** What a reader takes along: picture (PNG, SVG), the rows that are displayed (CSV), the figure with its data (JSON), a citation. */
import { column, rowCount } from './data.js';
import { textWidth } from './labels.js';

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

const side = 24;
const line = { title: 30, sub: 18 };

/**
 * A figure as an SVG that stands alone: title above, key, picture, source below.
 * @param {Figure} figure @param {Description} words @param {Frame} frame @param {(g: any) => void} draw
 * @param {Element} stage where it is for a moment, so that the page's styles apply
 * @param {Chip[]} chips the key @param {(svg: Element) => void} style writes every style into the picture
 */
export function standaloneSVG(figure, words, frame, draw, stage, chips = [], style = inlineStyles) {
  const W = frame.W + 2 * side;
  const svg = d3.select(stage).append('svg').attr('width', W).attr('style', 'position:absolute;visibility:hidden;pointer-events:none');
  svg.append('title').text(words.title);
  const paper = svg.append('rect').attr('class', 'export-paper').attr('width', W);
  let y = 12;
  const write = (/** @type {string} */ text, /** @type {string} */ cls, /** @type {number} */ size, /** @type {number} */ step) => {
    for (const part of wrapped(text, frame.W, size)) svg.append('text').attr('class', cls).attr('x', side).attr('y', (y += step)).text(part);
  };
  write(words.title, 'export-title', 24, line.title);
  y += 4;
  write(words.subtitle, 'export-sub', 13, line.sub);
  if (chips.length) y = drawKey(svg, chips, y + 18, frame.W);
  draw(svg.append('g').attr('transform', `translate(${side},${y + 16})`));
  y += 16 + frame.H + 8;
  write(sourceLine(figure), 'export-sub', 13, line.sub);
  const H = y + side;
  paper.attr('height', H);
  svg.attr('height', H).attr('viewBox', `0 0 ${W} ${H}`);
  style(svg.node());
  svg.attr('style', null);
  const view = /** @type {any} */ (stage.ownerDocument.defaultView);
  const text = legible(new view.XMLSerializer().serializeToString(svg.node()));
  svg.remove();
  return { text, W, H };
}

/**
 * Characters that no XML may hold come from names that outsiders wrote.
 * @param {string} xml
 */
const legible = (xml) => xml.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

/**
 * A text in lines that fit.
 *
 *     wrapped('one two three', 60, 13)   → ['one two', 'three']
 * @param {string} text @param {number} width in px @param {number} size of the font, in px
 * @returns {string[]}
 */
export function wrapped(text, width, size) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else if (word || lines.length) lines.push(word);
  }
  return lines;
}

/**
 * The color key, as in the page: chips in lines; one that is off is hollow.
 * @param {any} svg @param {Chip[]} chips @param {number} top @param {number} width @returns {number} where it ends
 */
function drawKey(svg, chips, top, width) {
  let [x, y] = [0, top];
  for (const chip of chips) {
    const text = chip.count ? `${chip.name}  ${chip.count}` : chip.name;
    const room = 16 + textWidth(text, 13) + 18;
    if (x && x + room > width) [x, y] = [0, y + 22];
    const g = svg.append('g').attr('class', chip.mark ? `lane ${chip.cls}` : chip.cls).attr('transform', `translate(${side + x},${y})`);
    if (chip.mark) g.append('path').attr('class', 'mark').attr('d', chip.mark).attr('opacity', chip.on ? null : 0.3);
    else g.append('circle').attr('class', chip.on ? 'export-chip fillc' : 'export-chip off strokec').attr('cx', 6).attr('cy', 2).attr('r', 5);
    g.append('text').attr('class', 'export-sub').attr('x', 16).attr('y', 6.5).text(text);
    x += room;
  }
  return y + 10;
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
