/** A process of one user task, for tests that change what they look at. */
import { Rest } from './rest.ts';

export interface TaskProcess {
  readonly rest: Rest;
  readonly id: string;
  /** Starts an instance. @returns the key of its task, which is open. */
  start(variables?: Readonly<Record<string, unknown>>): Promise<string>;
  task(userTaskKey: string): Promise<Readonly<Record<string, unknown>>>;
  /** Values of the instance's variables. */
  variables(userTaskKey: string): Promise<Readonly<Record<string, unknown>>>;
}

export interface TaskProcessOptions {
  readonly server: string;
  /** Unique among all tests. */
  readonly id: string;
  readonly name?: string;
  readonly taskName?: string;
  /** JSON of a form to deploy with it. */
  readonly form?: object;
  readonly startForm?: object;
  readonly assignee?: string;
  readonly candidateGroups?: string;
  /** Job type of a listener that is asked before the task is completed. */
  readonly completionListener?: string;
}

export async function deployTaskProcess(options: TaskProcessOptions): Promise<TaskProcess> {
  const { server, id, form, startForm } = options;
  const rest = new Rest(server);
  await rest.deployFiles({
    [`${id}.bpmn`]: modelOf(options),
    ...(form === undefined ? {} : { [`${id}.form`]: formText(`${id}-form`, form) }),
    ...(startForm === undefined ? {} : { [`${id}-start.form`]: formText(`${id}-start`, startForm) }),
  });
  const task = (key: string) => rest.get(`/v2/user-tasks/${key}`);
  return {
    rest,
    id,
    task,
    async start(variables = {}) {
      const processInstanceKey = await rest.start(id, variables);
      const filter = { processInstanceKey, state: 'CREATED' };
      await rest.searchUntil('/v2/user-tasks/search', { filter }, ({ items }) => items.length > 0);
      const [found] = await rest.search('/v2/user-tasks/search', filter);
      return found.userTaskKey;
    },
    async variables(userTaskKey) {
      const { processInstanceKey } = await task(userTaskKey);
      const { items } = await rest.post('/v2/variables/search?truncateValues=false', {
        filter: { processInstanceKey },
        page: { limit: 100 },
      });
      const found = items as readonly { readonly name: string; readonly value: string }[];
      return Object.fromEntries(found.map(({ name, value }) => [name, JSON.parse(value)]));
    },
  };
}

function formText(id: string, form: object): string {
  return JSON.stringify({
    id,
    type: 'default',
    schemaVersion: 18,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.9.0',
    ...form,
  });
}

function modelOf(options: TaskProcessOptions): string {
  const { id, name = id, taskName = 'Do it', form, startForm, assignee, candidateGroups, completionListener } = options;
  const attributes = [
    assignee === undefined ? '' : `assignee="${assignee}"`,
    candidateGroups === undefined ? '' : `candidateGroups="${candidateGroups}"`,
  ].join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://waggle/test">
  <bpmn:process id="${id}" name="${name}" isExecutable="true">
    <bpmn:startEvent id="start">
      ${startForm === undefined ? '' : `<bpmn:extensionElements><zeebe:formDefinition formId="${id}-start" /></bpmn:extensionElements>`}
      <bpmn:outgoing>toTask</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="toTask" sourceRef="start" targetRef="task" />
    <bpmn:userTask id="task" name="${taskName}">
      <bpmn:extensionElements>
        <zeebe:userTask />
        ${form === undefined ? '' : `<zeebe:formDefinition formId="${id}-form" />`}
        ${attributes.trim() === '' ? '' : `<zeebe:assignmentDefinition ${attributes} />`}
        ${completionListener === undefined ? '' : `<zeebe:taskListeners><zeebe:taskListener eventType="completing" type="${completionListener}" /></zeebe:taskListeners>`}
      </bpmn:extensionElements>
      <bpmn:incoming>toTask</bpmn:incoming>
      <bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="toEnd" sourceRef="task" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>toEnd</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`;
}
