/**
 * Outlines for a still: whole pixels, each from the last point.
 *
 *     compactPath(projection)({ type: 'Polygon', … })  → 'M812 304l3-1 2 4z'
 */

/** @param {any} projection @returns {(geometry: any) => string} */
export function compactPath(projection) {
  return (geometry) => {
    const pen = new Pen();
    d3.geoPath(projection, pen)(geometry);
    return pen.text();
  };
}

/** Draws as a canvas would; islands of less than a pixel are left out where a greater part is drawn. */
class Pen {
  constructor() {
    /** @type {number[][][]} */
    this.lines = [];
    /** @type {boolean[]} */
    this.closed = [];
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) { this.lines.push([[Math.round(x), Math.round(y)]]); this.closed.push(false); }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    const line = this.lines[this.lines.length - 1];
    const last = line[line.length - 1];
    const next = [Math.round(x), Math.round(y)];
    if (next[0] !== last[0] || next[1] !== last[1]) line.push(next);
  }

  closePath() { this.closed[this.closed.length - 1] = true; }
  beginPath() {}
  arc() {}

  text() {
    const great = this.lines.some((l) => Math.abs(d3.polygonArea(l)) > 6);
    return this.lines.map((line, i) => {
      if (line.length < (this.closed[i] ? 3 : 2) || (great && this.closed[i] && Math.abs(d3.polygonArea(line)) < 1.2)) return '';
      return stroke(straightened(line)) + (this.closed[i] ? 'z' : '');
    }).join('');
  }
}

/**
 * Points on a straight line between their neighbors are left out.
 * @param {number[][]} line
 */
function straightened(line) {
  return line.filter((p, i) => {
    if (i === 0 || i === line.length - 1) return true;
    const [a, b] = [line[i - 1], line[i + 1]];
    return (p[0] - a[0]) * (b[1] - a[1]) !== (p[1] - a[1]) * (b[0] - a[0]) || (p[0] - a[0]) * (b[0] - p[0]) < 0 || (p[1] - a[1]) * (b[1] - p[1]) < 0;
  });
}

/** @param {number[][]} line */
function stroke(line) {
  let text = `M${line[0][0]} ${line[0][1]}`;
  for (let i = 1; i < line.length; i += 1) {
    const [dx, dy] = [line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]];
    text += `${i === 1 ? 'l' : dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
  }
  return text;
}
