import { JobIntent, type Key } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';

function waiting(retries = '3') {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      serviceTask('task', { retries }),
      endEvent(),
      flow('start', 'task'),
      flow('task', 'end'),
    ),
  );
  const instance = engine.create('p');
  const task = engine.records.findLast(({ valueType, intent }) => valueType === 0 && intent === JobIntent.CREATED);
  return { engine, instance, jobKey: task!.key };
}

describe('JOB UPDATE_RETRIES', () => {
  it('should change the retries and answer with the job', () => {
    // given
    const { engine, jobKey } = waiting();

    // when
    const answer = engine.job(JobIntent.UPDATE_RETRIES, jobKey, { retries: 9 });

    // then
    expect(answer?.record).toMatchObject({ intent: JobIntent.RETRIES_UPDATED, key: jobKey, value: { retries: 9 } });
    expect(engine.activate('task')).toMatchObject([{ jobKey, retries: 9 }]);
  });

  it('should leave an activated job with its worker', () => {
    // given
    const { engine, jobKey } = waiting();
    engine.activate('task');

    // when
    engine.job(JobIntent.UPDATE_RETRIES, jobKey, { retries: 9 });

    // then
    expect(engine.activate('task')).toEqual([]);
    engine.advance(60_000);
    expect(engine.activate('task')).toMatchObject([{ retries: 9 }]);
  });

  it('should find a job that was created without retries with its workers all the same', () => {
    const { engine, jobKey } = waiting('0');
    expect(engine.activate('task')).toMatchObject([{ jobKey, retries: 0 }]);
  });

  it.each([0, -1])('should refuse %i retries', (retries) => {
    const { engine, jobKey } = waiting();
    expect(rejectionOf(engine.job(JobIntent.UPDATE_RETRIES, jobKey, { retries }))).toBe(
      `INVALID_ARGUMENT: Expected to update retries for job with key '${jobKey}' with a positive amount of retries, but the amount given was '${retries}'`,
    );
  });

  it('should refuse an unknown job', () => {
    const { engine } = waiting();
    expect(rejectionOf(engine.job(JobIntent.UPDATE_RETRIES, 7n as Key, { retries: 1 }))).toBe(
      "NOT_FOUND: Expected to update job with key '7', but no such job was found",
    );
  });
});
