/**
 * The style sheet's say on a picture, worked out at build time: programs that draw SVG files know classes, but no
 * `var()`, and no page around the picture.
 *
 *     const rules = rulesOf('.nlp{--c:var(--nlp)}.fillc{fill:var(--c)}:root{--nlp:#176de4}');
 *     styler(rules)(svg)   // <g class="nlp"><rect class="fillc"/></g> → the rect's style is "fill:#176de4"
 *
 * Read are rules for every medium; those of other media (dark, print, phone) and of states (hover, focus) say nothing about
 * a picture at rest. The order of the cascade is CSS's own: importance, specificity, place in the sheet.
 */

/** @typedef {{ selector: string, weight: number, declarations: Declaration[] }} Rule */
/** @typedef {{ name: string, value: string, important: boolean }} Declaration */

/** What a picture takes over; everything else is about boxes of a page. */
const carried = new Set(['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity',
  'font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'paint-order', 'text-anchor', 'display']);

/**
 * @param {string} css minified or not
 * @returns {Rule[]} in the order of the sheet
 */
export function rulesOf(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  /** @type {Rule[]} */
  const rules = [];
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const prelude = text.slice(at, open).replace(/@import[^;]*;/g, '').trim();
    const close = closing(text, open);
    if (!prelude.startsWith('@')) {
      const declarations = declarationsOf(text.slice(open + 1, close));
      if (declarations.length) for (const selector of prelude.split(/,(?![^(]*\))/)) if (!isState(selector)) rules.push({ selector: selector.trim(), weight: specificity(selector), declarations });
    }
    at = close + 1;
  }
  return rules;
}

/** @param {string} text @param {number} open @returns {number} where the block that begins there ends */
function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    const c = text[i];
    if (c === '"' || c === "'") i = Math.max(i, text.indexOf(c, i + 1));
    else if (c === '{') depth += 1;
    else if (c === '}' && (depth -= 1) === 0) return i;
  }
  return text.length;
}

