import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

export interface ListenAddress {
  /** What is served, for the message. */
  readonly what: string;
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
}

/** @returns the TCP port and the address as text. @throws {Error} the address cannot be listened on. */
export async function startListening(
  app: FastifyInstance,
  { what, host, port }: ListenAddress,
): Promise<{ readonly port: number; readonly address: string }> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new Error(
      `Expected to serve ${what} on ${addressText(host, port)}, but could not: ${(error as Error).message}`,
      { cause: error },
    );
  }
  const bound = app.server.address() as AddressInfo;
  return { port: bound.port, address: addressText(host, bound.port) };
}

/** `127.0.0.1:8080`, `[::1]:8080`. */
function addressText(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
