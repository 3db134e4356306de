// Loaded before anything is painted: the theme the reader chose, and the mark by which styles know that scripts run.
(function () {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('hubatlas-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    // A browser may refuse storage to pages from disk; the system's theme then stands.
  }
})();
