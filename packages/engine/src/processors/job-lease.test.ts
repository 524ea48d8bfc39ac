import { JobIntent } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { JobStream, JobStreams } from '../job-streams.ts';

function withJobs(count: number, jobStreams?: JobStreams) {
  const engine = startEngine(jobStreams === undefined ? {} : { jobStreams });
  engine.deploy(bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task'), flow('task', 'end'), endEvent()));
  const keys = Array.from({ length: count }, () => engine.create('process'));
  return { engine, keys };
}

describe('leased jobs', () => {
  it.each([
    ['COMPLETE', JobIntent.COMPLETE],
    ['FAIL', JobIntent.FAIL],
    ['THROW_ERROR', JobIntent.THROW_ERROR],
  ])('should refuse %s without the token of the last activation', (_name, intent) => {
    // given
    const { engine } = withJobs(1);
    const [first] = engine.activate('task', 1, { withLease: true, timeoutMs: 1000 });
    engine.advance(1000);
    const [second] = engine.activate('task', 1, { withLease: true });

    // when / then
    expect(second!.leaseToken).not.toBe(first!.leaseToken);
    expect(rejectionOf(engine.job(intent, first!.jobKey))).toMatch(/^INVALID_STATE: .*no lease token is given/);
    expect(rejectionOf(engine.job(intent, first!.jobKey, { leaseToken: first!.leaseToken }))).toMatch(
      /^INVALID_STATE: .*not that of its last activation/,
    );
  });

  it('should accept the token of the last activation', () => {
    // given
    const { engine, keys } = withJobs(1);
    const [job] = engine.activate('task', 1, { withLease: true });

    // when
    engine.job(JobIntent.COMPLETE, job!.jobKey, { leaseToken: job!.leaseToken });

    // then
    expect(engine.isCompleted(keys[0]!)).toBe(true);
  });

  it('should accept a late completion as long as nobody else has the job', () => {
    const { engine, keys } = withJobs(1);
    const [job] = engine.activate('task', 1, { withLease: true, timeoutMs: 1000 });
    engine.advance(5000);
    engine.job(JobIntent.COMPLETE, job!.jobKey, { leaseToken: job!.leaseToken });
    expect(engine.isCompleted(keys[0]!)).toBe(true);
  });

  it('should give a job that was leased once only to workers with leases', () => {
    // given
    const { engine } = withJobs(2);
    const [leased] = engine.activate('task', 1, { withLease: true });
    engine.job(JobIntent.FAIL, leased!.jobKey, { retries: 2, leaseToken: leased!.leaseToken });

    // when
    const without = engine.activate('task');
    const [again] = engine.activate('task', 10, { withLease: true });

    // then
    expect(without.map(({ leaseToken }) => leaseToken)).toEqual(['']);
    expect(again!.jobKey).toBe(leased!.jobKey);
    expect(BigInt(again!.leaseToken)).toBeGreaterThan(BigInt(leased!.leaseToken));
  });

  it('should check the token of an update only when it is given', () => {
    // given
    const { engine } = withJobs(1);
    const [job] = engine.activate('task', 1, { withLease: true });

    // when / then
    const { jobKey, leaseToken } = job!;
    expect(rejectionOf(engine.job(JobIntent.UPDATE_RETRIES, jobKey, { retries: 1, leaseToken: '1' }))).toMatch(
      /^INVALID_STATE: /,
    );
    expect(rejectionOf(engine.job(JobIntent.UPDATE_TIMEOUT, jobKey, { timeout: 1, leaseToken: '1' }))).toMatch(
      /^INVALID_STATE: /,
    );
    const changes = { changedAttributes: ['retries'], retries: 7 };
    expect(rejectionOf(engine.job(JobIntent.UPDATE, jobKey, { ...changes, leaseToken: '1' }))).toMatch(
      /^INVALID_STATE: /,
    );
    expect(engine.job(JobIntent.UPDATE, jobKey, changes)?.record.intent).toBe(JobIntent.UPDATED);
    expect(engine.job(JobIntent.UPDATE, jobKey, { ...changes, leaseToken })?.record.intent).toBe(JobIntent.UPDATED);
  });

  it('should push with a token to a stream with leases, and a leased job to no other', () => {
    // given
    const stream: JobStream = { id: 1, worker: 'w', timeoutMs: 1000, fetchVariables: [], withLease: true };
    let isLeasing = true;
    const asked: boolean[] = [];
    const { engine } = withJobs(1, {
      pick(_type, _tenantId, needsLease) {
        asked.push(needsLease);
        return isLeasing ? stream : undefined;
      },
    });
    isLeasing = false;

    // when
    engine.advance(1000);

    // then
    const pushed = engine.effects.flatMap((effect) => (effect.kind === 'push' ? [effect.job] : []));
    expect(pushed.map(({ leaseToken }) => leaseToken !== '')).toEqual([true]);
    expect(asked).toEqual([false, true]);
  });
});
