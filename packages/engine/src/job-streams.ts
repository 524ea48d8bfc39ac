/** Open job streams of this partition's clients, as the broker knows them now. */
export interface JobStreams {
  /**
   * A stream that wants a job of this type and tenant, chosen fairly; `undefined` when there is none.
   * @param needsLease only a stream with leases may have the job.
   */
  pick(jobType: string, tenantId: string, needsLease: boolean): JobStream | undefined;
}

export interface JobStream {
  readonly id: number;
  readonly worker: string;
  readonly timeoutMs: number;
  /** Empty = all visible variables. */
  readonly fetchVariables: readonly string[];
  /** Its jobs get lease tokens. */
  readonly withLease: boolean;
}

/** For engines nobody streams from. */
export const noJobStreams: JobStreams = { pick: () => undefined };
