/** The parts of the page that the map is made of: tools, stage with names on it, key, what the map means, list. */
import * as format from '../chart/format.js';
import { toNode } from '../chart/dom.js';
import { keysSaid } from './map-keys.js';
import { aboutMap } from './map-panel.js';

/** @param {HTMLElement} box @param {{ models: number, placed: number, head: number }} root */
export function stageIn(box, root) {
  const [bar, stage, key, panel, names] = ['map-bar', 'map-stage', '', 'map-panel', 'map-names'].map((name) => {
    const node = document.createElement('div');
    node.className = name;
    return node;
  });
  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-roledescription', 'map');
  stage.setAttribute('aria-label', `Map of ${format.count(root.placed, 'model')} by likeness. ${keysSaid}`);
  stage.append(names);
  box.replaceChildren(bar, stage, key, toNode(aboutMap(root)), panel);
  return { bar, stage, key, panel, names };
}
