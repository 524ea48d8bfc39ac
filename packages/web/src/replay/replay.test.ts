import {
  boundaryEvent,
  bpmn,
  callActivity,
  endEvent,
  flow,
  multiInstance,
  serviceTask,
  startEngine,
  startEvent,
  type TestEngine,
  timerEvent,
  userTask,
} from '@waggle/engine/test';
import { JobIntent, type Key, type LogRecord } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { recordLines } from '../../test/recorded-instance.ts';
import { readRecordLines } from './record-lines.ts';
import { openReplay, type Replay } from './replay.ts';

const twoTasks = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('first', { type: 'a' }),
  serviceTask('second', { type: 'b' }),
  endEvent(),
  flow('start', 'first'),
  flow('first', 'second'),
  flow('second', 'end'),
);

function recordsOf(engine: TestEngine, key: Key): readonly LogRecord[] {
  return readRecordLines(recordLines(engine.batches, key)).records;
}

function replayOf(engine: TestEngine, key: Key): Replay {
  return openReplay({ processInstanceKey: String(key), records: recordsOf(engine, key) });
}

function indexWhere(replay: Replay, text: string): number {
  const index = replay.records.findIndex((_, place) => {
    const { kind, valueType, intent, elementId, subject } = replay.moment(place);
    return `${kind} ${valueType} ${intent} ${elementId} ${subject}`.startsWith(text);
  });
  expect(index, text).toBeGreaterThanOrEqual(0);
  return index;
}

