/**
 * Connections on which nothing came yet. Browsers open some before they need them; the server takes such for busy ones, so
 * closing it would wait for a request that never comes.
 */
import type { Server, Socket } from 'node:net';

export class SilentConnections {
  readonly #open = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
    });
  }

  /** Cuts those that are silent until now. */
  cut(): void {
    for (const socket of this.#open) {
      if (socket.bytesRead === 0) socket.destroy();
    }
  }
}
