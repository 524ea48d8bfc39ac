/** An answer other than success; `errors.ts` lists them. Thrown by endpoints, sent by `send-problem.ts`. */
export class RestProblem extends Error {
  override readonly name = 'RestProblem';
  /** The HTTP status. */
  readonly status: number;
  /** The problem's name, which client programs rely on. */
  readonly title: string;
  /** Further response headers the status demands. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    readonly status: number;
    readonly title: string;
    readonly detail: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly cause?: unknown;
  }) {
    super(options.detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.title = options.title;
    this.headers = options.headers ?? {};
  }
}
