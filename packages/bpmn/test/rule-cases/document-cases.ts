/** Documents that break the rules of documents, processes and all elements. */
import { bpmn, definitions, extensions, flow, jobExtension, line, message, path, serviceTask } from '../bpmn-xml.ts';
import { caught, eventGateway, eventSubProcess, jobWith, task, timerCatch } from '../documents.ts';
import type { RuleCase } from './rule-case.ts';

export const documentCases: readonly RuleCase[] = [
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
    rule: 'id-reserved',
    title: 'an id that is that of the inside of an ad-hoc sub-process',
    xml: bpmn('<startEvent id="start"/><task id="a#innerInstance"/>'),
    at: ['a#innerInstance'],
  },
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
    title: 'a receive task that starts the process',
    xml: bpmn(
      line(['task'], '<receiveTask id="task" messageRef="m" instantiate="true"/>'),
      message('m', 'name', '=key'),
    ),
    at: ['task'],
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
