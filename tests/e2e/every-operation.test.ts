/**
 * Every operation that is promised, called once through the official client with its strictest checks of requests and
 * answers; once over SQLite and once over PostgreSQL. `rest-operations.ts` lists them; a new one needs a line in `calls` below. What they do is tested elsewhere.
 */
import createCamundaClient from '@camunda8/orchestration-cluster-api';
import { apiDocument } from '@waggle/gateway';
import { newPostgresSchema } from '@waggle/secondary-storage/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { declaredAnswers, isJson } from '../declared-answers.ts';
import { processFiles } from '../process-files.ts';
import { isPromised, reasonOfAbsence, restOperations } from '../rest-operations.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

// biome-ignore lint/suspicious/noExplicitAny: the client's own checks of requests and answers are what is tested.
type Anything = any;
type Client = Readonly<Record<string, (input?: Anything, options?: Anything) => Promise<Anything>>>;

/** A file for browsers, so it has no types. */
const exampleScript = '../../packages/gateway/src/rest/api-page/example-of.js';

/** Answers are fresh: the client need not ask again until something comes. */
const now = { consistency: { waitUpToMs: 0 } };
const HOUR_MS = 3_600_000;
const day = { from: new Date(Date.now() - HOUR_MS).toISOString(), to: new Date(Date.now() + HOUR_MS).toISOString() };

let server: ServerProcess;
let client: Client;
let world: Awaited<ReturnType<typeof makeWorld>>;
let requests: string[] = [];
let undeclared: string[] = [];
let wrongAnswers: ReturnType<typeof declaredAnswers>;

beforeAll(async () => {
  const postgresUrl = inject('postgresUrl');
  const flags = postgresUrl === undefined ? [] : ['--database', await newPostgresSchema(postgresUrl)];
  server = await startServerProcess({ flags });
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  }) as unknown as Client;
  const document = await fetch(`${server.rest}/v2/openapi.json`);
  wrongAnswers = declaredAnswers((await document.json()) as Anything);
  world = await makeWorld();
});
afterAll(() => server?.stop());

beforeEach(() => {
  requests = [];
  undeclared = [];
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { method, url } = input instanceof Request ? input : { method: init?.method ?? 'GET', url: String(input) };
    const { pathname } = new URL(url);
    requests.push(`${method} ${pathname}`);
    const response = await fetch(input, init);
    const contentType = response.headers.get('content-type')?.split(';')[0] ?? '';
    const text = isJson(contentType) ? await response.clone().text() : '';
    undeclared.push(...wrongAnswers({ method, path: pathname, status: response.status, contentType, text }));
    return response;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(undeclared, 'Expected answers as the API document declares them.').toEqual([]);
});

/** Something of every kind to ask for. */
async function makeWorld() {
  const { orderFulfilment: _example, ...files } = processFiles;
  const deployment = await client.deployResourcesFromFiles!(Object.values(files));
  const more = await client.createDeployment!({
    resources: [
      new File([stuck], 'stuck.bpmn'),
      new File([withForm], 'with-form.bpmn'),
      new File(['{"id":"start-form","type":"default","components":[]}'], 'start.form'),
      new File(['{"id":"robot"}'], 'robot.rpa'),
    ],
  });
  const keyOf = (id: string) =>
    deployment.processes.find((one: Anything) => one.processDefinitionId === id).processDefinitionKey;
  const waiting = await instanceOf('message-wait', { parcelId: 'parcel-1', order: { id: 1 } });
  const withTask = await instanceOf('user-task');
  const withIncident = await instanceOf('stuck');
  await client.correlateMessage!({ name: 'parcel-arrived', correlationKey: 'parcel-1' });
  await client.evaluateDecision!({ decisionDefinitionId: 'shipping-price', variables: { weight: 2 } });
  await client.createGlobalClusterVariable!({ name: 'known', value: { a: 1 } });
  await client.createTenantClusterVariable!({ tenantId: '<default>', name: 'known', value: { a: 1 } });
  await client.createGlobalTaskListener!({ id: 'known', type: 'known', eventTypes: ['assigning'] });
  const batch = await client.cancelProcessInstancesBatchOperation!({ filter: { processDefinitionId: 'nothing' } });
  const [element] = await itemsOf('searchElementInstances', { filter: { processInstanceKey: waiting } });
  return {
    definitionKey: keyOf('one-task'),
    withFormKey: more.processes.find((one: Anything) => one.processDefinitionId === 'with-form').processDefinitionKey,
    renamedKey: keyOf('two-tasks-renamed'),
    resourceKey: more.resources[0].resourceKey,
    waiting,
    withIncident,
    batchOperationKey: batch.batchOperationKey,
    elementInstanceKey: element.elementInstanceKey,
    userTask: (await itemsOf('searchUserTasks', { filter: { processInstanceKey: withTask } }))[0],
    variable: (await itemsOf('searchVariables', { filter: { processInstanceKey: waiting } }))[0],
    incident: (await itemsOf('searchIncidents', { filter: { processInstanceKey: withIncident } }))[0],
    decision: (await itemsOf('searchDecisionDefinitions', { filter: { decisionDefinitionId: 'shipping-price' } }))[0],
    decisionInstance: (await itemsOf('searchDecisionInstances'))[0],
  };
}

