/** Deployed files through the official client, with its strictest checks of requests and answers. */
import createCamundaClient, { type CamundaClient, ProcessDefinitionKey } from '@camunda8/orchestration-cluster-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const fresh = { consistency: { waitUpToMs: 0 } };

let server: ServerProcess;
let client: CamundaClient;

beforeAll(async () => {
  server = await startServerProcess();
  client = createCamundaClient({
    config: { CAMUNDA_REST_ADDRESS: server.rest, CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict' },
  });
});

afterAll(() => server?.stop());

const process = (id: string, startEvent: string) =>
  new File(
    [
      `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
        <bpmn:process id="${id}" isExecutable="true">${startEvent}</bpmn:process>
      </bpmn:definitions>`,
    ],
    `${id}.bpmn`,
  );

const json = (name: string, content: object) => new File([JSON.stringify(content)], name);

test('should give the form that starts a process', async () => {
  // given
  const schema = { id: 'start-form', type: 'default', components: [] };
  const startEvent =
    '<bpmn:startEvent id="s"><bpmn:extensionElements><zeebe:formDefinition formId="start-form"/></bpmn:extensionElements></bpmn:startEvent>';

  // when
  const deployment = await client.createDeployment({
    resources: [process('with-form', startEvent), json('start.form', schema)],
  });
  const { formKey } = deployment.forms[0]!;

  // then
  const { processDefinitionKey } = deployment.processes[0]!;
  const form = await client.getStartProcessForm({ processDefinitionKey }, fresh);
  expect(form).toEqual({
    formId: 'start-form',
    formKey,
    schema: JSON.stringify(schema),
    version: 1,
    tenantId: '<default>',
  });
  expect(await fetch(`${server.rest}/v2/forms/${formKey}`).then((answer) => answer.json())).toEqual(form);
});

test('should answer without a body for a process that has no form', async () => {
  // given
  const deployment = await client.createDeployment({
    resources: [process('without-form', '<bpmn:startEvent id="s"/>')],
  });
  const { processDefinitionKey } = deployment.processes[0]!;

  // when
  const answer = await fetch(`${server.rest}/v2/process-definitions/${processDefinitionKey}/form`);

  // then
  expect(answer.status).toBe(204);
  await expect(
    client.getStartProcessForm({ processDefinitionKey: ProcessDefinitionKey.assumeExists('1') }, fresh),
  ).rejects.toMatchObject({ status: 404 });
});

test('should give other deployed files and their content', async () => {
  // given
  const script = { id: 'robot', type: 'rpa', script: '*** Tasks ***' };

  // when
  const deployment = await client.createDeployment({
    resources: [json('robot.rpa', script), new File([new Uint8Array([0, 255, 128])], "bee's 🐝.bin")],
  });
  const [robotKey, logoKey] = deployment.resources.map((resource) => resource.resourceKey);

  // then
  const rest = `${server.rest}/v2/resources`;
  // biome-ignore lint/suspicious/noExplicitAny: the client's type of this key names no kind of its own.
  const resourceKey = robotKey as any;
  expect(await client.getResource({ resourceKey })).toMatchObject({ resourceId: 'robot', resourceName: 'robot.rpa' });
  expect(JSON.parse(await client.getResourceContent({ resourceKey }))).toEqual(script);
  const binary = await fetch(`${rest}/${logoKey}/content/binary`);
  expect(binary.headers.get('content-type')).toBe('application/octet-stream');
  expect(binary.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''bee%27s%20%F0%9F%90%9D.bin");
  expect([...(await binary.bytes())]).toEqual([0, 255, 128]);
  expect((await fetch(`${rest}/${logoKey}/content`)).status).toBe(406);
  const found = await fetch(`${rest}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ filter: { resourceName: { $like: '*.rpa' } } }),
  });
  expect(await found.json()).toMatchObject({ items: [{ resourceKey: robotKey }], page: { totalItems: 1 } });
});
