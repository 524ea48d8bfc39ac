import type { ResponseEffect } from '@waggle/engine';
import { type CommandResponse, PartitionError, type PartitionErrorCode } from '@waggle/protocol';
import type { Clock } from './clock.ts';

interface PendingRequest {
  readonly partitionId: number;
  readonly resolve: (response: CommandResponse) => void;
  readonly reject: (error: PartitionError) => void;
  readonly cancelTimeout: () => void;
}

/** Client requests that wait for their one answer. Whatever comes first settles them; what comes later finds nothing. */
export class PendingRequests {
  readonly #clock: Clock;
  readonly #pending = new Map<number, PendingRequest>();
  #lastRequestId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#pending.size;
  }

  /** @param submit hands the request over; may be answered within the call. */
  add(partitionId: number, timeoutMs: number, submit: (requestId: number) => void): Promise<CommandResponse> {
    return new Promise((resolve, reject) => {
      const requestId = ++this.#lastRequestId;
      const cancelTimeout = this.#clock.schedule(timeoutMs, () => {
        this.refuse(
          requestId,
          'TIMEOUT',
          `Expected partition ${partitionId} to answer within ${timeoutMs} ms, but it did not; the command may still take effect`,
        );
      });
      this.#pending.set(requestId, { partitionId, resolve, reject, cancelTimeout });
      submit(requestId);
    });
  }

  /** @returns `false` when nobody waits for the response any more. */
  respond({ requestId, record, jobs }: ResponseEffect): boolean {
    const request = this.#take(requestId);
    request?.resolve({ record, jobs });
    return request !== undefined;
  }

  refuse(requestId: number, code: PartitionErrorCode, message: string): void {
    this.#take(requestId)?.reject(new PartitionError(code, message));
  }

  /** Ends all requests to a partition that will not answer them any more. */
  refuseAll(partitionId: number, code: PartitionErrorCode, message: string): void {
    for (const [requestId, request] of this.#pending) {
      if (request.partitionId === partitionId) this.refuse(requestId, code, message);
    }
  }

  #take(requestId: number): PendingRequest | undefined {
    const request = this.#pending.get(requestId);
    if (request === undefined) return undefined;
    this.#pending.delete(requestId);
    request.cancelTimeout();
    return request;
  }
}
