/** The real server on PostgreSQL, through the official client: what it was told it finds, also when the database was away. */
import { createCamundaClient } from '@camunda8/orchestration-cluster-api';
import { startPostgres } from '@waggle/secondary-storage/test';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startServerProcess } from '../server-process.ts';

const WAIT = { timeout: 30_000, interval: 200 };
const TEST_MS = 90_000;

const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://waggle/tests">
  <bpmn:process id="work" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="to-task" sourceRef="start" targetRef="task" />
    <bpmn:serviceTask id="task">
      <bpmn:extensionElements><zeebe:taskDefinition type="work" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`;

test('should work on while PostgreSQL is away, and find everything afterwards', { timeout: TEST_MS }, async () => {
  // given
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const url = postgres.urlOf({ user: 'waggle', password: 's3cret' });
  const server = await startServerProcess({ flags: ['--database', url] });
  onTestFinished(async () => void (await server.stop()));
  const client = createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: server.rest,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict',
    },
  });
  await client.createDeployment({ resources: [new File([process], 'work.bpmn')] });
  const create = async () =>
    (await client.createProcessInstance({ processDefinitionId: 'work' as never, variables: { order: 1 } }))
      .processInstanceKey;
  const found = async () =>
    (
      await client.searchProcessInstances({ filter: { state: 'ACTIVE' } }, { consistency: { waitUpToMs: 0 } })
    ).items.map(({ processInstanceKey }) => processInstanceKey);
  const health = async () => {
    const answer = await fetch(`${server.management}/actuator/health`);
    return ((await answer.json()) as { components: { secondaryStorage: { status: string } } }).components
      .secondaryStorage;
  };
  const keys = [await create()];
  expect(await found()).toEqual(keys);
  expect(await health()).toMatchObject({ status: 'UP' });

  // when
  await postgres.kill();
  keys.push(await create());

  // then
  await vi.waitFor(async () => expect(await health()).toMatchObject({ status: 'DOWN' }), WAIT);
  await expect(found()).rejects.toThrow();
  const ready = await fetch(`${server.management}/actuator/health/readiness`);
  expect(ready.status).toBe(200);
  keys.push(await create());

  // when
  await postgres.restart();

  // then
  await vi.waitFor(async () => expect(await found()).toEqual(keys), WAIT);
  await vi.waitFor(async () => expect(await health()).toMatchObject({ status: 'UP' }), WAIT);
  expect(server.output()).toContain('The secondary storage can be written again');
  expect(server.output()).not.toContain('s3cret');
});
