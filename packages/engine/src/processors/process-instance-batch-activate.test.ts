import { type Key, NO_KEY, ProcessInstanceBatchIntent, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  flow,
  message,
  messageEvent,
  multiInstance,
  serviceTask,
  startEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const { ACTIVATE } = ProcessInstanceBatchIntent;

function chunk(engine: TestEngine, batchElementInstanceKey: Key, index: number) {
  const value = { processInstanceKey: NO_KEY, batchElementInstanceKey, afterKey: NO_KEY, index };
  return engine.send(ValueType.PROCESS_INSTANCE_BATCH, ACTIVATE, value);
}

/** A loop with a job per item, in chunks of three. */
function loop(items: number) {
  const engine = startEngine({ limits: { activateChunkMax: 3 } });
  engine.deploy(
    bpmn(
      { id: 'p', definitions: message('m', 'stop', '="key"') },
      startEvent(),
      multiInstance(serviceTask('task'), { inputCollection: '=items' }),
      boundaryEvent('stop', 'task', messageEvent('m')),
      flow('start', 'task'),
    ),
  );
  const instance = engine.create('p', { items: Array.from({ length: items }, (_, index) => index) });
  return { engine, instance };
}

describe('PROCESS_INSTANCE_BATCH ACTIVATE', () => {
  it.each([
    [2, []],
    [3, []],
    [4, [3]],
    [7, [3, 6]],
  ])('should start %j items with chunks behind %j', (items, indexes) => {
    // when
    const { engine } = loop(items);
    // then
    const chunks = engine.records.filter(({ valueType }) => valueType === ValueType.PROCESS_INSTANCE_BATCH);
    expect(chunks.map(({ value }) => (value as { index: number }).index)).toEqual(indexes);
    expect(engine.activate('task')).toHaveLength(items);
  });

  it('should be refused once the loop is gone', () => {
    // given
    const { engine } = loop(1);
    const [body] = engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED).slice(1);
    engine.publish('stop', 'key');
    // when
    const answer = chunk(engine, body!.key, 0);
    // then
    expect(answer?.record.rejectionReason).toContain('to be active, but it is gone');
  });

  it('should start nothing when there is nothing left to start', () => {
    // given
    const { engine } = loop(2);
    const bodies = engine
      .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED)
      .filter(({ value }) => value.elementId === 'task' && value.loopCounter === 0);
    // when
    const answer = chunk(engine, bodies[0]!.key, 2);
    // then
    expect(answer?.record.rejectionReason).toContain('the state has moved on');
    expect(engine.activate('task')).toHaveLength(2);
  });
});
