/** The keyboard's way: from the field down into the results, along them, and back. */

/**
 * @param {HTMLInputElement} field @param {HTMLElement} list @param {() => void} empty
 */
export function keysIn(field, list, empty) {
  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-open]')]);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && links().length) { event.preventDefault(); links()[0].focus(); }
    if (event.key === 'Escape' && field.value) { event.preventDefault(); empty(); }
  });
  list.addEventListener('keydown', (event) => {
    const at = links().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === 'Escape') { event.preventDefault(); field.focus(); field.select(); return; }
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {{ [key: string]: number }} */
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links().length - 1 };
    if (!(event.key in to)) return;
    event.preventDefault();
    const next = to[event.key];
    if (next < 0) field.focus(); else if (next < links().length) links()[next].focus();
  });
  addEventListener('keydown', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(target.tagName || '')) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
