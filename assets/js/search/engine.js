/**
 * The search engine: the same in the page's worker and in node.
 *
 *     const engine = createEngine({ load, manifest: 'manifest.1a2b3c4d.js', words: 'words.5e6f7a8b.js' });
 *     (await engine.search({ query: 'whisper' })).hits[0].id   → "openai/whisper-large-v3"
 *
 * `load(name, file)` gives the unpacked bytes of a file, or rejects with `FileTrouble`. The methods and what they give are
 * described in `search.d.ts`. Of one query the same ten ids come out as in Swift (`Sources/Search`).
 */
import { loadRule } from './allowance.js';
import { Call } from './call.js';
import { loadChunks, passing } from './chunks.js';
import { counted, noteFilters } from './counted.js';
import { wholeCounts } from './facets.js';
import { Index } from './index.js';
import { listedAnswer } from './listed.js';
import { Matcher } from './match.js';
import { groupOf } from './meaning.js';
import { planOf } from './plan.js';
import { havingAll } from './postings.js';
import { requestOf } from './question.js';
import { allMatches, rankedAnswer } from './ranked.js';
import { lookup, recordsAt, wholeRecord } from './records.js';
import { bearOneName, placesOf, relatedTo, similarTo } from './similar.js';
import { folded } from './text.js';
import { toldCorrections } from './told.js';

/**
 * @typedef {import('./serve.js').EngineSource} EngineSource
 * @typedef {import('./serve.js').Signal} Signal
 */

/**
 * @param {EngineSource} source
 * @returns {SearchMethods & { call(method: string, args: any[], signal: Signal): Promise<any> }}
 */
export function createEngine(source) {
  const engine = new Engine(source);
  const call = async (/** @type {string} */ method, /** @type {any[]} */ args, /** @type {Signal} */ signal) => {
    if (!METHODS.includes(method)) throw new Error(`The search cannot "${method}".`);
    return /** @type {any} */ (engine)[method](new Call(signal), ...args);
  };
  const methods = Object.fromEntries(METHODS.map((m) => [m, (/** @type {any[]} */ ...args) => call(m, args, { isCanceled: false })]));
  return /** @type {any} */ ({ ...methods, call });
}

const METHODS = ['search', 'facets', 'related', 'matches', 'similar', 'record', 'records', 'copies', 'lookup', 'complete', 'about'];
/** Near-copies and neighbors that are shown at most. */
const MOST_COPIES = 200;

/** @typedef {import('./question.js').Request} Request */

class Engine {
  /** @param {EngineSource} source */
  constructor(source) {
    this.index = new Index(source);
    this.index.begin();
    /** @type {Matcher | null} */
    this.matcher = null;
  }

  /** @param {Call} call @param {any} asked @returns {Promise<SearchAnswer>} */
  async search(call, asked) {
    const request = requestOf(asked);
    const work = await this.work(call, request);
    const { plan, rule } = work;
    const isListed = plan.positions.length === 0 || request.sort !== 'best';
    const answer = await (isListed ? listedAnswer(work, request.sort) : rankedAnswer(work));
    if (answer.isComplete && !rule.isEmpty && request.offset === 0 && !answer.hits.some((h) => h.isFull)) await noteFilters(work);
    if (plan.positions.length === 0 && request.query.trim()) call.more.push({ kind: 'query', text: 'The query has no letters or digits, so nothing is looked for.' });
    if (plan.isCut) call.more.push({ kind: 'query', text: 'The query is longer than 24 words or 1,000 characters; the rest was left out.' });
    return {
      total: answer.total, exact: answer.exact && call.troubles.length === 0, partial: answer.hits.some((h) => !h.isFull),
      isComplete: answer.isComplete, hits: answer.hits.slice(request.offset), corrections: toldCorrections(plan, answer.hits), notes: call.notes,
    };
  }

  /** @param {Call} call @param {any} asked @returns {Promise<FacetAnswer>} */
  async facets(call, asked) {
    const work = await this.work(call, requestOf(asked));
    if (work.plan.positions.length === 0 && work.rule.isEmpty) {
      return { total: work.manifest.models, exact: true, unknownSize: 0, counts: wholeCounts(work.manifest), notes: call.notes };
    }
    const { counting, exact } = await counted(work);
    return { total: counting.total, exact: exact && call.troubles.length === 0, unknownSize: counting.unknownSize, counts: counting.counts(), notes: call.notes };
  }

  /** @param {Call} call @param {any} asked @returns {Promise<MatchesAnswer>} */
  async matches(call, asked) {
    const work = await this.work(call, requestOf(asked));
    const { docs, exact } = await allMatches(work);
    const chunks = work.rule.isEmpty ? new Map() : await loadChunks(this.index, work.manifest, call, docs, work.rule.parts);
    const kept = work.rule.isEmpty ? docs : docs.filter(passing(work.manifest, work.rule, chunks));
    return { docs: kept, exact: exact && call.troubles.length === 0, notes: call.notes };
  }

