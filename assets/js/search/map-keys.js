/** The map by keyboard, while it or one of its names has it: walk, move, zoom, step along the list, open, put away. */

/**
 * @typedef {{
 *   walk(way: [number, number]): void, pan(way: [number, number]): void, zoom(factor: number): void, whole(): void,
 *   step(by: number): void, open(): boolean, away(): boolean,
 * }} KeyActs `open` and `away` say whether there was anything to open or put away
 */

export const keysSaid = 'Arrow keys walk from region to region, Enter goes into one; plus and minus zoom, 0 shows all, Shift and arrows move; '
  + 'N and P step along the list of models, lit ones first, and Enter then opens its page; Escape puts away. The list below says what is in view.';

/** @type {{ [key: string]: [number, number] }} */
const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** @param {HTMLElement} stage @param {KeyActs} acts */
export function keysOn(stage, acts) {
  stage.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (typed(e, e.target === stage, acts)) e.preventDefault();
  });
}

/** @param {KeyboardEvent} e @param {boolean} onStage not on a name, which has its own Enter @param {KeyActs} acts @returns {boolean} whether it meant the map */
function typed(e, onStage, acts) {
  const way = ways[e.key];
  if (way) { if (e.shiftKey) acts.pan(way); else acts.walk(way); return true; }
  switch (e.key) {
    case '+': case '=': acts.zoom(1.6); return true;
    case '-': acts.zoom(1 / 1.6); return true;
    case '0': acts.whole(); return true;
    case 'n': case 'N': acts.step(1); return true;
    case 'p': case 'P': acts.step(-1); return true;
    case 'Enter': return onStage && acts.open();
    case 'Escape': return acts.away();
    default: return false;
  }
}
