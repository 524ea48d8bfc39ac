/** A process of one user task, for tests that change what they look at. */

export interface TaskProcess {
  readonly server: string;
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

const OPEN_TIMEOUT_MS = 10_000;
const OPEN_LOOK_MS = 50;

export async function deployTaskProcess(options: TaskProcessOptions): Promise<TaskProcess> {
  const { server, id, form, startForm } = options;
  const files = new FormData();
  files.append('resources', new Blob([modelOf(options)]), `${id}.bpmn`);
  if (form !== undefined) files.append('resources', new Blob([formText(`${id}-form`, form)]), `${id}.form`);
  if (startForm !== undefined) {
    files.append('resources', new Blob([formText(`${id}-start`, startForm)]), `${id}-start.form`);
  }
  const deployed = await fetch(`${server}/v2/deployments`, { method: 'POST', body: files });
  if (!deployed.ok) throw new Error(`Expected to deploy ${id}, but got ${await deployed.text()}`);
  const task = (key: string) => rest(server, 'GET', `/v2/user-tasks/${key}`);
  return {
    server,
    id,
    task,
    async start(variables = {}) {
      const body = { processDefinitionId: id, variables };
      const { processInstanceKey } = await rest(server, 'POST', '/v2/process-instances', body);
      const filter = { processInstanceKey, state: 'CREATED' };
      for (const endMs = Date.now() + OPEN_TIMEOUT_MS; Date.now() < endMs; ) {
        const { items } = await rest(server, 'POST', '/v2/user-tasks/search', { filter });
        const [found] = items as readonly { readonly userTaskKey: string }[];
        if (found !== undefined) return found.userTaskKey;
        await new Promise((resolve) => setTimeout(resolve, OPEN_LOOK_MS));
      }
      throw new Error(`Expected ${id} to come to its task, but it did not`);
    },
    async variables(userTaskKey) {
      const { processInstanceKey } = await task(userTaskKey);
      const { items } = await rest(server, 'POST', '/v2/variables/search?truncateValues=false', {
        filter: { processInstanceKey },
        page: { limit: 100 },
      });
      const found = items as readonly { readonly name: string; readonly value: string }[];
      return Object.fromEntries(found.map(({ name, value }) => [name, JSON.parse(value)]));
    },
  };
}

/** @returns what the server answers; nothing is an empty object. @throws it refuses. */
export async function rest(
  server: string,
  method: string,
  path: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(server + path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Expected ${method} ${path} to succeed, but got ${answer.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
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
