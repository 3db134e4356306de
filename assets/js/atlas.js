/** The browser's entry: theme first, then every figure of the page. */
import { startTheme } from './chart/theme.js';

document.documentElement.classList.add('js');
startTheme();
