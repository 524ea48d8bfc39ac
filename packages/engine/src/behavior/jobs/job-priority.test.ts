import { IncidentErrorType, JobIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, jobPriority, listeners, serviceTask, startEvent } from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';
import { rejectionOf } from '../../../test/outcome.ts';

function withPriority(ofTask: string | undefined, ofProcess?: string, more = ''): string {
  return bpmn(
    { ...(ofProcess !== undefined && { extensions: jobPriority(ofProcess) }) },
    startEvent(),
    flow('start', 'task'),
    serviceTask('task', { io: `${more}${ofTask === undefined ? '' : jobPriority(ofTask)}` }),
    flow('task', 'end'),
    endEvent(),
  );
}

/** An engine with a job of each priority, in this order. */
function withJobs(...priorities: readonly number[]) {
  const engine = startEngine();
  engine.deploy(withPriority('=p'));
  for (const p of priorities) engine.create('process', { p });
  return engine;
}

const prioritiesOf = (jobs: readonly { readonly priority: number }[]) => jobs.map(({ priority }) => priority);

describe('job priority', () => {
  it('should give jobs of higher priority first', () => {
    const engine = withJobs(0, 10, -5, 3, 2 ** 31 - 1, -(2 ** 31));
    expect(prioritiesOf(engine.activate('task'))).toEqual([2 ** 31 - 1, 10, 3, 0, -5, -(2 ** 31)]);
  });

  it('should give jobs of one priority in the order of their creation', () => {
    // given
    const engine = withJobs(0, 7, 0, 7);
    const keys = engine.events(ValueType.JOB, JobIntent.CREATED).map(({ key }) => key);

    // when
    const jobs = engine.activate('task');

    // then
    expect(jobs.map(({ jobKey }) => jobKey)).toEqual([keys[1], keys[3], keys[0], keys[2]]);
  });

  it('should stop at the number asked for, in any priority', () => {
    const engine = withJobs(0, 5, -1, 5);
    expect(prioritiesOf(engine.activate('task', 1))).toEqual([5]);
    expect(prioritiesOf(engine.activate('task', 2))).toEqual([5, 0]);
    expect(prioritiesOf(engine.activate('task', 2))).toEqual([-1]);
  });

  it('should take the priority of the process where the task gives none', () => {
    // given
    const engine = startEngine();
    engine.deploy(withPriority(undefined, '20', listeners('start before')));

    // when
    engine.create('process');

    // then
    expect(prioritiesOf(engine.activate('before'))).toEqual([20]);
  });

  it('should take that of the task before that of the process', () => {
    const engine = startEngine();
    engine.deploy(withPriority('=1 + 1', '20'));
    engine.create('process');
    expect(prioritiesOf(engine.activate('task'))).toEqual([2]);
  });

  it.each(['a text', 1.5, 2 ** 31, null])('should stop with an incident and without a job when it is %j', (p) => {
    // given
    const engine = startEngine();
    engine.deploy(withPriority('=p'));

    // when
    const key = engine.create('process', { p });

    // then
    expect(engine.incidents()[0]?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(engine.events(ValueType.JOB)).toEqual([]);
    engine.setVariables(key, { p: 4 });
    engine.resolve(engine.incidents()[0]!.key);
    expect(prioritiesOf(engine.activate('task'))).toEqual([4]);
  });

  it('should be changed by an update, in every state of the job', () => {
    // given
    const engine = withJobs(0, 0, 1);
    const [first, second] = engine.events(ValueType.JOB, JobIntent.CREATED).map(({ key }) => key);

    // when
    const answer = engine.job(JobIntent.UPDATE, second!, { changedAttributes: ['priority'], priority: 9 });

    // then
    expect(answer?.record.value).toMatchObject({ priority: 9 });
    expect(engine.events(ValueType.JOB, JobIntent.PRIORITY_UPDATED)).toHaveLength(1);
    const [job] = engine.activate('task', 1, { timeoutMs: 1000 });
    expect(job).toMatchObject({ jobKey: second, priority: 9 });
    engine.job(JobIntent.UPDATE, second!, { changedAttributes: ['priority'], priority: -9 });
    engine.advance(1000);
    expect(engine.activate('task').map(({ jobKey }) => jobKey)).toEqual([expect.anything(), first, second]);
  });

  it('should refuse a priority that is no whole number of 32 bits', () => {
    const engine = withJobs(0);
    const [job] = engine.events(ValueType.JOB, JobIntent.CREATED);
    const answer = engine.job(JobIntent.UPDATE, job!.key, { changedAttributes: ['priority'], priority: 2 ** 31 });
    expect(rejectionOf(answer)).toMatch(/^INVALID_ARGUMENT: .*2147483648/);
  });
});
