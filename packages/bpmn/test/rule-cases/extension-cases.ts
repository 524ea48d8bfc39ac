/** Documents that break the rules of extension elements and FEEL. */
import {
  bpmn,
  executionListeners,
  extensions,
  flow,
  jobExtension,
  line,
  message,
  multiInstance,
  taskListeners,
  timerEvent,
} from '../bpmn-xml.ts';
import {
  adHoc,
  call,
  caught,
  error,
  gateway,
  jobWith,
  mapping,
  ruleTask,
  scriptTask,
  task,
  userTask,
} from '../documents.ts';
import type { RuleCase } from './rule-case.ts';

export const extensionCases: readonly RuleCase[] = [
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
  ...[
    'resultVariable="r"',
    'decisionId="" resultVariable="r"',
    'decisionId="d"',
    'decisionId="d" resultVariable=" "',
  ].map((attributes) => ({
    rule: 'called-decision-complete',
    title: `a called decision with only ${attributes}`,
    xml: ruleTask(`<zeebe:calledDecision ${attributes}/>`),
    at: ['task'],
  })),
  {
    rule: 'binding-version-tag-required',
    title: 'a decision called by version tag without tag',
    xml: ruleTask('<zeebe:calledDecision decisionId="d" resultVariable="r" bindingType="versionTag"/>'),
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
    ruleTask('<zeebe:calledDecision decisionId="=broken" resultVariable="r"/>'),
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
    userTask('<zeebe:formDefinition formId="=broken"/>'),
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
];
