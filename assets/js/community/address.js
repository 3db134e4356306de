/** Whom an address names: `community.html#Qwen`, and `#Qwen&scale=share` when the reader changed a figure. */

import { anchors } from '../chart/links.js';

/**
 * The name; empty for none. An account that is called like a part of the page is asked for by `#name=method`.
 *
 *     nameOf('#Qwen&scale=share')  → 'Qwen'      nameOf('#method')  → ''      nameOf('#%E0%A4%A')  → '%E0%A4%A'
 *
 * @param {string} hash
 */
export function nameOf(hash) {
  const [first = ''] = hash.replace(/^#/, '').split('&');
  const stated = /^name=(.*)$/s.exec(first);
  if (!stated && (first.includes('=') || anchors.test(first))) return '';
  const text = stated ? stated[1] : first;
  // A hand-edited address may hold a lone percent sign: then it is taken as it stands.
  try { return decodeURIComponent(text).trim(); } catch (error) { return text.trim(); }
}
