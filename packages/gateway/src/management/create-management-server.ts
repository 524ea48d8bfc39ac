/** Health, metrics, log levels and exporting for those who run the server. Not meant to be reachable by its users. */
import { type FastifyInstance, fastify } from 'fastify';
import type { Logger } from 'pino';
import { closeServer } from '../rest/close-server.ts';
import { startListening } from '../rest/start-listening.ts';
import { type ExportingControl, registerExportingRoutes } from './exporting-routes.ts';
import type { GatewayMetrics } from './gateway-metrics.ts';
import { registerHealthRoutes } from './health-routes.ts';
import type { HealthSource } from './health-source.ts';
import type { LogLevels } from './log-levels.ts';
import { registerLoggerRoutes } from './logger-routes.ts';
import { registerMetricsRoutes } from './metrics-routes.ts';
import type { MetricsSource } from './metrics-source.ts';

/** Bytes of a request: the largest sets a log level. */
const BODY_BYTES_MAX = 16 * 1024;

export interface ManagementServerOptions {
  /** Address to listen on, default all. */
  readonly host?: string;
  /** TCP port; 0 = any free one. */
  readonly managementPort: number;
  readonly logger: Logger;
  readonly health: HealthSource;
  readonly metrics: GatewayMetrics;
  /** Further measurements, such as the partitions'. */
  readonly metricsSources?: readonly MetricsSource[];
  readonly logLevels: LogLevels;
  /** Gives `undefined` while the server is starting. */
  readonly exporting: () => ExportingControl | undefined;
  /** What `/actuator/info` tells: name, version and the like. */
  readonly info?: Readonly<Record<string, unknown>>;
}

export interface ManagementServer {
  /** Where it listens, `127.0.0.1:9600`. */
  readonly address: string;
  readonly managementPort: number;
  close(): Promise<void>;
}

/** @throws {Error} the address cannot be listened on. */
export async function createManagementServer(options: ManagementServerOptions): Promise<ManagementServer> {
  const { host = '0.0.0.0', managementPort, health, metrics, metricsSources = [], logLevels, info = {} } = options;
  const app = createApp(options.logger);
  registerHealthRoutes(app, health);
  registerMetricsRoutes(app, { gateway: metrics, sources: metricsSources });
  registerLoggerRoutes(app, logLevels);
  registerExportingRoutes(app, options.exporting);
  app.get('/actuator/info', () => info);
  const { address, port } = await startListening(app, { what: 'management', host, port: managementPort });
  return { address, managementPort: port, close: () => closeServer(app) };
}

function createApp(logger: Logger): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: BODY_BYTES_MAX, forceCloseConnections: 'idle' });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ message: `Expected a known path, but nothing answers to ${request.method} ${request.url}` }),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ message: error.message });
    logger.error({ err: error, method: request.method, url: request.url }, 'Management request failed');
    return reply.code(500).send({ message: 'Expected to answer, but the server failed: see its log' });
  });
  return app;
}
