import { type Logger, pino } from 'pino';
import type { CliContext } from '../cli-context.ts';
import type { StartOptionValues } from '../options/start-options.ts';

/** The server's log, on standard output: lines for people or JSON lines. */
export async function createLogger(
  options: Pick<StartOptionValues, 'log-level' | 'log-format'>,
  { isTerminal }: Pick<CliContext, 'isTerminal'>,
): Promise<Logger> {
  const isHuman = options['log-format'] === 'human' || (options['log-format'] === 'auto' && isTerminal);
  const settings = { level: options['log-level'], base: null };
  if (isHuman) {
    // Loaded only for people: a server under a supervisor does without.
    const { default: pretty } = await import('pino-pretty');
    return pino(
      settings,
      pretty({ colorize: isTerminal, translateTime: 'SYS:HH:MM:ss.l', ignore: 'event', sync: true }),
    );
  }
  // Synchronous: what was logged just before a crash is what one needs afterwards.
  return pino({ ...settings, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 1, sync: true }));
}