const model = (id: string, elements: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
    <bpmn:process id="${id}" isExecutable="true">${elements}</bpmn:process>
  </bpmn:definitions>`;

const stuck = model(
  'stuck',
  `<bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="work"/>
    <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="=missing"/></bpmn:extensionElements></bpmn:serviceTask>`,
);

const withForm = model(
  'with-form',
  `<bpmn:startEvent id="start">
    <bpmn:extensionElements><zeebe:formDefinition formId="start-form"/></bpmn:extensionElements>
  </bpmn:startEvent>`,
);

async function instanceOf(processDefinitionId: string, variables: object = {}): Promise<string> {
  return (await client.createProcessInstance!({ processDefinitionId, variables })).processInstanceKey;
}

async function itemsOf(operationId: string, query: object = {}): Promise<Anything[]> {
  return (await client[operationId]!(query, now)).items;
}

async function jobOf(processDefinitionId: string, type: string): Promise<string> {
  const processInstanceKey = await instanceOf(processDefinitionId);
  const [job] = await itemsOf('searchJobs', { filter: { processInstanceKey, type } });
  await client.activateJobs!({ type, timeout: 60_000, maxJobsToActivate: 100, requestTimeout: -1 });
  return job.jobKey;
}

async function userTaskOf(): Promise<string> {
  const processInstanceKey = await instanceOf('user-task');
  return (await itemsOf('searchUserTasks', { filter: { processInstanceKey } }))[0].userTaskKey;
}

/** Refusals that are right where nothing can be done: what is said about it is checked, too. */
async function refused(answer: Promise<unknown>, ...statuses: readonly number[]): Promise<void> {
  await expect(answer).rejects.toMatchObject({ status: expect.toBeOneOf([...statuses]), title: expect.any(String) });
}

async function kept(): Promise<Anything> {
  return client.createDocument!({ file: 'content', metadata: { fileName: 'offer.txt', contentType: 'text/plain' } });
}

const search =
  (operationId: string, input: () => object = () => ({})) =>
  async () => {
    const { items, page } = await client[operationId]!({ ...input(), page: { limit: 5 } }, now);
    expect(page.totalItems).toBeGreaterThanOrEqual(items.length);
  };

const filter = { processInstanceKey: '1' };

const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  activateAdHocSubProcessActivities: async () => {
    const processInstanceKey = await instanceOf('ad-hoc');
    const [choice] = await itemsOf('searchElementInstances', { filter: { processInstanceKey, elementId: 'choice' } });
    await client.activateAdHocSubProcessActivities!({
      adHocSubProcessInstanceKey: choice.elementInstanceKey,
      elements: [{ elementId: 'write-letter' }],
    });
  },
  searchAuditLogs: search('searchAuditLogs'),
  getAuditLog: async () => {
    const [entry] = await itemsOf('searchAuditLogs');
    if (entry === undefined) await refused(client.getAuditLog!({ auditLogKey: '1' }, now), 404);
    else await client.getAuditLog!({ auditLogKey: entry.auditLogKey }, now);
  },
  searchBatchOperationItems: search('searchBatchOperationItems'),
  searchBatchOperations: search('searchBatchOperations'),
  getBatchOperation: () => client.getBatchOperation!({ batchOperationKey: world.batchOperationKey }, now),
  cancelBatchOperation: () =>
    refused(client.cancelBatchOperation!({ batchOperationKey: world.batchOperationKey }), 404, 409),
  resumeBatchOperation: () =>
    refused(client.resumeBatchOperation!({ batchOperationKey: world.batchOperationKey }), 404, 409),
  suspendBatchOperation: () =>
    refused(client.suspendBatchOperation!({ batchOperationKey: world.batchOperationKey }), 404, 409),
  pinClock: async () => {
    await client.pinClock!({ timestamp: Date.now() });
    await client.resetClock!();
  },
  resetClock: () => client.resetClock!(),
  getStatus: () => client.getStatus!(),
  getTopology: () => client.getTopology!(),
  createGlobalClusterVariable: () => client.createGlobalClusterVariable!({ name: 'made', value: { a: [1, null] } }),
  getGlobalClusterVariable: () => client.getGlobalClusterVariable!({ name: 'known' }, now),
  updateGlobalClusterVariable: () => client.updateGlobalClusterVariable!({ name: 'known', value: { a: 2 } }),
  deleteGlobalClusterVariable: async () => {
    await client.createGlobalClusterVariable!({ name: 'gone', value: {} });
    await client.deleteGlobalClusterVariable!({ name: 'gone' });
  },
  searchClusterVariables: search('searchClusterVariables'),
  createTenantClusterVariable: () =>
    client.createTenantClusterVariable!({ tenantId: '<default>', name: 'made', value: { a: null } }),
  getTenantClusterVariable: () => client.getTenantClusterVariable!({ tenantId: '<default>', name: 'known' }, now),
  updateTenantClusterVariable: () =>
    client.updateTenantClusterVariable!({ tenantId: '<default>', name: 'known', value: { a: 2 } }),
  deleteTenantClusterVariable: async () => {
    await client.createTenantClusterVariable!({ tenantId: '<default>', name: 'gone', value: {} });
    await client.deleteTenantClusterVariable!({ tenantId: '<default>', name: 'gone' });
  },
  evaluateConditionals: () => client.evaluateConditionals!({ variables: { temperature: 31 } }),
  evaluateDecision: () =>
    client.evaluateDecision!({ decisionDefinitionId: 'shipping-price', variables: { weight: 1 } }),
  searchDecisionDefinitions: search('searchDecisionDefinitions'),
  getDecisionDefinition: () =>
    client.getDecisionDefinition!({ decisionDefinitionKey: world.decision.decisionDefinitionKey }, now),
  getDecisionDefinitionXML: async () => {
    const { decisionDefinitionKey } = world.decision;
    expect(await client.getDecisionDefinitionXml!({ decisionDefinitionKey }, now)).toContain('<definitions');
  },
  searchDecisionInstances: search('searchDecisionInstances'),
  getDecisionInstance: () =>
    client.getDecisionInstance!(
      { decisionEvaluationInstanceKey: world.decisionInstance.decisionEvaluationInstanceKey },
      now,
    ),
  deleteDecisionInstance: async () => {
    const evaluated = await client.evaluateDecision!({
      decisionDefinitionId: 'shipping-price',
      variables: { weight: 3 },
    });
    await client.deleteDecisionInstance!({ decisionEvaluationKey: evaluated.decisionEvaluationKey });
  },
  deleteDecisionInstancesBatchOperation: () =>
    client.deleteDecisionInstancesBatchOperation!({ filter: { decisionDefinitionId: 'nothing' } }),
  searchDecisionRequirements: search('searchDecisionRequirements'),
  getDecisionRequirements: () =>
    client.getDecisionRequirements!({ decisionRequirementsKey: world.decision.decisionRequirementsKey }, now),
  getDecisionRequirementsXML: () =>
    client.getDecisionRequirementsXml!({ decisionRequirementsKey: world.decision.decisionRequirementsKey }, now),
  createDocument: kept,
  createDocuments: async () => {
    const metadataList = [{ fileName: 'a.txt' }, { fileName: 'b.txt' }];
    const { createdDocuments } = await client.createDocuments!({ files: ['a', 'b'], metadataList });
    expect(createdDocuments).toHaveLength(2);
  },
  getDocument: async () => {
    const { documentId, contentHash } = await kept();
    expect(await client.getDocument!({ documentId, contentHash })).toBe('content');
  },
  deleteDocument: async () => client.deleteDocument!({ documentId: (await kept()).documentId }),
  createDocumentLink: async () => {
    const { documentId, contentHash } = await kept();
    // Only stores that can be reached from outside make links.
    await refused(client.createDocumentLink!({ documentId, contentHash, timeToLive: 1_000 }), 403);
  },
  searchElementInstances: search('searchElementInstances'),
  getElementInstance: () => client.getElementInstance!({ elementInstanceKey: world.elementInstanceKey }, now),
  searchElementInstanceIncidents: search('searchElementInstanceIncidents', () => ({
    elementInstanceKey: world.incident.elementInstanceKey,
  })),
  createElementInstanceVariables: async () =>
    client.createElementInstanceVariables!({ elementInstanceKey: await instanceOf('one-task'), variables: { a: 1 } }),
  evaluateExpression: () => client.evaluateExpression!({ expression: '=1 + 1' }),
  createGlobalTaskListener: () =>
    client.createGlobalTaskListener!({ id: 'made', type: 'made', eventTypes: ['canceling'] }),
  getGlobalTaskListener: () => client.getGlobalTaskListener!({ id: 'known' }, now),
  updateGlobalTaskListener: () =>
    client.updateGlobalTaskListener!({ id: 'known', type: 'known', eventTypes: ['canceling'] }),
  deleteGlobalTaskListener: async () => {
    await client.createGlobalTaskListener!({ id: 'gone', type: 'gone', eventTypes: ['canceling'] });
    await client.deleteGlobalTaskListener!({ id: 'gone' });
  },
  searchGlobalTaskListeners: search('searchGlobalTaskListeners'),
  searchIncidents: search('searchIncidents'),
  getIncident: () => client.getIncident!({ incidentKey: world.incident.incidentKey }, now),
  resolveIncident: async () => {
    const processInstanceKey = await instanceOf('stuck');
    const [incident] = await itemsOf('searchIncidents', { filter: { processInstanceKey } });
    await client.resolveIncident!({ incidentKey: incident.incidentKey });
  },
  getProcessInstanceStatisticsByDefinition: () =>
    client.getProcessInstanceStatisticsByDefinition!({ filter: { errorHashCode: 1 } }, now),
  getProcessInstanceStatisticsByError: () => client.getProcessInstanceStatisticsByError!({}, now),
  activateJobs: () =>
    client.activateJobs!({ type: 'one-task-job', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: -1 }),
  searchJobs: search('searchJobs'),
  updateJob: async () =>
    client.updateJob!({ jobKey: await jobOf('one-task', 'one-task-job'), changeset: { retries: 5 } }),
  completeJob: async () =>
    client.completeJob!({ jobKey: await jobOf('one-task', 'one-task-job'), variables: { a: 1 } }),
  throwJobError: async () =>
    client.throwJobError!({ jobKey: await jobOf('error-path', 'error-path-job'), errorCode: 'nobody-catches-it' }),
  failJob: async () =>
    client.failJob!({ jobKey: await jobOf('one-task', 'one-task-job'), retries: 1, errorMessage: 'no paper' }),
  getGlobalJobStatistics: () => client.getGlobalJobStatistics!(day, now),
  getJobTypeStatistics: () => client.getJobTypeStatistics!({ filter: day }, now),
  getJobWorkerStatistics: () => client.getJobWorkerStatistics!({ filter: { ...day, jobType: 'one-task-job' } }, now),
  getJobTimeSeriesStatistics: () =>
    client.getJobTimeSeriesStatistics!({ filter: { ...day, jobType: 'one-task-job' } }, now),
  getJobErrorStatistics: () => client.getJobErrorStatistics!({ filter: { ...day, jobType: 'one-task-job' } }, now),
  getLicense: () => client.getLicense!(),
  correlateMessage: async () => {
    await instanceOf('message-wait', { parcelId: 'parcel-2' });
    await client.correlateMessage!({ name: 'parcel-arrived', correlationKey: 'parcel-2' });
  },
  publishMessage: () => client.publishMessage!({ name: 'parcel-arrived', correlationKey: 'parcel-3', timeToLive: 0 }),
  searchCorrelatedMessageSubscriptions: search('searchCorrelatedMessageSubscriptions'),
  searchMessageSubscriptions: search('searchMessageSubscriptions'),
  searchProcessDefinitions: search('searchProcessDefinitions'),
  getProcessDefinitionMessageSubscriptionStatistics: () =>
    client.getProcessDefinitionMessageSubscriptionStatistics!({}, now),
  getProcessDefinitionInstanceStatistics: () => client.getProcessDefinitionInstanceStatistics!({}, now),
  getProcessDefinition: () => client.getProcessDefinition!({ processDefinitionKey: world.definitionKey }, now),
  getStartProcessForm: () => client.getStartProcessForm!({ processDefinitionKey: world.withFormKey }, now),
  getProcessDefinitionStatistics: () =>
    client.getProcessDefinitionStatistics!({ processDefinitionKey: world.definitionKey }, now),
  getProcessDefinitionXML: () => client.getProcessDefinitionXml!({ processDefinitionKey: world.definitionKey }, now),
  getProcessDefinitionInstanceVersionStatistics: () =>
    client.getProcessDefinitionInstanceVersionStatistics!({ filter: { processDefinitionId: 'one-task' } }, now),
  createProcessInstance: () => client.createProcessInstance!({ processDefinitionId: 'one-task' }),
  cancelProcessInstancesBatchOperation: () => client.cancelProcessInstancesBatchOperation!({ filter }),
  deleteProcessInstancesBatchOperation: () => client.deleteProcessInstancesBatchOperation!({ filter }),
  resolveIncidentsBatchOperation: () => client.resolveIncidentsBatchOperation!({ filter }),
  migrateProcessInstancesBatchOperation: () =>
    client.migrateProcessInstancesBatchOperation!({
      filter,
      migrationPlan: {
        targetProcessDefinitionKey: world.renamedKey,
        mappingInstructions: [{ sourceElementId: 'first', targetElementId: 'begin' }],
      },
    }),
  modifyProcessInstancesBatchOperation: () =>
    client.modifyProcessInstancesBatchOperation!({
      filter,
      moveInstructions: [{ sourceElementId: 'first', targetElementId: 'second' }],
    }),
  searchProcessInstances: search('searchProcessInstances'),
  getProcessInstance: () => client.getProcessInstance!({ processInstanceKey: world.waiting }, now),
  getProcessInstanceCallHierarchy: () =>
    client.getProcessInstanceCallHierarchy!({ processInstanceKey: world.waiting }, now),
  cancelProcessInstance: async () =>
    client.cancelProcessInstance!({ processInstanceKey: await instanceOf('one-task') }),
  deleteProcessInstance: async () => {
    const processInstanceKey = await instanceOf('one-task');
    await client.cancelProcessInstance!({ processInstanceKey });
    await client.deleteProcessInstance!({ processInstanceKey });
  },
  resolveProcessInstanceIncidents: async () =>
    client.resolveProcessInstanceIncidents!({ processInstanceKey: world.withIncident }),
  searchProcessInstanceIncidents: search('searchProcessInstanceIncidents', () => ({
    processInstanceKey: world.withIncident,
  })),
  migrateProcessInstance: async () =>
    client.migrateProcessInstance!({
      processInstanceKey: await instanceOf('two-tasks'),
      targetProcessDefinitionKey: world.renamedKey,
      mappingInstructions: [{ sourceElementId: 'first', targetElementId: 'begin' }],
    }),
  modifyProcessInstance: async () =>
    client.modifyProcessInstance!({
      processInstanceKey: await instanceOf('two-tasks'),
      activateInstructions: [{ elementId: 'second' }],
    }),
  getProcessInstanceSequenceFlows: () =>
    client.getProcessInstanceSequenceFlows!({ processInstanceKey: world.waiting }, now),
  getProcessInstanceStatistics: () => client.getProcessInstanceStatistics!({ processInstanceKey: world.waiting }, now),
  createDeployment: () => client.createDeployment!({ resources: [new File([stuck], 'stuck.bpmn')] }),
  getResource: () => client.getResource!({ resourceKey: world.resourceKey }),
  getResourceContent: () => client.getResourceContent!({ resourceKey: world.resourceKey }),
  deleteResource: async () => {
    const deployed = await client.createDeployment!({ resources: [new File(['{"id":"gone"}'], 'gone.rpa')] });
    await client.deleteResource!({ resourceKey: deployed.resources[0].resourceKey });
  },
  broadcastSignal: () => client.broadcastSignal!({ signalName: 'nobody-listens' }),
  getUsageMetrics: () => client.getUsageMetrics!({ startTime: day.from, endTime: day.to }, now),
  getSystemConfiguration: () => client.getSystemConfiguration!(),
  searchUserTasks: search('searchUserTasks'),
  getUserTask: () => client.getUserTask!({ userTaskKey: world.userTask.userTaskKey }, now),
  updateUserTask: async () =>
    client.updateUserTask!({ userTaskKey: await userTaskOf(), changeset: { candidateUsers: ['ada'] } }),
  unassignUserTask: async () => client.unassignUserTask!({ userTaskKey: await userTaskOf() }),
  assignUserTask: async () => client.assignUserTask!({ userTaskKey: await userTaskOf(), assignee: 'ada' }),
  searchUserTaskAuditLogs: search('searchUserTaskAuditLogs', () => ({ userTaskKey: world.userTask.userTaskKey })),
  completeUserTask: async () => {
    const completion = client.completeUserTask!({ userTaskKey: await userTaskOf() });
    const { jobs } = await client.activateJobs!({
      type: 'check-approval',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 5_000,
    });
    await client.completeJob!({ jobKey: jobs[0].jobKey });
    await completion;
  },
  searchUserTaskEffectiveVariables: search('searchUserTaskEffectiveVariables', () => ({
    userTaskKey: world.userTask.userTaskKey,
  })),
  getUserTaskForm: () => client.getUserTaskForm!({ userTaskKey: world.userTask.userTaskKey }, now),
  searchUserTaskVariables: search('searchUserTaskVariables', () => ({ userTaskKey: world.userTask.userTaskKey })),
  searchVariables: search('searchVariables'),
  getVariable: () => client.getVariable!({ variableKey: world.variable.variableKey }, now),
};

const implemented = restOperations.filter(
  (operation) => isPromised(operation) && reasonOfAbsence(operation) === undefined,
);

test('should have a call for every operation', () => {
  const names = implemented.map(({ operationId }) => operationId);
  expect(names.filter((name) => calls[name] === undefined)).toEqual([]);
  const known = new Set(restOperations.map(({ operationId }) => operationId));
  expect(Object.keys(calls).filter((name) => !known.has(name))).toEqual([]);
});

test.each(implemented.map((operation) => [operation.operationId, operation] as const))(
  'should answer %s',
  async (operationId, { method, path }) => {
    await calls[operationId]!();
    const route = new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[^/]+')}$`);
    expect(requests.filter((request) => route.test(request)).length, `${method} ${path}`).toBeGreaterThan(0);
  },
);

