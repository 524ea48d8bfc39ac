import { type CamundaClient, createCamundaClient } from '@camunda8/orchestration-cluster-api';
import { keyOf } from '@waggle/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionMetadata, evaluatedValue, failedValue, requirementsMetadata } from '../../test/decision-samples.ts';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { activatedJob, activatedUserTask, eventResponse } from '../../test/scripted-port.ts';

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
    const resource = (resourceId: string) => ({
      resourceId,
      version: 1,
      versionTag: '',
      resourceKey: keyOf(1, 9n),
      resourceName: `${resourceId}.x`,
      checksum: '',
      isDuplicate: false,
      tenantId: '<default>',
    });
    rest.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 7n), {
        deploymentKey: keyOf(1, 7n),
        tenantId: '<default>',
        resources: [],
        formsMetadata: [resource('ask')],
        resourcesMetadata: [resource('script')],
        decisionRequirementsMetadata: [requirementsMetadata],
        decisionsMetadata: [decisionMetadata],
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
    expect(result).toMatchObject({
      deploymentKey: key,
      processes: [{ processDefinitionId: 'order' }],
      decisions: [{ decisionDefinitionId: 'discount' }],
      decisionRequirements: [{ decisionRequirementsId: 'pricing' }],
      forms: [{ formId: 'ask' }],
      resources: [{ resourceId: 'script' }],
    });
  });

  it('should create and cancel process instances', async () => {
    const byId = await client.createProcessInstance({
      processDefinitionId: 'order' as never,
      variables: { a: 1 },
      tags: ['x'] as never,
      runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: 'end' as never }],
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

  it('should give results to the jobs of listeners and ad-hoc sub-processes', async () => {
    rest.port.addJobs(
      1,
      activatedJob({ kind: 2, listenerEventType: 4, userTask: activatedUserTask(), leaseToken: 'l' }),
    );

    const { jobs } = await client.activateJobs({ type: 'pay', timeout: 1000, maxJobsToActivate: 2 });
    await client.completeJob({
      jobKey: key as never,
      result: { type: 'userTask', corrections: { assignee: 'ada', dueDate: null, priority: 3 } },
    });
    await client.completeJob({
      jobKey: key as never,
      result: { type: 'adHocSubProcess', activateElements: [{ elementId: 'a' as never, variables: { b: 1 } }] },
    });

    expect(jobs[0]).toMatchObject({ kind: 'TASK_LISTENER', userTask: { assignee: 'ada', formKey: null } });
  });

  it('should work on user tasks', async () => {
    const userTaskKey = key as never;
    await client.assignUserTask({ userTaskKey, assignee: 'ada', allowOverride: false });
    await client.unassignUserTask({ userTaskKey });
    await client.updateUserTask({ userTaskKey, changeset: { dueDate: '2026-01-01T00:00:00Z', candidateUsers: [] } });
    await client.completeUserTask({ userTaskKey, variables: { a: 1 } });
  });

  it('should broadcast signals and evaluate', async () => {
    const signal = await client.broadcastSignal({ signalName: 's', variables: { a: 1 } });
    const conditionals = await client.evaluateConditionals({ variables: { a: 1 } });
    const expression = await client.evaluateExpression({ expression: '=a', variables: { a: 1 } });

    expect(signal.signalKey).toMatch(/^\d+$/);
    expect(conditionals.processInstances).toEqual([]);
    expect(expression).toMatchObject({ result: null, warnings: [] });
  });

  it('should evaluate decisions, also ones that fail', async () => {
    rest.port.script = ({ command }) => eventResponse(command, keyOf(1, 30n), evaluatedValue);
    const decisionDefinitionId = 'discount' as never;
    const evaluated = await client.evaluateDecision({ decisionDefinitionId, variables: { amount: 100 } });
    rest.port.script = ({ command }) => eventResponse(command, keyOf(1, 30n), failedValue);
    const failed = await client.evaluateDecision({ decisionDefinitionKey: key as never });
    rest.port.script = () => undefined;

    expect(evaluated).toMatchObject({ output: '0.10', evaluatedDecisions: [{ matchedRules: [{ ruleIndex: 2 }] }] });
    expect(failed).toMatchObject({ failedDecisionDefinitionId: 'rate', evaluatedDecisions: [] });
  });

  it('should modify, migrate and delete process instances, and delete resources', async () => {
    const processInstanceKey = key as never;
    await client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [{ elementId: 'a' as never, variableInstructions: [{ variables: { a: 1 } }] }],
      terminateInstructions: [{ elementInstanceKey: key as never }, { elementId: 'b' as never }],
      moveInstructions: [
        {
          sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'c' as never },
          targetElementId: 'd' as never,
          ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
        },
      ],
    });
    await client.migrateProcessInstance({
      processInstanceKey,
      targetProcessDefinitionKey: key as never,
      mappingInstructions: [{ sourceElementId: 'a' as never, targetElementId: 'b' as never }],
    });
    await client.deleteProcessInstance({ processInstanceKey });
    await client.activateAdHocSubProcessActivities({
      adHocSubProcessInstanceKey: key as never,
      elements: [{ elementId: 'a' as never, variables: { a: 1 } }],
    });
    const deleted = await client.deleteResource({ resourceKey: key as never, deleteHistory: true });

    expect(deleted).toEqual({ resourceKey: key, batchOperation: null });
  });

  it('should run batch operations', async () => {
    const filter = { processDefinitionId: { $in: ['order'] } } as never;
    const created = [
      await client.cancelProcessInstancesBatchOperation({ filter }),
      await client.deleteProcessInstancesBatchOperation({ filter }),
      await client.resolveIncidentsBatchOperation({ filter }),
      await client.migrateProcessInstancesBatchOperation({
        filter,
        migrationPlan: {
          targetProcessDefinitionKey: key as never,
          mappingInstructions: [{ sourceElementId: 'a' as never, targetElementId: 'b' as never }],
        },
      }),
      await client.modifyProcessInstancesBatchOperation({
        filter,
        moveInstructions: [{ sourceElementId: 'a' as never, targetElementId: 'b' as never }],
      }),
      await client.resolveProcessInstanceIncidents({ processInstanceKey: key as never }),
    ];
    const batchOperationKey = key as never;
    await client.suspendBatchOperation({ batchOperationKey });
    await client.resumeBatchOperation({ batchOperationKey });
    await client.cancelBatchOperation({ batchOperationKey });

    expect(created.map(({ batchOperationType }) => batchOperationType)).toEqual([
      'CANCEL_PROCESS_INSTANCE',
      'DELETE_PROCESS_INSTANCE',
      'RESOLVE_INCIDENT',
      'MIGRATE_PROCESS_INSTANCE',
      'MODIFY_PROCESS_INSTANCE',
      'RESOLVE_INCIDENT',
    ]);
  });

  it('should set cluster variables, listeners and the clock', async () => {
    const tenantId = '<default>' as never;
    const variable = { name: 'limit', value: { max: 1 } };
    const listener = { id: 'audit' as never, type: 'x', eventTypes: ['all' as const] };
    const results = [
      await client.createGlobalClusterVariable(variable),
      await client.updateGlobalClusterVariable(variable),
      await client.createTenantClusterVariable({ tenantId, ...variable }),
      await client.updateTenantClusterVariable({ tenantId, ...variable }),
    ];
    await client.deleteGlobalClusterVariable({ name: 'limit' });
    await client.deleteTenantClusterVariable({ tenantId, name: 'limit' });
    const created = await client.createGlobalTaskListener(listener);
    const updated = await client.updateGlobalTaskListener(listener);
    await client.deleteGlobalTaskListener({ id: 'audit' as never });
    await client.pinClock({ timestamp: 1000 });
    await client.resetClock();

    expect(results.map(({ value }) => value)).toEqual(Array(4).fill('{"max":1}'));
    expect([created.priority, updated.retries]).toEqual([50, 3]);
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
