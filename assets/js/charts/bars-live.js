/**
 * Arrow keys from row to row, for bars and cuts.
 * @param {any} view
 */
export function barsLive(view) {
  const rows = [...view.svg.node().querySelectorAll('[data-i]')];
  view.svg.on('keydown.rows', (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0;
    if (!by) return;
    const at = rows.indexOf(document.activeElement);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (!next) return;
    event.preventDefault();
    rows.forEach((r) => r.setAttribute('tabindex', r === next ? '0' : '-1'));
    next.focus();
  });
  return {};
}
