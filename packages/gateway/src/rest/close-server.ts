import type { FastifyInstance } from 'fastify';
import { CLOSE_GRACE_MS, CLOSE_IDLE_CHECK_MS } from './limits.ts';

/** Takes no new connections, waits for running requests for a while, then cuts what is left. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  // A connection whose request ends only now would stay open for its next one.
  const closeIdle = setInterval(() => app.server.closeIdleConnections(), CLOSE_IDLE_CHECK_MS);
  const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(closeIdle);
    clearTimeout(cut);
  }
}
