import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REQUEST_RECEIVE_TIMEOUT_MS } from './limits.ts';
import { ReceivingRequests } from './receiving-requests.ts';

let receiving: ReceivingRequests;
let server: Server;
let sockets: Socket[];
beforeEach(async () => {
  receiving = new ReceivingRequests();
  sockets = [];
  server = createServer((request, response) => {
    receiving.watch(request, request.url === '/long');
    request.resume();
    request.on('end', () => response.end('whole'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  receiving.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});

async function send(
  path: string,
  body: string,
): Promise<{ readonly socket: Socket; readonly request: IncomingMessage }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  const arrived = once(server, 'request');
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n${body}`);
  return { socket, request: (await arrived)[0] as IncomingMessage };
}

const later = (times: number) => performance.now() + times * REQUEST_RECEIVE_TIMEOUT_MS;

test('should forget a request that is whole', async () => {
  const { socket } = await send('/', '0123456789');
  await once(socket, 'data');
  expect(receiving.count).toBe(0);
});

test('should cut an ordinary one that does not become whole in time, even when it goes on', async () => {
  // given
  const { socket, request } = await send('/', 'half');
  expect(receiving.cutSlow(performance.now())).toBe(0);
  socket.write('more');
  await once(request, 'data');

  // when
  expect(receiving.cutSlow(later(1.1))).toBe(1);

  // then
  await once(socket, 'close');
  expect(receiving.count).toBe(0);
});

test('should let a long one go on as long as something comes', async () => {
  // given
  const { socket, request } = await send('/long', '01');
  for (const [turn, part] of ['23', '45', '67'].entries()) {
    const came = once(request, 'data');
    socket.write(part);
    await came;
    expect(receiving.cutSlow(later(turn + 1.1))).toBe(0);
  }

  // when nothing comes any more
  expect(receiving.cutSlow(later(5))).toBe(1);

  // then
  await once(socket, 'close');
});
