import { ClockIntent, CommandDistributionIntent, JobIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, catchEvent, endEvent, flow, scriptTask, serviceTask, startEvent, timerEvent } from '../../test/bpmn.ts';
import { checkInvariants, startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const waiting = bpmn(
  { id: 'p' },
  startEvent(),
  catchEvent('wait', timerEvent('timeDuration', 'PT1H')),
  scriptTask('script', '=string(now())', 'at'),
  serviceTask('task'),
  endEvent(),
  flow('start', 'wait'),
  flow('wait', 'script'),
  flow('script', 'task'),
  flow('task', 'end'),
);

const HOUR = 3_600_000;
const pin = (engine: TestEngine, time: number) => engine.send(ValueType.CLOCK, ClockIntent.PIN, { time });
const reset = (engine: TestEngine) => engine.send(ValueType.CLOCK, ClockIntent.RESET, { time: 0 });

describe('CLOCK PIN', () => {
  it('should let timers, job deadlines and now() follow', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting);
    const instanceKey = engine.create('p');
    const later = engine.nowMs + HOUR;

    // when
    const answer = pin(engine, later);
    engine.advance(0);

    // then
    expect(answer?.record).toMatchObject({ intent: ClockIntent.PINNED, value: { time: later } });
    expect(engine.variables(instanceKey).at).toBe('2030-01-15T13:00:00Z');
    const [job] = engine.activate('task', 1, { timeoutMs: HOUR });
    expect(job?.deadline).toBe(later + HOUR);
    pin(engine, later + HOUR);
    engine.advance(0);
    expect(engine.events(ValueType.JOB, JobIntent.TIMED_OUT)).toHaveLength(1);
  });

  it('should keep everything waiting while the clock stands still, also after a restart', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting);
    pin(engine, engine.nowMs);
    engine.create('p');

    // when
    const restarted = engine.restarted();
    restarted.advance(10 * HOUR);

    // then
    expect(restarted.engine.nextDueMs()).toBeUndefined();
    expect(restarted.events(ValueType.TIMER, TimerIntent.TRIGGERED)).toEqual([]);
    reset(restarted);
    restarted.advance(0);
    expect(restarted.events(ValueType.TIMER, TimerIntent.TRIGGERED)).toHaveLength(1);
  });

  it('should take a time in the past, and the real one after a reset', () => {
    const engine = startEngine();
    engine.deploy(waiting);
    pin(engine, 0);
    engine.create('p');
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)[0]?.value.dueDate).toBe(HOUR);
    expect(reset(engine)?.record.intent).toBe(ClockIntent.RESETTED);
    engine.create('p');
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)[1]?.value.dueDate).toBe(engine.nowMs + HOUR);
  });

  it('should refuse a time before 1970', () => {
    const engine = startEngine();
    expect(rejectionOf(pin(engine, -1))).toBe('INVALID_ARGUMENT: Expected pin time to be not negative but it was -1');
  });

  it('should reach every partition in order', () => {
    // given
    const cluster = new TestCluster(2);
    const [first, second] = cluster.partitions as [TestEngine, TestEngine];
    cluster.takeDown(2);
    pin(first, 1000);
    reset(first);
    cluster.settle();

    // when
    cluster.bringUp(2);
    cluster.advance(30_000);

    // then
    expect(second.events(ValueType.CLOCK).map(({ intent }) => intent)).toEqual([
      ClockIntent.PINNED,
      ClockIntent.RESETTED,
    ]);
    expect(first.events(ValueType.COMMAND_DISTRIBUTION, CommandDistributionIntent.FINISHED)).toHaveLength(2);
    for (const partition of cluster.partitions) checkInvariants(partition);
  });
});
