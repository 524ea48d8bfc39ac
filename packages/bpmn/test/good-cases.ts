import {
  bpmn,
  definitions,
  executionListeners,
  extensions,
  flow,
  jobExtension,
  line,
  message,
  messageEvent,
  multiInstance,
  path,
  serviceTask,
  taskListeners,
  timerEvent,
} from './bpmn-xml.ts';
import {
  adHoc,
  boundary,
  call,
  caught,
  compensated,
  ended,
  error,
  errorEvent,
  eventGateway,
  eventSubProcess,
  gateway,
  jobWith,
  mapping,
  ruleTask,
  scriptTask,
  task,
  thrown,
  timerCatch,
  userTask,
} from './documents.ts';

/** A document that comes as close to breaking rules as it may: it has to be accepted. */
export interface GoodCase {
  readonly rules: readonly string[];
  readonly title: string;
  readonly xml: string;
}

const condition = '<conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition>';
const filtered = (attributes: string): string =>
  `<conditionalEventDefinition><condition>=x</condition>${extensions(`<zeebe:conditionalFilter ${attributes}/>`)}</conditionalEventDefinition>`;
const signal = '<signalEventDefinition signalRef="s"/>';
const escalation = '<escalationEventDefinition escalationRef="e"/>';
const handler = '<task id="handler" isForCompensation="true"/>';
const withInsideProcess = (xml: string, content: string): string => xml.replace('</process>', `${content}</process>`);
const eventSubProcesses = (...starts: readonly string[]): string =>
  bpmn(
    line([], '') +
      starts
        .map(
          (definition, index) =>
            `<subProcess id="esp-${index}" triggeredByEvent="true"><startEvent id="start-${index}">${definition}</startEvent></subProcess>`,
        )
        .join(''),
    `${message('m', 'm', '=key')}${message('n', 'n', '=key')}<signal id="s" name="s"/><signal id="t" name="t"/><escalation id="e" escalationCode="e"/>${error('f', 'errorCode="f"')}`,
  );

