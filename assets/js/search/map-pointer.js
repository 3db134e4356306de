/** Hands on the map: drag and pinch, wheel, lasso, pointing. Speaks in views and pixels; draws nothing. */
import { bounded, scaleOf, toWorld, zoomedAt } from './map-view.js';

/**
 * @typedef {{
 *   view(): import('./map-view.js').View, size(): import('./map-view.js').Size, isLasso(): boolean,
 *   go(view: import('./map-view.js').View): void, point(px: number, py: number): void, leave(): void,
 *   pick(px: number, py: number): void, lasso(points: [number, number][], isDone: boolean): void,
 * }} Hands
 */

/** A press that moves less than this is a click. */
const still = 4;

/** @param {HTMLElement} stage @param {Hands} hands @returns {() => void} takes the hands off */
export function handsOn(stage, hands) {
  /** @type {Map<number, [number, number]>} */
  const fingers = new Map();
  /** @type {{ x: number, y: number, moved: boolean, lasso: [number, number][] | null } | null} */
  let press = null;
  const at = (/** @type {PointerEvent | WheelEvent} */ e) => {
    const box = stage.getBoundingClientRect();
    return /** @type {[number, number]} */ ([e.clientX - box.left, e.clientY - box.top]);
  };

  const down = (/** @type {PointerEvent} */ e) => {
    if (e.button || (/** @type {Element} */ (e.target)).closest('button, a')) return;
    const p = at(e);
    fingers.set(e.pointerId, p);
    stage.setPointerCapture(e.pointerId);
    const wantsLasso = fingers.size === 1 && (hands.isLasso() || e.shiftKey);
    press = { x: p[0], y: p[1], moved: fingers.size > 1, lasso: wantsLasso ? [toWorld(hands.view(), hands.size(), ...p)] : null };
  };

  const move = (/** @type {PointerEvent} */ e) => {
    const p = at(e);
    const before = fingers.get(e.pointerId);
    if (!before || !press) {
      if (e.pointerType !== 'touch') hands.point(...p);
      return;
    }
    if (Math.hypot(p[0] - press.x, p[1] - press.y) > still) press.moved = true;
    if (press.lasso) {
      press.lasso.push(toWorld(hands.view(), hands.size(), ...p));
      hands.lasso(press.lasso, false);
    } else if (fingers.size === 2) pinch(e.pointerId, before, p);
    else if (press.moved) drag(before, p);
    fingers.set(e.pointerId, p);
  };

  const up = (/** @type {PointerEvent} */ e) => {
    const known = fingers.delete(e.pointerId);
    if (!known || !press) return;
    if (press.lasso && press.moved) hands.lasso(press.lasso, true);
    else if (!press.moved && e.type === 'pointerup') hands.pick(...at(e));
    press = fingers.size ? { ...press, moved: true, lasso: null } : null;
  };

  /** @param {[number, number]} from @param {[number, number]} to */
  function drag(from, to) {
    const view = hands.view();
    const s = scaleOf(view, hands.size());
    hands.go(bounded({ ...view, cx: view.cx - (to[0] - from[0]) / s, cy: view.cy - (to[1] - from[1]) / s }, hands.size()));
  }

  /** @param {number} id @param {[number, number]} from @param {[number, number]} to */
  function pinch(id, from, to) {
    const other = [...fingers].filter(([key]) => key !== id)[0][1];
    const apart = (/** @type {[number, number]} */ p) => Math.max(8, Math.hypot(p[0] - other[0], p[1] - other[1]));
    const middle = (/** @type {[number, number]} */ p) => /** @type {[number, number]} */ ([(p[0] + other[0]) / 2, (p[1] + other[1]) / 2]);
    drag(middle(from), middle(to));
    hands.go(zoomedAt(hands.view(), hands.size(), apart(to) / apart(from), ...middle(to)));
  }

  const wheel = (/** @type {WheelEvent} */ e) => {
    // At rest a wheel that turns back belongs to the page.
    if (!e.ctrlKey && hands.view().k <= 1 && e.deltaY > 0) return;
    e.preventDefault();
    const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? 400 : 1;
    hands.go(zoomedAt(hands.view(), hands.size(), 2 ** (-e.deltaY * unit * (e.ctrlKey ? 0.01 : 0.0022)), ...at(e)));
  };
  // Likewise one finger, until the map is nearer than whole.
  const touch = (/** @type {TouchEvent} */ e) => { if (e.touches.length > 1 || hands.view().k > 1 || hands.isLasso()) e.preventDefault(); };
  const double = (/** @type {MouseEvent} */ e) => {
    if ((/** @type {Element} */ (e.target)).closest('button, a')) return;
    hands.go(zoomedAt(hands.view(), hands.size(), 2, ...at(/** @type {any} */ (e))));
  };
  const leave = () => hands.leave();

  /** @type {[string, any][]} */
  const listeners = [['pointerdown', down], ['pointermove', move], ['pointerup', up], ['pointercancel', up], ['pointerleave', leave], ['wheel', wheel], ['touchmove', touch], ['dblclick', double]];
  for (const [name, listener] of listeners) stage.addEventListener(name, listener, { passive: false });
  return () => { for (const [name, listener] of listeners) stage.removeEventListener(name, listener); };
}
