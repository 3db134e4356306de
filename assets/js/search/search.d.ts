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
  architecture: string | null;
  gated: boolean | null;
  kind: string | null;
  /** Models that are nearly the same, this one among them; 1 for a model alone. */
  copies: number;
  /** Known later, from `record()`: bases, data sets, papers, tags and so on. */
  details?: { [key: string]: any };
}
interface SearchHit {
  doc: number; id: string; score: number;
  /** name | task | tag | owner | base | meaning | popular | spelling */
  reasons: string[];
  /** Words of the query, or what they were corrected to, for highlighting: plain lower case text. */
  matched: string[];
  /** Cosine, of hits by meaning. */
  similarity?: number;
  /** Near-copies folded under this hit, itself not counted: "and 11 copies". */
  copies: number;
  record: SearchRecord;
}
/** What went wrong or was left out; `text` is a sentence for the reader. */
interface SearchNote {
  kind: 'missing' | 'damaged' | 'offline' | 'worker' | 'filters' | 'query' | 'partial';
  text: string;
  /** The file in question, or the filter to loosen. */
  about?: string;
}
interface SearchAnswer {
  /** Models that match every word, under the filters. */
  total: number;
  /** Whether `total` is exact; otherwise it counts what was read so far, and `facets()` knows it exactly. */
  exact: boolean;
  /** Whether hits that match only some words were needed to fill the page; they follow all full matches. */
  partial: boolean;
  hits: SearchHit[];
  corrections: { from: string; to: string }[];
  notes: SearchNote[];
}
interface FacetValue { value: string; count: number }
interface FacetAnswer {
  total: number; exact: boolean;
  /** By task, modality, library, license, licenseClass, language, format, kind, gated, bits; most frequent first. Each counts what the other filters leave. */
  counts: { [facet: string]: FacetValue[] };
  notes: SearchNote[];
}
interface SimilarAnswer { hits: SearchHit[]; notes: SearchNote[] }
interface CompletionAnswer { words: string[]; notes: SearchNote[] }

/** What both an engine and its client on the page offer. */
interface SearchMethods {
  search(request: SearchRequest): Promise<SearchAnswer>;
  facets(request: SearchRequest): Promise<FacetAnswer>;
  related(request: SearchRequest): Promise<SimilarAnswer>;
  similar(model: number | string, options?: { top?: number; filters?: SearchFilters }): Promise<SimilarAnswer>;
  record(model: number | string): Promise<SearchRecord | null>;
  records(models: (number | string)[]): Promise<(SearchRecord | null)[]>;
  copies(model: number | string): Promise<SearchRecord[]>;
  lookup(id: string): Promise<number | null>;
  complete(prefix: string): Promise<CompletionAnswer>;
  about(): Promise<SearchAbout>;
}
/** What the manifest says of the whole collection. */
interface SearchAbout { models: number; version: number; counts: { [facet: string]: FacetValue[] } }
/** The page's inline JSON `#search-index`. */
interface SearchIndexNames { folder: string; manifest: string; words: string }
