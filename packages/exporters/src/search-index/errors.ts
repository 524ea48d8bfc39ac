/** An exporter cannot work as it is configured; the message says what to change. */
export class ExporterArgumentError extends Error {
  override readonly name = 'ExporterArgumentError';
}

/** A search engine did not do what it was asked; whether it may later depends on it and its operator. */
export class SearchServerError extends Error {
  override readonly name = 'SearchServerError';
  /** HTTP status; `undefined` = there was no answer. */
  readonly status: number | undefined;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    status?: number,
    options: ErrorOptions & { readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.status = status;
    this.retryAfterMs = options.retryAfterMs;
  }
}
