/** A figure as the page's own template writes one (templates/partials/_figure.html), for figures that a script makes. */
import { h } from '../chart/dom.js';

/** @param {Figure} figure */
export const plate = (figure) => h('div', { class: 'wrap' }, h('figure', { class: `plate k-${figure.kind}`, id: figure.id, 'data-figure': figure.id, 'aria-labelledby': `${figure.id}-title` },
  h('div', { class: 'plate-head' }, h('div', null, h('h2', { class: 'fig-title', id: `${figure.id}-title` }, figure.title || ''), h('p', { class: 'fig-sub' }, figure.subtitle || ''))),
  h('div', { class: 'bar', 'data-toolbar': true }), h('div', { 'data-legend': true }), h('div', { class: 'stage', 'data-stage': true }),
  h('details', { class: 'data-table', 'data-table': true }, h('summary', null, 'The numbers as a table'), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The numbers as a table' })),
  h('div', { class: 'prov' }, h('span', null, `Source: ${figure.provenance.source}; ${figure.provenance.rows}.${figure.provenance.caveat ? ` ${figure.provenance.caveat}` : ''}`), h('a', { href: '#method' }, 'Method')),
  h('script', { type: 'application/json', 'data-figure-json': true }, JSON.stringify(figure))));
