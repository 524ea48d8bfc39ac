import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';

/** A server with streams that a test writes to. */
export async function startChangeServer({
  port = 0,
  status = 200,
  greeting = eventOf('ready', { isLive: true }),
} = {}) {
  const streams: ServerResponse[] = [];
  let opened = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/waggle/v1/changes') return response.end();
    opened++;
    streams.push(response);
    response.once('close', () => streams.splice(streams.indexOf(response), 1));
    response.writeHead(status, { 'content-type': 'text/event-stream' });
    response.write(`retry: 2000\n\n${greeting}`);
    if (status !== 200) response.end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => void (await stop()));
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    streams,
    opened: () => opened,
    write: (text: string) => {
      for (const stream of streams) stream.write(text);
    },
    stop,
  };
}

/** As it goes over the line. */
export function eventOf(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Waits until something is as expected, also on a busy machine. */
export function eventually<Value>(read: () => Value) {
  return expect.poll(read, { timeout: 10_000 });
}
