/** How requests for jobs wait when there are none. */
export interface LongPollingOptions {
  /** `false`: every request ends at once. Default `true`. */
  readonly isEnabled: boolean;
  /** Ms a request waits that does not say how long. Default 10 s. */
  readonly timeoutMs: number;
  /** Ms after which waiting requests look again although nothing was announced. Default 10 s. */
  readonly probeMs: number;
  /** Empty looks after which new requests of a type wait without looking. Default 3. */
  readonly emptyPollsMax: number;
}

export const longPollingDefaults: LongPollingOptions = {
  isEnabled: true,
  timeoutMs: 10_000,
  probeMs: 10_000,
  emptyPollsMax: 3,
};
