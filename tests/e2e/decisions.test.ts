/** Decisions through both official clients, unmodified: deployed, evaluated by id and by key, called by a task. */
import createCamundaClient, {
  type CamundaClient,
  DecisionDefinitionId,
  ProcessDefinitionId,
} from '@camunda8/orchestration-cluster-api';
import { Camunda8 } from '@camunda8/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

type GrpcClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;

let server: ServerProcess;
let rest: CamundaClient;
let grpc: GrpcClient;

beforeAll(async () => {
  server = await startServerProcess();
  rest = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  grpc = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${server.grpc}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  }).getZeebeGrpcApiClient();
});

afterAll(async () => {
  await grpc?.close();
  await server?.stop();
});

describe('over REST', () => {
  const shippingPrice = DecisionDefinitionId.assumeExists('shipping-price');

  test('should deploy decisions and tell their keys', async () => {
    const { decisions, decisionRequirements } = await rest.deployResourcesFromFiles([
      processFiles.shipping,
      processFiles.ruleTask,
    ]);
    expect(decisionRequirements).toMatchObject([
      { decisionRequirementsId: 'shipping-prices', decisionRequirementsName: 'Shipping prices', version: 1 },
    ]);
    expect(decisions).toMatchObject([
      { decisionDefinitionId: 'shipping-price', name: 'Shipping price', version: 1 },
      { decisionDefinitionId: 'parcel-size', name: 'Parcel size', version: 1 },
    ]);
  });

  test('should evaluate by id and by key, also in a task', async () => {
    // when
    const byId = await rest.evaluateDecision({ decisionDefinitionId: shippingPrice, variables: { weight: 2 } });
    const byKey = await rest.evaluateDecision({
      decisionDefinitionKey: byId.decisionDefinitionKey,
      variables: { weight: 0.5 },
    });
    const task = await rest.createProcessInstance({
      processDefinitionId: ProcessDefinitionId.assumeExists('rule-task'),
      variables: { weight: 7 },
      awaitCompletion: true,
    });

    // then
    expect(byId).toMatchObject({ decisionDefinitionName: 'Shipping price', output: '10', failureMessage: null });
    expect(byId.evaluatedDecisions).toMatchObject([
      {
        decisionDefinitionId: 'parcel-size',
        decisionDefinitionType: 'DECISION_TABLE',
        output: '"box"',
        evaluatedInputs: [{ inputId: 'weight', inputName: 'Weight in kg', inputValue: '2' }],
        matchedRules: [{ ruleId: 'heavy', ruleIndex: 2, evaluatedOutputs: [{ outputValue: '"box"' }] }],
      },
      { decisionDefinitionId: 'taxed', decisionDefinitionKey: '-1', output: '10' },
      { decisionDefinitionId: 'shipping-price', decisionDefinitionType: 'LITERAL_EXPRESSION', output: '10' },
    ]);
    expect(byKey.output).toBe('2');
    expect(task.variables).toEqual({ weight: 7, price: 10 });
  });

  test('should answer an evaluation that fails, and refuse what is not there', async () => {
    const failed = await rest.evaluateDecision({ decisionDefinitionId: shippingPrice, variables: { weight: 200 } });
    expect(failed).toMatchObject({ output: 'null', failedDecisionDefinitionId: 'parcel-size' });
    expect(failed.failureMessage).toContain("Expected to evaluate decision 'shipping-price', but multiple values");
    await expect(
      rest.evaluateDecision({ decisionDefinitionId: DecisionDefinitionId.assumeExists('customs'), variables: {} }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('should name what is wrong with a model', async () => {
    const file = new File(['<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="x"/>'], 'x.dmn');
    await expect(rest.createDeployment({ resources: [file] })).rejects.toMatchObject({
      status: 400,
      detail: expect.stringContaining('Expected the definitions to have a name'),
    });
  });
});

describe('over gRPC', () => {
  test('should deploy decisions and tell their keys', async () => {
    const { deployments } = await grpc.deployResources([
      { decisionFilename: processFiles.shipping },
      { processFilename: processFiles.ruleTask },
    ]);
    expect(deployments).toMatchObject([
      { process: { bpmnProcessId: 'rule-task' } },
      { decision: { dmnDecisionId: 'shipping-price', dmnDecisionName: 'Shipping price' } },
      { decision: { dmnDecisionId: 'parcel-size' } },
      // The client names the resource by its path, so it is another version than the one deployed over REST.
      { decisionRequirements: { dmnDecisionRequirementsId: 'shipping-prices', version: 2 } },
    ]);
  });

  test('should evaluate by id and by key, also in a task', async () => {
    // when
    const byId = await grpc.evaluateDecision({ decisionId: 'shipping-price', variables: { weight: 2 } });
    const byKey = await grpc.evaluateDecision({ decisionKey: byId.decisionKey, variables: { weight: 0.5 } });
    const task = await grpc.createProcessInstanceWithResult({ bpmnProcessId: 'rule-task', variables: { weight: 7 } });

    // then
    expect(byId).toMatchObject({ decisionName: 'Shipping price', decisionOutput: '10', failureMessage: '' });
    expect(byId.evaluatedDecisions).toMatchObject([
      { decisionId: 'parcel-size', matchedRules: [{ ruleId: 'heavy', ruleIndex: 2 }] },
      { decisionId: 'taxed', decisionKey: '-1', decisionVersion: -1 },
      { decisionId: 'shipping-price', decisionOutput: '10' },
    ]);
    expect(byKey.decisionOutput).toBe('2');
    expect(task.variables).toEqual({ weight: 7, price: 10 });
  });

  test('should answer an evaluation that fails, and refuse what is not there', async () => {
    const failed = await grpc.evaluateDecision({ decisionId: 'shipping-price', variables: { weight: 200 } });
    expect(failed).toMatchObject({ decisionOutput: 'null', failedDecisionId: 'parcel-size' });
    expect(failed.failureMessage).toContain("Expected to evaluate decision 'shipping-price', but multiple values");
    await expect(grpc.evaluateDecision({ decisionId: 'customs', variables: {} })).rejects.toMatchObject({ code: 5 });
  });
});