  /**
   * What is similar to the ten best hits, to stand below them.
   * @param {Call} call @param {any} asked @returns {Promise<SimilarAnswer>}
   */
  async related(call, asked) {
    const request = requestOf(asked);
    const work = await this.work(call, { ...request, top: 10, offset: 0, isQuick: false });
    if (work.plan.positions.length === 0) return { hits: [], notes: call.notes };
    const { hits } = await rankedAnswer(work);
    const full = hits.filter((h) => h.isFull);
    const seeds = (full.length > 0 ? full : hits).map((h) => h.doc);
    const shown = new Set(hits.map((h) => h.doc));
    return { hits: await relatedTo(work, seeds, request.top, shown), notes: call.notes };
  }

  /** @param {Call} call @param {number | string} model @param {{ top?: number, filters?: SearchFilters }} [options] @returns {Promise<SimilarAnswer>} */
  async similar(call, model, options) {
    const request = requestOf(options);
    const manifest = await this.index.manifest();
    const doc = await this.numberOf(call, model);
    if (doc === null) return { hits: [], notes: call.notes };
    const rule = await loadRule(this.index, manifest, call, request.filters);
    const hits = await similarTo({ index: this.index, manifest, call, rule }, doc, request.top);
    return { hits, notes: call.notes };
  }

  /**
   * The copies of a model, the most popular first: those of its group that bear its name, itself left out. Looked for
   * among the most popular MOST_COPIES of the group.
   * @param {Call} call @param {number | string} model
   * @returns {Promise<SearchRecord[]>}
   */
  async copies(call, model) {
    const manifest = await this.index.manifest();
    const doc = await this.numberOf(call, model);
    const [place] = doc === null ? [] : await placesOf({ index: this.index, manifest, call }, [doc]);
    if (!place) return [];
    const docs = [...await groupOf(this.index, manifest, call, place)].filter((other) => other !== doc).slice(0, MOST_COPIES);
    const [own, ...others] = await recordsAt(this.index, manifest, call, [/** @type {number} */ (doc), ...docs]);
    return /** @type {SearchRecord[]} */ (own ? others.filter((other) => other && bearOneName(other, own)) : []);
  }

  /** @param {Call} call @param {number | string} model @returns {Promise<SearchRecord | null>} */
  async record(call, model) {
    const manifest = await this.index.manifest();
    const doc = await this.numberOf(call, model);
    return doc === null ? null : call.sure(await wholeRecord(this.index, manifest, call, doc));
  }

  /** @param {Call} call @param {(number | string)[]} models */
  async records(call, models) {
    const manifest = await this.index.manifest();
    const docs = await Promise.all(models.map((m) => this.numberOf(call, m)));
    return recordsAt(this.index, manifest, call, docs.map((doc) => (doc === null ? -1 : doc)));
  }

  /** @param {Call} call @param {string} id @returns {Promise<number | null>} */
  async lookup(call, id) {
    const manifest = await this.index.manifest();
    return call.sure(await lookup(this.index, manifest, call, id, (terms) => havingAll(this.index, manifest, call, terms)));
  }

  /** @param {Call} call @param {string} prefix @returns {Promise<CompletionAnswer>} */
  async complete(call, prefix) {
    const words = await call.attempt(this.index.words());
    const begun = folded(String(prefix).slice(0, 64)).map((c) => c.toLowerCase()).join('');
    return { words: words && begun ? words.completions(begun, 8) : [], notes: call.notes };
  }

  /** @returns {Promise<SearchAbout>} */
  async about() {
    const { models, newestDay, map } = await this.index.manifest();
    return { models, newestDay, map };
  }

  /**
   * @private
   * @param {Call} call @param {number | string} model
   */
  async numberOf(call, model) {
    return typeof model === 'string' ? this.lookup(call, model) : model;
  }

  /**
   * What a query is answered from.
   * @private
   * @param {Call} call @param {Request} request
   * @returns {Promise<import('./ranked.js').Work>}
   */
  async work(call, request) {
    const { index } = this;
    const [manifest, words] = await Promise.all([index.manifest(), call.attempt(index.words())]);
    call.check();
    if (!this.matcher || this.matcher.manifest !== manifest) this.matcher = new Matcher(manifest);
    const plan = planOf(request.query, { words, synonyms: manifest.meanings, weights: manifest.weights }, request);
    const rule = await loadRule(index, manifest, call, request.filters);
    return { index, manifest, matcher: this.matcher, call, plan, rule, wanted: request.offset + request.top, isQuick: request.isQuick };
  }
}
