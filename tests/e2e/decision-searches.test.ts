/** What searches tell of decisions, through the official client with its strictest checks. */
import { readFile } from 'node:fs/promises';
import createCamundaClient, { type CamundaClient, DecisionDefinitionId } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };
const shippingPrice = DecisionDefinitionId.assumeExists('shipping-price');

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
  await client.deployResourcesFromFiles([processFiles.shipping]);
});

afterAll(() => server?.stop());

test('should tell decisions, their requirements and the file of both', async () => {
  // when
  const decisions = await client.searchDecisionDefinitions(
    { filter: { decisionDefinitionId: shippingPrice, isLatestVersion: true }, sort: [{ field: 'name' }] },
    fresh,
  );
  const requirements = await client.searchDecisionRequirements({ filter: { version: 1 } }, fresh);

  // then
  const [decision] = decisions.items;
  const [graph] = requirements.items;
  expect(decision).toMatchObject({ decisionDefinitionId: 'shipping-price', version: 1 });
  expect(decision?.decisionRequirementsKey).toBe(graph?.decisionRequirementsKey);
  const { decisionDefinitionKey } = decision!;
  const { decisionRequirementsKey } = graph!;
  expect(await client.getDecisionDefinition({ decisionDefinitionKey }, fresh)).toEqual(decision);
  expect(await client.getDecisionRequirements({ decisionRequirementsKey }, fresh)).toEqual(graph);
  const xml = await readFile(processFiles.shipping, 'utf8');
  expect(await client.getDecisionDefinitionXml({ decisionDefinitionKey }, fresh)).toBe(xml);
  expect(await client.getDecisionRequirementsXml({ decisionRequirementsKey }, fresh)).toBe(xml);
});

test('should tell what a decision decided, and why', async () => {
  // given
  const { decisionEvaluationKey } = await client.evaluateDecision({
    decisionDefinitionId: shippingPrice,
    variables: { weight: 3, express: false },
  });

  // when
  const { items } = await client.searchDecisionInstances(
    {
      filter: { decisionEvaluationKey, decisionDefinitionId: shippingPrice, state: { $neq: 'FAILED' } },
      sort: [{ field: 'evaluationDate', order: 'DESC' }],
    },
    fresh,
  );

  // then
  expect(items).toHaveLength(1);
  const [instance] = items;
  const { decisionEvaluationInstanceKey } = instance!;
  expect(await client.getDecisionInstance({ decisionEvaluationInstanceKey }, fresh)).toMatchObject({
    ...instance,
    evaluatedInputs: expect.any(Array),
    matchedRules: expect.any(Array),
  });
});
