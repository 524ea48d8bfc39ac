import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  definitions,
  extensions,
  flow,
  jobExtension,
  line,
  message,
  messageEvent,
  multiInstance,
  path,
  serviceTask,
  timerEvent,
} from '../test/bpmn-xml.ts';
import { ruleTask } from '../test/documents.ts';
import { element, feel, ids, literal, parse } from '../test/parsed.ts';
import { parseBpmn } from './parse-bpmn.ts';

describe('parseBpmn', () => {
  it('should read the executable processes of a document in order and leave out the others', () => {
    const xml = definitions(
      '<process id="a" isExecutable="true"><startEvent id="s1"/></process>' +
        '<process id="pool"><userTask id="drawn-only"/></process>' +
        '<process id="b" isExecutable="1"><startEvent id="s2"/></process>',
    );

    const result = parseBpmn(xml, { resourceName: 'test.bpmn' });

    expect(result.ok && ids(result.model.processes)).toEqual(['a', 'b']);
  });

  it('should read id, name, version tag and documentation of a process', () => {
    const process = parse(
      definitions(
        `<process id="order" name="Order &amp; pay" isExecutable="true"><documentation> Why. </documentation>${extensions('<zeebe:versionTag value="1.2"/>')}<startEvent id="start"/></process>`,
      ),
    );

    expect(process).toMatchObject({ id: 'order', name: 'Order & pay', versionTag: '1.2' });
    expect(process.root).toMatchObject({
      id: 'order',
      elementType: BpmnElementType.PROCESS,
      eventType: BpmnEventType.UNSPECIFIED,
      documentation: 'Why.',
      flowScope: undefined,
      isInterrupting: true,
    });
    expect(process.elements.get('order')).toBe(process.root);
  });

  it('should link elements and sequence flows by object', () => {
    const process = parse(bpmn(line(['task'], serviceTask('task'))));

    const task = element(process, 'task');
    expect(ids([...process.elements.values()])).toEqual(['process', 'start', 'task', 'end']);
    expect(ids([...process.sequenceFlows.values()])).toEqual(['start-task', 'task-end']);
    expect(task.incoming[0]).toBe(process.sequenceFlows.get('start-task'));
    expect(task.incoming[0]?.source).toBe(element(process, 'start'));
    expect(task.outgoing[0]?.target).toBe(element(process, 'end'));
    expect(task.flowScope).toBe(process.root);
    expect(process.root.children).toEqual([element(process, 'start'), task, element(process, 'end')]);
    expect(process.root.noneStartEvent).toBe(element(process, 'start'));
    expect(process.root.startEvents).toEqual([element(process, 'start')]);
  });

  it('should read a job with type, retries and headers', () => {
    const xml = (attributes: string, headers = '') =>
      bpmn(line(['task'], serviceTask('task', extensions(`<zeebe:taskDefinition ${attributes}/>${headers}`))));
    const headers =
      '<zeebe:taskHeaders><zeebe:header key="a" value="1"/><zeebe:header key="__proto__" value="2"/><zeebe:header key="" value="3"/><zeebe:header key="b"/></zeebe:taskHeaders>';

    expect(element(parse(xml('type="work"')), 'task').job).toEqual({
      type: literal('work'),
      retries: literal('3'),
      headers: {},
      priority: undefined,
      linkedResources: [],
    });
    const job = element(parse(xml('type="=kind" retries="= 1 + 1"', headers)), 'task').job;
    expect(job).toMatchObject({ type: feel('kind'), retries: feel(' 1 + 1') });
    expect(Object.entries(job?.headers ?? {})).toEqual([
      ['a', '1'],
      ['__proto__', '2'],
    ]);
  });

  it.each([
    ['serviceTask', BpmnElementType.SERVICE_TASK],
    ['sendTask', BpmnElementType.SEND_TASK],
    ['businessRuleTask', BpmnElementType.BUSINESS_RULE_TASK],
    ['scriptTask', BpmnElementType.SCRIPT_TASK],
  ])('should read a %s as job', (tag, elementType) => {
    const task = element(parse(bpmn(line(['task'], `<${tag} id="task">${jobExtension}</${tag}>`))), 'task');

    expect(task).toMatchObject({ elementType, eventType: BpmnEventType.UNSPECIFIED, job: { type: literal('work') } });
    expect(task.script).toBeUndefined();
  });

  it('should read a called decision', () => {
    const read = (attributes: string) =>
      element(parse(ruleTask(`<zeebe:calledDecision resultVariable="r" ${attributes}/>`)), 'task');

    expect(read('decisionId="d"')).toMatchObject({
      elementType: BpmnElementType.BUSINESS_RULE_TASK,
      job: undefined,
      calledDecision: {
        decisionId: literal('d'),
        resultVariable: 'r',
        bindingType: 'latest',
        versionTag: undefined,
      },
    });
    expect(read('decisionId="=d" bindingType="versionTag" versionTag="1.0"').calledDecision).toMatchObject({
      decisionId: feel('d'),
      bindingType: 'versionTag',
      versionTag: '1.0',
    });
  });

  it('should read a script', () => {
    const xml = bpmn(
      line(
        ['task'],
        `<scriptTask id="task">${extensions('<zeebe:script expression="=a + 1" resultVariable="b"/>')}</scriptTask>`,
      ),
    );

    const task = element(parse(xml), 'task');

    expect(task.script).toEqual({ expression: feel('a + 1'), resultVariable: 'b' });
    expect(task.job).toBeUndefined();
  });

  it('should read tasks the engine passes through', () => {
    const process = parse(bpmn(line(['manual', 'plain'], '<manualTask id="manual"/><task id="plain" name="Plain"/>')));

    expect(element(process, 'manual').elementType).toBe(BpmnElementType.MANUAL_TASK);
    expect(element(process, 'plain')).toMatchObject({ elementType: BpmnElementType.TASK, name: 'Plain' });
  });

  it('should read input and output mappings in order', () => {
    const mappings =
      '<zeebe:ioMapping><zeebe:input source="=a" target="b"/><zeebe:input source="1" target="c.d"/><zeebe:output source="=e" target="_f"/></zeebe:ioMapping>';

    const task = element(
      parse(bpmn(line(['task'], serviceTask('task', extensions(`<zeebe:taskDefinition type="work"/>${mappings}`))))),
      'task',
    );

    expect(task.inputMappings).toEqual([
      { source: feel('a'), target: 'b' },
      { source: literal('1'), target: 'c.d' },
    ]);
    expect(task.outputMappings).toEqual([{ source: feel('e'), target: '_f' }]);
  });

  it('should take the missing source of an input for null', () => {
    const mappings = '<zeebe:ioMapping><zeebe:input target="a"/><zeebe:input source="" target="b"/></zeebe:ioMapping>';

    const task = element(
      parse(bpmn(line(['task'], serviceTask('task', extensions(`<zeebe:taskDefinition type="work"/>${mappings}`))))),
      'task',
    );

    expect(task.inputMappings).toEqual([
      { source: feel('null'), target: 'a' },
      { source: feel('null'), target: 'b' },
    ]);
  });

  it('should read properties of any element', () => {
    const xml = bpmn(
      line(
        [],
        extensions(
          '<zeebe:properties><zeebe:property name="a" value="1"/><zeebe:property name="b"/></zeebe:properties>',
        ),
      ),
    );

    expect(parse(xml).root.properties).toEqual({ a: '1', b: '' });
  });

  it('should read conditions and the default flow of an exclusive gateway', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><exclusiveGateway id="gateway" default="gateway-b"/><endEvent id="a"/><endEvent id="b"/>` +
          flow('start', 'gateway') +
          flow('gateway', 'a', '\n  =x &gt; 1\n') +
          flow('gateway', 'b', '<![CDATA[=x < 1]]>'),
      ),
    );

    const gateway = element(process, 'gateway');
    expect(gateway.elementType).toBe(BpmnElementType.EXCLUSIVE_GATEWAY);
    expect(gateway.outgoing.map((outgoing) => outgoing.condition)).toEqual([feel('x > 1'), feel('x < 1')]);
    expect(gateway.defaultFlow).toBe(gateway.outgoing[1]);
  });

  it('should accept one flow without condition behind an exclusive gateway', () => {
    const process = parse(bpmn(line(['gateway'], '<exclusiveGateway id="gateway"/>')));

    expect(element(process, 'gateway').outgoing[0]?.condition).toBeUndefined();
  });

  it('should read inclusive gateways with conditions and default flow', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><inclusiveGateway id="gateway" default="gateway-b"/><endEvent id="a"/><endEvent id="b"/>` +
          `${flow('start', 'gateway')}${flow('gateway', 'a', '=x')}${flow('gateway', 'b')}`,
      ),
    );

    const gateway = element(process, 'gateway');
    expect(gateway).toMatchObject({ elementType: BpmnElementType.INCLUSIVE_GATEWAY, defaultFlow: gateway.outgoing[1] });
    expect(gateway.outgoing[0]?.condition).toEqual(feel('x'));
  });

  it('should read parallel gateways', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/>${path('start', 'fork', 'join')}<sequenceFlow id="second" sourceRef="fork" targetRef="join"/>`,
      ),
    );

    expect(element(process, 'fork')).toMatchObject({ elementType: BpmnElementType.PARALLEL_GATEWAY });
    expect(ids(element(process, 'join').incoming)).toEqual(['fork-join', 'second']);
  });

  it('should read an event-based gateway before message and timer events', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><eventBasedGateway id="gateway"/>
        <intermediateCatchEvent id="paid">${messageEvent('m')}</intermediateCatchEvent>
        <intermediateCatchEvent id="late">${timerEvent('timeDuration', '=wait')}</intermediateCatchEvent>
        ${path('start', 'gateway', 'paid')}${flow('gateway', 'late')}`,
        message('m', '=name', '=key'),
      ),
    );

    expect(element(process, 'gateway').elementType).toBe(BpmnElementType.EVENT_BASED_GATEWAY);
    expect(element(process, 'paid')).toMatchObject({
      elementType: BpmnElementType.INTERMEDIATE_CATCH_EVENT,
      eventType: BpmnEventType.MESSAGE,
      message: { name: feel('name'), correlationKey: feel('key') },
    });
    expect(element(process, 'late')).toMatchObject({
      eventType: BpmnEventType.TIMER,
      timer: { kind: 'duration', expression: feel('wait') },
    });
  });

  it('should read a receive task', () => {
    const process = parse(
      bpmn(line(['task'], '<receiveTask id="task" messageRef="m"/>'), message('m', 'paid', '=key')),
    );

    expect(element(process, 'task')).toMatchObject({
      elementType: BpmnElementType.RECEIVE_TASK,
      eventType: BpmnEventType.MESSAGE,
      message: { name: literal('paid'), correlationKey: feel('key') },
    });
  });

  it('should read start events by message and timer, without correlation key', () => {
    const process = parse(
      bpmn(
        `<startEvent id="none"/><startEvent id="message">${messageEvent('m')}</startEvent>
        <startEvent id="date">${timerEvent('timeDate', '2030-01-31T12:00:00+01:00[Europe/Paris]')}</startEvent>
        <startEvent id="cycle">${timerEvent('timeCycle', ' 0 0 9-17 * * MON-FRI ')}</startEvent>`,
        message('m', 'begin', '=key'),
      ),
    );

    expect(ids(process.root.startEvents)).toEqual(['none', 'message', 'date', 'cycle']);
    expect(process.root.noneStartEvent?.id).toBe('none');
    expect(element(process, 'message').message).toEqual({ name: literal('begin'), correlationKey: undefined });
    expect(element(process, 'date').timer?.kind).toBe('date');
    expect(element(process, 'cycle').timer).toEqual({
      kind: 'cycle',
      expression: literal('0 0 9-17 * * MON-FRI'),
    });
  });

  it('should read a process that is started by messages only', () => {
    const process = parse(bpmn(`<startEvent id="start">${messageEvent('m')}</startEvent>`, message('m')));

    expect(process.root.noneStartEvent).toBeUndefined();
  });

  it('should read boundary events at their host, interrupting by default', () => {
    const process = parse(
      bpmn(
        `${line(['task'], serviceTask('task'))}
        <boundaryEvent id="timer" attachedToRef="task" cancelActivity="false">${timerEvent('timeCycle', 'R/PT1H')}</boundaryEvent>
        <boundaryEvent id="message" attachedToRef="task">${messageEvent('m')}</boundaryEvent>
        <boundaryEvent id="error" attachedToRef="task"><errorEventDefinition errorRef="e"/></boundaryEvent>
        <boundaryEvent id="any" attachedToRef="task"><errorEventDefinition/></boundaryEvent>
        ${['timer', 'message', 'error', 'any'].map((id) => flow(id, 'end')).join('')}`,
        `${message('m', 'stop', '=key')}<error id="e" errorCode="404"/>`,
      ),
    );

    const task = element(process, 'task');
    expect(ids(task.boundaryEvents)).toEqual(['timer', 'message', 'error', 'any']);
    expect(task.boundaryEvents.map((event) => event.isInterrupting)).toEqual([false, true, true, true]);
    expect(task.boundaryEvents.every((event) => event.attachedTo === task && event.flowScope === process.root)).toBe(
      true,
    );
    expect(element(process, 'error')).toMatchObject({
      elementType: BpmnElementType.BOUNDARY_EVENT,
      eventType: BpmnEventType.ERROR,
      error: { code: literal('404') },
    });
    expect(element(process, 'any').error).toEqual({ code: undefined });
  });

  it('should accept a boundary event that leads nowhere: its path ends there', () => {
    const process = parse(
      bpmn(
        `${line(['task'], serviceTask('task'))}
        <boundaryEvent id="timer" attachedToRef="task">${timerEvent('timeDuration', 'PT1H')}</boundaryEvent>`,
      ),
    );

    expect(element(process, 'timer')).toMatchObject({ eventType: BpmnEventType.TIMER, outgoing: [] });
  });

  it('should give an event type to events and receive tasks only', () => {
    const process = parse(
      bpmn(
        `<startEvent id="none"/><startEvent id="message">${messageEvent('m')}</startEvent>
        <startEvent id="timer">${timerEvent('timeCycle', 'R/PT1H')}</startEvent>
        <exclusiveGateway id="exclusive"/><parallelGateway id="parallel"/><manualTask id="manual"/>
        <receiveTask id="receive" messageRef="m"/><subProcess id="sub"><startEvent id="inner"/></subProcess>
        <subProcess id="event-sub" triggeredByEvent="true"><startEvent id="error"><errorEventDefinition/></startEvent></subProcess>
        <boundaryEvent id="boundary" attachedToRef="sub">${messageEvent('m')}</boundaryEvent>
        <endEvent id="end"/>`,
        message('m', 'm', '=key'),
      ),
    );

    const { NONE, MESSAGE, TIMER, ERROR, UNSPECIFIED } = BpmnEventType;
    expect(Object.fromEntries([...process.elements.values()].map(({ id, eventType }) => [id, eventType]))).toEqual({
      process: UNSPECIFIED,
      none: NONE,
      message: MESSAGE,
      timer: TIMER,
      exclusive: UNSPECIFIED,
      parallel: UNSPECIFIED,
      manual: UNSPECIFIED,
      receive: MESSAGE,
      sub: UNSPECIFIED,
      inner: NONE,
      'event-sub': UNSPECIFIED,
      error: ERROR,
      boundary: MESSAGE,
      end: NONE,
    });
  });

  it('should read end events: none, terminate and error', () => {
    const process = parse(
      bpmn(
        `<startEvent id="start"/><parallelGateway id="fork"/><endEvent id="none"/>
        <endEvent id="all"><terminateEventDefinition/></endEvent>
        <endEvent id="error"><errorEventDefinition errorRef="e"/></endEvent>
        ${path('start', 'fork', 'none')}${flow('fork', 'all')}${flow('fork', 'error')}`,
        '<error id="e" errorCode="=code"/>',
      ),
    );

    expect(element(process, 'none').eventType).toBe(BpmnEventType.NONE);
    expect(element(process, 'all').eventType).toBe(BpmnEventType.TERMINATE);
    expect(element(process, 'error').error).toEqual({ code: feel('code') });
  });

  it('should read a none intermediate throw event', () => {
    const process = parse(bpmn(line(['reached'], '<intermediateThrowEvent id="reached"/>')));

    expect(element(process, 'reached')).toMatchObject({
      elementType: BpmnElementType.INTERMEDIATE_THROW_EVENT,
      eventType: BpmnEventType.NONE,
    });
  });

  it('should read a sub-process as scope of its own', () => {
    const process = parse(
      bpmn(
        line(
          ['sub'],
          `<subProcess id="sub"><startEvent id="inner"/>${serviceTask('task')}${path('inner', 'task')}</subProcess>`,
        ),
      ),
    );

    const sub = element(process, 'sub');
    expect(sub).toMatchObject({ elementType: BpmnElementType.SUB_PROCESS, flowScope: process.root });
    expect(ids(sub.children)).toEqual(['inner', 'task']);
    expect(sub.noneStartEvent).toBe(element(process, 'inner'));
    expect(element(process, 'task').flowScope).toBe(sub);
    expect(process.sequenceFlows.get('inner-task')?.target).toBe(element(process, 'task'));
    expect(ids(process.root.children)).toEqual(['start', 'sub', 'end']);
  });

  it('should read event sub-processes and mirror the flag of their start event', () => {
    const eventSubProcess = (id: string, attributes: string, definition: string) =>
      `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}-start" ${attributes}>${definition}</startEvent></subProcess>`;
    const process = parse(
      bpmn(
        line([], '') +
          eventSubProcess('timer', 'isInterrupting="false"', timerEvent('timeCycle', 'R2/PT1S')) +
          eventSubProcess('message', '', messageEvent('m')) +
          eventSubProcess('error', '', '<errorEventDefinition/>'),
        message('m', 'name', '=key'),
      ),
    );

    expect(ids(process.root.eventSubProcesses)).toEqual(['timer', 'message', 'error']);
    expect(process.root.eventSubProcesses.map((sub) => sub.isInterrupting)).toEqual([false, true, true]);
    const timer = element(process, 'timer');
    expect(timer.elementType).toBe(BpmnElementType.EVENT_SUB_PROCESS);
    expect(timer.startEvents[0]).toMatchObject({ id: 'timer-start', isInterrupting: false });
    expect(timer.noneStartEvent).toBeUndefined();
    expect(element(process, 'message-start').message?.correlationKey).toEqual(feel('key'));
  });

  it('should read call activities with defaults and with everything set', () => {
    const call = (attributes: string) =>
      element(
        parse(
          bpmn(
            line(
              ['call'],
              `<callActivity id="call">${extensions(`<zeebe:calledElement ${attributes}/>`)}</callActivity>`,
            ),
          ),
        ),
        'call',
      );

    expect(call('processId="other"')).toMatchObject({
      elementType: BpmnElementType.CALL_ACTIVITY,
      calledElement: {
        processId: literal('other'),
        bindingType: 'latest',
        versionTag: undefined,
        propagateAllChildVariables: true,
        propagateAllParentVariables: true,
      },
    });
    expect(
      call(
        'processId="=id" bindingType="versionTag" versionTag="v1" propagateAllChildVariables="false" propagateAllParentVariables="false"',
      ).calledElement,
    ).toEqual({
      processId: feel('id'),
      bindingType: 'versionTag',
      versionTag: 'v1',
      businessId: undefined,
      propagateAllChildVariables: false,
      propagateAllParentVariables: false,
    });
  });

  it('should ignore what has no part in the execution', () => {
    const xml = `<?xml version="1.0"?><!-- by hand --><b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:z="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:color="c"
        xmlns:di="di" modeler:executionPlatform="Camunda Cloud">
      <b:collaboration id="c"><b:participant id="p" processRef="process"/><b:messageFlow id="mf" sourceRef="p" targetRef="task"/></b:collaboration>
      <b:process id="process" isExecutable="true">
        <b:laneSet id="ls"><b:lane id="l"><b:flowNodeRef>task</b:flowNodeRef></b:lane></b:laneSet>
        <b:startEvent id="start"><b:outgoing>f</b:outgoing></b:startEvent>
        <b:sequenceFlow id="f" sourceRef="start" targetRef="task"/>
        <b:serviceTask id="task" color:fill="red" z:modelerTemplate="x"><b:extensionElements><z:taskDefinition type="work"/><other xmlns="o"/><z:executionListeners/></b:extensionElements></b:serviceTask>
        <b:dataObject id="d"/><b:dataObjectReference id="dr" dataObjectRef="d"/><b:dataStoreReference id="ds"/>
        <b:textAnnotation id="t"><b:text>note</b:text></b:textAnnotation><b:association id="a" sourceRef="task" targetRef="t"/><b:group id="g"/>
      </b:process>
      <b:message id="unused"/><di:BPMNDiagram id="start"/>
    </b:definitions>`;

    expect([...parse(xml).elements.keys()]).toEqual(['process', 'start', 'task']);
  });

  it('should read a document that was accepted before, whatever the rules say now', () => {
    const xml = bpmn(
      `${line(['task'], '<serviceTask id="task"/>')}<complexGateway id="complex"/><boundaryEvent id="lost" attachedToRef="gone"/>`,
    );

    const result = parseBpmn(xml, { resourceName: 'test.bpmn', isAccepted: true });

    expect(result.ok && [...(result.model.processes[0]?.elements.keys() ?? [])]).toEqual([
      'process',
      'start',
      'task',
      'end',
      'complex',
      'lost',
    ]);
    expect(parseBpmn(xml, { resourceName: 'test.bpmn' }).ok).toBe(false);
  });

  it('should give all elements one shape', () => {
    const process = parse(
      bpmn(
        line(
          ['task', 'ad-hoc'],
          `${serviceTask('task', jobExtension + multiInstance('inputCollection="=items"'))}<adHocSubProcess id="ad-hoc"><task id="inner"/></adHocSubProcess>`,
        ),
      ),
    );

    const inner = [...process.elements.values()].flatMap(({ innerActivity }) => innerActivity ?? []);
    const shapes = new Set([...process.elements.values(), ...inner].map((item) => Object.keys(item).join()));
    expect(shapes.size).toBe(1);
  });
});