describe('Replay', () => {
  it('should show tokens, path and variables of a moment, and of the end what was last', () => {
    // given
    const engine = startEngine();
    engine.deploy(twoTasks);
    const key = engine.create('p', { amount: 40 });
    engine.completeJob('a', { amount: 41, note: '<b>' });
    engine.completeJob('b');

    // when
    const replay = replayOf(engine, key);

    // then
    expect(replay.problems).toEqual([]);
    const middle = replay.at(indexWhere(replay, 'event JOB CREATED second'));
    expect(Object.fromEntries(middle.elementCounts)).toEqual({
      p: { active: 1, withIncident: 0, completed: 0, terminated: 0 },
      start: { active: 0, withIncident: 0, completed: 1, terminated: 0 },
      first: { active: 0, withIncident: 0, completed: 1, terminated: 0 },
      second: { active: 1, withIncident: 0, completed: 0, terminated: 0 },
    });
    expect(Object.fromEntries(middle.takenFlows)).toEqual({ start_first: 1, first_second: 1 });
    expect(middle.children(String(key)).map(({ elementId, state, phase }) => [elementId, state, phase])).toEqual([
      ['start', 'COMPLETED', undefined],
      ['first', 'COMPLETED', undefined],
      ['second', 'ACTIVE', 'ACTIVATING'],
    ]);
    expect(middle.children(String(key), { from: 1, limit: 1 }).map(({ elementId }) => elementId)).toEqual(['first']);
    expect(middle.variables(String(key)).map(({ name, value }) => [name, value])).toEqual([
      ['amount', '41'],
      ['note', '"<b>"'],
    ]);
    expect(middle.jobs.map(({ type, state }) => [type, state])).toEqual([['b', 'ACTIVATABLE']]);

    expect(middle.definition).toMatchObject({ processDefinitionId: 'p', version: 1 });
    expect(replay.at(0).root).toBeUndefined();
    expect(replay.at(0).definition).toEqual(middle.definition);
    expect(replay.moment(replay.nextEvent(0)!).kind).toBe('event');
    expect(replay.previousEvent(0)).toBeUndefined();
    const end = replay.at(replay.length - 1);
    expect(end.root).toMatchObject({ elementId: 'p', state: 'COMPLETED', endIndex: replay.length - 1 });
    expect(end.variables(String(key)).map(({ name, value }) => [name, value])).toEqual([
      ['amount', '41'],
      ['note', '"<b>"'],
    ]);
    // and the moment in the middle is still what it was
    expect(middle.jobs).toHaveLength(1);
  });

  it('should find moments by position and time, and incidents from one to the next', () => {
    // given
    const engine = startEngine();
    engine.deploy(twoTasks);
    const key = engine.create('p');
    for (const message of ['one', 'two']) {
      engine.advance(1_000);
      const [job] = engine.activate('a');
      engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: message });
      const incident = engine.incidents()[0]!;
      engine.job(JobIntent.UPDATE_RETRIES, job!.jobKey, { retries: 1 });
      engine.resolve(incident.key);
    }

    // when
    const replay = replayOf(engine, key);

    // then
    const first = replay.nextIncident(-1)!;
    const second = replay.nextIncident(first)!;
    expect(replay.moment(first)).toMatchObject({ topic: 'incident', subject: 'one', isTrouble: true });
    expect(replay.at(second).incidents).toMatchObject([
      { errorType: 'JOB_NO_RETRIES', message: 'two', elementId: 'first' },
    ]);
    expect(replay.at(second).elementCounts.get('first')).toMatchObject({ active: 1, withIncident: 1 });
    expect(replay.at(second - 1).incidents).toEqual([]);
    expect(replay.nextIncident(second)).toBeUndefined();
    expect(replay.previousIncident(second)).toBe(first);
    expect(replay.previousIncident(first)).toBeUndefined();
    const { position, timestamp } = replay.moment(second);
    expect(replay.indexOf(position)).toBe(second);
    expect(replay.indexOf(0)).toBe(-1);
    expect(replay.moment(replay.indexAtTime(timestamp - 1)).timestamp).toBeLessThan(timestamp);
    expect(() => replay.at(replay.length)).toThrow(`from 0 to ${replay.length - 1}`);
    expect(() => openReplay({ processInstanceKey: 'x', records: [] })).toThrow('key of a process instance');
  });

  it('should show what waits: timers, user tasks, called instances, loops with what they collected so far', () => {
    // given
    const engine = startEngine();
    engine.deploy(twoTasks);
    engine.deploy(
      bpmn(
        { id: 'outer' },
        startEvent(),
        multiInstance(serviceTask('loop', { type: 'item' }), {
          inputCollection: '=[1, 2, 3]',
          inputElement: 'item',
          outputCollection: 'doubled',
          outputElement: '=item * 2',
        }),
        callActivity('call', 'p'),
        userTask('approve', { assignment: 'assignee="ann"' }),
        boundaryEvent('late', 'approve', timerEvent('timeDuration', 'PT1H')),
        endEvent(),
        flow('start', 'loop'),
        flow('loop', 'call'),
        flow('call', 'approve'),
        flow('approve', 'end'),
        flow('late', 'end'),
      ),
    );
    const key = engine.create('outer');
    engine.completeJobs('item', 'item', 'item', 'a', 'b');

    // when
    const replay = replayOf(engine, key);

    // then
    const collecting = replay.at(indexWhere(replay, 'event PROCESS_INSTANCE ELEMENT_COMPLETED loop'));
    const [body] = collecting.children(String(key)).filter(({ elementType }) => elementType === 'MULTI_INSTANCE_BODY');
    expect(collecting.variables(body!.key).find(({ name }) => name === 'doubled')?.value).toBe('[2,null,null]');
    expect(collecting.children(body!.key).map(({ loopCounter, state }) => [loopCounter, state])).toEqual([
      [1, 'COMPLETED'],
      [2, 'ACTIVE'],
      [3, 'ACTIVE'],
    ]);
    const now = replay.at(replay.length - 1);
    const [call] = now.children(String(key)).filter(({ elementId }) => elementId === 'call');
    expect(call).toMatchObject({ state: 'COMPLETED', calledProcessInstanceKey: String(engine.keyOf('p')) });
    expect(replay.calledProcessInstanceKeys).toEqual([String(engine.keyOf('p'))]);
    expect(now.userTasks).toMatchObject([{ elementId: 'approve', assignee: 'ann', state: 'CREATED' }]);
    expect(now.timers).toMatchObject([{ elementId: 'late', dueDate: engine.nowMs + 3_600_000 }]);
    expect(now.elementCounts.get('p')).toBeUndefined();
  });

  it('should show what is left when the oldest records are gone, and say so', () => {
    // given
    const engine = startEngine();
    engine.deploy(twoTasks);
    const key = engine.create('p', { amount: 40 });
    engine.completeJob('a', { amount: 41 });
    engine.completeJob('b');
    const all = recordsOf(engine, key);
    const from = all.length - 25;

    // when
    const replay = openReplay({ processInstanceKey: String(key), records: all.slice(from) });

    // then
    expect(replay.problems).toMatchObject([{ kind: 'missingStart', index: 0 }]);
    expect(replay.problems[0]!.message).toContain('2030-01-15');
    expect(replay.at(0).root).toMatchObject({ elementId: 'p', state: 'ACTIVE', startIndex: -1 });
    expect(
      replay
        .at(0)
        .children(String(key))
        .map(({ elementId }) => elementId),
    ).toContain('first');
    expect(replay.at(replay.length - 1).root).toMatchObject({ state: 'COMPLETED' });
    // and wherever they begin
    for (let start = 1; start < all.length; start++) {
      const { problems } = openReplay({ processInstanceKey: String(key), records: all.slice(start) });
      expect(
        problems.filter(({ kind }) => kind !== 'missingStart'),
        `from ${start}`,
      ).toEqual([]);
    }
  });

  it('should leave out records of others and what cannot be read, and say so', () => {
    // given
    const engine = startEngine();
    engine.deploy(twoTasks);
    const [key, other] = [engine.create('p'), engine.create('p')];
    const lines = recordLines(engine.batches, key).split('\n');

    // when
    const { records, problems } = readRecordLines(['"AAAA"', '{"position": 1}', ...lines].join('\n'));
    const replay = openReplay({
      processInstanceKey: String(key),
      records: [...recordsOf(engine, other), ...records].reverse(),
      problems,
    });

    // then
    expect(replay.problems.map(({ kind }) => kind)).toEqual(['unreadable', 'foreignRecords']);
    expect(replay.problems[0]!.message).toContain('but 2 of');
    expect(replay.at(replay.length - 1).jobs).toHaveLength(1);
    expect(openReplay({ processInstanceKey: String(key), records: [] }).problems).toMatchObject([
      { kind: 'noRecords' },
    ]);
  });
});
