import type { RecordType, ValueType } from '@waggle/protocol';
import type { VariableRulesByScope } from './variable-rules.ts';

export type SearchProductName = 'elasticsearch' | 'opensearch';

/** How an exporter to a search engine works; plain data, made from arguments by `parseSearchIndexArguments`. */
export interface SearchIndexSettings {
  /** Names the exporter for ever: its positions are kept under this name. */
  readonly id: string;
  readonly product: SearchProductName;
  /** Any of them takes a request. */
  readonly urls: readonly string[];
  readonly requestTimeoutMs: number;
  readonly authentication: { readonly username: string; readonly password: string } | undefined;
  readonly index: {
    readonly prefix: string;
    /** Pattern of dates, in Java's letters. */
    readonly suffixDatePattern: string;
    readonly createTemplate: boolean;
    readonly templatePriority: number;
    readonly numberOfShards: number;
    readonly numberOfReplicas: number;
  };
  readonly filter: SearchIndexFilter;
  readonly bulk: {
    /** A bulk that is not full is sent after this time. */
    readonly delayMs: number;
    /** Records in a bulk. */
    readonly size: number;
    /** Bytes of records in a bulk. */
    readonly memoryLimit: number;
  };
  readonly retention: {
    readonly isEnabled: boolean;
    /** `false`: the policy is somebody else's, and neither it nor the indices there are is touched. */
    readonly managesPolicy: boolean;
    /** As search engines write it: `30d`. */
    readonly minimumAge: string;
    readonly policyName: string;
    readonly policyDescription: string;
  };
}

export interface SearchIndexFilter {
  readonly recordTypes: readonly RecordType[];
  readonly valueTypes: readonly ValueType[];
  /** Empty = all. */
  readonly processIdInclusion: readonly string[];
  readonly processIdExclusion: readonly string[];
  readonly variables: VariableRulesByScope;
  /** Only what Optimize reads. */
  readonly isOptimizeMode: boolean;
}
