/** Documents that break the rules of listeners, user tasks, multi-instance and ad-hoc activities. */
import {
  bpmn,
  executionListeners,
  extensions,
  flow,
  jobExtension,
  line,
  message,
  messageEvent,
  multiInstance,
  serviceTask,
  taskListeners,
  timerEvent,
} from '../bpmn-xml.ts';
import { adHoc, error, eventSubProcess, jobWith, task, userTask } from '../documents.ts';
import type { RuleCase } from './rule-case.ts';

export const activityCases: readonly RuleCase[] = [
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
    xml: userTask(`<zeebe:userTask/>${taskListeners('eventType="completed" type="a"')}`),
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
];
