/** The reader's last queries, kept in this browser only. */
const key = 'hubatlas-recent';
const most = 8;

/** @returns {string[]} */
export function recent() {
  // Storage may be closed to pages from disk, or hold what another program wrote: then there are none.
  try {
    const list = JSON.parse(localStorage.getItem(key) || '[]');
    return Array.isArray(list) ? list.filter((q) => typeof q === 'string').slice(0, most) : [];
  } catch (error) { return []; }
}

/**
 * The latest first, each once; what it grew from while typing goes.
 * @param {string[]} list @param {string} query
 */
export function withQuery(list, query) {
  const q = query.trim().slice(0, 200);
  if (q.length < 2) return list;
  return [q, ...list.filter((other) => other.toLowerCase() !== q.toLowerCase() && !q.toLowerCase().startsWith(`${other.toLowerCase()}`))].slice(0, most);
}

/** @param {string} query */
export function remember(query) {
  try { localStorage.setItem(key, JSON.stringify(withQuery(recent(), query))); } catch (error) { /* as above */ }
}

export function forget() {
  try { localStorage.removeItem(key); } catch (error) { /* as above */ }
}
