import type { Readable } from 'node:stream';

/** What an endpoint answers when it succeeds. */
export interface Answer {
  readonly status: number;
  /** JSON text; absent = no body. A text, so that variables get into it digit by digit as the engine has them. */
  readonly json?: string;
  /** A body that is no JSON; in place of `json`. */
  readonly content?: { readonly type: string; readonly body: string | Buffer | Readable };
  readonly headers?: Readonly<Record<string, string>>;
  /** Called when the client went away before the answer was handed to its connection. */
  readonly onUnsent?: (() => void) | undefined;
}

/** The command is done and there is nothing to tell. */
export const noContent: Answer = { status: 204 };

export function created(json: string): Answer {
  return { status: 201, json };
}

/** Says, when that is so, that the answer may not show what was committed just before. */
export function freshnessHeaders({ isFresh }: { readonly isFresh: boolean }): Readonly<Record<string, string>> {
  return isFresh ? {} : { 'waggle-freshness': 'stale' };
}

export function ok(json: string): Answer {
  return { status: 200, json };
}
