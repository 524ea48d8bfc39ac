import { once } from 'node:events';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliSession, startCliSession } from '../../test/cli-session.ts';
import { startServer } from './start-server.ts';

let cli: CliSession;
beforeAll(async () => {
  cli = await startCliSession();
});
afterAll(() => cli?.close());

const management = async (path: string): Promise<Response> => fetch(`${cli.server.addresses.management}${path}`);

test.each(['', '/startup', '/liveness', '/readiness', '/status'])('should be healthy: %s', async (group) => {
  const response = await management(`/actuator/health${group}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'UP' });
});

test('should measure requests and partitions', async () => {
  // given
  await fetch(`${cli.server.addresses.rest}/v2/topology`);

  // when
  const metrics = await (await management('/actuator/prometheus')).text();

  // then
  expect(metrics).toMatch(/^http_server_requests_seconds_count\{.*topology.*\} 1$/m);
  expect(metrics).toMatch(/^# TYPE waggle_requests_pending gauge$/m);
  // each histogram of a partition is one metric with its parts, not three
  expect(metrics).toMatch(/^# TYPE waggle_\w+ histogram$/m);
  expect(metrics).not.toMatch(/^# TYPE \w+_bucket /m);
});

test('should advertise the port that gRPC really has', async () => {
  // when
  const topology = await (await fetch(`${cli.server.addresses.rest}/v2/topology`)).json();

  // then
  const [broker] = (topology as { brokers: { host: string; port: number }[] }).brokers;
  expect(`${broker?.host}:${broker?.port}`).toBe(cli.server.addresses.grpc);
});

test('should tell and change the log level', async () => {
  const response = await fetch(`${cli.server.addresses.management}/actuator/loggers/ROOT`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"configuredLevel": "WARN"}',
  });
  expect(response.ok).toBe(true);
  expect(await (await management('/actuator/loggers/ROOT')).json()).toMatchObject({ effectiveLevel: 'WARN' });
});

test('should let go of what it opened when a port cannot be had', async () => {
  // given
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const freeAddress = free.address();
  const managementPort = typeof freeAddress === 'object' && freeAddress !== null ? freeAddress.port : 0;
  free.close();
  await once(free, 'close');

  // when
  const start = startServer({
    dataFolder: undefined,
    host: '127.0.0.1',
    restPort: 0,
    grpcPort: taken,
    managementPort,
    partitions: 1,
    exporters: [],
    diskFreeBytesMin: 0,
    logger: pino({ level: 'silent' }),
  });

  // then the port that had been opened is free again
  await expect(start).rejects.toMatchObject({ name: 'ListenError', option: 'grpc-port' });
  const again = createServer().listen(managementPort, '127.0.0.1');
  await once(again, 'listening');
  again.close();
  holder.close();
});
