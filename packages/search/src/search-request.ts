/** A search as the gateway hands it over: checked against the schemas made from the entity, so its shape is known. */
export interface SearchRequest {
  readonly filter?: SearchFilter | null | undefined;
  readonly sort?: readonly SortRequest[] | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

export type SearchFilter = Readonly<Record<string, unknown>>;

export interface SortRequest {
  readonly field: string;
  readonly order?: 'ASC' | 'DESC' | undefined;
}

/** At most one of `from`, `after` and `before`. */
export interface PageRequest {
  /** 1 to {@link PAGE_LIMIT_MAX}, default {@link PAGE_LIMIT_DEFAULT}. */
  readonly limit?: number | undefined;
  readonly from?: number | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

export const PAGE_LIMIT_DEFAULT = 100;
export const PAGE_LIMIT_MAX = 10_000;
/** Rows a page may skip; a cursor goes further at no cost. */
export const PAGE_FROM_MAX = 10_000;
/** Results are counted up to here: a count of millions would cost more than the page. As Camunda's over Elasticsearch. */
export const TOTAL_MAX = 10_000;

/** Characters of a cursor, which has the values that the results are sorted by: long texts among them. */
export const CURSOR_LENGTH_MAX = 100_000;

/** Operators of a condition. */
export interface Operators {
  readonly $eq?: unknown;
  readonly $neq?: unknown;
  readonly $exists?: boolean;
  readonly $gt?: unknown;
  readonly $gte?: unknown;
  readonly $lt?: unknown;
  readonly $lte?: unknown;
  readonly $in?: readonly unknown[];
  readonly $notIn?: readonly unknown[];
  readonly $like?: string;
}

export type ExportFormat = 'csv' | 'ndjson';

/** What the read side is asked. */
export type ReadRequest =
  | {
      readonly kind: 'search';
      readonly entity: string;
      readonly request: SearchRequest;
      /** Conditions the path adds, by field. */
      readonly scope?: Readonly<Record<string, string>>;
      /** For the source of an entity that has one. */
      readonly parameters?: unknown;
      /** What must exist, else there is no answer. */
      readonly within?: { readonly entity: string; readonly key: string };
      /** Whole values in place of cut ones. Default `false`. */
      readonly hasWholeValues?: boolean;
    }
  | {
      /** One part of all results; its answer is the cursor of the next part (empty = this was the last), a line break, and the text. */
      readonly kind: 'export';
      readonly entity: string;
      /** Without a page. */
      readonly request: SearchRequest;
      readonly scope?: Readonly<Record<string, string>>;
      readonly within?: { readonly entity: string; readonly key: string };
      readonly format: ExportFormat;
      /** Rows of the part, 1 to {@link PAGE_LIMIT_MAX}. */
      readonly limit: number;
      /** Of the part before. */
      readonly after?: string | undefined;
      /** CSV begins with the names of the fields. */
      readonly isFirst: boolean;
    }
  | { readonly kind: 'get'; readonly entity: string; readonly key: string }
  | { readonly kind: 'query'; readonly query: string; readonly parameters: unknown };

/** What it answers. */
export interface ReadAnswer {
  /** JSON text, or what the query gives; `undefined` = there is no such thing. */
  readonly body: string | undefined;
  /** `false`: what was committed when the request came could not be read in time, so the answer may be behind. */
  readonly isFresh: boolean;
}
