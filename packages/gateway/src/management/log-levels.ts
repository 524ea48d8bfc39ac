export const logLevelNames = ['OFF', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'] as const;
export type LogLevelName = (typeof logLevelNames)[number];

export interface LogLevel {
  /** What was set for this logger; `null` when it follows the one above it. */
  readonly configuredLevel: LogLevelName | null;
  readonly effectiveLevel: LogLevelName;
}

/** Shows and changes what is logged, while the server runs. */
export interface LogLevels {
  /** All loggers by name; the one above all is `ROOT`. */
  loggers(): ReadonlyMap<string, LogLevel>;
  /** @param level `null` = follow the one above again. @param name one of `loggers()`. */
  setLevel(name: string, level: LogLevelName | null): void;
}
