import {
  DEFAULT_TENANT_ID,
  IncidentErrorType,
  JobBatchIntent,
  type JobBatchValue,
  JobIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, input, io, multiInstance, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const oneTask = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task', { io: io(input('="in"', 'mapped')) }),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

function withInstances(count: number, options: Parameters<typeof startEngine>[0] = {}, variables: object = {}) {
  const engine = startEngine(options);
  engine.deploy(oneTask);
  for (let index = 0; index < count; index++) engine.create('p', { index, ...variables });
  return { engine, jobKeys: engine.events(ValueType.JOB, JobIntent.CREATED).map(({ key }) => key) };
}

function request(engine: TestEngine, changes: Partial<JobBatchValue> = {}) {
  return engine.send(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, {
    type: 'task',
    worker: 'w',
    timeout: 1_000,
    maxJobsToActivate: 10,
    fetchVariables: [],
    tenantIds: [DEFAULT_TENANT_ID],
    jobKeys: [],
    jobInstanceKeys: [],
    deadline: -1,
    truncated: false,
    withLease: false,
    ...changes,
  });
}

describe('JOB_BATCH ACTIVATE', () => {
  it('should give out jobs in the order of their creation, up to the number asked for', () => {
    // given
    const { engine, jobKeys } = withInstances(3);

    // when
    const answer = request(engine, { maxJobsToActivate: 2 });

    // then
    expect(answer?.record).toMatchObject({
      intent: JobBatchIntent.ACTIVATED,
      value: {
        jobKeys: jobKeys.slice(0, 2),
        truncated: false,
        withLease: false,
        deadline: engine.nowMs + 1_000,
        worker: 'w',
      },
    });
    expect(answer?.jobs.map(({ jobKey }) => jobKey)).toEqual(jobKeys.slice(0, 2));
    expect(request(engine)?.jobs.map(({ jobKey }) => jobKey)).toEqual([jobKeys[2]]);
  });

  it('should tell everything about a job', () => {
    // given
    const { engine, jobKeys } = withInstances(1);
    const [instance] = [engine.keyOf('p')];

    // when
    const [job] = request(engine)!.jobs;

    // then
    expect(job).toEqual({
      jobKey: jobKeys[0],
      type: 'task',
      processInstanceKey: instance,
      rootProcessInstanceKey: instance,
      bpmnProcessId: 'p',
      processDefinitionVersion: 1,
      processDefinitionKey: engine.events(ValueType.PROCESS)[0]?.value.processDefinitionKey,
      elementId: 'task',
      elementInstanceKey: engine.keyOf('task'),
      customHeaders: {},
      worker: 'w',
      retries: 3,
      deadline: engine.nowMs + 1_000,
      variables: '{"mapped":"in","index":0}',
      kind: 0,
      listenerEventType: 0,
      userTask: undefined,
      tags: [],
      businessId: '',
      priority: 0,
      leaseToken: '',
      tenantId: DEFAULT_TENANT_ID,
    });
  });

  it('should give only the variables asked for, without those that are missing', () => {
    const { engine } = withInstances(1);
    const answer = request(engine, { fetchVariables: ['index', 'missing', 'index'] });
    expect(answer?.jobs[0]?.variables).toBe('{"index":0}');
  });

  it('should answer with no jobs when there are none', () => {
    const { engine } = withInstances(0);
    expect(request(engine)).toMatchObject({
      jobs: [],
      record: { value: { jobKeys: [], truncated: false, withLease: false } },
    });
  });

  it('should give a job again after its time-out only', () => {
    // given
    const { engine, jobKeys } = withInstances(1);
    request(engine);

    // then
    engine.advance(999);
    expect(request(engine)?.jobs).toEqual([]);
    engine.advance(1);
    expect(request(engine)?.jobs.map(({ jobKey }) => jobKey)).toEqual(jobKeys);
  });

  it('should leave jobs that do not fit for the next request', () => {
    // given room for one job
    const { engine, jobKeys } = withInstances(2, { limits: { jobBatchBytesMax: 1_500 } }, { text: 'x'.repeat(800) });

    // when
    const answer = request(engine);

    // then
    expect(answer?.record.value).toMatchObject({ jobKeys: [jobKeys[0]], truncated: true });
    expect(engine.incidents()).toEqual([]);
    expect(request(engine)?.record.value).toMatchObject({ jobKeys: [jobKeys[1]], truncated: false, withLease: false });
  });

  it('should stop a job that fits no answer with an incident, until less of it is asked for', () => {
    // given
    const { engine, jobKeys } = withInstances(1, { limits: { jobBatchBytesMax: 1_000 } }, { text: 'x'.repeat(2_000) });

    // when
    const answer = request(engine);

    // then
    expect(answer).toMatchObject({ jobs: [], record: { value: { jobKeys: [], truncated: true } } });
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
      jobKey: jobKeys[0],
      elementId: 'task',
    });
    expect(incident?.value.errorMessage).toContain('larger than the maximum message size (1000 bytes)');
    expect(request(engine, { fetchVariables: ['index'] })?.jobs).toEqual([]);

    // when
    engine.resolve(incident!.key);

    // then
    expect(request(engine, { fetchVariables: ['index'] })?.jobs).toMatchObject([{ variables: '{"index":0}' }]);
  });

  it('should count bytes, not characters', () => {
    // given 600 characters of three bytes
    const { engine } = withInstances(1, { limits: { jobBatchBytesMax: 1_500 } }, { text: '€'.repeat(600) });

    // then
    expect(request(engine)?.jobs).toEqual([]);
    expect(engine.incidents()).toHaveLength(1);
  });

  it('should give each job once when a tenant is named twice, and stop no other tenant for a large job', () => {
    // given
    const { engine } = withInstances(1, { limits: { jobBatchBytesMax: 1_000 } }, { text: 'x'.repeat(2_000) });

    // when
    const answer = request(engine, { tenantIds: [DEFAULT_TENANT_ID, DEFAULT_TENANT_ID, 'other'] });

    // then
    expect(answer?.jobs).toEqual([]);
    expect(engine.incidents()).toHaveLength(1);
    expect(request(withInstances(1).engine, { tenantIds: [DEFAULT_TENANT_ID, DEFAULT_TENANT_ID] })?.jobs).toHaveLength(
      1,
    );
  });

  it('should not give jobs of other tenants or types', () => {
    const { engine } = withInstances(1);
    expect(request(engine, { tenantIds: ['other'] })?.jobs).toEqual([]);
    expect(request(engine, { type: 'other' })?.jobs).toEqual([]);
  });

  it.each([
    [{ type: ' ' }, 'Expected to activate job batch with type to be present, but it was blank'],
    [{ timeout: 0 }, "Expected to activate job batch with timeout to be greater than zero, but it was '0'"],
    [
      { maxJobsToActivate: 0 },
      "Expected to activate job batch with max jobs to activate to be greater than zero, but it was '0'",
    ],
  ])('should refuse %j', (changes, reason) => {
    const { engine } = withInstances(1);
    expect(rejectionOf(request(engine, changes))).toBe(`INVALID_ARGUMENT: ${reason}`);
  });

  it('should stop a job that no stream can take', () => {
    const stream = { id: 1, worker: 's', timeoutMs: 1_000, fetchVariables: [], withLease: false };
    const { engine } = withInstances(
      1,
      { limits: { jobBatchBytesMax: 1_000 }, jobStreams: { pick: () => stream } },
      { text: 'x'.repeat(2_000) },
    );
    expect(engine.incidents()).toHaveLength(1);
    expect(engine.effects.filter(({ kind }) => kind === 'push')).toEqual([]);
  });

  it('should push no more at once than fits an answer, and tell of the rest', () => {
    // given
    const stream = { id: 1, worker: 's', timeoutMs: 1_000, fetchVariables: ['text'], withLease: false };
    const engine = startEngine({ limits: { jobBatchBytesMax: 2_500 }, jobStreams: { pick: () => stream } });
    const loop = multiInstance(serviceTask('task'), { inputCollection: '=for i in 1..10 return i' });
    engine.deploy(bpmn({ id: 'p' }, startEvent(), loop, flow('start', 'task')));
    // when: each job has some 1,300 bytes
    engine.create('p', { text: 'x'.repeat(1_000) });
    // then
    expect(engine.effects.filter(({ kind }) => kind === 'push')).toHaveLength(2);
    expect(engine.effects.filter(({ kind }) => kind === 'jobsAvailable')).toHaveLength(8);
    expect(engine.activate('task')).toHaveLength(1);
  });
});
