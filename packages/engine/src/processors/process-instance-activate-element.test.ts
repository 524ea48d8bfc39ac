import { type Key, NO_KEY, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  callActivity,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  exclusiveGateway,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { elementCommand, nestedInstance } from '../../test/nested-instance.ts';
import { rejectionOf, rejectionText } from '../../test/outcome.ts';
import { EMPTY_INCIDENT } from '../../test/test-engine.ts';

describe('PROCESS_INSTANCE ACTIVATE_ELEMENT', () => {
  it('should refuse a scope that is gone, one that is leaving, and an element that is there already', () => {
    const { engine } = nestedInstance();
    const task = engine.keyOf('task');
    expect(rejectionOf(elementCommand(engine, ProcessInstanceIntent.ACTIVATE_ELEMENT, task))).toBe(
      `INVALID_STATE: Expected element instance with key '${task}' to be new, but it is there already`,
    );
    expect(
      rejectionOf(
        elementCommand(engine, ProcessInstanceIntent.ACTIVATE_ELEMENT, 99n as Key, {
          elementId: 'task',
          flowScopeKey: 98n as Key,
        }),
      ),
    ).toBe("INVALID_STATE: Expected flow scope instance with key '98' to be present in state but not found.");
  });

  it('should not let a joining gateway begin before all its flows are taken', () => {
    const { engine } = nestedInstance();
    expect(engine.rejections().map(rejectionText)).toEqual([
      "INVALID_STATE: Expected to be able to activate parallel gateway 'join', but not all sequence flows have been taken.",
    ]);
  });

  it('should not try an element again whose scope was interrupted meanwhile', () => {
    // given a gateway with an incident, in a scope that an event interrupts before its steps are processed
    const engine = startEngine({ limits: { followUpCommandsMax: 3 } });
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'stop', '="k"') },
        startEvent(),
        exclusiveGateway('split'),
        serviceTask('a'),
        serviceTask('b'),
        flow('start', 'split'),
        flow('split', 'a', '=choice = 1'),
        flow('split', 'b', '=choice = 2'),
        eventSubProcess(
          'stop',
          eventSubProcessStart('stopped', messageEvent('m')),
          endEvent('stopEnd'),
          flow('stopped', 'stopEnd'),
        ),
      ),
    );
    const instance = engine.create('p');
    const [incident] = engine.incidents();
    engine.setVariables(instance, { choice: 1 });

    // when the incident is resolved between the event and what it terminates
    const published = engine.submit(
      ValueType.MESSAGE,
      0,
      {
        name: 'stop',
        correlationKey: 'k',
        timeToLive: 0,
        deadline: -1,
        messageId: '',
        variables: '{}',
        tenantId: '<default>',
        businessId: '',
      },
      NO_KEY,
    );
    engine.flush();
    engine.submit(ValueType.INCIDENT, 1, EMPTY_INCIDENT, incident!.key);
    engine.settle();

    // then
    expect(engine.answerTo(published)).toBeDefined();
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.completed()).toContain('stop');
  });

  it('should end a called instance that begins after its caller has left', () => {
    // given a call whose child waits for a later batch
    const engine = startEngine({ limits: { followUpCommandsMax: 2 } });
    engine.deploy(
      { name: 'child.bpmn', xml: bpmn({ id: 'child' }, startEvent(), serviceTask('task'), flow('start', 'task')) },
      {
        name: 'p.bpmn',
        xml: bpmn({ id: 'p' }, startEvent(), callActivity('call', 'child'), flow('start', 'call')),
      },
    );
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p', { with: { a: 1 } }));
    while (!engine.path().includes('call ACTIVATED')) {
      engine.engine.processBacklog(engine.nowMs);
      engine.flush();
    }

    // when
    engine.submit(
      ValueType.PROCESS_INSTANCE,
      ProcessInstanceIntent.TERMINATE_ELEMENT,
      engine.events(ValueType.PROCESS_INSTANCE).find(({ value }) => value.elementId === 'call')!.value,
      engine.keyOf('call'),
    );
    engine.settle();

    // then nothing of it is left, not even the variables it was given
    expect(engine.path()).toContain('call TERMINATED');
    expect(engine.living()).not.toContain('child');
  });
});
