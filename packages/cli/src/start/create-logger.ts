import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { CliContext } from '../cli-context.ts';
import type { StartOptionValues } from '../options/start-options.ts';

/** The server's log, on standard output: lines for people or JSON lines. */
export function createLogger(
  options: Pick<StartOptionValues, 'log-level' | 'log-format'>,
  { isTerminal }: Pick<CliContext, 'isTerminal'>,
): Logger {
  const isHuman = options['log-format'] === 'human' || (options['log-format'] === 'auto' && isTerminal);
  const settings = { level: options['log-level'], base: null };
  return isHuman
    ? pino(settings, pretty({ colorize: isTerminal, translateTime: 'SYS:HH:MM:ss.l', ignore: 'event', sync: true }))
    : // Synchronous: what was logged just before a crash is what one needs afterwards.
      pino({ ...settings, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 1, sync: true }));
}
