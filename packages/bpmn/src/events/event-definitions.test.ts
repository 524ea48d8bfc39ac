import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, extensions, flow, jobExtension, line, multiInstance, path, serviceTask } from '../../test/bpmn-xml.ts';
import { element, feel, ids, literal, parse } from '../../test/parsed.ts';

const eventSubProcess = (id: string, definition: string, isInterrupting = true): string =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}-start" isInterrupting="${isInterrupting}">${definition}</startEvent></subProcess>`;
const boundary = (id: string, definition: string, attributes = ''): string =>
  `<boundaryEvent id="${id}" attachedToRef="task" ${attributes}>${definition}</boundaryEvent>`;
const caught = (id: string, definition: string): string =>
  `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
const thrown = (id: string, definition: string): string =>
  `<intermediateThrowEvent id="${id}">${definition}</intermediateThrowEvent>`;

describe('signal events', () => {
  const signal = '<signalEventDefinition signalRef="s"/>';

  it('should be read wherever signals are thrown or caught', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start">${signal}</startEvent>${caught('catch', signal)}${serviceTask('task')}${thrown('throw', signal)}<endEvent id="end">${signal}</endEvent>
        ${path('start', 'catch', 'task', 'throw', 'end')}${boundary('boundary', signal, 'cancelActivity="false"')}${eventSubProcess('esp', signal)}`,
        '<signal id="s" name="=name"/>',
      ),
    );

    for (const id of ['start', 'catch', 'boundary', 'esp-start', 'throw', 'end']) {
      expect(element(process, id)).toMatchObject({ eventType: BpmnEventType.SIGNAL, signal: { name: feel('name') } });
    }
    expect(element(process, 'boundary').isInterrupting).toBe(false);
  });

  it('should be a target of event-based gateways, as conditions are', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><eventBasedGateway id="gateway"/>${caught('a', signal)}${caught('b', '<conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition>')}
        ${path('start', 'gateway', 'a')}${flow('gateway', 'b')}`,
        '<signal id="s" name="name"/>',
      ),
    );

    expect(element(process, 'gateway').outgoing.map((outgoing) => outgoing.target.eventType)).toEqual([
      BpmnEventType.SIGNAL,
      BpmnEventType.CONDITIONAL,
    ]);
  });
});

describe('escalation events', () => {
  it('should be read with code where thrown, with or without where caught', () => {
    const escalation = '<escalationEventDefinition escalationRef="e"/>';
    const process = parse(
      bpmn(
        `${line(['task', 'throw'], `<subProcess id="task"><startEvent id="inner"/></subProcess>${thrown('throw', '<escalationEventDefinition escalationRef="f"/>')}`)}
        ${boundary('boundary', escalation, 'cancelActivity="false"')}${boundary('any', '<escalationEventDefinition/>')}${eventSubProcess('esp', escalation, false)}
        <endEvent id="escalated">${escalation}</endEvent>`,
        '<escalation id="e" escalationCode="late"/><escalation id="f" escalationCode="=code"/>',
      ),
    );

    expect(element(process, 'throw')).toMatchObject({
      eventType: BpmnEventType.ESCALATION,
      escalation: { code: feel('code') },
    });
    expect(element(process, 'boundary')).toMatchObject({
      isInterrupting: false,
      escalation: { code: literal('late') },
    });
    expect(element(process, 'any').escalation).toEqual({ code: undefined });
    expect(element(process, 'esp')).toMatchObject({ isInterrupting: false });
    expect(element(process, 'escalated').escalation).toEqual({ code: literal('late') });
  });
});

describe('message throw and end events', () => {
  it('should be jobs, whether or not they name a message', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><intermediateThrowEvent id="throw">${jobExtension}<messageEventDefinition/></intermediateThrowEvent>
        <endEvent id="end">${jobExtension}<messageEventDefinition messageRef="m"/></endEvent>${path('start', 'throw', 'end')}`,
        '<message id="m" name="sent"/>',
      ),
    );

    for (const id of ['throw', 'end']) {
      expect(element(process, id)).toMatchObject({
        eventType: BpmnEventType.MESSAGE,
        job: { type: literal('work') },
        message: undefined,
      });
    }
  });
});

