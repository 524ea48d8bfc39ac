/**
 * Throws damaged models and damaged requests at a real server for twenty seconds: it answers each with a clear problem or
 * with success, stays well, and comes back from its log afterwards. A seed makes the run come again: WAGGLE_FUZZ_SEED=…
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SeededRandom } from '../crash/seeded-random.ts';
import { processFiles } from '../process-files.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

/** Half of it for models, half for requests; WAGGLE_FUZZ_SECONDS=… for more. */
const FUZZ_MS = Number(process.env.WAGGLE_FUZZ_SECONDS ?? 20) * 1000;
const TEST_TIMEOUT_MS = FUZZ_MS + 60_000;
/** What a caller's mistake may be answered with; anything above 499 is ours. */
const ANSWERS: ReadonlySet<number> = new Set([200, 201, 204, 400, 404, 405, 409, 413, 415]);

/** Texts put into the middle of others: what parsers and expressions stumble over. */
const SPLINTERS = [
  '<',
  '>',
  '"',
  '&#0;',
  '&x;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  ']]>',
  '\u0000',
  '\ud800',
  '=',
  '="',
  '= 1/0',
  '= for i in 1..1000000000 return i',
  '= x.y.z',
  '= __proto__.constructor',
  'PT0S',
  'R/PT0.001S',
  'R999999999/PT1S',
  '-1',
  '99999999999999999999',
  '<bpmn:subProcess id="s"/>',
  '<bpmn:startEvent id="again"/>',
  '{',
  '}',
  '[[[[',
  'null',
  '1e999',
];

test('should answer damaged models and requests, stay well and come back from its log', {
  timeout: TEST_TIMEOUT_MS,
}, async () => {
  const seed = Number(process.env.WAGGLE_FUZZ_SEED ?? randomInt(2 ** 31));
  console.log(`WAGGLE_FUZZ_SEED=${seed}`);
  const random = new SeededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'waggle-fuzz-'));
  const models = await Promise.all(Object.values(processFiles).map((file) => readFile(file, 'utf8')));
  let server = await startServerProcess({ dataFolder: folder });
  try {
    // when anything at all is deployed and what deploys is run
    const untilModels = performance.now() + FUZZ_MS / 2;
    let deployed = 0;
    while (performance.now() < untilModels)
      deployed += await tryModel(server, random, damaged(random, pick(random, models)));

    // and when requests are damaged
    const untilRequests = performance.now() + FUZZ_MS / 2;
    let answered = 0;
    while (performance.now() < untilRequests) {
      await tryRequest(server, random);
      answered++;
    }
    console.log(`${deployed} damaged models deployed all the same and ran, ${answered} damaged requests`);
    expect(answered).toBeGreaterThan(0);

    // then it is well, and its log gives the same state again
    await expectHealthy(server);
    await server.kill();
    server = await startServerProcess({ dataFolder: folder });
    await expectHealthy(server);
    expect(await runWholeModel(server, models[0] ?? '')).toBe(200);
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

/** @returns 1 when the model deployed and an instance was tried. */
async function tryModel(server: ServerProcess, random: SeededRandom, xml: string): Promise<number> {
  const { status, body } = await deploy(server, xml);
  expect(ANSWERS, `deployment answered ${status} ${JSON.stringify(body)} to\n${xml}`).toContain(status);
  if (status !== 200) return 0;
  for (const { processDefinition } of (body as DeploymentAnswer).deployments) {
    const created = await send(server, 'POST', '/v2/process-instances', {
      processDefinitionId: processDefinition.processDefinitionId,
      variables: { orderId: `o${random.integer(1, 1000)}`, amount: random.integer(0, 500), parcelId: 'p' },
    });
    expect(ANSWERS, `creation answered ${created}`).toContain(created);
  }
  return 1;
}

interface DeploymentAnswer {
  readonly deployments: readonly { readonly processDefinition: { readonly processDefinitionId: string } }[];
}

async function tryRequest(server: ServerProcess, random: SeededRandom): Promise<void> {
  const [method, path, body] = pick(random, REQUESTS);
  const text = damaged(random, JSON.stringify(body));
  const key = pick(random, ['1', '2251799813685249', '-1', '99999999999999999999', 'x', '%00', '..']);
  const status = await sendText(server, method, path.replace('{key}', key), text);
  expect(ANSWERS, `${method} ${path} answered ${status} to ${text}`).toContain(status);
}

const REQUESTS: readonly (readonly [method: string, path: string, body: object])[] = [
  ['POST', '/v2/process-instances', { processDefinitionId: 'one-task', variables: { a: [1, { b: null }] } }],
  ['POST', '/v2/process-instances/{key}/cancellation', { operationReference: 1 }],
  [
    'POST',
    '/v2/jobs/activation',
    { type: 'task', worker: 'w', timeout: 1000, maxJobsToActivate: 3, requestTimeout: -1 },
  ],
  ['POST', '/v2/jobs/{key}/completion', { variables: { a: 1e30 } }],
  ['POST', '/v2/jobs/{key}/failure', { retries: 1, errorMessage: 'e', retryBackOff: 5 }],
  ['POST', '/v2/jobs/{key}/error', { errorCode: 'c', errorMessage: 'm' }],
  ['PATCH', '/v2/jobs/{key}', { changeset: { retries: 2 } }],
  ['POST', '/v2/messages/publication', { name: 'm', correlationKey: 'k', timeToLive: 10, variables: {} }],
  ['POST', '/v2/messages/correlation', { name: 'm', correlationKey: 'k', variables: {} }],
  ['PUT', '/v2/element-instances/{key}/variables', { variables: { a: 1 }, local: true }],
  ['POST', '/v2/incidents/{key}/resolution', {}],
  ['POST', '/v2/user-tasks/{key}/assignment', { assignee: 'ada', allowOverride: false }],
  ['PATCH', '/v2/user-tasks/{key}', { changeset: { priority: 1, dueDate: '2026-01-01T00:00:00Z' } }],
  ['POST', '/v2/user-tasks/{key}/completion', { variables: { a: 1 } }],
  ['POST', '/v2/signals/broadcast', { signalName: 's', variables: { a: 1 } }],
  [
    'POST',
    '/v2/process-instances/{key}/modification',
    {
      activateInstructions: [{ elementId: 'a', variableInstructions: [{ variables: { a: 1 }, scopeId: 'b' }] }],
      terminateInstructions: [{ elementInstanceKey: '1' }],
    },
  ],
  [
    'POST',
    '/v2/process-instances/{key}/migration',
    {
      targetProcessDefinitionKey: '2251799813685250',
      mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'a' }],
    },
  ],
  ['POST', '/v2/expression/evaluation', { expression: '=a + 1', variables: { a: 1 } }],
  ['POST', '/v2/cluster-variables/global', { name: 'a', value: { b: 1 } }],
  ['PUT', '/v2/cluster-variables/global/a', { value: [1] }],
  ['POST', '/v2/global-task-listeners', { id: 'a', type: 'x', eventTypes: ['all'], retries: 1 }],
  ['DELETE', '/v2/global-task-listeners/a', {}],
  [
    'POST',
    '/v2/element-instances/ad-hoc-activities/{key}/activation',
    { elements: [{ elementId: 'a', variables: { b: 1 } }], cancelRemainingInstances: true },
  ],
  ['POST', '/v2/process-instances/{key}/suspension', { operationReference: 1 }],
  ['POST', '/v2/process-instances/{key}/resumption', { operationReference: 1 }],
  [
    'POST',
    '/v2/process-instances/incident-resolution',
    { filter: { processDefinitionId: { $like: 'one*' }, hasIncident: true, $or: [{ state: 'ACTIVE' }] } },
  ],
  ['POST', '/v2/process-instances/suspension', { filter: { processInstanceKey: { $in: ['1', '2'] } } }],
  ['POST', '/v2/batch-operations/{key}/cancellation', {}],
  ['POST', '/v2/conditionals/evaluation', { variables: { a: 1 }, processDefinitionKey: '2251799813685250' }],
  ['POST', '/v2/resources/{key}/deletion', { deleteHistory: true }],
];

