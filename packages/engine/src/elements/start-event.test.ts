import { IncidentErrorType, ProcessEventIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  element,
  endEvent,
  flow,
  io,
  message,
  messageEvent,
  output,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const messageStart = (mappings?: string) =>
  bpmn(
    { definitions: message('m', 'order') },
    element('startEvent', 'onOrder', {
      body: messageEvent('m'),
      ...(mappings !== undefined && { extensions: mappings }),
    }),
    flow('onOrder', 'task'),
    serviceTask('task'),
  );

describe('start event', () => {
  it('should pass through and apply its output mappings', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        element('startEvent', 'start', { extensions: io(output('=x + 1', 'y')) }),
        flow('start', 'end'),
        endEvent(),
      ),
    );

    // when
    const key = engine.create('process', { x: 1 });

    // then
    expect(engine.variables(key)).toEqual({ x: 1, y: 2 });
    expect(engine.path(key).filter((line) => line.startsWith('start '))).toEqual([
      'start ACTIVATING',
      'start ACTIVATED',
      'start COMPLETING',
      'start COMPLETED',
    ]);
  });

  it('should stop at a failing output mapping and go on once the variable is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        element('startEvent', 'start', { extensions: io(output('=assert(x, x != null)', 'y')) }),
        flow('start', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.IO_MAPPING_ERROR);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should put the payload of its message into the root scope', () => {
    // given
    const engine = startEngine();
    engine.deploy(messageStart());
    const from = engine.records.length;

    // when
    engine.publish('order', '', { with: { id: 7 } });

    // then
    const key = engine.keyOf('process');
    expect(engine.variables(key)).toEqual({ id: 7 });
    expect(engine.trace().slice(from)).toEqual([
      'C MESSAGE PUBLISH',
      'E MESSAGE PUBLISHED',
      'E MESSAGE_START_EVENT_SUBSCRIPTION CORRELATED',
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT PROCESS 'process'",
      'E MESSAGE EXPIRED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED PROCESS 'process'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT START_EVENT 'onOrder'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING START_EVENT 'onOrder'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED START_EVENT 'onOrder'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT START_EVENT 'onOrder'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING START_EVENT 'onOrder'",
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED START_EVENT 'onOrder'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'onOrder_task'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT SERVICE_TASK 'task'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING SERVICE_TASK 'task'",
      'E JOB CREATED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'task'",
    ]);
    engine.completeJob('task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should let only what is mapped of its payload into the root scope', () => {
    // given
    const engine = startEngine();
    engine.deploy(messageStart(io(output('=id', 'orderId'))));

    // when
    engine.publish('order', '', { with: { id: 7, more: true } });

    // then
    expect(engine.variables(engine.keyOf('process'))).toEqual({ orderId: 7 });
    expect(engine.events(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERED)).toHaveLength(1);
  });

  it('should start only at the event that was triggered', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'order') + message('n', 'return') },
        startEvent(),
        element('startEvent', 'onOrder', { body: messageEvent('m') }),
        element('startEvent', 'onReturn', { body: messageEvent('n') }),
        flow('start', 'a'),
        flow('onOrder', 'b'),
        flow('onReturn', 'c'),
        endEvent('a'),
        endEvent('b'),
        endEvent('c'),
      ),
    );

    // when
    const plain = engine.create('process');
    engine.publish('order', '');
    const ordered = engine.keyOf('process');
    engine.publish('return', '');
    const returned = engine.keyOf('process');

    // then
    expect(engine.completed(plain)).toEqual(['start', 'a', 'process']);
    expect(engine.completed(ordered)).toEqual(['onOrder', 'b', 'process']);
    expect(engine.completed(returned)).toEqual(['onReturn', 'c', 'process']);
  });

  it('should start an instance when its date has come', () => {
    // given
    const engine = startEngine();
    const due = new Date(engine.nowMs + 5_000).toISOString();
    engine.deploy(
      bpmn({}, element('startEvent', 'at', { body: timerEvent('timeDate', due) }), flow('at', 'end'), endEvent()),
    );

    // when
    engine.advance(4_999);
    const before = engine.events(ValueType.PROCESS_INSTANCE).length;
    engine.advance(1);

    // then
    expect(before).toBe(0);
    expect(engine.completed()).toEqual(['at', 'end', 'process']);
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)[0]?.value).toMatchObject({
      elementInstanceKey: -1n,
      processInstanceKey: -1n,
      targetElementId: 'at',
    });
    engine.advance(60_000);
    expect(engine.completed()).toHaveLength(3);
  });

  it('should start an instance at each turn of its cycle', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        element('startEvent', 'each', { body: timerEvent('timeCycle', 'R3/PT1S') }),
        flow('each', 'end'),
        endEvent(),
      ),
    );

    // when
    engine.advance(10_000);

    // then
    expect(engine.completed().filter((id) => id === 'process')).toHaveLength(3);
  });
});
