import { setLogger } from '@grpc/grpc-js';
import type { Logger } from 'pino';

/**
 * Sends what the gRPC library reports by itself to the log, at debug: it would print to stderr, past the log and in
 * the output of programs that embed the server. Whatever matters comes back as an error, too.
 *
 * The library has one logger per process, so the last server started gets the lines.
 */
export function logLibraryTo(logger: Logger): void {
  const debug = (...parts: readonly unknown[]) => logger.debug({ library: 'grpc-js' }, parts.map(String).join(' '));
  setLogger({ error: debug, info: debug, debug });
}
