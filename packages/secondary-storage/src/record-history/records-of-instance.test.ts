import { bpmn, callActivity, endEvent, flow, serviceTask, startEngine, startEvent } from '@waggle/engine/test';
import {
  intentName,
  JobBatchIntent,
  type JobBatchValue,
  type Key,
  ProcessInstanceIntent,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import { expect, test } from 'vitest';
import { historyBatch } from './history-batch.ts';
import { recordsOfInstance } from './records-of-instance.ts';

const inner = bpmn(
  { id: 'inner' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);
const outer = bpmn(
  { id: 'outer' },
  startEvent(),
  callActivity('call', 'inner'),
  endEvent(),
  flow('start', 'call'),
  flow('call', 'end'),
);

test('should tell a caller when what it called starts and ends, and nothing of what goes on in it', () => {
  // given
  const engine = startEngine();
  engine.deploy(inner, outer);
  const caller = engine.create('outer');
  engine.completeJob('work');

  // when
  const told = [...recordsOfInstance(caller, engine.records)];

  // then
  const called = engine.keyOf('inner');
  expect(
    told
      .filter(({ recordType }) => recordType === RecordType.EVENT)
      .filter(({ value }) => 'processInstanceKey' in value && value.processInstanceKey === called)
      .map(({ key, valueType, intent }) => [key, intentName(valueType, intent)]),
  ).toEqual(['ACTIVATING', 'ACTIVATED', 'COMPLETING', 'COMPLETED'].map((intent) => [called, `ELEMENT_${intent}`]));
  expect(told.some(({ valueType }) => valueType === ValueType.JOB_BATCH)).toBe(false);
});

test('should tell each instance of its own jobs that were given out, also when others got theirs with them', () => {
  // given
  const engine = startEngine();
  engine.deploy(inner);
  const keys = Array.from({ length: 3 }, () => engine.create('inner'));
  engine.activate('work');
  const jobKeyOf = (key: Key) =>
    engine.events(ValueType.JOB).find(({ value }) => value.processInstanceKey === key)?.key;

  for (const key of keys) {
    // when
    const [given, ...others] = [...recordsOfInstance(key, engine.records)].filter(
      ({ valueType, intent }) => valueType === ValueType.JOB_BATCH && intent === JobBatchIntent.ACTIVATED,
    );

    // then
    expect(others).toEqual([]);
    expect(given?.value).toMatchObject({ jobKeys: [jobKeyOf(key)], jobInstanceKeys: [key] });
  }
  // and the index finds them there
  const given = engine.records.filter(({ valueType }) => valueType === ValueType.JOB_BATCH);
  expect((given.at(-1)!.value as JobBatchValue).jobKeys).toHaveLength(3);
  expect(historyBatch(1, new Uint8Array(), given).keys).toHaveLength(3);
});

test('should tell nothing of others', () => {
  // given
  const engine = startEngine();
  engine.deploy(inner);
  const first = engine.create('inner');
  const second = engine.create('inner');

  // then
  const started = (key: Key) =>
    [...recordsOfInstance(key, engine.records)]
      .filter(
        ({ valueType, intent }) =>
          valueType === ValueType.PROCESS_INSTANCE && intent === ProcessInstanceIntent.ELEMENT_ACTIVATED,
      )
      .every(({ value }) => 'processInstanceKey' in value && value.processInstanceKey === key);
  expect([started(first), started(second)]).toEqual([true, true]);
});
