/** One operation of the API: where it is, what it takes and what it gives. `gen/api.ts` has one for each. */
export interface Operation<Input, Output> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces: `/v2/jobs/{jobKey}`. */
  readonly path: string;
  /** What a successful answer is. */
  readonly answer: 'json' | 'text' | 'binary' | 'none';
  /** Never there; ties the types to the operation. */
  readonly types?: readonly [Input, Output];
}

/** What {@link Operation} takes, in the parts of a request it goes into. */
export interface RequestParts {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}
