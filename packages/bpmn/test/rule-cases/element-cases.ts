/** Documents that break the rules of sequence flows and elements. */
import { bpmn, extensions, flow, line, message, messageEvent, path, serviceTask, timerEvent } from '../bpmn-xml.ts';
import {
  boundary,
  eventGateway,
  eventSubProcess,
  gateway,
  ruleTask,
  scriptTask,
  task,
  timerCatch,
} from '../documents.ts';
import type { RuleCase } from './rule-case.ts';

export const elementCases: readonly RuleCase[] = [
  // Sequence flows
  {
    rule: 'sequence-flow-id-required',
    title: 'a flow without id',
    xml: bpmn('<startEvent id="start"/><endEvent id="end"/><sequenceFlow sourceRef="start" targetRef="end"/>'),
    at: ['process'],
  },
  {
    rule: 'sequence-flow-source-exists',
    title: 'a flow from nowhere',
    xml: bpmn(line([], '') + flow('gone', 'end')),
    at: ['gone-end'],
  },
  {
    rule: 'sequence-flow-target-exists',
    title: 'flows to nowhere: unknown, the process itself, none given',
    xml: bpmn(
      `${line([], '')}${flow('start', 'gone')}${flow('start', 'process')}<sequenceFlow id="none" sourceRef="start"/>`,
    ),
    at: ['start-gone', 'start-process', 'none'],
  },
  {
    rule: 'sequence-flow-same-scope',
    title: 'a flow into a sub-process',
    xml: bpmn(
      `${line([], '')}<subProcess id="sub"><startEvent id="inner"/><task id="task"/>${path('inner', 'task')}</subProcess>${flow('start', 'task')}`,
    ),
    at: ['start-task'],
  },
  {
    rule: 'condition-gateway',
    title: 'a condition behind a task',
    xml: bpmn(
      `<startEvent id="start"/>${serviceTask('task')}<endEvent id="end"/>${path('start', 'task')}${flow('task', 'end', '=true')}`,
    ),
    at: ['task-end'],
  },
  {
    rule: 'condition-expression',
    title: 'a static condition',
    xml: gateway(flow('gateway', 'a', 'true') + flow('gateway', 'b', '=true')),
    at: ['gateway-a'],
  },
  {
    rule: 'condition-required',
    title: 'one of two flows without condition',
    xml: gateway(flow('gateway', 'a', '=true') + flow('gateway', 'b')),
    at: ['gateway-b'],
  },
  {
    rule: 'default-flow-outgoing',
    title: 'a default flow that leaves another element',
    xml: gateway(flow('gateway', 'a'), 'default="start-gateway"'),
    at: ['gateway'],
  },
  // Elements
  {
    rule: 'start-event-no-incoming',
    title: 'a flow to the start event',
    xml: bpmn(line(['task'], serviceTask('task')) + flow('task', 'start')),
    at: ['start'],
  },
  {
    rule: 'end-event-no-outgoing',
    title: 'a flow from the end event',
    xml: bpmn(line([], serviceTask('task')) + flow('end', 'task')),
    at: ['end'],
  },
  {
    rule: 'boundary-event-attached',
    title: 'boundary events attached to nothing, to the unknown, to an event, and across scopes',
    xml: bpmn(
      line([], '') +
        `<subProcess id="sub"><startEvent id="inner"/>${serviceTask('task')}${path('inner', 'task')}</subProcess>` +
        ['', 'attachedToRef="gone"', 'attachedToRef="start"', 'attachedToRef="task"']
          .map(
            (attribute, index) =>
              `<boundaryEvent id="b${index}" ${attribute}>${timerEvent('timeDuration', 'PT1S')}</boundaryEvent>${flow(`b${index}`, 'end')}`,
          )
          .join(''),
    ),
    at: ['b0', 'b1', 'b2', 'b3'],
  },
  {
    rule: 'boundary-event-no-incoming',
    title: 'a flow to a boundary event',
    xml: boundary(timerEvent('timeDuration', 'PT1S')).replace('</process>', `${flow('start', 'boundary')}</process>`),
    at: ['boundary'],
  },
  { rule: 'task-definition-required', title: 'a service task without job type', xml: task(''), at: ['task'] },
  {
    rule: 'task-definition-required',
    title: 'a send task with two job types',
    xml: bpmn(
      line(
        ['task'],
        `<sendTask id="task">${extensions('<zeebe:taskDefinition type="a"/><zeebe:taskDefinition type="b"/>')}</sendTask>`,
      ),
    ),
    at: ['task'],
  },
  {
    rule: 'business-rule-task-implementation',
    title: 'a business rule task without implementation',
    xml: bpmn(line(['task'], '<businessRuleTask id="task"/>')),
    at: ['task'],
  },
  {
    rule: 'business-rule-task-implementation',
    title: 'a business rule task with decision and job',
    xml: ruleTask('<zeebe:calledDecision decisionId="d" resultVariable="r"/><zeebe:taskDefinition type="work"/>'),
    at: ['task'],
  },
  {
    rule: 'script-task-implementation',
    title: 'a script task without implementation',
    xml: scriptTask(''),
    at: ['task'],
  },
  {
    rule: 'script-task-implementation',
    title: 'a script task with script and job',
    xml: scriptTask('<zeebe:script expression="=1" resultVariable="r"/><zeebe:taskDefinition type="work"/>'),
    at: ['task'],
  },
  {
    rule: 'receive-task-boundary-message',
    title: 'a receive task whose boundary event waits for its message',
    xml: bpmn(
      line(['task'], '<receiveTask id="task" messageRef="m"/>') +
        `<boundaryEvent id="boundary" attachedToRef="task">${messageEvent('n')}</boundaryEvent>${flow('boundary', 'end')}`,
      message('m', 'same', '=key') + message('n', 'same', '=key'),
    ),
    at: ['boundary'],
  },
  {
    rule: 'event-based-gateway-flows',
    title: 'an event-based gateway with one flow',
    xml: eventGateway(timerCatch('a'), flow('gateway', 'a')),
    at: ['gateway'],
  },
  {
    rule: 'event-based-gateway-targets',
    title: 'an event-based gateway before a receive task',
    xml: eventGateway(
      `${timerCatch('a')}<receiveTask id="b" messageRef="m"/>`,
      flow('gateway', 'a') + flow('gateway', 'b'),
      message('m', 'name', '=key'),
    ),
    at: ['gateway'],
  },
  {
    rule: 'event-based-gateway-targets',
    title: 'an event-based gateway before an event that can be entered otherwise',
    xml: eventGateway(timerCatch('a') + timerCatch('b'), flow('gateway', 'a') + flow('gateway', 'b') + flow('a', 'b')),
    at: ['gateway'],
  },
  {
    rule: 'event-based-gateway-triggers',
    title: 'an event-based gateway before two events for one message',
    xml: eventGateway(
      ['a', 'b']
        .map((id) => `<intermediateCatchEvent id="${id}">${messageEvent('m')}</intermediateCatchEvent>`)
        .join(''),
      flow('gateway', 'a') + flow('gateway', 'b'),
      message('m', 'name', '=key'),
    ),
    at: ['b'],
  },
  {
    rule: 'sub-process-one-start-event',
    title: 'a sub-process without start event',
    xml: bpmn(line(['sub'], '<subProcess id="sub"><task id="task"/></subProcess>')),
    at: ['sub'],
  },
  {
    rule: 'event-sub-process-one-start-event',
    title: 'an event sub-process with two start events',
    xml: eventSubProcess(
      ['esp-start', 'other']
        .map((id) => `<startEvent id="${id}">${timerEvent('timeDuration', 'PT1S')}</startEvent>`)
        .join(''),
    ),
    at: ['esp'],
  },
  {
    rule: 'event-sub-process-no-flows',
    title: 'a flow to an event sub-process',
    xml: eventSubProcess(`<startEvent id="esp-start">${timerEvent('timeDuration', 'PT1S')}</startEvent>`).replace(
      '</process>',
      `${flow('start', 'esp')}</process>`,
    ),
    at: ['esp'],
  },
  {
    rule: 'boundary-event-error-interrupting',
    title: 'a non-interrupting error boundary event',
    xml: boundary('<errorEventDefinition/>').replace('<boundaryEvent ', '<boundaryEvent cancelActivity="false" '),
    at: ['boundary'],
  },
  {
    rule: 'event-sub-process-error-interrupting',
    title: 'a non-interrupting error start event',
    xml: eventSubProcess('<startEvent id="esp-start" isInterrupting="false"><errorEventDefinition/></startEvent>'),
    at: ['esp-start'],
  },
  {
    rule: 'called-element-required',
    title: 'a call activity that calls nothing',
    xml: bpmn(line(['call'], '<callActivity id="call"/>')),
    at: ['call'],
  },
];
