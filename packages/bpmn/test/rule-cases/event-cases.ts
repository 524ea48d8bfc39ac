/** Documents that break the rules of events and what they compete with. */
import { bpmn, flow, line, message, messageEvent, path, serviceTask, timerEvent } from '../bpmn-xml.ts';
import { boundary, caught, ended, error, errorEvent, eventGateway, eventSubProcess, thrown } from '../documents.ts';
import type { RuleCase } from './rule-case.ts';

export const eventCases: readonly RuleCase[] = [
  // Events
  {
    rule: 'event-definition-single',
    title: 'a boundary event with two definitions',
    xml: boundary(timerEvent('timeDuration', 'PT1S') + errorEvent('e'), '', error('e', 'errorCode="a"')),
    at: ['boundary'],
  },
  {
    rule: 'event-definition-allowed',
    title: 'a boundary event without definition',
    xml: boundary(''),
    at: ['boundary'],
  },
  { rule: 'event-definition-allowed', title: 'a catch event without definition', xml: caught(''), at: ['catch'] },
  {
    rule: 'event-definition-allowed',
    title: 'an error start event of a process',
    xml: bpmn('<startEvent id="start"><errorEventDefinition/></startEvent>'),
    at: ['start'],
  },
  {
    rule: 'event-definition-allowed',
    title: 'a timer end event',
    xml: bpmn(
      `<startEvent id="start"/><endEvent id="end">${timerEvent('timeDuration', 'PT1S')}</endEvent>${path('start', 'end')}`,
    ),
    at: ['end'],
  },
  {
    rule: 'message-throw-task-definition-required',
    title: 'a message throw event without job type',
    xml: thrown(messageEvent('m'), message('m', 'name', '=key')),
    at: ['throw'],
  },
  {
    rule: 'message-throw-task-definition-required',
    title: 'a message end event without job type',
    xml: ended('<messageEventDefinition/>'),
    at: ['end'],
  },
  {
    rule: 'event-definition-allowed',
    title: 'a timer throw event',
    xml: thrown(timerEvent('timeDuration', 'PT1S')),
    at: ['throw'],
  },
  {
    rule: 'event-definition-allowed',
    title: 'an escalation catch event',
    xml: caught('<escalationEventDefinition/>'),
    at: ['catch'],
  },
  {
    rule: 'event-definition-allowed',
    title: 'a timer start event of an embedded sub-process',
    xml: bpmn(
      line(
        ['sub'],
        `<subProcess id="sub"><startEvent id="inner">${timerEvent('timeDate', '2030-01-01T00:00:00Z')}</startEvent></subProcess>`,
      ),
    ),
    at: ['inner'],
  },
  {
    rule: 'event-definition-allowed',
    title: 'a none start event of an event sub-process',
    xml: eventSubProcess('<startEvent id="esp-start"/>'),
    at: ['esp-start'],
  },
  {
    rule: 'message-name-distinct',
    title: 'two start events for one message',
    xml: bpmn(
      `<startEvent id="a">${messageEvent('m')}</startEvent><startEvent id="b">${messageEvent('n')}</startEvent>`,
      message('m', 'same') + message('n', 'same'),
    ),
    at: ['b'],
  },
  {
    rule: 'error-code-distinct',
    title: 'two boundary events that catch every error, one of them by an empty code',
    xml: bpmn(
      line(['task'], serviceTask('task')) +
        '<boundaryEvent id="a" attachedToRef="task"><errorEventDefinition/></boundaryEvent>' +
        `<boundaryEvent id="b" attachedToRef="task">${errorEvent('e')}</boundaryEvent>` +
        flow('a', 'end') +
        flow('b', 'end'),
      error('e', 'errorCode=""'),
    ),
    at: ['b'],
  },
  {
    rule: 'error-code-distinct',
    title: 'two event sub-processes that catch one code',
    xml: bpmn(
      line([], '') +
        ['a', 'b']
          .map(
            (id) =>
              `<subProcess id="esp-${id}" triggeredByEvent="true"><startEvent id="${id}">${errorEvent('e')}</startEvent></subProcess>`,
          )
          .join(''),
      error('e', 'errorCode="code"'),
    ),
    at: ['b'],
  },
  ...[
    ['signal-name-distinct', '<signalEventDefinition signalRef="s"/>', '<signal id="s" name="name"/>'],
    ['escalation-code-distinct', '<escalationEventDefinition/>', ''],
    [
      'escalation-code-distinct',
      '<escalationEventDefinition escalationRef="e"/>',
      '<escalation id="e" escalationCode="code"/>',
    ],
    ['condition-distinct', '<conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition>', ''],
  ].map(([rule = '', definition = '', root = '']) => ({
    rule,
    title: `two event sub-processes with ${definition}`,
    xml: bpmn(
      line([], '') +
        ['a', 'b']
          .map(
            (id) =>
              `<subProcess id="esp-${id}" triggeredByEvent="true"><startEvent id="${id}">${definition}</startEvent></subProcess>`,
          )
          .join(''),
      root,
    ),
    at: ['b'],
  })),
  {
    rule: 'signal-name-distinct',
    title: 'two boundary events for signals of one name',
    xml: bpmn(
      line(['task'], serviceTask('task')) +
        ['a', 'b']
          .map(
            (id) =>
              `<boundaryEvent id="${id}" attachedToRef="task"><signalEventDefinition signalRef="${id}-signal"/></boundaryEvent>`,
          )
          .join(''),
      '<signal id="a-signal" name="same"/><signal id="b-signal" name="same"/>',
    ),
    at: ['b'],
  },
  {
    rule: 'condition-distinct',
    title: 'two start events for one condition',
    xml: bpmn(
      ['a', 'b']
        .map(
          (id) =>
            `<startEvent id="${id}"><conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition></startEvent>`,
        )
        .join(''),
    ),
    at: ['b'],
  },
  {
    rule: 'event-based-gateway-triggers',
    title: 'an event-based gateway before two events for one signal',
    xml: eventGateway(
      ['a', 'b']
        .map(
          (id) => `<intermediateCatchEvent id="${id}"><signalEventDefinition signalRef="s"/></intermediateCatchEvent>`,
        )
        .join(''),
      flow('gateway', 'a') + flow('gateway', 'b'),
      '<signal id="s" name="name"/>',
    ),
    at: ['b'],
  },
  {
    rule: 'unsupported-element',
    title: 'a start event by a link',
    xml: bpmn('<startEvent id="start"><linkEventDefinition name="l"/></startEvent>'),
    at: ['start'],
  },
  {
    rule: 'unsupported-element',
    title: 'a start event by compensation',
    xml: bpmn('<startEvent id="start"><compensateEventDefinition/></startEvent>'),
    at: ['start'],
  },
  ...['escalation', 'error'].map((type) => ({
    rule: 'event-definition-allowed',
    title: `a start event of a process by an ${type}`,
    xml: bpmn(`<startEvent id="start"><${type}EventDefinition/></startEvent>`),
    at: ['start'],
  })),
  ...['signalEventDefinition signalRef="s"', 'timerEventDefinition'].map((second) => ({
    rule: 'event-definition-single',
    title: `a parallel-multiple catch event with a second definition ${second}`,
    xml: caught(
      `${timerEvent('timeDuration', 'PT1S')}<${second}>${second.startsWith('timer') ? '<timeDuration>PT1S</timeDuration>' : ''}</${second.split(' ')[0]}>`,
      '<signal id="s" name="name"/>',
    ).replace('id="catch"', 'id="catch" parallelMultiple="true"'),
    at: ['catch'],
  })),
];
