import { Client, credentials, status } from '@grpc/grpc-js';
import { keyOf, PartitionError } from '@waggle/protocol';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type GrpcFixture, readAll, startGrpc } from '../../test/grpc-fixture.ts';
import { eventResponse } from '../../test/scripted-port.ts';
import { createDispatch } from '../dispatch/dispatch.ts';
import { createGrpcServer } from './create-grpc-server.ts';
import { gatewayService } from './gateway-definition.ts';
import { ServingStatus } from './health-implementation.ts';
import { OpenStreams } from './open-streams.ts';
import { type GrpcRequestReport, RequestObserver } from './request-observer.ts';
import { serviceImplementation } from './service-implementation.ts';

const completion = { jobKey: String(keyOf(1, 7n)) };
const activation = { type: 'pay', timeout: '60000', maxJobsToActivate: 1, requestTimeout: '60000' };

describe('createGrpcServer', () => {
  let grpc: GrpcFixture;
  afterEach(() => grpc.close());

  it('should say why it cannot listen', async () => {
    // given
    grpc = await startGrpc();
    const lines: string[] = [];
    const printed = vi.spyOn(console, 'error');

    // when
    const second = createGrpcServer({
      port: grpc.port,
      host: '127.0.0.1',
      grpcPort: grpc.server.grpcPort,
      logger: pino({ level: 'debug' }, { write: (line) => void lines.push(line) }),
    });

    // then
    await expect(second).rejects.toThrow(`Expected to serve gRPC on ${grpc.server.address}, but could not`);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 20, library: 'grpc-js', msg: expect.stringContaining('No address added') }),
    );
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it.each(['', 'gateway_protocol.Gateway'])("should report the health of '%s' as serving", async (service) => {
    // given
    grpc = await startGrpc();

    // when
    const response = await grpc.call('Check', { service });

    // then
    expect(response).toEqual({ status: ServingStatus.SERVING });
  });

  it('should not know the health of other services', async () => {
    // given
    grpc = await startGrpc();

    // when
    const call = grpc.call('Check', { service: 'other' });

    // then
    await expect(call).rejects.toMatchObject({ code: status.NOT_FOUND });
  });

  it('should tell watchers of the health when it shuts down, and of services it does not know', async () => {
    // given
    grpc = await startGrpc();
    const known = grpc.stream('Watch', { service: '' });
    const unknown = grpc.stream('Watch', { service: 'other' });
    const readings = [readAll(known), readAll(unknown)];
    await Promise.all([known, unknown].map((stream) => new Promise((resolve) => stream.once('data', resolve))));

    // when
    await grpc.server.close();

    // then
    const [ofKnown, ofUnknown] = await Promise.all(readings);
    expect(ofKnown).toMatchObject({ code: status.UNAVAILABLE, messages: [{ status: 1 }, { status: 2 }] });
    expect(ofUnknown).toMatchObject({ code: status.UNAVAILABLE, messages: [{ status: 3 }] });
  });

  it('should end streams as unavailable and let commands finish when it closes', async () => {
    // given
    grpc = await startGrpc();
    const answer = Promise.withResolvers<void>();
    const command = Promise.withResolvers<void>();
    const streams = [
      readAll(grpc.stream('StreamActivatedJobs', { type: 'pay', timeout: '1000' })),
      readAll(grpc.stream('ActivateJobs', activation)),
    ];
    await vi.waitFor(() => expect([grpc.port.openStreams.size, grpc.port.sent.length]).toEqual([1, 1]));
    grpc.port.script = (sent) => {
      command.resolve();
      return answer.promise.then(() => eventResponse(sent.command, sent.command.key, sent.command.value));
    };
    const call = grpc.call('CompleteJob', completion);
    await command.promise;

    // when
    const closing = grpc.server.close();
    const ends = await Promise.all(streams);
    answer.resolve();

    // then
    expect(ends.map((end) => [end.code, end.details])).toEqual([
      [status.UNAVAILABLE, expect.stringContaining('shutting down')],
      [status.UNAVAILABLE, expect.stringContaining('shutting down')],
    ]);
    expect(await call).toEqual({});
    await closing;
    expect(grpc.port.openStreams.size).toBe(0);
  });

  it('should cut calls that do not end when it closes', async () => {
    // given
    grpc = await startGrpc({ shutdownGraceMs: 20 });
    const command = Promise.withResolvers<void>();
    grpc.port.script = () => {
      command.resolve();
      return new Promise(() => {});
    };
    const call = grpc.call('CompleteJob', completion).catch((error: { code: number }) => error);
    await command.promise;

    // when
    await grpc.server.close();

    // then
    expect(await call).toMatchObject({ code: expect.toSatisfy((code) => code !== status.OK) });
  });

  it('should answer an unknown rpc as unimplemented', async () => {
    // given
    grpc = await startGrpc();

    // when
    const error = await rawCall(grpc, '/gateway_protocol.Gateway/Dance', Buffer.alloc(0)).catch((thrown) => thrown);

    // then
    expect(error).toMatchObject({ code: status.UNIMPLEMENTED });
  });

  it('should ignore fields it does not know', async () => {
    // given
    grpc = await startGrpc();
    const known = gatewayService.CompleteJob!.requestSerialize(completion);
    // Field 1000 with the text "new".
    const unknown = Buffer.from([0xc2, 0x3e, 3, 0x6e, 0x65, 0x77]);

    // when
    await rawCall(grpc, '/gateway_protocol.Gateway/CompleteJob', Buffer.concat([known, unknown]));

    // then
    expect(grpc.port.sent).toMatchObject([{ command: { key: keyOf(1, 7n) } }]);
  });

  it('should not send a command whose deadline has passed', async () => {
    // given
    grpc = await startGrpc();
    const context = {
      dispatch: createDispatch(grpc.port),
      observer: new RequestObserver(pino({ level: 'silent' }), undefined),
      openStreams: new OpenStreams(),
    };
    const late = { request: { ...completion, variables: '' }, cancelled: false, getDeadline: () => new Date(1) };

    // when
    const answers: unknown[] = [];
    const completeJob = serviceImplementation(context).CompleteJob as (call: object, callback: object) => void;
    completeJob(late, (error: unknown) => answers.push(error));

    // then
    expect(answers).toMatchObject([{ code: status.DEADLINE_EXCEEDED }]);
    expect(grpc.port.sent).toEqual([]);
  });

  it('should report every call with its end', async () => {
    // given
    const reports: GrpcRequestReport[] = [];
    grpc = await startGrpc({ onRequest: (report) => reports.push(report) });

    // when
    await grpc.call('CompleteJob', completion);
    await grpc.call('CompleteJob', { jobKey: '1' }).catch(() => {});
    await readAll(grpc.stream('ActivateJobs', { ...activation, requestTimeout: '-1' }));
    const stream = grpc.stream('StreamActivatedJobs', { type: 'pay', timeout: '1000' });
    stream.on('error', () => {});
    await new Promise((resolve) => stream.once('metadata', resolve));
    stream.cancel();

    // then
    await vi.waitFor(() =>
      expect(reports.map(({ method, code }) => [method, code])).toEqual([
        ['CompleteJob', 'OK'],
        ['CompleteJob', 'NOT_FOUND'],
        ['ActivateJobs', 'OK'],
        ['StreamActivatedJobs', 'CANCELLED'],
      ]),
    );
    expect(reports.every(({ durationMs }) => durationMs >= 0)).toBe(true);
  });

  it("should warn of trouble on our side, and keep callers' mistakes for debugging", async () => {
    // given
    const lines: { level: number; code: string }[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    grpc = await startGrpc({ logger });

    // when
    await grpc.call('CompleteJob', { jobKey: '1' }).catch(() => {});
    grpc.port.script = () => new PartitionError('INTERNAL_ERROR', 'broken');
    await grpc.call('CompleteJob', completion).catch(() => {});

    // then
    expect(lines.map(({ level, code }) => [pino.levels.labels[level], code])).toEqual([
      ['debug', 'NOT_FOUND'],
      ['warn', 'INTERNAL'],
    ]);
  });
});

/** Sends bytes as they are. */
function rawCall(grpc: GrpcFixture, path: string, request: Buffer): Promise<Buffer | undefined> {
  const client = new Client(grpc.server.address, credentials.createInsecure());
  const asIs = (bytes: Buffer) => bytes;
  return new Promise<Buffer | undefined>((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, (error, response) =>
      error === null ? resolve(response) : reject(error),
    );
  }).finally(() => client.close());
}
