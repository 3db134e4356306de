/** Asking the engine, and what comes of it: the answer in two trips, then exact counts and what is close in meaning. */
import { filtersOf } from './address.js';
import { fullCount, merged } from './parts.js';
import { atOnce, fail, find, keepNotes, say, show, showFacets, showHead, showList, showMore } from './showing.js';

/** @typedef {import('./search.js').SearchPage} SearchPage */

/** These stand after two trips; the others come while they are read. */
const atFirst = 10;
/** Who types on needs no rest of an answer. */
const restMs = 200;

/** @param {SearchPage} page */
export function requestOf(page) {
  const { q, sort, exact } = page.state;
  return { query: q, filters: filtersOf(page.state), sort: sort === 'best' && !q.trim() ? 'downloads' : sort, ...(exact ? { correct: false } : {}) };
}

/** @param {SearchPage} page @param {boolean} typing the last word may be unfinished */
export async function ask(page, typing) {
  clearTimeout(page.pause);
  clearTimeout(page.settle);
  document.documentElement.dataset.asked = 'waiting';
  page.asked += 1;
  const mine = page.asked;
  page.chooser.show(page.state);
  page.title();
  const left = page.leftAt();
  const request = { ...requestOf(page), top: left ? Math.min(200, Math.max(atOnce, left.shown)) : atOnce, typing };
  try {
    if (!left) {
      const first = await page.engine.search({ ...request, top: atFirst, quick: true });
      if (mine !== page.asked) return;
      take(page, first);
      if (typing) await new Promise((done) => { setTimeout(done, restMs); });
      if (mine !== page.asked) return;
    }
    const answer = await page.engine.search(request);
    if (mine !== page.asked) return;
    take(page, answer);
    if (left) scrollTo(0, left.y);
    page.settle = setTimeout(() => say(page), 700);
    await deepen(page, request, mine);
  } catch (error) {
    if (mine === page.asked) fail(page, /** @type {Error} */ (error));
  }
  if (mine === page.asked) document.documentElement.dataset.asked = 'done';
}

/** @param {SearchPage} page @param {SearchAnswer} answer */
export function take(page, answer) {
  page.answer = answer;
  // What has only some of the words fills up ten rows, not twenty.
  if (answer.partial) answer.hits = answer.hits.slice(0, Math.max(atFirst, fullCount(answer.hits)));
  page.related = [];
  page.isAllShown = false;
  show(page);
}

/**
 * What comes while the answer stands: exact counts, and what is close in meaning where few match. Where it cannot come, a
 * line says so, and the answer stands.
 * @param {SearchPage} page @param {any} request @param {number} mine
 */
export async function deepen(page, request, mine) {
  try {
    await count(page, request, mine);
    await relate(page, request, mine);
  } catch (error) {
    if (mine === page.asked && /** @type {Error} */ (error).name !== 'AbortError') keepNotes(page, [{ kind: 'missing', text: /** @type {Error} */ (error).message }]);
  }
}

/** @param {SearchPage} page @param {any} request @param {number} mine */
export async function count(page, request, mine) {
  const counts = await page.engine.facets(request);
  if (mine !== page.asked) return;
  page.counts = counts;
  const answer = /** @type {SearchAnswer} */ (page.answer);
  Object.assign(answer, counts.exact ? { total: counts.total, exact: true } : {}, { unknownSize: counts.unknownSize });
  showFacets(page);
  showHead(page);
  showMore(page);
  keepNotes(page, counts.notes);
}

/** @param {SearchPage} page @param {any} request @param {number} mine */
export async function relate(page, request, mine) {
  const answer = /** @type {SearchAnswer} */ (page.answer);
  if (mine !== page.asked || !request.query.trim() || answer.total >= atOnce || request.sort !== 'best') return;
  const related = await page.engine.related({ ...request, top: 10 });
  if (mine !== page.asked) return;
  page.related = related.hits.filter((/** @type {SearchHit} */ r) => !answer.hits.some((a) => a.doc === r.doc))
    .map((/** @type {SearchHit} */ r) => ({ ...r, reasons: r.reasons.filter((why) => why !== 'meaning') }));
  showList(page);
  keepNotes(page, related.notes);
}

/** @param {SearchPage} page */
export async function more(page) {
  const answer = /** @type {SearchAnswer} */ (page.answer);
  const mine = page.asked;
  const from = fullCount(answer.hits);
  try {
    const next = await page.engine.search({ ...requestOf(page), top: atOnce, offset: from, typing: false });
    if (mine !== page.asked) return;
    answer.hits = merged(answer.hits, next.hits.filter((/** @type {SearchHit} */ hit) => hit.isFull));
    page.isAllShown = fullCount(answer.hits) === from;
    showList(page);
    keepNotes(page, next.notes);
    const first = find('[data-list]').querySelectorAll('[data-open]')[from];
    if (first instanceof HTMLElement) first.focus();
  } catch (error) {
    if (/** @type {Error} */ (error).name !== 'AbortError') keepNotes(page, [{ kind: 'missing', text: /** @type {Error} */ (error).message }]);
  }
}
