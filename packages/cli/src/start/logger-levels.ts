import type { LogLevel, LogLevelName, LogLevels } from '@waggle/gateway';
import type { Logger } from 'pino';

const pinoLevels: Readonly<Record<LogLevelName, string>> = {
  OFF: 'silent',
  ERROR: 'error',
  WARN: 'warn',
  INFO: 'info',
  DEBUG: 'debug',
  TRACE: 'trace',
};

/** Shows and sets the level of a logger and of all made from it; the broker hands it on to partitions' threads. */
export function loggerLevels(logger: Logger): LogLevels {
  const startLevel = nameOf(logger.level);
  const children = new Set<Logger>();
  // A child keeps the level it was made with, so it must be told. Children are per partition and exporter, hence few.
  logger.onChild = (child) => {
    children.add(child as Logger);
  };
  const level = (): LogLevel => ({ configuredLevel: nameOf(logger.level), effectiveLevel: nameOf(logger.level) });
  return {
    loggers: () => new Map([['ROOT', level()]]),
    setLevel: (_name, wanted) => {
      for (const one of [logger, ...children]) one.level = pinoLevels[wanted ?? startLevel];
    },
  };
}

function nameOf(pinoLevel: string): LogLevelName {
  const found = Object.entries(pinoLevels).find(([, level]) => level === pinoLevel);
  return (found?.[0] ?? 'INFO') as LogLevelName;
}
