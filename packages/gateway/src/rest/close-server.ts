import type { FastifyInstance } from 'fastify';
import { CLOSE_GRACE_MS, CLOSE_IDLE_CHECK_MS } from './limits.ts';
import type { SilentConnections } from './silent-connections.ts';

/**
 * Takes no new connections, waits for running requests for a while, then cuts what is left.
 * @param silent those of the server, not to wait for.
 */
export async function closeServer(app: FastifyInstance, silent?: SilentConnections): Promise<void> {
  // A connection whose request ends only now would stay open for its next one.
  const closeIdle = setInterval(() => {
    app.server.closeIdleConnections();
    silent?.cut();
  }, CLOSE_IDLE_CHECK_MS);
  const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(closeIdle);
    clearTimeout(cut);
  }
}
