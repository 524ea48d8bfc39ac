/** Documents that break the rules of event definitions. */
import { bpmn, extensions, flow, jobExtension, line, message, messageEvent, path, timerEvent } from '../bpmn-xml.ts';
import { boundary, caught, compensated, ended, error, errorEvent, eventSubProcess, thrown } from '../documents.ts';
import type { RuleCase } from './rule-case.ts';

export const eventDefinitionCases: readonly RuleCase[] = [
  // Event definitions
  {
    rule: 'message-ref-exists',
    title: 'a message event without message',
    xml: caught('<messageEventDefinition/>'),
    at: ['catch'],
  },
  {
    rule: 'message-ref-exists',
    title: 'a message event for an unknown message',
    xml: caught(messageEvent('gone')),
    at: ['catch'],
  },
  {
    rule: 'message-ref-exists',
    title: 'a receive task without message',
    xml: bpmn(line(['task'], '<receiveTask id="task"/>')),
    at: ['task'],
  },
  {
    rule: 'message-name-required',
    title: 'a message without name, once for all events that wait for it',
    xml: bpmn(
      line(
        ['a', 'b'],
        ['a', 'b']
          .map((id) => `<intermediateCatchEvent id="${id}">${messageEvent('m')}</intermediateCatchEvent>`)
          .join(''),
      ),
      message('m', '', '=key'),
    ),
    at: ['m'],
  },
  {
    rule: 'message-correlation-key-required',
    title: 'a message without correlation key on a catch event',
    xml: caught(messageEvent('m'), message('m')),
    at: ['m'],
  },
  {
    rule: 'message-correlation-key-required',
    title: 'a message with two correlation keys on a catch event',
    xml: caught(
      messageEvent('m'),
      `<message id="m" name="name">${extensions('<zeebe:subscription correlationKey="=a"/><zeebe:subscription correlationKey="=b"/>')}</message>`,
    ),
    at: ['m'],
  },
  {
    rule: 'message-correlation-key-expression',
    title: 'an empty correlation key',
    xml: caught(messageEvent('m'), message('m', 'name', '')),
    at: ['m'],
  },
  {
    rule: 'message-correlation-key-expression',
    title: 'a static correlation key',
    xml: caught(messageEvent('m'), message('m', 'name', 'key')),
    at: ['m'],
  },
  {
    rule: 'timer-one-definition',
    title: 'a timer without definition',
    xml: caught('<timerEventDefinition/>'),
    at: ['catch'],
  },
  {
    rule: 'timer-one-definition',
    title: 'a timer with two definitions',
    xml: caught(
      '<timerEventDefinition><timeDuration>PT1S</timeDuration><timeDate>2030-01-01T00:00:00Z</timeDate></timerEventDefinition>',
    ),
    at: ['catch'],
  },
  {
    rule: 'timer-value-valid',
    title: 'a duration that is none',
    xml: caught(timerEvent('timeDuration', '5 minutes')),
    at: ['catch'],
  },
  {
    rule: 'timer-value-valid',
    title: 'a date without zone',
    xml: caught(timerEvent('timeDate', '2030-01-01T00:00:00')),
    at: ['catch'],
  },
  {
    rule: 'timer-value-valid',
    title: 'a cycle longer than any that makes sense',
    xml: boundary(timerEvent('timeCycle', `R/${'['.repeat(50_000)}`), 'cancelActivity="false"'),
    at: ['boundary'],
  },
  {
    rule: 'timer-cycle-place',
    title: 'a cycle on a catch event',
    xml: caught(timerEvent('timeCycle', 'R3/PT1S')),
    at: ['catch'],
  },
  {
    rule: 'timer-cycle-place',
    title: 'a cycle on an interrupting boundary event',
    xml: boundary(timerEvent('timeCycle', 'R3/PT1S')),
    at: ['boundary'],
  },
  {
    rule: 'timer-cycle-place',
    title: 'a cycle on an interrupting event sub-process',
    xml: eventSubProcess(`<startEvent id="esp-start">${timerEvent('timeCycle', '=cycle(1)')}</startEvent>`),
    at: ['esp-start'],
  },
  {
    rule: 'timer-duration-place',
    title: 'a duration on the start event of a process',
    xml: bpmn(`<startEvent id="start">${timerEvent('timeDuration', 'PT1S')}</startEvent>`),
    at: ['start'],
  },
  { rule: 'error-ref-exists', title: 'an unknown error', xml: boundary(errorEvent('gone')), at: ['boundary'] },
  {
    rule: 'error-code-required',
    title: 'an error end event without code',
    xml: bpmn(
      `<startEvent id="start"/><endEvent id="end">${errorEvent('e')}</endEvent>${path('start', 'end')}`,
      error('e', 'name="only"'),
    ),
    at: ['end'],
  },
  {
    rule: 'error-code-required',
    title: 'an error end event without error',
    xml: bpmn(`<startEvent id="start"/><endEvent id="end"><errorEventDefinition/></endEvent>${path('start', 'end')}`),
    at: ['end'],
  },
  {
    rule: 'error-ref-exists',
    title: 'an error end event for an unknown error',
    xml: bpmn(`<startEvent id="start"/><endEvent id="end">${errorEvent('gone')}</endEvent>${path('start', 'end')}`),
    at: ['end'],
  },
  {
    rule: 'error-code-static',
    title: 'an error caught by an expression',
    xml: boundary(errorEvent('e'), '', error('e', 'errorCode="=code"')),
    at: ['boundary'],
  },
  {
    rule: 'signal-ref-exists',
    title: 'a signal event without signal',
    xml: caught('<signalEventDefinition/>'),
    at: ['catch'],
  },
  {
    rule: 'signal-ref-exists',
    title: 'an unknown signal',
    xml: thrown('<signalEventDefinition signalRef="gone"/>'),
    at: ['throw'],
  },
  {
    rule: 'signal-name-required',
    title: 'a signal without name',
    xml: thrown('<signalEventDefinition signalRef="s"/>', '<signal id="s"/>'),
    at: ['s'],
  },
  {
    rule: 'escalation-ref-exists',
    title: 'an unknown escalation',
    xml: boundary('<escalationEventDefinition escalationRef="gone"/>')
      .replaceAll('serviceTask', 'callActivity')
      .replace('<zeebe:taskDefinition type="work"/>', '<zeebe:calledElement processId="p"/>'),
    at: ['boundary'],
  },
  {
    rule: 'escalation-code-required',
    title: 'an escalation thrown without escalation',
    xml: thrown('<escalationEventDefinition/>'),
    at: ['throw'],
  },
  {
    rule: 'escalation-code-required',
    title: 'an escalation end event without code',
    xml: ended('<escalationEventDefinition escalationRef="e"/>', '<escalation id="e" name="only"/>'),
    at: ['end'],
  },
  {
    rule: 'escalation-code-static',
    title: 'an escalation caught by an expression',
    xml: eventSubProcess(
      '<startEvent id="esp-start"><escalationEventDefinition escalationRef="e"/></startEvent>',
      '<escalation id="e" escalationCode="=code"/>',
    ),
    at: ['esp-start'],
  },
  ...['serviceTask', 'userTask', 'receiveTask', 'scriptTask'].map((tag) => ({
    rule: 'escalation-boundary-host',
    title: `an escalation boundary event on a ${tag}`,
    xml: bpmn(
      `<startEvent id="start"/><${tag} id="task" messageRef="m">${tag === 'userTask' || tag === 'receiveTask' ? '' : jobExtension}</${tag}>
      <boundaryEvent id="boundary" attachedToRef="task"><escalationEventDefinition/></boundaryEvent>`,
      message('m', 'm', '=key'),
    ),
    at: ['boundary'],
  })),
  {
    rule: 'link-name-required',
    title: 'a link without name',
    xml: bpmn(`${line([], '')}<intermediateCatchEvent id="catch"><linkEventDefinition/></intermediateCatchEvent>`),
    at: ['catch'],
  },
  {
    rule: 'link-target-exists',
    title: 'a link that leads nowhere, or into another scope',
    xml: bpmn(
      `<startEvent id="start"/><intermediateThrowEvent id="throw"><linkEventDefinition name="a"/></intermediateThrowEvent>${flow('start', 'throw')}
      <subProcess id="sub"><startEvent id="inner"/><intermediateCatchEvent id="catch"><linkEventDefinition name="a"/></intermediateCatchEvent></subProcess>`,
    ),
    at: ['throw'],
  },
  {
    rule: 'link-name-distinct',
    title: 'two targets of one link',
    xml: bpmn(
      line([], '') +
        ['a', 'b']
          .map((id) => `<intermediateCatchEvent id="${id}"><linkEventDefinition name="l"/></intermediateCatchEvent>`)
          .join(''),
    ),
    at: ['b'],
  },
  {
    rule: 'link-event-flows',
    title: 'flows to and from links on their wrong sides',
    xml: bpmn(
      `<startEvent id="start"/><intermediateThrowEvent id="throw"><linkEventDefinition name="l"/></intermediateThrowEvent>
      <intermediateCatchEvent id="catch"><linkEventDefinition name="l"/></intermediateCatchEvent>${path('start', 'throw', 'catch')}`,
    ),
    at: ['throw', 'catch'],
  },
  ...['', '<condition/>', '<condition>x > 1</condition>'].map((condition) => ({
    rule: 'conditional-condition-expression',
    title: `the condition '${condition}' of an event`,
    xml: caught(`<conditionalEventDefinition>${condition}</conditionalEventDefinition>`),
    at: ['catch'],
  })),
  {
    rule: 'conditional-filter-events',
    title: 'a filter for an unknown change',
    xml: caught(
      `<conditionalEventDefinition><condition>=x</condition>${extensions('<zeebe:conditionalFilter variableEvents="create, delete"/>')}</conditionalEventDefinition>`,
    ),
    at: ['catch'],
  },
  ...['a,,b', '=a', 'a, =b'].map((names) => ({
    rule: 'conditional-filter-names',
    title: `a filter for the variables '${names}'`,
    xml: caught(
      `<conditionalEventDefinition><condition>=x</condition>${extensions(`<zeebe:conditionalFilter variableNames="${names}"/>`)}</conditionalEventDefinition>`,
    ),
    at: ['catch'],
  })),
  {
    rule: 'compensation-handler-required',
    title: 'a compensation boundary event without association',
    xml: compensated('<task id="handler" isForCompensation="true"/>', 'task-handler'),
    at: ['compensated'],
  },
  {
    rule: 'compensation-handler-required',
    title: 'a compensation boundary event before a task that is no handler',
    xml: compensated('<task id="handler"/>'),
    at: ['compensated'],
  },
  {
    rule: 'compensation-handler-required',
    title: 'a compensation boundary event with a flow',
    xml: compensated('<task id="handler" isForCompensation="true"/>').replace(
      '</process>',
      `${flow('compensated', 'end')}</process>`,
    ),
    at: ['compensated'],
  },
  {
    rule: 'compensation-handler-required',
    title: 'a compensation handler in another scope',
    xml: compensated(
      '<subProcess id="sub"><startEvent id="inner"/><task id="handler" isForCompensation="true"/></subProcess>',
    ),
    at: ['compensated'],
  },
  {
    rule: 'compensation-handler-apart',
    title: 'a compensation handler in the middle of a path, with a boundary event',
    xml: bpmn(
      line(['handler'], '<task id="handler" isForCompensation="true"/>') +
        `<boundaryEvent id="late" attachedToRef="handler">${timerEvent('timeDuration', 'PT1S')}</boundaryEvent>`,
    ),
    at: ['handler', 'handler', 'handler'],
  },
  {
    rule: 'compensation-handler-apart',
    title: 'an event sub-process for compensation',
    xml: eventSubProcess(`<startEvent id="esp-start">${timerEvent('timeDuration', 'PT1S')}</startEvent>`).replace(
      'triggeredByEvent',
      'isForCompensation="true" triggeredByEvent',
    ),
    at: ['esp'],
  },
  {
    rule: 'compensation-boundary-single',
    title: 'two compensation boundary events of one activity',
    xml: compensated(
      '<task id="handler" isForCompensation="true"/><task id="more" isForCompensation="true"/><boundaryEvent id="second" attachedToRef="task"><compensateEventDefinition/></boundaryEvent><association id="b" sourceRef="second" targetRef="more"/>',
    ),
    at: ['second'],
  },
  ...['gone', 'start'].map((ref) => ({
    rule: 'compensation-activity-valid',
    title: `compensation of '${ref}', which is no activity`,
    xml: thrown(`<compensateEventDefinition activityRef="${ref}"/>`),
    at: ['throw'],
  })),
  {
    rule: 'compensation-activity-valid',
    title: 'compensation of an activity without handler',
    xml: compensated('<task id="handler" isForCompensation="true"/>').replace(
      '</process>',
      `<intermediateThrowEvent id="throw"><compensateEventDefinition activityRef="handler"/></intermediateThrowEvent></process>`,
    ),
    at: ['throw'],
  },
  {
    rule: 'compensation-activity-valid',
    title: 'compensation of an activity in another scope',
    xml: compensated('<task id="handler" isForCompensation="true"/>').replace(
      '</process>',
      `<subProcess id="sub"><startEvent id="inner"/><endEvent id="throw"><compensateEventDefinition activityRef="task"/></endEvent>${path('inner', 'throw')}</subProcess></process>`,
    ),
    at: ['throw'],
  },
  {
    rule: 'compensation-waits',
    title: 'compensation that is not waited for',
    xml: ended('<compensateEventDefinition waitForCompletion="false"/>'),
    at: ['end'],
  },
];
