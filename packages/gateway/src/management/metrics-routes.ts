import type { FastifyInstance } from 'fastify';
import type { GatewayMetrics } from './gateway-metrics.ts';
import type { MetricsSource } from './metrics-source.ts';
import { metricsText } from './metrics-text.ts';

export interface MetricsOrigins {
  readonly gateway: GatewayMetrics;
  readonly sources: readonly MetricsSource[];
}

export function registerMetricsRoutes(app: FastifyInstance, { gateway, sources }: MetricsOrigins): void {
  for (const path of ['/actuator/prometheus', '/metrics']) {
    app.get(path, async (_request, reply) => {
      const own = await gateway.registry.metrics();
      const others = metricsText(sources.flatMap((source) => source.collect()));
      return reply.header('content-type', gateway.registry.contentType).send(`${own}\n${others}`);
    });
  }
}