/** Operations the client is too young for, with the bodies that the page about the API offers. */
const others = Object.entries(apiDocument().paths as Record<string, Record<string, Anything>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId !== undefined && calls[operation.operationId] === undefined)
      .map(([method, operation]) => ({
        operationId: operation.operationId as string,
        method: method.toUpperCase(),
        path: 'servers' in methods ? path : `/v2${path}`,
        operation,
      })),
);

test.each(others.map((other) => [other.operationId, other] as const))(
  'should answer %s, which is no operation of 8.9',
  async (_operationId, { method, path, operation }) => {
    const { exampleOf } = await import(exampleScript);
    const schema = operation.requestBody?.content['application/json']?.schema;
    const known: Readonly<Record<string, string>> = {
      processInstanceKey: world.waiting,
      processDefinitionKey: world.definitionKey,
      resourceKey: world.resourceKey,
    };
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '1');
    const answer = await fetch(server.rest + filled, {
      method,
      ...(schema === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(exampleOf(schema, apiDocument())),
          }),
    });
    // What it says is held against the document, as every answer here.
    const isEndless = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    expect(answer.status, isEndless ? '' : await answer.text()).toBeLessThan(500);
    if (isEndless) await answer.body?.cancel();
    expect(answer.status).not.toBe(405);
  },
);
