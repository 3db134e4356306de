/** What is live about the map: pointing, choosing a country, zoom, keys, the slider, the list. */
import { announce } from '../chart/announce.js';
import { keysOn } from './world-keys.js';
import { listOn } from './world-side.js';
import { timeOn } from './world-time.js';
import { Moving } from './world-zoom.js';
import { communityCard, countryCard } from './world-words.js';

/** @param {any} view */
export const worldLive = (view) => new LiveWorld(view);

export class LiveWorld {
  /** @param {any} view */
  constructor(view) {
    this.view = view;
    this.svg = view.svg;
    this.placed = view.placed;
    this.over = this.svg.select('.over');
    /** @type {any} */ this.current = null;
    this.svg.attr('aria-label', `${view.words.title}. Arrow keys go from community to community, Enter chooses its country, plus and minus zoom.`);
    this.moving = new Moving(this);
    this.svg.on('pointermove.point', (/** @type {any} */ e) => { if (!e.buttons) this.pointAt(e); })
      // A finger leaves with every touch: what it touched stays, for the next.
      .on('pointerleave.point', (/** @type {any} */ e) => { if (e.pointerType !== 'touch') this.point(null); })
      .on('click.point', (/** @type {any} */ e) => this.clicked(e));
    this.parts();
    this.stopKeys = keysOn(this);
    this.side = listOn(this);
    this.time = timeOn(this);
  }

  /** The whole of a part: click or key on the bar. */
  parts() {
    const choose = (/** @type {any} */ e) => {
      const key = e.currentTarget.getAttribute('data-part');
      this.choose(key === 'known' ? '' : key);
    };
    this.svg.selectAll('[data-part]').on('click', choose).on('keydown', (/** @type {KeyboardEvent} */ e) => {
      if (e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      e.stopPropagation();
      choose(e);
    });
  }

  /**
   * Chooses a country or part; again, and all are shown.
   * @param {string} code
   */
  choose(code) {
    const { view } = this;
    // Who walks by keys stands where they stood, though all is drawn anew.
    const held = document.activeElement === this.svg.node() ? this.current : null;
    view.set({ country: view.state.country === code ? '' : code });
    if (held) view.live.point(view.placed.marks.find((/** @type {any} */ m) => m.key === held.key && m.r > 0) || null);
    announce(`${view.words.title}.`);
  }

  /** @param {any} event */
  pointAt(event) {
    const [x, y] = d3.pointer(event);
    const mark = this.under(x, y);
    if (mark) { this.point(mark); return; }
    const code = event.target.getAttribute && event.target.getAttribute('data-code');
    if (code) this.pointCountry(code, x, y); else this.point(null);
  }

  /**
   * The circle at a place, or one near it that is too small to hit.
   * @param {number} x @param {number} y
   */
  under(x, y) {
    const { box, marks, show } = this.placed;
    if (show === 'countries' || y > box.h || x > box.w) return null;
    const reach = this.view.phone() ? 12 : 3;
    let best = null;
    let least = Infinity;
    for (const m of marks) {
      if (!(m.r > 0)) continue;
      const gap = Math.hypot(m.x - x, m.y - y) - m.r;
      if (gap < reach && gap < least) { best = m; least = gap; }
    }
    return best;
  }

  /** @param {any} event */
  clicked(event) {
    if (event.defaultPrevented || event.target.closest('[data-part]')) return;
    const [x, y] = d3.pointer(event);
    const mark = this.under(x, y);
    // A finger first sees what it touched.
    if (mark && this.view.phone() && this.current !== mark) { this.point(mark); return; }
    const code = mark ? mark.country : event.target.getAttribute('data-code');
    if (code && this.placed.series.countries.has(code)) this.choose(code);
    else if (code) this.pointCountry(code, x, y);
    else if (this.view.state.country && y < this.placed.box.h) this.choose(this.view.state.country);
  }

  /**
   * Shows a community, its place and its card; null shows none.
   * @param {any} mark
   */
  point(mark) {
    if (mark === this.current && (mark || !this.view.card.open)) return;
    this.current = mark;
    this.ring(mark);
    if (mark) this.view.card.show(mark.x + mark.r, mark.y, communityCard(mark, this.placed.series)); else this.view.card.hide();
  }

  /**
   * A ring round a circle, and a line to where it is at home.
   * @param {any} mark
   */
  ring(mark) {
    this.over.selectAll('*').remove();
    if (!mark) return;
    const far = Math.hypot(mark.x - mark.home[0], mark.y - mark.home[1]) > mark.r + 2;
    if (far) this.over.append('path').attr('class', 'tie').attr('d', `M${mark.x},${mark.y}L${mark.home[0]},${mark.home[1]}`);
    if (far) this.over.append('circle').attr('class', 'home').attr('cx', mark.home[0]).attr('cy', mark.home[1]).attr('r', 2);
    this.over.append('circle').attr('class', 'here').attr('cx', mark.x).attr('cy', mark.y).attr('r', mark.r + 1.5);
  }

  /** @param {string} code @param {number} x @param {number} y */
  pointCountry(code, x, y) {
    this.current = null;
    this.over.selectAll('*').remove();
    this.view.card.show(x, y, countryCard(code, this.placed.series));
  }

  stop() {
    this.moving.stop();
    this.stopKeys();
    this.time.stop();
  }

  /** The zoom goes on when the state changes. */
  get transform() { return this.moving.transform; }
}
