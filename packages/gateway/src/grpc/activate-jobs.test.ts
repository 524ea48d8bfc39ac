import { status } from '@grpc/grpc-js';
import {
  JobBatchIntent,
  JobIntent,
  JobKind,
  JobListenerEventType,
  keyOf,
  MESSAGE_BYTES_MAX,
  PartitionError,
  ValueType,
} from '@waggle/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type GrpcFixture, readAll, startGrpc } from '../../test/grpc-fixture.ts';
import { activatedJob, activatedUserTask } from '../../test/scripted-port.ts';

const request = { type: 'pay', worker: 'w', timeout: '60000', maxJobsToActivate: 10, requestTimeout: '-1' };

const rejected = (problem: string): string =>
  `Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with ${problem}`;

describe('ActivateJobs', () => {
  let grpc: GrpcFixture;
  afterEach(() => grpc.close());

  it('should hand out jobs with every field clients rely on', async () => {
    // given
    grpc = await startGrpc();
    grpc.port.addJobs(1, activatedJob({ jobKey: keyOf(1, 7n), tags: ['red'], variables: '' }));

    // when
    const { messages, code } = await readAll(
      grpc.stream('ActivateJobs', { ...request, fetchVariable: ['amount'], tenantIds: ['<default>'] }),
    );

    // then
    expect(code).toBe(status.OK);
    expect(messages).toEqual([
      {
        jobs: [
          {
            key: String(keyOf(1, 7n)),
            type: 'pay',
            processInstanceKey: String(keyOf(1, 100n)),
            bpmnProcessId: 'order',
            processDefinitionVersion: 3,
            processDefinitionKey: String(keyOf(1, 101n)),
            elementId: 'payTask',
            elementInstanceKey: String(keyOf(1, 102n)),
            customHeaders: '{"method":"card"}',
            worker: 'w',
            retries: 3,
            deadline: '1700000000000',
            variables: '{}',
            tenantId: '<default>',
            kind: 0,
            listenerEventType: 6,
            tags: ['red'],
          },
        ],
      },
    ]);
    expect(grpc.port.sent[0]?.command.value).toMatchObject({ timeout: 60_000, fetchVariables: ['amount'] });
  });

  it('should send a message for each partition that had jobs', async () => {
    // given
    grpc = await startGrpc({ partitionCount: 3 });
    for (const partitionId of [1, 3]) grpc.port.addJobs(partitionId, activatedJob({ jobKey: keyOf(partitionId, 1n) }));

    // when
    const { messages } = await readAll(grpc.stream('ActivateJobs', request));

    // then
    expect(messages).toHaveLength(2);
  });

  it('should end empty and in good order when there are no jobs', async () => {
    // given
    grpc = await startGrpc({ longPolling: { timeoutMs: 20 } });

    // when
    const { messages, code } = await readAll(grpc.stream('ActivateJobs', { ...request, requestTimeout: '0' }));

    // then
    expect([code, messages]).toEqual([status.OK, []]);
  });

  it('should answer a waiting client when jobs are announced', async () => {
    // given
    grpc = await startGrpc();
    const reading = readAll(grpc.stream('ActivateJobs', { ...request, requestTimeout: '60000' }));
    await vi.waitFor(() => expect(grpc.port.sent).toHaveLength(1));

    // when
    grpc.port.addJobs(1, activatedJob());

    // then
    expect((await reading).messages).toHaveLength(1);
  });

  it('should split a batch that is larger than a message may be', async () => {
    // given
    grpc = await startGrpc();
    const variables = `{"a":"${'ü'.repeat(MESSAGE_BYTES_MAX / 6)}"}`;
    grpc.port.addJobs(1, ...[1n, 2n, 3n].map((counter) => activatedJob({ jobKey: keyOf(1, counter), variables })));

    // when
    const { messages, code } = await readAll(grpc.stream('ActivateJobs', request));

    // then
    expect(code).toBe(status.OK);
    expect(messages.map((message) => (message.jobs as object[]).length)).toEqual([2, 1]);
  });

  it.each([
    [{ type: '  ' }, rejected('type to be present, but it was blank')],
    [{ timeout: '0' }, rejected("timeout to be greater than zero, but it was '0'")],
    [{ maxJobsToActivate: 0 }, rejected("max jobs to activate to be greater than zero, but it was '0'")],
    [
      { tenantIds: ['<default>', 'acme'] },
      "Expected to handle gRPC request ActivateJobs with tenant identifier 'acme', but multi-tenancy is disabled",
    ],
  ])('should refuse %j as an invalid argument', async (parts, text) => {
    // given
    grpc = await startGrpc();

    // when
    const { code, details } = await readAll(grpc.stream('ActivateJobs', { ...request, ...parts }));

    // then
    expect([code, details]).toEqual([status.INVALID_ARGUMENT, text]);
  });

  it('should not look at the tenants when the assigned ones are asked for', async () => {
    // given
    grpc = await startGrpc();

    // when
    const { code } = await readAll(grpc.stream('ActivateJobs', { ...request, tenantFilter: 1, tenantIds: ['acme'] }));

    // then
    expect(code).toBe(status.OK);
    expect(grpc.port.sent[0]?.command.value).toMatchObject({ tenantIds: ['<default>'] });
  });

  it('should hand out the jobs of listeners with their user task, and leases if asked for', async () => {
    // given
    grpc = await startGrpc();
    const listener = { kind: JobKind.TASK_LISTENER, listenerEventType: JobListenerEventType.UPDATING };
    const userTask = activatedUserTask({ formKey: keyOf(5, 1n), assignee: '' });
    grpc.port.addJobs(1, activatedJob({ ...listener, userTask, leaseToken: 'l-1' }));

    // when
    const { messages } = await readAll(grpc.stream('ActivateJobs', { ...request, withLease: true }));

    // then
    const [job] = messages[0]!.jobs as object[];
    expect(job).toMatchObject({
      kind: 2,
      listenerEventType: 7,
      jobLeaseToken: 'l-1',
      userTask: {
        action: 'assign',
        candidateGroups: ['clerks'],
        candidateUsers: ['ada', 'bob'],
        changedAttributes: ['assignee'],
        dueDate: '2026-01-02T03:04:05Z',
        formKey: String(keyOf(5, 1n)),
        priority: 50,
        userTaskKey: String(keyOf(1, 103n)),
      },
    });
    expect(grpc.port.sent[0]?.command.value).toMatchObject({ withLease: true });
  });

  it('should end as exhausted and name the type when the partitions are too busy', async () => {
    // given
    grpc = await startGrpc();
    grpc.port.script = () => new PartitionError('RESOURCE_EXHAUSTED', 'full');

    // when
    const { code, details } = await readAll(grpc.stream('ActivateJobs', { ...request, requestTimeout: '0' }));

    // then
    expect([code, details]).toEqual([status.RESOURCE_EXHAUSTED, expect.stringContaining("type 'pay'")]);
  });

  it('should give back jobs that were activated for a client that has gone', async () => {
    // given
    grpc = await startGrpc();
    const looking = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    grpc.port.script = ({ command }) => {
      if (command.valueType !== ValueType.JOB_BATCH) return undefined;
      grpc.port.script = () => undefined;
      looking.resolve();
      return gone.promise.then(() => grpc.port.send(1, command));
    };
    const stream = grpc.stream('ActivateJobs', { ...request, requestTimeout: '60000' });
    const reading = readAll(stream);
    await looking.promise;
    grpc.port.addJobs(1, activatedJob());
    const otherReading = readAll(grpc.stream('ActivateJobs', { ...request, requestTimeout: '60000' }));

    // when
    stream.cancel();
    expect((await reading).code).toBe(status.CANCELLED);
    // One call more on the same connection: when it is answered, the cancellation has arrived, too.
    await grpc.call('Topology', {});
    gone.resolve();

    // then
    expect((await otherReading).messages).toHaveLength(1);
    expect(grpc.port.commands(ValueType.JOB, JobIntent.YIELD)).toMatchObject([{ key: activatedJob().jobKey }]);
  });

  it('should give back what a slow client did not read before it left', async () => {
    // given
    grpc = await startGrpc();
    const variables = `{"a":"${'x'.repeat(MESSAGE_BYTES_MAX / 2)}"}`;
    const batch = Array.from({ length: 20 }, (_, index) =>
      activatedJob({ jobKey: keyOf(1, BigInt(index + 1)), variables }),
    );
    grpc.port.addJobs(1, ...batch);
    // Each job fills a message of its own. Nobody reads; the client's library takes up to 17 messages all the same.
    const stream = grpc.stream('ActivateJobs', { ...request, maxJobsToActivate: 20 });
    stream.on('error', () => {});
    await vi.waitFor(() => expect(grpc.port.commands(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE)).toHaveLength(1));
    await grpc.call('Topology', {});

    // when
    stream.cancel();

    // then
    await vi.waitFor(() => {
      const givenBack = grpc.port.commands(ValueType.JOB, JobIntent.YIELD).map((command) => command.key);
      expect(givenBack.length).toBeGreaterThanOrEqual(3);
      expect(new Set(givenBack).size).toBe(givenBack.length);
    });
  });
});
