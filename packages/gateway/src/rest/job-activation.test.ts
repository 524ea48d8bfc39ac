import { connect } from 'node:net';
import { JobBatchIntent, JobIntent, JobKind, JobListenerEventType, keyOf, ValueType } from '@waggle/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { activatedJob, activatedUserTask } from '../../test/scripted-port.ts';

const REQUEST = { type: 'pay', worker: 'w', timeout: 60_000, maxJobsToActivate: 10 };
const VARIABLES = '{"id":9007199254740993123,"price":10.00}';

let rest: RestFixture | undefined;
afterEach(async () => {
  await rest?.close();
  rest = undefined;
});

/** Sends an activation by hand, so that its connection can be broken. */
function activateRaw(address: string): { destroy(): void } {
  const [host, port] = address.split(':');
  const body = JSON.stringify(REQUEST);
  const socket = connect(Number(port), host, () =>
    socket.write(
      `POST /v2/jobs/activation HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    ),
  );
  socket.on('error', () => {});
  return socket;
}

describe('POST /v2/jobs/activation', () => {
  it('should hand out jobs of all partitions with their variables digit by digit', async () => {
    rest = await startRest({ partitionCount: 2 });
    rest.port.addJobs(1, activatedJob({ jobKey: keyOf(1, 1n), variables: VARIABLES, businessId: 'o-1', tags: ['a'] }));
    rest.port.addJobs(2, activatedJob({ jobKey: keyOf(2, 1n), customHeaders: { 'a"b': 'ü' } }));

    const answer = await rest.request('POST', '/v2/jobs/activation', { ...REQUEST, tenantIds: ['<default>'] });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.text).toContain(`"variables":${VARIABLES},`);
    const jobs = answer.json!.jobs as Record<string, unknown>[];
    expect(jobs).toHaveLength(2);
    expect(jobs[0]).toEqual({
      type: 'pay',
      processDefinitionId: 'order',
      processDefinitionVersion: 3,
      elementId: 'payTask',
      customHeaders: { method: 'card' },
      worker: 'w',
      retries: 3,
      deadline: 1_700_000_000_000,
      variables: expect.anything(),
      tenantId: '<default>',
      physicalTenantId: 'default',
      jobKey: String(keyOf(1, 1n)),
      processInstanceKey: String(keyOf(1, 100n)),
      processDefinitionKey: String(keyOf(1, 101n)),
      elementInstanceKey: String(keyOf(1, 102n)),
      kind: 'BPMN_ELEMENT',
      listenerEventType: 'UNSPECIFIED',
      userTask: null,
      tags: ['a'],
      rootProcessInstanceKey: String(keyOf(1, 100n)),
      businessId: 'o-1',
      priority: 0,
      leaseToken: null,
    });
    expect(jobs[1]).toMatchObject({ customHeaders: { 'a"b': 'ü' }, businessId: null });
  });

  it('should hand out the jobs of listeners with their user task, and leases if asked for', async () => {
    rest = await startRest();
    rest.port.addJobs(
      1,
      activatedJob({
        kind: JobKind.TASK_LISTENER,
        listenerEventType: JobListenerEventType.ASSIGNING,
        userTask: activatedUserTask(),
        priority: -7,
        leaseToken: 'l-1',
      }),
    );

    const answer = await rest.request('POST', '/v2/jobs/activation', { ...REQUEST, withLease: true });

    expect((answer.json!.jobs as object[])[0]).toMatchObject({
      kind: 'TASK_LISTENER',
      listenerEventType: 'ASSIGNING',
      userTask: {
        action: 'assign',
        assignee: 'ada',
        candidateGroups: ['clerks'],
        candidateUsers: ['ada', 'bob'],
        changedAttributes: ['assignee'],
        dueDate: '2026-01-02T03:04:05Z',
        followUpDate: null,
        formKey: null,
        priority: 50,
        userTaskKey: String(keyOf(1, 103n)),
      },
      priority: -7,
      leaseToken: 'l-1',
    });
    expect(rest.port.sent[0]?.command.value).toMatchObject({ withLease: true });
  });

  it('should refuse foreign tenants unless those of the caller are meant', async () => {
    rest = await startRest();
    const request = { ...REQUEST, requestTimeout: -1, tenantIds: ['<default>', 'b'] };

    const provided = await rest.request('POST', '/v2/jobs/activation', request);
    const assigned = await rest.request('POST', '/v2/jobs/activation', { ...request, tenantFilter: 'Assigned' });

    expect(provided.json).toMatchObject({
      title: 'INVALID_ARGUMENT',
      detail: "Expected to handle request Activate Jobs with tenant identifier 'b', but multi-tenancy is disabled.",
    });
    expect(assigned.json).toEqual({ jobs: [] });
  });

  it('should wait for a first job', async () => {
    rest = await startRest();
    const answer = rest.request('POST', '/v2/jobs/activation', REQUEST);
    await vi.waitFor(() => expect(rest!.port.sent.length).toBeGreaterThan(0));

    rest.port.addJobs(1, activatedJob());

    expect((await answer).json!.jobs).toHaveLength(1);
  });

  it('should answer at once without jobs when it shall not wait', async () => {
    rest = await startRest();

    const answer = await rest.request('POST', '/v2/jobs/activation', { ...REQUEST, requestTimeout: -1 });

    expect(answer.json).toEqual({ jobs: [] });
  });

  it('should answer without jobs when the time is over', async () => {
    rest = await startRest();

    const answer = await rest.request('POST', '/v2/jobs/activation', { ...REQUEST, requestTimeout: 1 });

    expect(answer.json).toEqual({ jobs: [] });
  });

  it.each([
    ['before it got any', 1],
    ['with jobs for it in hand', 2],
  ])('should give jobs back when the client has left %s', async (_when, blockedActivation) => {
    rest = await startRest({ partitionCount: 2 });
    const { port } = rest;
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    let activations = 0;
    port.script = ({ command, partitionId }) => {
      if (command.valueType !== ValueType.JOB_BATCH || command.intent !== JobBatchIntent.ACTIVATE) return undefined;
      if (++activations !== blockedActivation) return undefined;
      port.script = () => undefined;
      reached.resolve();
      return released.promise.then(() => port.send(partitionId, command));
    };
    port.addJobs(1, activatedJob());
    const client = activateRaw(rest.server.address);
    await reached.promise;

    client.destroy();
    // Long enough for the broken connection to be seen by the server, which runs in this very process.
    await new Promise((resolve) => setTimeout(resolve, 50));
    released.resolve();

    await vi.waitFor(() => expect(port.commands(ValueType.JOB, JobIntent.YIELD)).toHaveLength(1));
    expect(port.jobsOnShelf()).toEqual([keyOf(1, 1n)]);
  });

  it('should stop fetching when the answer is large enough', async () => {
    rest = await startRest({ partitionCount: 8 });
    const variables = JSON.stringify({ a: 'x'.repeat(4 * 1024 * 1024) });
    for (const partitionId of rest.port.partitionIds) {
      rest.port.addJobs(partitionId, activatedJob({ jobKey: keyOf(partitionId, 1n), variables }));
    }

    const answer = await rest.request('POST', '/v2/jobs/activation', REQUEST);

    expect(answer.json!.jobs).toHaveLength(4);
  });

  it('should end waiting requests without jobs when the server closes', async () => {
    rest = await startRest();
    const answer = rest.request('POST', '/v2/jobs/activation', { ...REQUEST, requestTimeout: 60_000 });
    await vi.waitFor(() => expect(rest!.port.sent.length).toBeGreaterThan(0));

    await rest.close();

    expect((await answer).json).toEqual({ jobs: [] });
    rest = undefined;
  });
});
