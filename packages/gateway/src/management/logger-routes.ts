import type { FastifyInstance } from 'fastify';
import { type LogLevelName, type LogLevels, logLevelNames } from './log-levels.ts';

interface NamedLogger {
  Params: { name: string };
}

/** Shows log levels and changes them, in the original's form. */
export function registerLoggerRoutes(app: FastifyInstance, levels: LogLevels): void {
  app.get('/actuator/loggers', () => ({ levels: logLevelNames, loggers: Object.fromEntries(levels.loggers()) }));

  app.get<NamedLogger>('/actuator/loggers/:name', (request, reply) => {
    const level = levels.loggers().get(request.params.name);
    return level ?? reply.code(404).send({ message: unknownLogger(request.params.name, levels) });
  });

  app.post<NamedLogger>('/actuator/loggers/:name', (request, reply) => {
    const { name } = request.params;
    if (!levels.loggers().has(name)) return reply.code(404).send({ message: unknownLogger(name, levels) });
    const level = parseLevel(request.body);
    if (level === undefined) {
      return reply.code(400).send({
        message: `Expected {"configuredLevel": …} with one of ${logLevelNames.join(', ')} or null, but got something else`,
      });
    }
    levels.setLevel(name, level);
    return reply.code(204).send();
  });
}

/** @returns `null` to follow the logger above, `undefined` for anything that is no level. */
function parseLevel(body: unknown): LogLevelName | null | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { configuredLevel = null } = body as { configuredLevel?: unknown };
  if (configuredLevel === null) return null;
  const name = String(configuredLevel).toUpperCase();
  return logLevelNames.find((known) => known === name);
}

function unknownLogger(name: string, levels: LogLevels): string {
  return `Expected one of the loggers ${[...levels.loggers().keys()].join(', ')}, but got '${name}'`;
}