describe('link events', () => {
  it('should lead from every throw event to the catch event of their name in the scope', () => {
    const link = (name: string): string => `<linkEventDefinition name="${name}"/>`;
    const process = parse(
      bpmn(
        `<startEvent id="start"/>${thrown('a', link('one'))}${thrown('b', link('one'))}${thrown('c', link('two'))}${caught('two', link('two'))}${caught('one', link('one'))}
        ${flow('start', 'a')}${flow('start', 'b')}${flow('start', 'c')}<endEvent id="end"/>${flow('one', 'end')}`,
      ),
    );

    expect(['a', 'b', 'c'].map((id) => element(process, id).linkTarget?.id)).toEqual(['one', 'one', 'two']);
    expect(element(process, 'one')).toMatchObject({ eventType: BpmnEventType.LINK, linkTarget: undefined });
  });
});

describe('conditional events', () => {
  it('should be read with condition and filter wherever conditions are waited for', () => {
    const condition = (filter = ''): string =>
      `<conditionalEventDefinition><condition> =x > 1 </condition>${extensions(filter)}</conditionalEventDefinition>`;
    const process = parse(
      bpmn(
        `<startEvent id="start">${condition()}</startEvent>${caught('catch', condition('<zeebe:conditionalFilter variableNames="x, y" variableEvents="update"/>'))}${serviceTask('task')}
        ${path('start', 'catch', 'task')}${boundary('boundary', condition())}${eventSubProcess('esp', condition(), false)}`,
      ),
    );

    const conditional = { condition: feel('x > 1'), variableNames: [], variableEvents: [] };
    for (const id of ['start', 'boundary', 'esp-start']) {
      expect(element(process, id)).toMatchObject({ eventType: BpmnEventType.CONDITIONAL, conditional });
    }
    expect(element(process, 'catch').conditional).toEqual({
      condition: feel('x > 1'),
      variableNames: ['x', 'y'],
      variableEvents: ['update'],
    });
  });
});

describe('compensation', () => {
  const handler = (id: string, content = ''): string => `<task id="${id}" isForCompensation="true">${content}</task>`;
  const compensate = (attributes = ''): string => `<compensateEventDefinition ${attributes}/>`;

  it('should link an activity to its handler by the association of its boundary event', () => {
    const process = parse(
      bpmn(
        `${line(['task'], serviceTask('task', jobExtension + multiInstance('inputCollection="=items"')))}${boundary('compensated', compensate())}
        ${handler('undo', multiInstance('inputCollection="=items"'))}<association id="a" sourceRef="compensated" targetRef="undo"/>`,
      ),
    );

    expect(element(process, 'task').compensationHandler).toBe(element(process, 'undo'));
    expect(element(process, 'task').innerActivity?.compensationHandler).toBeUndefined();
    expect(element(process, 'undo')).toMatchObject({
      isForCompensation: true,
      innerActivity: { isForCompensation: true },
    });
    expect(element(process, 'compensated')).toMatchObject({
      elementType: BpmnElementType.BOUNDARY_EVENT,
      eventType: BpmnEventType.COMPENSATION,
    });
  });

  it('should be thrown for one activity or for all of the scope, from an event sub-process for the scope around it', () => {
    const process = parse(
      bpmn(
        `${line(['task', 'one', 'all'], serviceTask('task') + thrown('one', compensate('activityRef="task"')) + thrown('all', compensate('waitForCompletion="true"')))}
        ${boundary('compensated', compensate())}${handler('undo')}<association id="a" sourceRef="compensated" targetRef="undo"/>
        <subProcess id="esp" triggeredByEvent="true"><startEvent id="failed"><errorEventDefinition/></startEvent><endEvent id="esp-end">${compensate('activityRef="task"')}</endEvent>${path('failed', 'esp-end')}</subProcess>`,
      ),
    );

    const task = element(process, 'task');
    expect(['one', 'all', 'esp-end'].map((id) => element(process, id).compensatedActivity)).toEqual([
      task,
      undefined,
      task,
    ]);
    expect(element(process, 'all').eventType).toBe(BpmnEventType.COMPENSATION);
    expect(ids(task.boundaryEvents)).toEqual(['compensated']);
  });
});
