import { status } from '@grpc/grpc-js';
import type { Logger } from 'pino';

/** One finished call, for metrics. */
export interface GrpcRequestReport {
  /** Name of the rpc, `CompleteJob`. */
  readonly method: string;
  /** Name of the status it ended with, `OK`. */
  readonly code: string;
  readonly durationMs: number;
}

export type GrpcRequestListener = (report: GrpcRequestReport) => void;

/** Ends that tell of trouble on our side rather than of a caller's mistake. */
const troubleCodes: ReadonlySet<number> = new Set([
  status.UNKNOWN,
  status.ABORTED,
  status.INTERNAL,
  status.UNAVAILABLE,
  status.DATA_LOSS,
]);

/** Tells log and metrics about finished calls. */
export class RequestObserver {
  readonly #logger: Logger;
  readonly #onRequest: GrpcRequestListener | undefined;

  constructor(logger: Logger, onRequest: GrpcRequestListener | undefined) {
    this.#logger = logger;
    this.#onRequest = onRequest;
  }

  /** @param error what made the call fail; absent for success, clients that left, and our own shutdown. */
  finished(method: string, code: status, startMs: number, error?: unknown): void {
    const durationMs = performance.now() - startMs;
    if (this.#onRequest !== undefined) this.#onRequest({ method, code: status[code], durationMs });
    if (error !== undefined && troubleCodes.has(code)) {
      this.#logger.warn({ method, code: status[code], durationMs, err: error }, 'gRPC call failed');
    } else if (this.#logger.isLevelEnabled('debug')) {
      const reason = error instanceof Error ? error.message : undefined;
      this.#logger.debug({ method, code: status[code], durationMs, reason }, 'gRPC call');
    }
  }
}
