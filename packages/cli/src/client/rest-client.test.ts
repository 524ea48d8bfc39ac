import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { restClient } from './rest-client.ts';

async function withServer(listener: RequestListener, use: (address: string) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    await use(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
  } finally {
    server.close();
  }
}

test('should add /v2 to the address once', async () => {
  await withServer(
    (request, response) => response.end(JSON.stringify({ url: request.url })),
    async (address) => {
      for (const given of [address, `${address}/`, `${address}/v2`]) {
        expect(await restClient(given).send({ method: 'GET', path: '/topology' })).toEqual({ url: '/v2/topology' });
      }
    },
  );
});

test('should say how to start or name a server when there is none', async () => {
  await expect(restClient('http://127.0.0.1:1').send({ method: 'GET', path: '/topology' })).rejects.toMatchObject({
    code: 'SERVER_UNREACHABLE',
    exitCode: 1,
    message: expect.stringMatching(
      /^Expected a server at http:\/\/127.0.0.1:1\/v2, but it .*--address or WAGGLE_ADDRESS/,
    ),
  });
});

test('should tell an answer that is not the REST API', async () => {
  await withServer(
    (_request, response) => response.end('<html>'),
    async (address) => {
      await expect(restClient(address).send({ method: 'GET', path: '/topology' })).rejects.toThrow(
        'Is this the address of the REST API?',
      );
    },
  );
});

test('should refuse an address that is no URL', () => {
  expect(() => restClient('localhost:8080')).toThrow('Expected --address to be a URL');
});