/** One to four splinters put in, bits cut out, pieces doubled. */
function damaged(random: SeededRandom, text: string): string {
  let result = text;
  for (let count = random.integer(1, 4); count > 0; count--) {
    const at = random.integer(0, result.length);
    const length = random.integer(0, 30);
    const piece = result.slice(at, at + length);
    switch (random.integer(1, 3)) {
      case 1:
        result = result.slice(0, at) + pick(random, SPLINTERS) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      default:
        result = result.slice(0, at) + piece + piece + result.slice(at + length);
    }
  }
  return result;
}

function pick<T>(random: SeededRandom, items: readonly T[]): T {
  return items[random.integer(0, items.length - 1)]!;
}

async function deploy(
  server: ServerProcess,
  xml: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const form = new FormData();
  form.append('resources', new Blob([xml]), 'model.bpmn');
  const response = await fetch(`${server.rest}/v2/deployments`, { method: 'POST', body: form });
  return { status: response.status, body: await response.json() };
}

function send(server: ServerProcess, method: string, path: string, body: object): Promise<number> {
  return sendText(server, method, path, JSON.stringify(body));
}

async function sendText(server: ServerProcess, method: string, path: string, body: string): Promise<number> {
  const response = await fetch(server.rest + path, { method, body, headers: { 'content-type': 'application/json' } });
  await response.arrayBuffer();
  return response.status;
}

async function expectHealthy(server: ServerProcess): Promise<void> {
  expect((await fetch(`${server.rest}/v2/status`)).status, server.output()).toBe(204);
}

async function runWholeModel(server: ServerProcess, xml: string): Promise<number> {
  const { status, body } = await deploy(server, xml);
  expect(status, JSON.stringify(body)).toBe(200);
  const [first] = (body as DeploymentAnswer).deployments;
  const processDefinitionId = first?.processDefinition.processDefinitionId;
  return send(server, 'POST', '/v2/process-instances', { processDefinitionId, variables: { orderId: 'o' } });
}
