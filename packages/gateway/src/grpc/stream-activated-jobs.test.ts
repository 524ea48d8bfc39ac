import { status } from '@grpc/grpc-js';
import { JobIntent, type Key, keyOf, ValueType } from '@waggle/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GrpcFixture, readAll, startGrpc } from '../../test/grpc-fixture.ts';
import { activatedJob } from '../../test/scripted-port.ts';

const request = { type: 'pay', worker: 'w', timeout: '60000', fetchVariable: ['amount'] };

describe('StreamActivatedJobs', () => {
  let grpc: GrpcFixture;
  beforeEach(async () => {
    grpc = await startGrpc();
  });
  afterEach(() => grpc.close());

  /** Resolves with the push function of the stream that the gateway opened. */
  async function opened(): Promise<(key: Key, variables?: string) => boolean> {
    await vi.waitFor(() => expect(grpc.port.openStreams.size).toBe(1));
    const [stream] = grpc.port.openStreams;
    return (jobKey, variables = '{}') => stream!.receiver(activatedJob({ jobKey, variables }));
  }

  const yielded = () => grpc.port.commands(ValueType.JOB, JobIntent.YIELD).map((command) => command.key);

  it('should push jobs, one a message, until the client leaves', async () => {
    // given
    const stream = grpc.stream('StreamActivatedJobs', request);
    const reading = readAll(stream);
    const push = await opened();
    expect([...grpc.port.openStreams][0]?.request).toEqual({
      type: 'pay',
      worker: 'w',
      timeoutMs: 60_000,
      fetchVariables: ['amount'],
      tenantIds: ['<default>'],
      withLease: false,
    });

    // when
    expect([push(keyOf(1, 1n)), push(keyOf(1, 2n))]).toEqual([true, true]);
    await vi.waitFor(() => expect(stream.readableFlowing).toBe(true));
    await grpc.call('Topology', {});
    stream.cancel();

    // then
    const { messages, code } = await reading;
    expect(code).toBe(status.CANCELLED);
    expect(messages.map((message) => message.key)).toEqual([String(keyOf(1, 1n)), String(keyOf(1, 2n))]);
    expect(messages[0]).toMatchObject({ listenerEventType: 6, kind: 0, tenantId: '<default>' });
    await vi.waitFor(() => expect(grpc.port.openStreams.size).toBe(0));
    expect(yielded()).toEqual([]);
  });

  it('should tell the client at once that the stream is open', async () => {
    // when
    const stream = grpc.stream('StreamActivatedJobs', request);
    stream.on('error', () => {});

    // then
    await new Promise((resolve) => stream.once('metadata', resolve));
    stream.cancel();
  });

  it('should refuse jobs while the client does not read, and lose none', async () => {
    // given: a client that does not read
    const stream = grpc.stream('StreamActivatedJobs', request);
    stream.on('error', () => {});
    const push = await opened();
    const variables = `{"a":"${'x'.repeat(100_000)}"}`;

    // when
    const accepted: Key[] = [];
    let counter = 1n;
    while (push(keyOf(1, counter), variables)) accepted.push(keyOf(1, counter++));

    // then: what was accepted is bounded, and arrives once the client reads
    expect(accepted.length).toBeLessThan(100);
    const received: string[] = [];
    stream.on('data', (message: { key: string }) => received.push(message.key));
    await vi.waitFor(() => expect(received).toEqual(accepted.map(String)));
    await vi.waitFor(() => expect(push(keyOf(1, counter++))).toBe(true));
    stream.cancel();
  });

  it('should give back what the client had not read when it left', async () => {
    // given
    const stream = grpc.stream('StreamActivatedJobs', request);
    stream.on('error', () => {});
    const push = await opened();
    const variables = `{"a":"${'x'.repeat(1_000_000)}"}`;
    const accepted: Key[] = [];
    let counter = 1n;
    while (push(keyOf(1, counter), variables)) accepted.push(keyOf(1, counter++));

    // when
    stream.cancel();

    // then
    await vi.waitFor(() => expect(yielded().length).toBeGreaterThanOrEqual(accepted.length - 2));
    expect(accepted).toEqual(expect.arrayContaining(yielded()));
    expect(new Set(yielded()).size).toBe(yielded().length);
    expect(push(keyOf(1, counter))).toBe(false);
  });

  it('should offer a job to an equal client that reads when another does not', async () => {
    // given
    const blocked = grpc.stream('StreamActivatedJobs', request);
    blocked.on('error', () => {});
    const push = await opened();
    const variables = `{"a":"${'x'.repeat(100_000)}"}`;
    let counter = 1n;
    while (push(keyOf(1, counter), variables)) counter++;
    const reading = grpc.stream('StreamActivatedJobs', request);
    reading.on('error', () => {});
    const received: string[] = [];
    reading.on('data', (message: { key: string }) => received.push(message.key));
    await new Promise((resolve) => reading.once('metadata', resolve));

    // when
    const isTaken = push(keyOf(1, 9999n));

    // then
    expect(isTaken).toBe(true);
    await vi.waitFor(() => expect(received).toEqual([String(keyOf(1, 9999n))]));
    expect(grpc.port.openStreams.size).toBe(1);
    blocked.cancel();
    reading.cancel();
  });

  it('should not let a client that does not read hold up the shutdown', async () => {
    // given
    await grpc.close();
    grpc = await startGrpc({ shutdownGraceMs: 20 });
    const stream = grpc.stream('StreamActivatedJobs', request);
    stream.on('error', () => {});
    const push = await opened();
    let counter = 1n;
    while (push(keyOf(1, counter), `{"a":"${'x'.repeat(1_000_000)}"}`)) counter++;

    // when
    await grpc.server.close();

    // then
    expect(yielded().length).toBeGreaterThan(0);
  });

  it.each([
    [{ type: '' }, 'type to be present'],
    [{ timeout: '0' }, 'timeout to be greater than zero'],
    [{ tenantIds: ['acme'] }, 'gRPC request StreamActivatedJobs with tenant identifier'],
  ])('should refuse %j as an invalid argument', async (parts, text) => {
    // when
    const { code, details } = await readAll(grpc.stream('StreamActivatedJobs', { ...request, ...parts }));

    // then
    expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining(text)]);
    expect(grpc.port.openStreams.size).toBe(0);
  });
});