export const goodCases: readonly GoodCase[] = [
  // Document and process
  {
    rules: ['root-definitions', 'executable-process-required', 'id-unique', 'unsupported-element'],
    title: 'a pool that is only drawn, with elements nobody executes and ids of diagrams used twice',
    xml: definitions(
      '<process id="a" isExecutable="true"><startEvent id="start"/></process><process id="b"><complexGateway id="c"/></process><other xmlns="o" id="start"/>',
    ),
  },
  {
    rules: [
      'process-id-valid',
      'id-required',
      'id-reserved',
      'process-start-event-required',
      'process-one-none-start-event',
    ],
    title: 'a process id of all that is allowed, and one none start event among others',
    xml: definitions(
      `<process id="_Größe-1.b" isExecutable="1"><startEvent id="a"/><startEvent id="b">${messageEvent('m')}</startEvent></process>${message('m')}`,
    ),
  },
  // Events
  {
    rules: ['event-definition-single', 'event-definition-allowed'],
    title: 'one definition, or none where an event may do without',
    xml: bpmn(
      `<startEvent id="start"/><intermediateThrowEvent id="throw"/><intermediateCatchEvent id="catch" parallelMultiple="false">${timerEvent('timeDuration', 'PT1S')}</intermediateCatchEvent><endEvent id="end"/>${path('start', 'throw', 'catch', 'end')}`,
    ),
  },
  {
    rules: [
      'message-name-distinct',
      'signal-name-distinct',
      'error-code-distinct',
      'escalation-code-distinct',
      'condition-distinct',
    ],
    title: 'event sub-processes of one scope that differ, a catch-all among them',
    xml: eventSubProcesses(
      messageEvent('m'),
      messageEvent('n'),
      signal,
      '<signalEventDefinition signalRef="t"/>',
      '<escalationEventDefinition/>',
      escalation,
      '<errorEventDefinition/>',
      errorEvent('f'),
      condition,
      condition.replace('=x', '=y'),
    ),
  },
  {
    rules: [
      'condition-distinct',
      'boundary-event-attached',
      'boundary-event-no-incoming',
      'boundary-event-error-interrupting',
    ],
    title: 'boundary events for one condition',
    xml: withInsideProcess(
      boundary(condition),
      `<boundaryEvent id="b" attachedToRef="task" cancelActivity="false">${condition}</boundaryEvent>`,
    ),
  },
  {
    rules: [
      'message-ref-exists',
      'message-name-required',
      'message-correlation-key-required',
      'message-correlation-key-expression',
      'receive-task-boundary-message',
    ],
    title: 'a receive task and its boundary event that wait for different messages, and one nobody waits for',
    xml: bpmn(
      line(['task'], '<receiveTask id="task" messageRef="m"/>') +
        `<boundaryEvent id="boundary" attachedToRef="task">${messageEvent('n')}</boundaryEvent>`,
      `${message('m', '=a', '=key')}${message('n', '=b', '=key')}<message id="unused"/>`,
    ),
  },
  {
    rules: ['message-throw-task-definition-required', 'message-ref-exists'],
    title: 'a message that is thrown by a worker who knows which',
    xml: thrown('<messageEventDefinition/>').replace('id="throw">', `id="throw">${jobExtension}`),
  },
  {
    rules: ['signal-ref-exists', 'signal-name-required'],
    title: 'a signal whose name is calculated, and one nobody uses',
    xml: thrown(signal, '<signal id="s" name="=name"/><signal id="unused"/>'),
  },
  {
    rules: ['error-ref-exists', 'error-code-required', 'error-code-static'],
    title: 'an error whose code is calculated where it is thrown and missing where it is caught',
    xml: withInsideProcess(
      ended(errorEvent('e'), error('e', 'errorCode="=code"') + error('any', '')),
      `${serviceTask('task')}<boundaryEvent id="b" attachedToRef="task">${errorEvent('any')}</boundaryEvent>`,
    ),
  },
  {
    rules: [
      'escalation-ref-exists',
      'escalation-code-required',
      'escalation-code-static',
      'escalation-boundary-host',
      'called-element-required',
    ],
    title: 'an escalation whose code is calculated where it is thrown, caught at whatever can hold a thrower',
    xml: withInsideProcess(
      thrown(
        escalation,
        '<escalation id="e" escalationCode="=code"/><escalation id="any"/><escalation id="f" escalationCode="f"/>',
      ),
      `<subProcess id="sub"><startEvent id="inner"/></subProcess><adHocSubProcess id="ad-hoc"><task id="a"/></adHocSubProcess><callActivity id="call">${extensions('<zeebe:calledElement processId="p"/>')}</callActivity>
      <boundaryEvent id="b1" attachedToRef="sub"><escalationEventDefinition escalationRef="any"/></boundaryEvent><boundaryEvent id="b2" attachedToRef="ad-hoc"><escalationEventDefinition escalationRef="f"/></boundaryEvent><boundaryEvent id="b3" attachedToRef="call"><escalationEventDefinition/></boundaryEvent>`,
    ),
  },
  {
    rules: ['link-name-required', 'link-target-exists', 'link-name-distinct', 'link-event-flows'],
    title: 'links of one name in two scopes, one inside the other, several to one target',
    xml: bpmn(
      `<startEvent id="start"/><intermediateThrowEvent id="a"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateThrowEvent id="b"><linkEventDefinition name="l"/></intermediateThrowEvent>
      <intermediateCatchEvent id="catch"><linkEventDefinition name="l"/></intermediateCatchEvent>${flow('start', 'a')}${flow('start', 'b')}${flow('catch', 'sub')}
      <subProcess id="sub"><startEvent id="inner"/><intermediateThrowEvent id="throw"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="there"><linkEventDefinition name="l"/></intermediateCatchEvent>${flow('inner', 'throw')}</subProcess>`,
    ),
  },
  {
    rules: ['conditional-condition-expression', 'conditional-filter-events', 'conditional-filter-names'],
    title: 'a condition with a filter, and one with an empty one',
    xml: withInsideProcess(
      caught(filtered('variableNames="a, b" variableEvents=" update, create"')),
      `<intermediateCatchEvent id="other">${filtered('variableNames=" " variableEvents=""')}</intermediateCatchEvent>`,
    ),
  },
  {
    rules: ['timer-one-definition', 'timer-value-valid', 'timer-cycle-place', 'timer-duration-place'],
    title: 'a timer of every kind where it may stand',
    xml: bpmn(
      `<startEvent id="start">${timerEvent('timeCycle', '@daily')}</startEvent>${serviceTask('task')}
      <boundaryEvent id="again" attachedToRef="task" cancelActivity="false">${timerEvent('timeCycle', 'R/2030-01-01T00:00:00Z/PT1H')}</boundaryEvent>
      <boundaryEvent id="once" attachedToRef="task">${timerEvent('timeDate', '2030-01-31T12:00+01:00')}</boundaryEvent>
      <subProcess id="esp" triggeredByEvent="true"><startEvent id="esp-start" isInterrupting="false">${timerEvent('timeCycle', '0 0 9 L * ?')}</startEvent></subProcess>
      <subProcess id="late" triggeredByEvent="true"><startEvent id="late-start">${timerEvent('timeDuration', 'P1M')}</startEvent></subProcess>`,
    ),
  },
  // Compensation
  {
    rules: [
      'compensation-handler-required',
      'compensation-handler-apart',
      'compensation-boundary-single',
      'compensation-activity-valid',
      'compensation-waits',
    ],
    title: 'compensation of an activity with handler and of a sub-process, also from an event sub-process',
    xml: withInsideProcess(
      compensated(handler),
      `<subProcess id="sub"><startEvent id="inner"/></subProcess><intermediateThrowEvent id="one"><compensateEventDefinition activityRef="task" waitForCompletion="true"/></intermediateThrowEvent>
      <intermediateThrowEvent id="b"><compensateEventDefinition activityRef="sub"/></intermediateThrowEvent><intermediateThrowEvent id="c"><compensateEventDefinition activityRef=""/></intermediateThrowEvent>
      <subProcess id="esp" triggeredByEvent="true"><startEvent id="esp-start"><errorEventDefinition/></startEvent><endEvent id="esp-end"><compensateEventDefinition activityRef="task"/></endEvent></subProcess>
      <textAnnotation id="note"/><association id="noted" sourceRef="compensated" targetRef="note"/>`,
    ),
  },
  // Sequence flows and gateways
  {
    rules: [
      'sequence-flow-id-required',
      'sequence-flow-source-exists',
      'sequence-flow-target-exists',
      'sequence-flow-same-scope',
      'start-event-no-incoming',
      'end-event-no-outgoing',
      'sub-process-one-start-event',
    ],
    title: 'flows inside a sub-process and around it',
    xml: bpmn(
      line(
        ['sub'],
        `<subProcess id="sub"><startEvent id="inner"/><task id="task"/>${path('inner', 'task')}</subProcess>`,
      ),
    ),
  },
  {
    rules: ['condition-gateway', 'condition-expression', 'condition-required', 'default-flow-outgoing'],
    title: 'a default flow with a condition, which is never looked at',
    xml: gateway(flow('gateway', 'a', '=true') + flow('gateway', 'b', '=false'), 'default="gateway-b"'),
  },
  {
    rules: ['event-based-gateway-flows', 'event-based-gateway-targets', 'event-based-gateway-triggers'],
    title: 'an event-based gateway before everything that can be waited for',
    xml: eventGateway(
      `${timerCatch('a')}${timerCatch('b')}<intermediateCatchEvent id="c">${messageEvent('m')}</intermediateCatchEvent><intermediateCatchEvent id="d">${signal}</intermediateCatchEvent><intermediateCatchEvent id="e">${condition}</intermediateCatchEvent>`,
      ['a', 'b', 'c', 'd', 'e'].map((id) => flow('gateway', id)).join(''),
      `${message('m', 'same', '=key')}<signal id="s" name="same"/>`,
    ),
  },
  {
    rules: ['unsupported-feature'],
    title: 'what others would mean, said to be not so, and lists editors left empty',
    xml: withInsideProcess(
      eventGateway(timerCatch('a') + timerCatch('b'), flow('gateway', 'a') + flow('gateway', 'b')).replace(
        'id="gateway"',
        'id="gateway" instantiate="false" eventGatewayType="Exclusive"',
      ),
      `<receiveTask id="task" messageRef="m" instantiate="false"/>`,
    ).replace('</definitions>', `${message('m', 'm', '=key')}</definitions>`),
  },
  {
    rules: ['straight-through-loop'],
    title: 'a loop that waits',
    xml: bpmn(
      `<startEvent id="start"/><task id="a"/><userTask id="b"/><inclusiveGateway id="c"/>${path('start', 'a', 'b', 'c', 'a')}`,
    ),
  },
  // Sub-processes
  {
    rules: ['event-sub-process-one-start-event', 'event-sub-process-no-flows', 'event-sub-process-error-interrupting'],
    title: 'an event sub-process started by an error',
    xml: eventSubProcess('<startEvent id="esp-start" isInterrupting="true"><errorEventDefinition/></startEvent>'),
  },
  {
    rules: [
      'ad-hoc-activity-required',
      'ad-hoc-no-start-event',
      'ad-hoc-no-end-event',
      'ad-hoc-completion-condition-expression',
      'ad-hoc-attributes-expression',
      'ad-hoc-output-complete',
    ],
    title: 'an ad-hoc sub-process with all its attributes, around a sub-process that begins and ends',
    xml: adHoc(
      `${extensions('<zeebe:adHoc activeElementsCollection="=names" outputCollection="results" outputElement="=result"/>')}<subProcess id="sub"><startEvent id="inner"/><endEvent id="inner-end"/></subProcess><completionCondition>=done</completionCondition>`,
      'cancelRemainingInstances="false"',
    ),
  },
  {
    rules: ['ad-hoc-job', 'ad-hoc-output-complete'],
    title: 'an ad-hoc sub-process that is led by a worker and collects results',
    xml: adHoc(
      `${extensions('<zeebe:taskDefinition type="work"/><zeebe:adHoc outputCollection="results" outputElement="=result" activeElementsCollection=""/>')}<task id="task"/>`,
      'cancelRemainingInstances="true"',
    ),
  },
  {
    rules: ['ad-hoc-join'],
    title: 'an ad-hoc sub-process in which every activation reaches all flows of a join',
    xml: adHoc(
      `<task id="a"/><task id="b"/><exclusiveGateway id="merge"/><parallelGateway id="fork"/><task id="left"/><task id="right"/><parallelGateway id="join"/><inclusiveGateway id="one"/>
      <intermediateThrowEvent id="throw"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="catch"><linkEventDefinition name="l"/></intermediateCatchEvent>
      ${path('a', 'merge', 'fork', 'left', 'join', 'one')}${path('b', 'merge')}${path('fork', 'right', 'join')}${path('fork', 'throw')}${path('catch', 'join')}`,
    ),
  },
  // Activities
  {
    rules: [
      'task-definition-required',
      'task-definition-type-required',
      'task-definition-retries-number',
      'task-header-not-reserved',
      'task-header-unique',
      'job-priority-number',
      'linked-resource-complete',
      'extension-single',
      'agent-type-place',
    ],
    title: 'a job with everything, the lowest priority and no retries',
    xml: task(
      extensions(
        '<zeebe:taskDefinition type="=kind" retries="0"/><zeebe:taskHeaders><zeebe:header key="a" value="1"/><zeebe:header key="" value=""/><zeebe:header key="" value=""/></zeebe:taskHeaders><zeebe:jobPriorityDefinition priority="-2147483648"/><zeebe:linkedResources><zeebe:linkedResource resourceId="a" resourceType="b"/></zeebe:linkedResources><zeebe:agentDefinition agentType="external"/>',
      ),
    ),
  },
  {
    rules: ['script-task-implementation', 'script-expression-required', 'script-result-variable-required'],
    title: 'a script',
    xml: scriptTask('<zeebe:script expression="=1" resultVariable="r"/>'),
  },
  {
    rules: ['business-rule-task-implementation'],
    title: 'a rule a worker applies',
    xml: bpmn(line(['task'], `<businessRuleTask id="task">${jobExtension}</businessRuleTask>`)),
  },
  {
    rules: ['business-rule-task-implementation', 'called-decision-complete', 'binding-version-tag-required'],
    title: 'a decision called by its tag',
    xml: ruleTask(
      '<zeebe:calledDecision decisionId="=id" resultVariable="r" bindingType="versionTag" versionTag="v1"/>',
    ),
  },
  {
    rules: [
      'called-element-process-id-required',
      'called-element-business-id-length',
      'binding-type-valid',
      'binding-version-tag-required',
    ],
    title: 'a call with the longest business id',
    xml: call(`processId="=id" bindingType="versionTag" versionTag="v1" businessId="${'x'.repeat(256)}"`),
  },
  {
    rules: ['mapping-target-path', 'mapping-output-source-expression', 'expression-parses'],
    title: 'targets that only begin like reserved words, and an input without source',
    xml: mapping('<zeebe:input target="nullable.of"/><zeebe:output source="=a" target="_if.then"/>'),
  },
  {
    rules: [
      'multi-instance-activity',
      'multi-instance-loop-characteristics-required',
      'multi-instance-input-collection-expression',
      'multi-instance-output-complete',
      'multi-instance-output-element-expression',
      'multi-instance-completion-condition-expression',
    ],
    title: 'a loop with everything, and empty attributes of editors',
    xml: withInsideProcess(
      task(
        jobExtension +
          multiInstance(
            'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"',
            '<completionCondition>=done</completionCondition>',
          ),
      ),
      serviceTask(
        'other',
        jobExtension +
          multiInstance(
            'inputCollection="=[]" inputElement="" outputCollection="" outputElement=""',
            '<completionCondition/>',
          ),
      ),
    ),
  },
  {
    rules: [
      'execution-listener-event-type-valid',
      'execution-listener-type-required',
      'execution-listener-retries-number',
      'execution-listener-distinct',
      'execution-listener-event-type-allowed',
    ],
    title: 'listeners of one type at different moments, and where only one moment has them',
    xml: bpmn(
      `${extensions(executionListeners('eventType="start" type="a"', 'eventType="end" type="a"', 'eventType="cancel" type="a"'))}
      <startEvent id="start">${extensions(executionListeners('eventType="end" type="a"'))}</startEvent>
      <exclusiveGateway id="gateway">${extensions(executionListeners('eventType="start" type="a"', 'eventType="start" type="b" retries="=n"'))}</exclusiveGateway>
      <task id="each">${extensions(executionListeners('eventType="beforeAll" type="a"', 'eventType="start" type="a"'))}${multiInstance('inputCollection="=items"')}</task>
      <boundaryEvent id="late" attachedToRef="each">${extensions(executionListeners('eventType="end" type="a"'))}${timerEvent('timeDuration', 'PT1S')}</boundaryEvent>
      <endEvent id="failed">${extensions(executionListeners('eventType="start" type="a"'))}${errorEvent('e')}</endEvent>`,
      error('e', 'errorCode="e"'),
    ),
  },
  {
    rules: [
      'task-listener-event-type-valid',
      'task-listener-type-required',
      'task-listener-retries-number',
      'task-listener-native',
      'user-task-priority-range',
      'user-task-date-valid',
      'user-task-candidates-list',
      'form-definition-one-reference',
      'form-definition-binding',
    ],
    title: 'a user task at all its limits',
    xml: userTask(
      `<zeebe:userTask/>${taskListeners(...['creating', 'assigning', 'updating', 'completing', 'canceling', 'canceling'].map((event) => `eventType="${event}" type="a" retries="1"`))}
      <zeebe:priorityDefinition priority="100"/><zeebe:taskSchedule dueDate="2023-03-02T15:35+02:00" followUpDate=""/>
      <zeebe:assignmentDefinition assignee="a,b" candidateGroups="a, b ,c" candidateUsers=""/><zeebe:formDefinition externalReference="https://example.com/form"/>`,
    ),
  },
  {
    rules: ['form-definition-one-reference', 'form-definition-binding', 'task-listener-native'],
    title: 'a user task that is a job, with the form of an older version',
    xml: userTask(
      '<zeebe:formDefinition formId="form" formKey="" bindingType="versionTag" versionTag="v1"/><zeebe:taskListeners/>',
    ),
  },
  {
    rules: ['extension-single'],
    title: 'many listeners and mappings in one list each',
    xml: task(
      jobWith(
        `<zeebe:ioMapping><zeebe:input source="=1" target="a"/><zeebe:input source="=2" target="a"/></zeebe:ioMapping>${executionListeners('eventType="end" type="a"', 'eventType="end" type="b"')}`,
      ),
    ),
  },
];
