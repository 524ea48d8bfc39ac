import {
  JobIntent,
  jobCommandValue,
  ProcessInstanceBatchIntent,
  ProcessInstanceIntent,
  RecordType,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  message,
  serviceTask,
  startEvent,
  subProcess,
  terminateEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const TASKS = Array.from({ length: 10 }, (_, index) => `task${index}`);
const manyTasks = TASKS.flatMap((id) => [flow('inner', id), serviceTask(id, { type: 'work' })]);

const minute = timerEvent('timeDuration', 'PT1M');

function crowded(inside: readonly string[] = [], outside: readonly string[] = []): string {
  return bpmn(
    { definitions: message('m', 'news', '=id') },
    startEvent(),
    flow('start', 'sub'),
    subProcess('sub', startEvent('inner'), ...manyTasks, ...inside),
    flow('sub', 'end'),
    endEvent(),
    ...outside,
  );
}

/** Gives the engine everything that is due, before anything that follows from it. */
function processDueAtOnce(engine: TestEngine): void {
  for (const command of engine.engine.collectDueCommands(engine.nowMs, 100)) {
    engine.engine.process(command, engine.nowMs);
  }
  engine.settle();
}

describe('termination', () => {
  it('should end many children a chunk at a time', () => {
    // given
    const engine = startEngine({ limits: { terminateChunkMax: 3 } });
    engine.deploy(crowded());
    const key = engine.create('process');

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.living()).toEqual([]);
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(10);
    const chunks = engine.records.filter(
      ({ recordType, valueType, intent }) =>
        recordType === RecordType.COMMAND &&
        valueType === ValueType.PROCESS_INSTANCE_BATCH &&
        intent === ProcessInstanceBatchIntent.TERMINATE,
    );
    expect(chunks).toHaveLength(3);
  });

  it.each([1, 5, 10, 11])('should end a scope once, in chunks of %i', (terminateChunkMax) => {
    // given
    const engine = startEngine({ limits: { terminateChunkMax, followUpCommandsMax: 2 } });
    engine.deploy(crowded([], [boundaryEvent('late', 'sub', minute), flow('late', 'end')]));
    const key = engine.create('process');

    // when
    engine.advance(60_000);

    // then
    expect(engine.completed(key)).toEqual(['start', 'inner', 'late', 'end', 'process']);
  });

  it('should let an interrupting event sub-process begin only when the last chunk is gone', () => {
    // given
    const engine = startEngine({ limits: { terminateChunkMax: 3, followUpCommandsMax: 1 } });
    engine.deploy(
      crowded([
        eventSubProcess('rescue', eventSubProcessStart('late', minute), flow('late', 'mend'), serviceTask('mend')),
      ]),
    );
    const key = engine.create('process');

    // when
    engine.advance(60_000);

    // then
    const path = engine.path(key);
    expect(path.indexOf('rescue ACTIVATING')).toBeGreaterThan(path.indexOf('task9 TERMINATED'));
    expect(engine.living()).toEqual(['process', 'sub', 'rescue', 'mend']);
    engine.completeJob('mend');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should let a terminate end event complete its scope only when the last chunk is gone', () => {
    // given
    const engine = startEngine({ limits: { terminateChunkMax: 3, followUpCommandsMax: 1 } });
    engine.deploy(
      crowded([
        flow('inner', 'stopper'),
        serviceTask('stopper'),
        flow('stopper', 'stop'),
        endEvent('stop', terminateEvent),
      ]),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('stopper');

    // then
    expect(engine.completed(key)).toEqual(['start', 'inner', 'stopper', 'stop', 'sub', 'end', 'process']);
  });

  it('should end what a cancellation meets in the middle of an interruption', () => {
    // given
    const engine = startEngine({ limits: { terminateChunkMax: 3, followUpCommandsMax: 1 } });
    engine.deploy(
      crowded([
        eventSubProcess('rescue', eventSubProcessStart('late', minute), flow('late', 'mend'), serviceTask('mend')),
      ]),
    );
    const key = engine.create('process');
    engine.nowMs += 60_000;
    for (const command of engine.engine.collectDueCommands(engine.nowMs, 1)) {
      engine.engine.process(command, engine.nowMs);
    }

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.living()).toEqual([]);
  });

  it('should let exactly one win of a cancellation and a job that is done', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    engine.deploy(bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task'), flow('task', 'end'), endEvent()));
    const [first, second] = [engine.create('process'), engine.create('process')];
    const [firstJob, secondJob] = engine.activate('task');
    const complete = engine.command(ValueType.JOB, JobIntent.COMPLETE, jobCommandValue({}), firstJob!.jobKey);

    // when
    engine.engine.process(complete, engine.nowMs);
    engine.cancel(first);
    engine.cancel(second);
    const late = engine.job(JobIntent.COMPLETE, secondJob!.jobKey);

    // then
    expect([first, second].map((key) => engine.isCompleted(key) || engine.isTerminated(key))).toEqual([true, true]);
    expect(engine.isTerminated(second)).toBe(true);
    expect(late?.record.rejectionType).toBe(RejectionType.NOT_FOUND);
  });

  it('should start nothing beside a host that is on its way out', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    engine.deploy(
      bpmn(
        { definitions: message('m', 'news', '=id') },
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        boundaryEvent('tick', 'task', minute, { interrupting: false }),
        flow('tick', 'beside'),
        serviceTask('beside'),
        eventSubProcess('rescue', eventSubProcessStart('late', minute), flow('late', 'mend'), serviceTask('mend')),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.nowMs += 60_000;

    // when
    processDueAtOnce(engine);

    // then
    expect(engine.living()).toEqual(['process', 'rescue', 'mend']);
    engine.completeJob('mend');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should activate only the boundary event that was first', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    engine.deploy(
      crowded(
        [],
        [
          boundaryEvent('first', 'sub', minute),
          flow('first', 'end'),
          boundaryEvent('second', 'sub', minute),
          flow('second', 'end'),
        ],
      ),
    );
    const key = engine.create('process');
    engine.nowMs += 60_000;

    // when
    processDueAtOnce(engine);

    // then
    expect(engine.completed(key)).toEqual(['start', 'inner', 'first', 'end', 'process']);
    expect(engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_TERMINATED)).toHaveLength(11);
  });

  it('should refuse a second cancellation while the first is under way', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 1 } });
    engine.deploy(crowded());
    const key = engine.create('process');
    const cancel = engine.command(
      ValueType.PROCESS_INSTANCE,
      ProcessInstanceIntent.CANCEL,
      engine.events(ValueType.PROCESS_INSTANCE)[0]!.value,
      key,
    );
    engine.engine.process(cancel, engine.nowMs);

    // when
    const second = engine.cancel(key);

    // then
    expect(second?.record.rejectionType).toBe(RejectionType.NOT_FOUND);
    expect(engine.isTerminated(key)).toBe(true);
  });

  it('should refuse to cancel an element that is no process', () => {
    // given
    const engine = startEngine();
    engine.deploy(crowded());
    const key = engine.create('process');

    // when
    const answer = engine.cancel(engine.keyOf('sub'));

    // then
    expect(answer?.record.rejectionType).toBe(RejectionType.NOT_FOUND);
    engine.publish('news', 'x');
    engine.cancel(key);
  });
});
