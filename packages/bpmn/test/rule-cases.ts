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
  scriptTask,
  task,
  thrown,
  timerCatch,
  userTask,
} from './documents.ts';

/** A document that breaks one rule, and where the rule has to say so. */
export interface RuleCase {
  readonly rule: string;
  readonly title: string;
  readonly xml: string;
  /** Ids of the elements the rule reports, in document order. */
  readonly at: readonly string[];
}

export const ruleCases: readonly RuleCase[] = [
  // Document
  {
    rule: 'root-definitions',
    title: 'another root element',
    xml: '<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="process"/>',
    at: ['process'],
  },
  {
    rule: 'executable-process-required',
    title: 'no executable process',
    xml: definitions('<process id="process"/>'),
    at: ['definitions'],
  },
  {
    rule: 'id-unique',
    title: 'an id used twice, also across pools',
    xml: definitions(
      `<process id="process" isExecutable="true">${line(['task'], serviceTask('task'))}</process><process id="pool"><task id="task"/></process>`,
    ),
    at: ['task'],
  },
  {
    rule: 'id-unique',
    title: 'two processes of one id',
    xml: definitions(
      '<process id="process" isExecutable="true"><startEvent id="a"/></process><process id="process" isExecutable="true"><startEvent id="b"/></process>',
    ),
    at: ['process'],
  },
  // Process
  {
    rule: 'process-id-valid',
    title: 'a process id with a blank',
    xml: definitions('<process id="my process" isExecutable="true"><startEvent id="start"/></process>'),
    at: ['my process'],
  },
  { rule: 'process-start-event-required', title: 'no start event', xml: bpmn('<task id="task"/>'), at: ['process'] },
  {
    rule: 'process-one-none-start-event',
    title: 'two none start events',
    xml: bpmn('<startEvent id="a"/><startEvent id="b"/>'),
    at: ['process'],
  },
  // Every element
  { rule: 'id-required', title: 'a task without id', xml: bpmn('<startEvent id="start"/><task/>'), at: ['process'] },
  {
    rule: 'id-required',
    title: 'a process without id',
    xml: definitions('<process isExecutable="true"><startEvent id="start"/></process>'),
    at: ['definitions'],
  },
  ...['complexGateway', 'transaction'].map((type) => ({
    rule: 'unsupported-element',
    title: `the element type ${type}`,
    xml: bpmn(line(['element'], `<${type} id="element"/>`)),
    at: ['element'],
  })),
  {
    rule: 'unsupported-element',
    title: 'the event definition cancel',
    xml: caught('<cancelEventDefinition/>'),
    at: ['catch'],
  },
  {
    rule: 'unsupported-element',
    title: 'a compensation start event of an event sub-process',
    xml: eventSubProcess('<startEvent id="esp-start"><compensateEventDefinition/></startEvent>'),
    at: ['esp-start'],
  },
  {
    rule: 'unsupported-feature',
    title: 'the marker of a standard loop',
    xml: task(`${jobExtension}<standardLoopCharacteristics/>`),
    at: ['task'],
  },
  {
    rule: 'agent-type-place',
    title: 'an agent that is a sub-process on a service task',
    xml: task(jobWith('<zeebe:agentDefinition agentType="aiAgentSubProcess"/>')),
    at: ['task'],
  },
  {
    rule: 'agent-type-place',
    title: 'an unknown agent type',
    xml: task(jobWith('<zeebe:agentDefinition agentType="toString"/>')),
    at: ['task'],
  },
  {
    rule: 'unsupported-feature',
    title: 'an event-based gateway that starts the process',
    xml: eventGateway(timerCatch('a') + timerCatch('b'), flow('gateway', 'a') + flow('gateway', 'b')).replace(
      'id="gateway"',
      'id="gateway" instantiate="true"',
    ),
    at: ['gateway'],
  },
  {
    rule: 'unsupported-feature',
    title: 'an event-based gateway that waits for all of its events',
    xml: eventGateway(timerCatch('a') + timerCatch('b'), flow('gateway', 'a') + flow('gateway', 'b')).replace(
      'id="gateway"',
      'id="gateway" eventGatewayType="Parallel"',
    ),
    at: ['gateway'],
  },
  ...['ioMapping', 'executionListeners', 'taskHeaders', 'properties'].map((name) => ({
    rule: 'extension-single',
    title: `zeebe:${name} twice`,
    xml: task(jobWith(`<zeebe:${name}/><zeebe:${name}/>`)),
    at: ['task'],
  })),
  {
    rule: 'extension-single',
    title: 'two version tags of the process',
    xml: bpmn(line([], extensions('<zeebe:versionTag value="1"/><zeebe:versionTag value="2"/>'))),
    at: ['process'],
  },
  {
    rule: 'unsupported-feature',
    title: 'a decision called by a business rule task',
    xml: bpmn(
      line(
        ['rule'],
        `<businessRuleTask id="rule">${extensions('<zeebe:calledDecision decisionId="d" resultVariable="r"/>')}</businessRuleTask>`,
      ),
    ),
    at: ['rule'],
  },
  {
    rule: 'unsupported-feature',
    title: 'a receive task that starts the process',
    xml: bpmn(
      line(['task'], '<receiveTask id="task" messageRef="m" instantiate="true"/>'),
      message('m', 'name', '=key'),
    ),
    at: ['task'],
  },
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
  // Listeners
  {
    rule: 'execution-listener-event-type-valid',
    title: 'an execution listener for an unknown event',
    xml: task(jobWith(executionListeners('eventType="create" type="a"'))),
    at: ['task'],
  },
  {
    rule: 'execution-listener-event-type-valid',
    title: 'an execution listener without event',
    xml: task(jobWith(executionListeners('type="a"'))),
    at: ['task'],
  },
  {
    rule: 'execution-listener-type-required',
    title: 'an execution listener without job type',
    xml: task(jobWith(executionListeners('eventType="start"'))),
    at: ['task'],
  },
  {
    rule: 'execution-listener-retries-number',
    title: 'retries of an execution listener that are no number',
    xml: task(jobWith(executionListeners('eventType="start" type="a" retries="many"'))),
    at: ['task'],
  },
  {
    rule: 'execution-listener-distinct',
    title: 'two execution listeners of one type at one moment',
    xml: bpmn(
      line([], extensions(executionListeners('eventType="end" type="a"', 'eventType="end" type="a" retries="1"'))),
    ),
    at: ['process'],
  },
  ...[
    ['start', '<startEvent id="element">', '</startEvent>'],
    ['end', '<exclusiveGateway id="element">', '</exclusiveGateway>'],
    ['end', '<parallelGateway id="element">', '</parallelGateway>'],
    ['end', '<endEvent id="element"><errorEventDefinition errorRef="e"/>', '</endEvent>'],
    ['beforeAll', '<task id="element">', '</task>'],
    ['cancel', '<task id="element">', '</task>'],
    [
      'start',
      `<boundaryEvent id="element" attachedToRef="task">${timerEvent('timeDuration', 'PT1S')}`,
      '</boundaryEvent>',
    ],
  ].map(([eventType, open = '', close = '']) => ({
    rule: 'execution-listener-event-type-allowed',
    title: `the event '${eventType}' on ${open}`,
    xml: bpmn(
      `<startEvent id="start">${messageEvent('m')}</startEvent>${serviceTask('task')}${open}${extensions(executionListeners(`eventType="${eventType}" type="a"`))}${close}`,
      message('m') + error('e', 'errorCode="a"'),
    ),
    at: ['element'],
  })),
  // User tasks
  ...[
    '<zeebe:formDefinition formKey="a"/><zeebe:userTask/>',
    '<zeebe:formDefinition formId="a" externalReference="b"/><zeebe:userTask/>',
    '<zeebe:formDefinition/>',
    '<zeebe:formDefinition formId=" "/>',
    '<zeebe:formDefinition formId="a" formKey="b"/>',
    '<zeebe:formDefinition externalReference="a"/>',
  ].map((content) => ({
    rule: 'form-definition-one-reference',
    title: `a user task with ${content}`,
    xml: userTask(content),
    at: ['task'],
  })),
  {
    rule: 'form-definition-one-reference',
    title: 'a start form without id',
    xml: bpmn(`<startEvent id="start">${extensions('<zeebe:formDefinition/>')}</startEvent>`),
    at: ['start'],
  },
  {
    rule: 'extension-single',
    title: 'two forms',
    xml: userTask('<zeebe:formDefinition formId="a"/><zeebe:formDefinition formId="b"/>'),
    at: ['task'],
  },
  ...[
    '<zeebe:formDefinition formKey="a" bindingType="latest"/>',
    '<zeebe:formDefinition externalReference="a" bindingType="deployment"/><zeebe:userTask/>',
  ].map((content) => ({
    rule: 'form-definition-binding',
    title: `a version of what has none: ${content}`,
    xml: userTask(content),
    at: ['task'],
  })),
  ...['candidateGroups="a,,b"', 'candidateUsers="a,"', 'candidateUsers=" "'].map((attribute) => ({
    rule: 'user-task-candidates-list',
    title: `the candidates ${attribute}`,
    xml: userTask(`<zeebe:assignmentDefinition ${attribute}/>`),
    at: ['task'],
  })),
  {
    rule: 'binding-version-tag-required',
    title: 'a form bound by version tag without tag',
    xml: userTask('<zeebe:formDefinition formId="a" bindingType="versionTag"/>'),
    at: ['task'],
  },
  ...['101', '-1', '1.5', 'high'].map((priority) => ({
    rule: 'user-task-priority-range',
    title: `the user task priority ${priority}`,
    xml: userTask(`<zeebe:userTask/><zeebe:priorityDefinition priority="${priority}"/>`),
    at: ['task'],
  })),
  {
    rule: 'user-task-date-valid',
    title: 'dates of a user task without zone',
    xml: userTask('<zeebe:taskSchedule dueDate="2030-01-31T12:00:00" followUpDate="tomorrow"/>'),
    at: ['task', 'task'],
  },
  {
    rule: 'task-listener-event-type-valid',
    title: 'a task listener for an unknown event',
    xml: userTask(`<zeebe:userTask/>${taskListeners('eventType="complete" type="a"')}`),
    at: ['task'],
  },
  {
    rule: 'task-listener-type-required',
    title: 'a task listener without job type',
    xml: userTask(`<zeebe:userTask/>${taskListeners('eventType="completing" type=""')}`),
    at: ['task'],
  },
  {
    rule: 'task-listener-retries-number',
    title: 'retries of a task listener that are no number',
    xml: userTask(`<zeebe:userTask/>${taskListeners('eventType="completing" type="a" retries="-"')}`),
    at: ['task'],
  },
  {
    rule: 'task-listener-native',
    title: 'a task listener of a user task that is a job',
    xml: userTask(taskListeners('eventType="creating" type="a"')),
    at: ['task'],
  },
  // Multi-instance
  {
    rule: 'multi-instance-activity',
    title: 'a multi-instance event sub-process',
    xml: eventSubProcess(
      `<startEvent id="esp-start">${timerEvent('timeDuration', 'PT1S')}</startEvent>${multiInstance('inputCollection="=items"')}`,
    ),
    at: ['esp'],
  },
  {
    rule: 'multi-instance-loop-characteristics-required',
    title: 'a multi-instance marker without collection',
    xml: task(`${jobExtension}<multiInstanceLoopCharacteristics/>`),
    at: ['task'],
  },
  ...['', 'inputCollection=""', 'inputCollection="items"'].map((attributes) => ({
    rule: 'multi-instance-input-collection-expression',
    title: `a multi-instance marker with the attributes '${attributes}'`,
    xml: task(jobExtension + multiInstance(attributes)),
    at: ['task'],
  })),
  ...['outputCollection="results"', 'outputElement="=result"'].map((attribute) => ({
    rule: 'multi-instance-output-complete',
    title: `a multi-instance marker with ${attribute} alone`,
    xml: task(jobExtension + multiInstance(`inputCollection="=items" ${attribute}`)),
    at: ['task'],
  })),
  {
    rule: 'multi-instance-output-element-expression',
    title: 'a static output element',
    xml: task(
      jobExtension + multiInstance('inputCollection="=items" outputCollection="results" outputElement="result"'),
    ),
    at: ['task'],
  },
  {
    rule: 'multi-instance-completion-condition-expression',
    title: 'a static completion condition',
    xml: task(
      jobExtension + multiInstance('inputCollection="=items"', '<completionCondition>true</completionCondition>'),
    ),
    at: ['task'],
  },
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
  // Ad-hoc sub-processes
  { rule: 'ad-hoc-activity-required', title: 'an empty ad-hoc sub-process', xml: adHoc(''), at: ['ad-hoc'] },
  {
    rule: 'ad-hoc-no-start-event',
    title: 'a start event in an ad-hoc sub-process',
    xml: adHoc('<startEvent id="inner"/><task id="task"/>'),
    at: ['inner'],
  },
  {
    rule: 'ad-hoc-no-end-event',
    title: 'an end event in an ad-hoc sub-process',
    xml: adHoc(`<task id="task"/><endEvent id="inner"/>${flow('task', 'inner')}`),
    at: ['inner'],
  },
  {
    rule: 'ad-hoc-job',
    title: 'an ad-hoc sub-process that a worker and the model lead',
    xml: adHoc(
      `${extensions('<zeebe:taskDefinition type="work"/><zeebe:adHoc activeElementsCollection="=names"/>')}<task id="task"/><completionCondition>=done</completionCondition>`,
      'cancelRemainingInstances="false"',
    ),
    at: ['ad-hoc', 'ad-hoc', 'ad-hoc'],
  },
  {
    rule: 'ad-hoc-job',
    title: 'an ad-hoc sub-process with two job types',
    xml: adHoc(`${extensions('<zeebe:taskDefinition type="a"/><zeebe:taskDefinition type="b"/>')}<task id="task"/>`),
    at: ['ad-hoc'],
  },
  ...['parallelGateway', 'inclusiveGateway'].map((gatewayTag) => ({
    rule: 'ad-hoc-join',
    title: `a ${gatewayTag} that joins what is activated one by one`,
    xml: adHoc(`<task id="a"/><task id="b"/><${gatewayTag} id="join"/>${flow('a', 'join')}${flow('b', 'join')}`),
    at: ['join'],
  })),
  {
    rule: 'ad-hoc-join',
    title: 'a join reached over links, boundary events, and by 40 elements from two sides',
    xml: adHoc(
      `${Array.from({ length: 40 }, (_, index) => `<task id="t${index}"/>${flow(`t${index}`, index < 39 ? 'one' : 'throw')}`).join('')}
      <subProcess id="one"><startEvent id="one-start"/></subProcess><boundaryEvent id="late" attachedToRef="one">${timerEvent('timeDuration', 'PT1S')}</boundaryEvent>
      <intermediateThrowEvent id="throw"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="catch"><linkEventDefinition name="l"/></intermediateCatchEvent>
      <parallelGateway id="join"/>${flow('late', 'join')}${flow('catch', 'join')}`,
    ),
    at: ['join'],
  },
  {
    rule: 'ad-hoc-completion-condition-expression',
    title: 'a static completion condition of an ad-hoc sub-process',
    xml: adHoc('<task id="task"/><completionCondition>done</completionCondition>'),
    at: ['ad-hoc'],
  },
  {
    rule: 'ad-hoc-attributes-expression',
    title: 'static elements to activate',
    xml: adHoc(`${extensions('<zeebe:adHoc activeElementsCollection="task"/>')}<task id="task"/>`),
    at: ['ad-hoc'],
  },
  {
    rule: 'ad-hoc-output-complete',
    title: 'an output collection without element',
    xml: adHoc(`${extensions('<zeebe:adHoc outputCollection="results"/>')}<task id="task"/>`),
    at: ['ad-hoc'],
  },
  // Extensions
  {
    rule: 'task-definition-type-required',
    title: 'an empty job type',
    xml: task(extensions('<zeebe:taskDefinition type=" "/>')),
    at: ['task'],
  },
  {
    rule: 'task-definition-retries-number',
    title: 'retries that are no number',
    xml: task(extensions('<zeebe:taskDefinition type="work" retries="many"/>')),
    at: ['task'],
  },
  {
    rule: 'task-header-not-reserved',
    title: 'a reserved header',
    xml: task(
      extensions(
        '<zeebe:taskDefinition type="work"/><zeebe:taskHeaders><zeebe:header key="io.camunda.zeebe:assignee" value="a"/></zeebe:taskHeaders>',
      ),
    ),
    at: ['task'],
  },
  {
    rule: 'task-header-unique',
    title: 'two headers of one key',
    xml: task(
      extensions(
        '<zeebe:taskDefinition type="work"/><zeebe:taskHeaders><zeebe:header key="a" value="1"/><zeebe:header key="a" value="2"/></zeebe:taskHeaders>',
      ),
    ),
    at: ['task'],
  },
  {
    rule: 'script-expression-required',
    title: 'a static script',
    xml: scriptTask('<zeebe:script expression="1 + 1" resultVariable="r"/>'),
    at: ['task'],
  },
  {
    rule: 'script-result-variable-required',
    title: 'a script without result variable',
    xml: scriptTask('<zeebe:script expression="=1"/>'),
    at: ['task'],
  },
  { rule: 'called-element-process-id-required', title: 'no process id', xml: call('processId=""'), at: ['call'] },
  {
    rule: 'binding-type-valid',
    title: 'an unknown binding type',
    xml: call('processId="other" bindingType="newest"'),
    at: ['call'],
  },
  {
    rule: 'binding-version-tag-required',
    title: 'a binding by version tag without tag',
    xml: call('processId="other" bindingType="versionTag"'),
    at: ['call'],
  },
  {
    rule: 'mapping-output-source-expression',
    title: 'an output without source',
    xml: mapping('<zeebe:output target="a"/>'),
    at: ['task'],
  },
  ...['', '1a', 'a..b', 'a-b', 'null', 'a b'].map((target) => ({
    rule: 'mapping-target-path',
    title: `the target '${target}'`,
    xml: mapping(`<zeebe:output source="=a" target="${target}"/>`),
    at: ['task'],
  })),
  {
    rule: 'mapping-output-source-expression',
    title: 'a static source of an output',
    xml: mapping('<zeebe:output source="a" target="b"/>'),
    at: ['task'],
  },
  {
    rule: 'called-element-business-id-length',
    title: 'a business id of 257 characters',
    xml: call(`processId="other" businessId="${'x'.repeat(257)}"`),
    at: ['call'],
  },
  ...['1.5', '2147483648', 'high'].map((priority) => ({
    rule: 'job-priority-number',
    title: `the job priority ${priority}`,
    xml: task(jobWith(`<zeebe:jobPriorityDefinition priority="${priority}"/>`)),
    at: ['task'],
  })),
  ...['resourceId', 'resourceType'].map((attribute) => ({
    rule: 'linked-resource-complete',
    title: `a linked resource without ${attribute}`,
    xml: task(
      jobWith(
        `<zeebe:linkedResources><zeebe:linkedResource ${'resourceId="a" resourceType="b" linkName="c"'.replace(attribute, 'other')}/></zeebe:linkedResources>`,
      ),
    ),
    at: ['task'],
  })),
  // FEEL; the test's checker takes the text `broken` for an error
  ...[
    gateway(flow('gateway', 'a', '=broken')),
    caught(timerEvent('timeDuration', '=broken')),
    mapping('<zeebe:input source="=broken" target="b"/>'),
    mapping('<zeebe:output source="=broken" target="b"/>'),
    task(extensions('<zeebe:taskDefinition type="=broken"/>')),
    task(extensions('<zeebe:taskDefinition type="a" retries="=broken"/>')),
    scriptTask('<zeebe:script expression="=broken" resultVariable="r"/>'),
    call('processId="=broken"'),
    task(jobWith(executionListeners('eventType="start" type="=broken"'))),
    task(jobWith(executionListeners('eventType="start" type="a" retries="=broken"'))),
    task(jobWith('<zeebe:jobPriorityDefinition priority="=broken"/>')),
    userTask('<zeebe:assignmentDefinition assignee="=broken"/>'),
    userTask('<zeebe:assignmentDefinition candidateGroups="=broken"/>'),
    userTask('<zeebe:assignmentDefinition candidateUsers="=broken"/>'),
    userTask('<zeebe:taskSchedule dueDate="=broken"/>'),
    userTask('<zeebe:taskSchedule followUpDate="=broken"/>'),
    userTask('<zeebe:priorityDefinition priority="=broken"/>'),
    userTask('<zeebe:userTask/><zeebe:formDefinition externalReference="=broken"/>'),
    userTask(`<zeebe:userTask/>${taskListeners('eventType="creating" type="=broken"')}`),
    userTask(`<zeebe:userTask/>${taskListeners('eventType="creating" type="a" retries="=broken"')}`),
    adHoc(`${extensions('<zeebe:adHoc activeElementsCollection="=broken"/>')}<task id="ad-hoc-task"/>`).replaceAll(
      '"ad-hoc"',
      '"task"',
    ),
    task(jobExtension + multiInstance('inputCollection="=broken"')),
    task(jobExtension + multiInstance('inputCollection="=items" outputCollection="results" outputElement="=broken"')),
    task(
      jobExtension + multiInstance('inputCollection="=items"', '<completionCondition>=broken</completionCondition>'),
    ),
  ].map((xml, index) => ({
    rule: 'expression-parses',
    title: `FEEL that does not parse, place ${index + 1}`,
    xml,
    at: [['gateway-a', 'catch', 'task', 'task', 'task', 'task', 'task', 'call'][index] ?? 'task'],
  })),
  {
    rule: 'expression-parses',
    title: 'FEEL that does not parse in what events refer to',
    xml: bpmn(
      line([], ''),
      `${message('m', '=broken', '=broken')}${error('e', 'errorCode="=broken"')}<signal id="s" name="=broken"/><escalation id="es" escalationCode="=broken"/>`,
    ),
    at: ['m', 'm', 'e', 's', 'es'],
  },
  {
    rule: 'expression-parses',
    title: 'FEEL that does not parse in the condition of an event',
    xml: caught('<conditionalEventDefinition><condition>=broken</condition></conditionalEventDefinition>'),
    at: ['catch'],
  },
  // Loops
  {
    rule: 'straight-through-loop',
    title: 'a loop of a manual task and a gateway',
    xml: bpmn(
      `<startEvent id="start"/><manualTask id="task"/><exclusiveGateway id="gateway"/>${path('start', 'task', 'gateway', 'task')}`,
    ),
    at: ['process'],
  },
];
