import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { GrpcRequestReport } from '../grpc/index.ts';
import type { ObservedRequest } from '../rest/request-observer.ts';

/** Seconds; from a command that only waits for the disk to a worker that waits for jobs. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * Series of request durations that are kept. Methods, routes and statuses are all bounded and stay far below; should
 * one of them ever not be, the memory is.
 */
const SERIES_MAX = 5_000;

type Child = Histogram.Internal<string>;

/** Counts and times requests of both APIs, beside the figures of the process. One per gateway. */
export class GatewayMetrics {
  readonly registry = new Registry();
  readonly #rest = new Histogram({
    // The original's name and labels, so its dashboards fit.
    name: 'http_server_requests_seconds',
    help: 'Time to answer REST requests',
    labelNames: ['method', 'uri', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [this.registry],
  });
  readonly #grpc = new Histogram({
    name: 'grpc_server_processing_duration_seconds',
    help: 'Time to finish gRPC calls',
    labelNames: ['method', 'statusCode'],
    buckets: DURATION_BUCKETS,
    registers: [this.registry],
  });
  /** Looking a series up by its labels costs more than the rest, so it is done once for each. */
  readonly #children = new Map<string, Child>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** For `RestServerOptions.onRequest`. */
  readonly onRestRequest = ({ method, route, status, durationMs }: ObservedRequest): void => {
    this.#child(`${method} ${route} ${status}`, this.#rest, [method, route, String(status)])?.observe(
      durationMs / 1000,
    );
  };

  /** For `GrpcServerOptions.onRequest`. */
  readonly onGrpcRequest = ({ method, code, durationMs }: GrpcRequestReport): void => {
    this.#child(`${method} ${code}`, this.#grpc, [method, code])?.observe(durationMs / 1000);
  };

  #child(name: string, histogram: Histogram, labels: readonly string[]): Child | undefined {
    const known = this.#children.get(name);
    if (known !== undefined || this.#children.size >= SERIES_MAX) return known;
    const child = histogram.labels(...labels);
    this.#children.set(name, child);
    return child;
  }
}