/** @param {string} block */
function declarationsOf(block) {
  /** @type {Declaration[]} */
  const all = [];
  for (const part of block.split(/;(?=(?:[^"']*["'][^"']*["'])*[^"']*$)/)) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim();
    const important = /!\s*important\s*$/.test(part);
    const value = part.slice(colon + 1).replace(/!\s*important\s*$/, '').trim();
    for (const [n, v] of name === 'font' ? fontParts(value) : [[name, value]]) if (n.startsWith('--') || carried.has(n)) all.push({ name: n, value: v, important });
  }
  return all;
}

/** @param {string} value the shorthand, as in "italic 400 15px/1.3 var(--serif)" @returns {[string, string][]} */
function fontParts(value) {
  const parts = /^(italic\s+)?(\d{3}|bold|normal)?\s*([\d.]+px)(?:\/[\d.a-z]+)?\s+(.+)$/.exec(value);
  return parts ? [['font-style', parts[1] ? 'italic' : 'normal'], ['font-weight', parts[2] || '400'], ['font-size', parts[3]], ['font-family', parts[4]]] : [];
}

/** @param {string} selector */
const isState = (selector) => /:(?!root\b|not\(|is\(|first-child|last-child|nth-child)/.test(selector);

/**
 * Ids, then classes and attributes, then elements.
 * @param {string} selector
 */
function specificity(selector) {
  const ids = (selector.match(/#[\w-]+/g) || []).length;
  const classes = (selector.match(/\.[\w-]+|\[[^\]]*\]|:(?!not|is)[\w-]+/g) || []).length;
  const elements = (selector.match(/(^|[\s>+~(])[a-zA-Z][\w-]*/g) || []).length;
  return ids * 10000 + classes * 100 + elements;
}

/**
 * @param {Rule[]} rules
 * @returns {(root: Element) => void} writes what they say into every element under a root that stands in a document, as
 *   classes of one style element where many are alike
 */
export function styler(rules) {
  const ordered = rules.map((rule, order) => ({ ...rule, order })).sort((a, b) => a.weight - b.weight || a.order - b.order);
  return (root) => {
    const said = matched(ordered, root);
    /** @type {Map<string, string>} */
    const names = new Map();
    const visit = (/** @type {Element} */ element, /** @type {{ [name: string]: string }} */ above) => {
      const own = said.get(element) || {};
      const variables = { ...above };
      for (const [name, value] of Object.entries(own)) if (name.startsWith('--')) variables[name] = value;
      const style = Object.entries(own).filter(([name]) => !name.startsWith('--')).map(([name, value]) => `${name}:${resolved(value, variables)}`).join(';');
      element.removeAttribute('class');
      element.removeAttribute('style');
      if (style) {
        if (!names.has(style)) names.set(style, `s${names.size}`);
        element.setAttribute('class', /** @type {string} */ (names.get(style)));
      }
      for (const child of element.children) visit(child, variables);
    };
    const above = variablesAbove(root, said);
    visit(root, above);
    const sheet = root.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'style');
    sheet.textContent = [...names].map(([style, name]) => `.${name}{${style}}`).join('\n');
    root.prepend(sheet);
  };
}

/**
 * What the sheet declares for each element, the last word of the cascade. Elements with the same classes all the way up
 * look the same: one of them is asked for all.
 * @param {(Rule & { order: number })[]} ordered weakest first @param {Element} root
 */
function matched(ordered, root) {
  const words = new Set();
  /** @type {Map<string, Element[]>} */
  const alike = new Map();
  const walk = (/** @type {Element} */ e, /** @type {string} */ path) => {
    const key = `${path}/${e.tagName}.${e.getAttribute('class') || ''}[${e.getAttribute('style') || ''}]`;
    const others = alike.get(key);
    if (others) others.push(e); else alike.set(key, [e]);
    words.add(e.tagName.toLowerCase());
    for (const c of e.classList) words.add(c);
    return key;
  };
  let path = '';
  for (const e of ancestors(root)) path = walk(e, path);
  const down = (/** @type {Element} */ e, /** @type {string} */ above) => { const key = walk(e, above); for (const child of e.children) down(child, key); };
  down(root, path);
  const possible = ordered.filter((rule) => couldMatch(rule.selector, words));
  /** @type {Map<Element, { [name: string]: string }>} */
  const said = new Map();
  for (const elements of alike.values()) {
    const own = declared(possible, elements[0]);
    for (const e of elements) said.set(e, own);
  }
  return said;
}

/** @param {(Rule & { order: number })[]} ordered @param {Element} element */
function declared(ordered, element) {
  const matching = ordered.filter((rule) => element.matches(rule.selector)).flatMap((rule) => rule.declarations);
  // What stands in the element itself has the last word.
  matching.push(...declarationsOf(element.getAttribute('style') || ''));
  /** @type {{ [name: string]: string }} */
  const own = {};
  for (const important of [false, true]) for (const d of matching) if (d.important === important) own[d.name] = d.value;
  return own;
}

/**
 * Most of a sheet is about other things than pictures: a selector needs each of its classes and elements somewhere.
 * @param {string} selector @param {Set<string>} words
 */
function couldMatch(selector, words) {
  const plain = selector.replace(/:not\([^)]*\)|:is\([^)]*\)|\[[^\]]*\]/g, '');
  const needed = [...(plain.match(/\.[\w-]+/g) || []).map((c) => c.slice(1)), ...(plain.match(/(^|[\s>+~])[a-zA-Z][\w-]*/g) || []).map((t) => t.replace(/^[\s>+~]/, '').toLowerCase())];
  return needed.every((word) => words.has(word));
}

/** @param {Element} element @returns {Element[]} outermost first */
function ancestors(element) {
  const above = [];
  for (let e = element.parentElement; e; e = e.parentElement) above.unshift(e);
  return above;
}

/** @param {Element} root @param {Map<Element, { [name: string]: string }>} said */
function variablesAbove(root, said) {
  /** @type {{ [name: string]: string }} */
  const variables = {};
  for (const e of ancestors(root)) for (const [name, value] of Object.entries(said.get(e) || {})) if (name.startsWith('--')) variables[name] = value;
  return variables;
}

/**
 * A value with its variables in place; one that nobody set is "none" for a paint, as a picture should not be black by chance.
 * @param {string} value @param {{ [name: string]: string }} variables @param {number} [depth]
 * @returns {string}
 */
function resolved(value, variables, depth = 0) {
  if (depth > 8) return 'none';
  return value.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name, fallback) => resolved(variables[name] ?? fallback ?? 'none', variables, depth + 1));
}
