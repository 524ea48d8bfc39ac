import type { FastifyInstance } from 'fastify';
import type { HealthComponent, HealthGroup, HealthSource, HealthStatus } from './health-source.ts';

const groups: readonly HealthGroup[] = ['liveness', 'readiness', 'startup', 'status'];

/** The short paths are what the original's gateway and broker offered beside the long ones. */
const paths: Readonly<Record<string, HealthGroup>> = {
  '/actuator/health': 'all',
  '/health': 'all',
  ...Object.fromEntries(groups.map((group) => [`/actuator/health/${group}`, group])),
  '/live': 'liveness',
  '/ready': 'readiness',
  '/startup': 'startup',
};

/** 200 while nothing is down, 503 otherwise. */
export function registerHealthRoutes(app: FastifyInstance, health: HealthSource): void {
  for (const [path, group] of Object.entries(paths)) {
    app.get(path, (_request, reply) => {
      const components = health.components(group);
      const status = overallStatus(components);
      return reply.code(status === 'DOWN' ? 503 : 200).send({
        status,
        ...(group === 'all' ? { groups } : {}),
        components: Object.fromEntries(
          components.map(({ name, status: own, details = {} }) => [name, { status: own, details }]),
        ),
      });
    });
  }
}

function overallStatus(components: readonly HealthComponent[]): HealthStatus {
  if (components.some(({ status }) => status === 'DOWN')) return 'DOWN';
  return components.length > 0 && components.every(({ status }) => status === 'UNKNOWN') ? 'UNKNOWN' : 'UP';
}
