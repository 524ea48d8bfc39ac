/** What is told about each answered request, for metrics. The route is a template, so their number is bounded. */
export interface ObservedRequest {
  readonly method: string;
  /** `/v2/jobs/{jobKey}/completion`; `unmatched` for paths nobody answers to. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

export type RequestObserver = (request: ObservedRequest) => void;
