import { JobIntent, MessageIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { boundaryEvent, bpmn, endEvent, flow, serviceTask, startEvent, timerEvent } from '../test/bpmn.ts';
import { startEngine } from '../test/invariants.ts';

function busy() {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      serviceTask('task'),
      boundaryEvent('limit', 'task', timerEvent('timeDuration', 'PT40S')),
      endEvent(),
      flow('start', 'task'),
      flow('task', 'end'),
      flow('limit', 'end'),
    ),
  );
  engine.create('p');
  engine.create('p');
  engine.activate('task', 1, { timeoutMs: 30_000 });
  engine.job(JobIntent.FAIL, engine.activate('task', 1)[0]!.jobKey, { retries: 1, retryBackoff: 20_000 });
  engine.publish('paid', 'k', { ttl: 10_000 });
  return engine;
}

describe('commands that fall due', () => {
  it('should be told when the next one does', () => {
    const engine = busy();
    const start = engine.nowMs;
    const dueAfter = () => (engine.engine.nextDueMs() ?? 0) - start;
    expect(dueAfter()).toBe(10_000);
    engine.advance(10_000);
    expect(dueAfter()).toBe(20_000);
    engine.advance(10_000);
    expect(dueAfter()).toBe(30_000);
    engine.advance(10_000);
    expect(dueAfter()).toBe(40_000);
    engine.advance(10_000);
    expect(engine.engine.nextDueMs()).toBeUndefined();
  });

  it('should come for timers, jobs and messages, and for nothing that is not due', () => {
    // given
    const engine = busy();
    const at = (ms: number) =>
      engine.engine.collectDueCommands(engine.nowMs + ms, 100).map(({ valueType, intent }) => [valueType, intent]);

    // then
    expect(at(9_999)).toEqual([]);
    expect(at(40_000)).toEqual([
      [ValueType.TIMER, TimerIntent.TRIGGER],
      [ValueType.TIMER, TimerIntent.TRIGGER],
      [ValueType.JOB, JobIntent.TIME_OUT],
      [ValueType.JOB, JobIntent.RECUR_AFTER_BACKOFF],
      [ValueType.MESSAGE, MessageIntent.EXPIRE],
    ]);
  });

  it('should be no more than asked for, earliest first', () => {
    const engine = busy();
    const later = engine.nowMs + 60_000;
    for (const limit of [1, 2, 3, 4, 5]) expect(engine.engine.collectDueCommands(later, limit)).toHaveLength(limit);
    expect(engine.engine.collectDueCommands(later, 6)).toHaveLength(5);
  });

  it('should name a message without repeating what it carries', () => {
    const engine = startEngine();
    engine.publish('paid', 'k', { ttl: 1, with: { text: 'long' } });
    const [command] = engine.engine.collectDueCommands(engine.nowMs + 1, 10);
    expect(command?.value).toMatchObject({ name: 'paid', variables: '{}' });
  });
});
