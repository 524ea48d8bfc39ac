import { type CamundaClient, createCamundaClient } from '@camunda8/orchestration-cluster-api';
import { keyOf } from '@waggle/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { activatedJob, eventResponse } from '../../test/scripted-port.ts';

/** The official client checks every request and answer against its own schemas. */
describe('the official client in strict mode', () => {
  let rest: RestFixture;
  let client: CamundaClient;
  const key = String(keyOf(1, 7n));

  beforeAll(async () => {
    rest = await startRest();
    client = createCamundaClient({
      config: {
        CAMUNDA_REST_ADDRESS: rest.url,
        CAMUNDA_AUTH_STRATEGY: 'NONE',
        CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict',
        CAMUNDA_SDK_LOG_LEVEL: 'error',
      },
    });
  });
  afterAll(() => rest.close());

  it('should read the topology, status, licence and configuration', async () => {
    expect(await client.getTopology()).toMatchObject({ clusterSize: 1 });
    expect(await client.getLicense()).toMatchObject({ validLicense: true });
    expect(await client.getSystemConfiguration()).toMatchObject({ jobMetrics: { enabled: false } });
    await client.getStatus();
  });

  it('should deploy', async () => {
    rest.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 7n), {
        deploymentKey: keyOf(1, 7n),
        tenantId: '<default>',
        resources: [],
        formsMetadata: [],
        resourcesMetadata: [],
        processesMetadata: [
          {
            bpmnProcessId: 'order',
            version: 1,
            versionTag: '',
            processDefinitionKey: keyOf(1, 8n),
            resourceName: 'order.bpmn',
            checksum: '',
            isDuplicate: false,
            tenantId: '<default>',
          },
        ],
      });

    const result = await client.createDeployment({ resources: [new File(['<a/>'], 'order.bpmn')] });

    rest.port.script = () => undefined;
    expect(result).toMatchObject({ deploymentKey: key, processes: [{ processDefinitionId: 'order' }] });
  });

  it('should create and cancel process instances', async () => {
    const byId = await client.createProcessInstance({
      processDefinitionId: 'order' as never,
      variables: { a: 1 },
      tags: ['x'] as never,
    });
    rest.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 9n), { ...(command.value as object), bpmnProcessId: 'order' } as never);
    const byKey = await client.createProcessInstance({ processDefinitionKey: key as never, businessId: 'b' as never });
    rest.port.script = () => undefined;
    await client.cancelProcessInstance({ processInstanceKey: key as never });

    expect(byId).toMatchObject({ processDefinitionId: 'order', tags: ['x'] });
    expect(byKey).toMatchObject({ businessId: 'b' });
  });

  it('should work on jobs', async () => {
    rest.port.addJobs(1, activatedJob());

    const { jobs } = await client.activateJobs({ type: 'pay', timeout: 1000, maxJobsToActivate: 2, worker: 'w' });
    await client.completeJob({ jobKey: key as never, variables: { a: 1 } });
    await client.failJob({ jobKey: key as never, retries: 1, errorMessage: 'x' });
    await client.throwJobError({ jobKey: key as never, errorCode: 'E' });
    await client.updateJob({ jobKey: key as never, changeset: { retries: 3 } });

    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({ variables: { amount: 12.5 }, userTask: null });
  });

  it('should send messages, set variables and resolve incidents', async () => {
    const published = await client.publishMessage({ name: 'm', correlationKey: 'c', timeToLive: 5 });
    const correlated = await client.correlateMessage({ name: 'm', correlationKey: 'c' });
    await client.createElementInstanceVariables({ elementInstanceKey: key as never, variables: { a: 1 } });
    await client.resolveIncident({ incidentKey: key as never });

    expect(published.messageKey).toMatch(/^\d+$/);
    expect(correlated.tenantId).toBe('<default>');
  });
});
