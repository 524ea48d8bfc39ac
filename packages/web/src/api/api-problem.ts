/** Why a request did not succeed, in the server's words where it gave some. */
export class ApiProblem extends Error {
  /** HTTP status; 0 = the server could not be reached; below 300 = what came could not be read. */
  readonly status: number;
  /** What is wrong in two or three words. */
  readonly title: string;
  /** What happened and what to change; may be empty. */
  readonly detail: string;
  /** What was asked for: `POST /v2/process-instances`. */
  readonly request: string;

  constructor(problem: { status: number; title: string; detail: string; request: string; cause?: unknown }) {
    super(problem.detail || problem.title, { cause: problem.cause });
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.request = problem.request;
  }

  /** It seemed to succeed, but what came is no answer of this server. */
  get isUnreadable(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** There is no such thing, or not any more. */
  get isNotFound(): boolean {
    return this.status === 404;
  }

  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502;
  }

  /** The server keeps nothing to search, and was started so. Its own words are the only sign. */
  get isWithoutSearch(): boolean {
    return this.status === 403 && /secondary storage/i.test(this.detail);
  }
}
