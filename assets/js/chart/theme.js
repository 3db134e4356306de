/** Light or dark: the system's choice first, then the reader's, remembered where the browser lets us. */

const key = 'hubatlas-theme';
/** @type {(() => void)[]} */
const listeners = [];

/**
 * Called after every change of colors.
 * @param {() => void} listener
 */
export const onTheme = (listener) => { listeners.push(listener); };

const root = () => document.documentElement;
const systemDark = () => matchMedia('(prefers-color-scheme: dark)');

/** @returns {boolean} */
export const isDark = () => (root().dataset.theme ? root().dataset.theme === 'dark' : systemDark().matches);

function saved() {
  // Storage may be closed to pages from disk: then the choice lives as long as the page.
  try { return localStorage.getItem(key); } catch (error) { return null; }
}

/** @param {string} theme */
function save(theme) {
  try { localStorage.setItem(key, theme); } catch (error) { /* as above */ }
}

const changed = () => listeners.forEach((f) => f());

/** Applies what was chosen before and wires every `[data-theme-switch]`. */
export function startTheme() {
  const before = saved();
  if (before === 'light' || before === 'dark') root().dataset.theme = before;
  document.querySelectorAll('[data-theme-switch]').forEach((button) => {
    const say = () => button.setAttribute('aria-pressed', String(isDark()));
    say();
    button.addEventListener('click', () => {
      root().dataset.theme = isDark() ? 'light' : 'dark';
      save(/** @type {string} */ (root().dataset.theme));
      say();
      changed();
    });
  });
  systemDark().addEventListener('change', changed);
}
