/** What the search page asks and gets; the same between page, worker and node. */

/** The keys are those of the address and of `hubatlas search`. Lists mean "one of these". */
interface SearchFilters {
  task?: string | string[];
  modality?: string | string[];
  library?: string | string[];
  license?: string | string[];
  /** open | restricted | unknown … as the manifest names the classes. */
  licenseClass?: string | string[];
  language?: string | string[];
  owner?: string | string[];
  architecture?: string | string[];
  minParameters?: number; maxParameters?: number;
  /** Of the weights, at `at` bits or as stored. */
  minBytes?: number; maxBytes?: number;
  minDownloads?: number; minLikes?: number;
  /** ISO days, both inclusive. */
  createdFrom?: string; createdTo?: string;
  gated?: boolean;
  /** base, derived, or one relation: finetune | adapter | quantized | merge. */
  kind?: string | string[];
  format?: string | string[];
  bits?: number | number[];
  /** "24GB": an estimate of weights and overhead at `at` bits is at most this; unknown sizes do not fit. */
  fits?: string;
  at?: 16 | 8 | 4 | '16' | '8' | '4';
}
interface SearchRequest {
  query: string;
  filters?: SearchFilters;
  sort?: 'best' | 'downloads' | 'likes' | 'new' | 'small' | 'large';
  /** 10 when left out, at most 200. */
  top?: number;
  offset?: number;
  /** The query's last word is still being typed: words that begin with it count too. True when left out. */
  typing?: boolean;
  /** False: no spelling is corrected ("search instead for …"). */
  correct?: boolean;
  /** True: what two trips give, the second depending on the first, and no more (a first filter takes one of its own). */
  quick?: boolean;
}
/** A model as a row of results shows it. Missing is null, never zero. */
interface SearchRecord {
  doc: number; id: string; owner: string; name: string;
  task: string | null; modality: string | null;
  library: string | null; license: string | null; licenseClass: string | null;
  languages: string[];
  downloads: number | null; likes: number | null;
  /** ISO day; null before the Hub's record began. */
  created: string | null;
  parameters: number | null;
  /** Where the count comes from. */
  parametersFrom: string | null;
  formats: string[];
  /** Bits of a weight, from files or tags. */
  bits: number | null;
  /** Likes and downloads by day, oldest first, when there is more than one. */
  observations?: { day: string; downloads: number | null; likes: number | null }[];
  architecture: string | null;
  gated: boolean | null;
  kind: string | null;
  countedOn: string | null; isBeforeRecord: boolean;
  gating: string | null;
  isConversational: boolean; isMerge: boolean; isMixtureOfExperts: boolean; isRemoved: boolean;
  /** Models that are nearly the same by all that is known and bear its name, this one among them; 1 for a model alone. */
  copies: number;
  /** From `record()` only. */
  details?: SearchDetails;
}
/** The rest of a record, for a model's own page. Days are ISO days. */
interface SearchDetails {
  bases: { id: string; relation: string }[];
  datasets: string[]; papers: string[]; tags: string[]; licenseRaw: string | null;
  /** Codes that the table of languages does not have; the others are in `languages`. */
  rareLanguages?: string[];
  downloadsAllTime: number | null; storageBytes: number | null; fileCount: number | null;
  modified: string | null; removed: string | null;
}
interface SearchHit {
  doc: number; id: string; score: number;
  /** name | task | tag | owner | base | meaning | hint | popular | spelling */
  reasons: string[];
  /** Words of the query, or what they were corrected to, for highlighting: plain lower case text. */
  matched: string[];
  /** Cosine, of hits by meaning. */
  similarity?: number;
  /** Copies folded under this hit, itself not counted: "and 11 copies". */
  copies: number;
  /**
   * Of hits by meaning: how many more models it stands for, those of its group of near-copies that pass the filters. In the
   * group of the very model that was asked for its copies do not count.
   */
  alike?: number;
  /** Whether every word that counts matches. */
  isFull?: boolean;
  /** Whether no word that counts matches: a hint found it, as "music" finds models that turn text to audio. */
  isRelated?: boolean;
  record: SearchRecord;
}
/** What went wrong or was left out; `text` is a sentence for the reader. */
interface SearchNote {
  kind: 'missing' | 'damaged' | 'offline' | 'worker' | 'filters' | 'query' | 'partial';
  text: string;
  /** The file in question, or the filter to loosen. */
  about?: string;
  /** Of kind "filters": how many would match without the filter in question. */
  count?: number;
}
interface SearchAnswer {
  /** Models that match every word, under the filters. */
  total: number;
  /** Whether `total` is exact; otherwise it counts what was read so far, and `facets()` knows it exactly. */
  exact: boolean;
  /** Whether hits that match only some words, or are only related, were needed to fill the page; they follow all full matches. */
  partial: boolean;
  /** Whether the same request without `quick` would read no more. */
  isComplete: boolean;
  hits: SearchHit[];
  /** That the first hits are owed to; `also`: the word as typed is known or found, too. */
  corrections: { from: string; to: string; also: boolean }[];
  notes: SearchNote[];
}
interface FacetValue { value: string; count: number }
interface FacetAnswer {
  total: number; exact: boolean;
  /** How many more match but for `fits`, because their size is unknown. */
  unknownSize: number;
  /** By task, modality, library, license, licenseClass, language, format, kind, gated, bits; most frequent first. Each counts what the other filters leave. */
  counts: { [facet: string]: FacetValue[] };
  notes: SearchNote[];
}
interface SimilarAnswer { hits: SearchHit[]; notes: SearchNote[] }
/** Every model that matches all words under the filters, by document number, ascending: what the map lights up. */
interface MatchesAnswer { docs: Uint32Array; exact: boolean; notes: SearchNote[] }
interface CompletionAnswer { words: string[]; notes: SearchNote[] }

/** What both an engine and its client on the page offer. */
interface SearchMethods {
  search(request: SearchRequest): Promise<SearchAnswer>;
  facets(request: SearchRequest): Promise<FacetAnswer>;
  related(request: SearchRequest): Promise<SimilarAnswer>;
  matches(request: SearchRequest): Promise<MatchesAnswer>;
  similar(model: number | string, options?: { top?: number; filters?: SearchFilters }): Promise<SimilarAnswer>;
  record(model: number | string): Promise<SearchRecord | null>;
  records(models: (number | string)[]): Promise<(SearchRecord | null)[]>;
  copies(model: number | string): Promise<SearchRecord[]>;
  lookup(id: string): Promise<number | null>;
  complete(prefix: string): Promise<CompletionAnswer>;
  about(): Promise<SearchAbout>;
}
/** What the manifest says of the whole collection; `map` as the map's maker has it, null without one. */
interface SearchAbout { models: number; newestDay: string | null; map: any }
/** The page's inline JSON `#search-index`. */
interface SearchIndexNames { folder: string; manifest: string; words: string }
