import { Camunda8 } from '@camunda8/sdk';
import {
  JobIntent,
  JobKind,
  keyOf,
  NO_KEY,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ResourceDeletionIntent,
  SignalIntent,
  ValueType,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GrpcFixture, startGrpc } from '../../test/grpc-fixture.ts';
import { activatedJob, activatedUserTask, eventResponse } from '../../test/scripted-port.ts';
import { sentCommand } from '../../test/sent-command.ts';

const KEY = keyOf(1, 7n);
const KEY_TEXT = String(KEY);

describe('the official SDK over gRPC', () => {
  let grpc: GrpcFixture;
  let client: ReturnType<Camunda8['getZeebeGrpcApiClient']>;

  beforeAll(async () => {
    grpc = await startGrpc();
    client = new Camunda8({
      ZEEBE_GRPC_ADDRESS: `grpc://${grpc.server.address}`,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      CAMUNDA_LOG_LEVEL: 'none',
      zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
    }).getZeebeGrpcApiClient();
  });
  afterAll(async () => {
    await client.close();
    await grpc.close();
  });
  beforeEach(() => {
    grpc.port.sent.length = 0;
    grpc.port.script = () => undefined;
  });

  it('should deploy a form', async () => {
    const form = {
      resourceId: 'ask',
      version: 2,
      versionTag: '',
      resourceKey: KEY,
      resourceName: 'ask.form',
      checksum: '',
      isDuplicate: false,
      tenantId: '<default>',
    };
    grpc.port.script = ({ command }) =>
      eventResponse(command, KEY, {
        deploymentKey: KEY,
        tenantId: '<default>',
        resources: [],
        processesMetadata: [],
        formsMetadata: [form],
        resourcesMetadata: [],
        decisionRequirementsMetadata: [],
        decisionsMetadata: [],
      });

    const { deployments } = await client.deployResources([{ name: 'ask.form', form: Buffer.from('{}') }]);

    expect(deployments).toMatchObject([{ form: { formId: 'ask', version: 2, formKey: KEY_TEXT } }]);
  });

  it('should broadcast a signal', async () => {
    const { key } = await client.broadcastSignal({ signalName: 'alarm', variables: { level: 3 } });

    expect(key).toMatch(/^[0-9]+$/);
    expect(sentCommand(grpc.port)).toMatchObject({
      valueType: ValueType.SIGNAL,
      intent: SignalIntent.BROADCAST,
      value: { signalName: 'alarm', variables: '{"level":3}' },
    });
  });

  it('should modify a process instance', async () => {
    await client.modifyProcessInstance({
      processInstanceKey: KEY_TEXT,
      activateInstructions: [
        {
          elementId: 'a',
          ancestorElementInstanceKey: '-1',
          variableInstructions: [{ variables: { x: 1 }, scopeId: 'sub' }],
        },
      ],
      terminateInstructions: [{ elementInstanceKey: '5' }],
    });

    expect(sentCommand(grpc.port)).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_MODIFICATION,
      intent: ProcessInstanceModificationIntent.MODIFY,
      value: {
        activateInstructions: [
          {
            elementId: 'a',
            ancestorScopeKey: NO_KEY,
            variableInstructions: [{ elementId: 'sub', variables: '{"x":1}' }],
          },
        ],
        terminateInstructions: [{ elementInstanceKey: 5n, elementId: '' }],
        moveInstructions: [],
      },
    });
  });

  it('should migrate a process instance', async () => {
    await client.migrateProcessInstance({
      processInstanceKey: KEY_TEXT,
      migrationPlan: {
        targetProcessDefinitionKey: '77',
        mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'b' }],
      },
    });

    expect(sentCommand(grpc.port)).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_MIGRATION,
      intent: ProcessInstanceMigrationIntent.MIGRATE,
      value: { targetProcessDefinitionKey: 77n },
    });
  });

  it('should delete a resource', async () => {
    await client.deleteResource({ resourceKey: KEY_TEXT });

    expect(sentCommand(grpc.port)).toMatchObject({
      valueType: ValueType.RESOURCE_DELETION,
      intent: ResourceDeletionIntent.DELETE,
      value: { resourceKey: KEY, isDeleteHistory: false },
    });
  });

  it('should start at an element', async () => {
    await client.createProcessInstance({
      bpmnProcessId: 'order',
      variables: {},
      startInstructions: [{ elementId: 'pay' }],
    });

    expect(sentCommand(grpc.port)).toMatchObject({
      value: { startInstructions: ['pay'], terminateAfterElementIds: [] },
    });
  });

  it('should work on the job of a listener', async () => {
    const userTask = activatedUserTask();
    grpc.port.addJobs(1, activatedJob({ jobKey: KEY, kind: JobKind.TASK_LISTENER, listenerEventType: 4, userTask }));

    const [job] = await client.activateJobs({
      type: 'pay',
      worker: 'w',
      timeout: 1000,
      maxJobsToActivate: 1,
      requestTimeout: -1,
    });
    await client.completeJob({ jobKey: job!.key, variables: {} });

    // It does not know the fields that came with listeners, and must not stumble over them.
    expect(job).toMatchObject({ key: KEY_TEXT, variables: { amount: 12.5 } });
    expect(grpc.port.commands(ValueType.JOB, JobIntent.COMPLETE)).toMatchObject([{ key: KEY }]);
  });
});
