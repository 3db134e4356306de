/** The hover card: text only, beside the mark; a sheet at the bottom on a phone. */
import { h, fill } from './dom.js';

/**
 * What is under a mouse that moves or a finger that taps. A finger leaves when it is lifted: what it tapped stays.
 * @param {any} svg @param {(event: any) => void} move @param {() => void} leave
 */
export function pointed(svg, move, leave) {
  svg.on('pointermove pointerdown', move).on('pointerleave', (/** @type {PointerEvent} */ event) => { if (event.pointerType !== 'touch') leave(); });
}

/**
 * @typedef {{ title: string, swatch?: string, who?: string, rows: [string, string][], hint?: string, href?: string }} CardText
 * @param {HTMLElement} stage
 */
export function cardOn(stage) {
  const card = document.createElement('div');
  card.className = 'card';
  stage.append(card);
  const phone = () => window.innerWidth < 720;
  addEventListener('pointerdown', (event) => { if (event.target instanceof Node && !stage.contains(event.target)) card.classList.remove('on'); });
  return {
    /** @param {number} x @param {number} y @param {CardText} text */
    show(x, y, text) {
      fill(card, h('h4', null, text.title),
        text.who ? h('div', { class: 'who' }, text.swatch ? h('i', { class: `sw ${text.swatch}` }) : null, h('span', null, text.who)) : null,
        h('dl', null, text.rows.flatMap(([k, v]) => [h('dt', null, k), h('dd', null, v)])),
        text.href && phone() ? h('a', { class: 'card-link', href: text.href, rel: 'noopener' }, 'Open on the Hub') : null,
        text.hint ? h('div', { class: 'hint' }, text.hint) : null);
      if (!phone()) {
        const width = 264;
        const right = x + 18 + width < stage.clientWidth;
        card.style.left = `${right ? x + 18 : Math.max(0, x - width - 18)}px`;
        card.style.top = `${Math.max(0, Math.min(stage.clientHeight - card.offsetHeight, y - card.offsetHeight / 2))}px`;
      }
      card.classList.add('on');
    },
    hide() { card.classList.remove('on'); },
    get open() { return card.classList.contains('on'); },
    /** What it says, for the live region. */
    get text() { return [...card.children].map((c) => c.textContent).join('; '); },
  };
}
