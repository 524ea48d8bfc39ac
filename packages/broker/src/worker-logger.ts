import { type Logger, pino } from 'pino';

export interface WorkerLogger {
  readonly logger: Logger;
  /** Sets the level of the logger and of all made from it. */
  setLevel(level: string): void;
}

/** The log of a partition's thread; the broker's thread adds the time and which partition it is. */
export function createWorkerLogger(level: string, write: (line: string) => void): WorkerLogger {
  // A child keeps the level it was made with, so it must be told. Children are per exporter, hence few.
  const children = new Set<Logger>();
  const logger = pino(
    { level, base: null, timestamp: false, onChild: (child) => void children.add(child as Logger) },
    { write },
  );
  return {
    logger,
    setLevel: (wanted) => {
      for (const one of [logger, ...children]) one.level = wanted;
    },
  };
}
