/** What searches tell of user tasks, through the official client with its strictest checks. */
import createCamundaClient, { type CamundaClient, Tag, type UserTaskKey } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };
const form = JSON.stringify({ id: 'approve', type: 'default', components: [] });
const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
  <bpmn:process id="approval" name="Approval" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="approve"/>
    <bpmn:userTask id="approve" name="Approve it">
      <bpmn:extensionElements>
        <zeebe:userTask/>
        <zeebe:formDefinition formId="approve"/>
        <zeebe:assignmentDefinition candidateGroups="sales,ops" candidateUsers="bob"/>
        <zeebe:taskSchedule dueDate="2030-02-01T10:00:00Z"/>
        <zeebe:priorityDefinition priority="70"/>
        <zeebe:ioMapping><zeebe:input source="=amount * 2" target="amount"/></zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`;

let server: ServerProcess;
let client: CamundaClient;
let userTaskKey: UserTaskKey;

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  await client.createDeployment({ resources: [new File([form], 'approve.form')] });
  const { processes } = await client.createDeployment({ resources: [new File([xml], 'approval.bpmn')] });
  const { processDefinitionKey } = processes[0]!;
  await client.createProcessInstance({
    processDefinitionKey,
    variables: { amount: 21, note: 'x'.repeat(10_000) },
    tags: [Tag.fromString('urgent')],
  });
  await client.createProcessInstance({ processDefinitionKey, variables: { amount: 1, note: 'short' } });
  const { items } = await client.searchUserTasks(
    { filter: { processInstanceVariables: [{ name: 'amount', value: '21' }] } },
    fresh,
  );
  userTaskKey = items[0]!.userTaskKey;
});

afterAll(() => server?.stop());

test('should find tasks by everything a task list asks for', async () => {
  // when
  const { items, page } = await client.searchUserTasks(
    {
      filter: {
        state: 'CREATED',
        assignee: { $exists: false },
        candidateGroup: 'sales',
        candidateUser: { $in: ['bob'] },
        name: { $like: 'Approve*' },
        priority: { $gte: 70 },
        dueDate: { $lt: '2030-03-01T00:00:00Z' },
        localVariables: [{ name: 'amount', value: '42' }],
        processInstanceVariables: [{ name: 'amount', value: { $in: ['21', '42'] } }],
        tags: [Tag.fromString('urgent')],
      },
      sort: [{ field: 'dueDate' }, { field: 'priority', order: 'DESC' }],
      page: { limit: 10 },
    },
    fresh,
  );

  // then
  expect(page.totalItems).toBe(1);
  expect(items).toMatchObject([
    { userTaskKey, name: 'Approve it', processName: 'Approval', candidateGroups: ['sales', 'ops'], tags: ['urgent'] },
  ]);
  expect(await client.getUserTask({ userTaskKey }, fresh)).toEqual(items[0]);
});

test('should tell the form of a task', async () => {
  const found = await client.getUserTaskForm({ userTaskKey }, fresh);
  expect(found).toMatchObject({ formId: 'approve', schema: form, version: 1 });
});

test('should tell the variables a task sees, whole ones when wanted', async () => {
  // when
  const all = await client.searchUserTaskVariables({ userTaskKey, sort: [{ field: 'name' }] }, fresh);
  const effective = await client.searchUserTaskEffectiveVariables(
    { userTaskKey, filter: { name: { $in: ['amount', 'note'] } }, sort: [{ field: 'name' }], truncateValues: false },
    fresh,
  );

  // then
  expect(all.items.map(({ name }) => name)).toEqual(['amount', 'amount', 'note']);
  expect(all.items[2]).toMatchObject({ isTruncated: true });
  expect(effective.items).toMatchObject([
    { name: 'amount', value: '42' },
    { name: 'note', value: JSON.stringify('x'.repeat(10_000)), isTruncated: false },
  ]);
});

test('should tell what was done to a task, and to everything', async () => {
  // given
  await client.assignUserTask({ userTaskKey, assignee: 'ada' });
  await client.completeUserTask({ userTaskKey, variables: { approved: true } });

  // when
  const ofTask = await client.searchUserTaskAuditLogs(
    { userTaskKey, filter: { result: 'SUCCESS' }, sort: [{ field: 'timestamp' }] },
    fresh,
  );
  const all = await client.searchAuditLogs(
    { filter: { category: 'USER_TASKS', operationType: { $in: ['ASSIGN', 'COMPLETE'] } } },
    fresh,
  );

  // then
  expect(ofTask.items.map(({ operationType }) => operationType)).toEqual(['ASSIGN', 'COMPLETE']);
  expect(all.items).toEqual(ofTask.items);
  const { auditLogKey } = all.items[0]!;
  expect(await client.getAuditLog({ auditLogKey }, fresh)).toEqual(all.items[0]);
  expect(await client.getUserTask({ userTaskKey }, fresh)).toMatchObject({ state: 'COMPLETED', assignee: 'ada' });
});

test('should say that there is no such task', async () => {
  const unknown = { userTaskKey: '4503599627370497' as UserTaskKey };
  await expect(client.getUserTask(unknown, fresh)).rejects.toMatchObject({ status: 404 });
  await expect(client.searchUserTaskVariables(unknown, fresh)).rejects.toMatchObject({ status: 404 });
});
