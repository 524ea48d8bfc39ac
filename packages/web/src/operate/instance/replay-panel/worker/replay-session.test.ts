import {
  bpmn,
  endEvent,
  flow,
  multiInstance,
  parallelGateway,
  scriptTask,
  serviceTask,
  startEngine,
  startEvent,
} from '@waggle/engine/test';
import type { Key } from '@waggle/protocol';
import { expect, it } from 'vitest';
import { recordLines } from '../../../../../test/recorded-instance.ts';
import { readRecordLines } from '../../../../replay/index.ts';
import type { MomentQuery } from './moment-view.ts';
import { CHILDREN_TOLD, ReplaySession } from './replay-session.ts';

const sequence = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('first', { type: 'a' }),
  serviceTask('second', { type: 'b' }),
  endEvent(),
  flow('start', 'first'),
  flow('first', 'second'),
  flow('second', 'end'),
);

const loop = bpmn(
  { id: 'p' },
  startEvent(),
  multiInstance(scriptTask('each', '=1', 'one'), {
    inputCollection: '=for i in 1..250 return i',
  }),
  endEvent(),
  flow('start', 'each'),
  flow('each', 'end'),
);

function sessionOf(engine: ReturnType<typeof startEngine>, key: Key): ReplaySession {
  return new ReplaySession({
    processInstanceKey: String(key),
    ...readRecordLines(recordLines(engine.batches, key)),
  });
}

function query(session: ReplaySession, rest: Partial<MomentQuery> = {}): MomentQuery {
  return { index: session.replay.length - 1, opened: {}, limits: {}, ...rest };
}

it('should put on the time line what happened, not what was asked for', () => {
  // given
  const engine = startEngine();
  engine.deploy(sequence);
  const key = engine.create('p', { amount: 40 });
  engine.completeJob('a');

  // when
  const session = sessionOf(engine, key);

  // then
  const { indices, positions, lanes } = session.timeLine;
  expect(session.moments([...indices]).every(({ kind }) => kind !== 'command')).toBe(true);
  expect(indices.length).toBeLessThan(session.replay.length);
  expect([...positions]).toEqual([...positions].toSorted((left, right) => left - right));
  expect(lanes.length).toBe(indices.length);
});

it('should not take a gateway that waits for its other tokens for a refusal', () => {
  // given
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      parallelGateway('fork'),
      serviceTask('first', { type: 'a' }),
      serviceTask('second', { type: 'b' }),
      parallelGateway('join'),
      endEvent(),
      flow('start', 'fork'),
      flow('fork', 'first'),
      flow('fork', 'second'),
      flow('first', 'join'),
      flow('second', 'join'),
      flow('join', 'end'),
    ),
  );
  const key = engine.create('p');
  engine.completeJob('a');

  // when
  const session = sessionOf(engine, key);

  // then
  expect(session.moments([...session.timeLine.indices]).filter(({ kind }) => kind === 'rejection')).toEqual([]);
});

it('should tell which variables a moment set, and what they were before', () => {
  // given
  const engine = startEngine();
  engine.deploy(sequence);
  const key = engine.create('p', { amount: 40, note: 'same' });
  engine.completeJob('a', { amount: 41, fresh: true });
  const session = sessionOf(engine, key);
  const moments = session.moments([...session.timeLine.indices]);

  // when
  const changed = moments.find(({ intent, subject }) => intent === 'UPDATED' && subject === 'amount')!;
  const { variables } = session.view(query(session, { index: changed.index }));

  // then
  expect(variables.items.find(({ name }) => name === 'amount')).toMatchObject({
    value: '41',
    before: '40',
    isJustSet: true,
    changeIndex: changed.index,
  });
  expect(variables.items.find(({ name }) => name === 'note')).toMatchObject({ value: '"same"', isJustSet: false });
});

it('should cut long values and give them whole when asked', () => {
  // given
  const engine = startEngine();
  engine.deploy(sequence);
  const long = 'x'.repeat(100_000);
  const key = engine.create('p', { long });
  const session = sessionOf(engine, key);

  // when
  const { variables, moment, scope } = session.view(query(session));

  // then
  const [variable] = variables.items;
  expect(variable!.value.length).toBeLessThan(1_000);
  expect(variable!.length).toBe(long.length + 2);
  const whole = { index: moment.index, scopeKey: scope!.key, name: 'long' };
  expect(session.variable(whole)).toBe(JSON.stringify(long));
  expect(session.variable({ ...whole, name: 'none' })).toBeUndefined();
});

it('should tell the latest of many children first, and earlier ones when asked', () => {
  // given
  const engine = startEngine();
  engine.deploy(loop);
  const key = engine.create('p');
  const session = sessionOf(engine, key);

  // when
  const { rows } = session.view(query(session));

  // then
  const earlier = rows.find((row) => row.kind === 'earlier')!;
  expect(earlier).toMatchObject({ count: 250 - CHILDREN_TOLD, level: 2 });
  const inner = rows.filter((row) => row.kind === 'element' && row.level === 2);
  expect(inner.map((row) => row.kind === 'element' && row.loopCounter)).toContain(250);

  // when
  const all = session.view(query(session, { limits: { [earlier.scopeKey]: earlier.nextLimit } })).rows;

  // then
  expect(all.filter((row) => row.kind === 'element' && row.level === 2)).toHaveLength(250);

  // when
  const closed = session.view(query(session, { opened: { [earlier.scopeKey]: false } })).rows;

  // then
  expect(closed.filter((row) => row.level === 2)).toEqual([]);
});

it('should have a time line without moments when nothing is kept', () => {
  expect(new ReplaySession({ processInstanceKey: '1', records: [] }).timeLine.indices.length).toBe(0);
});
