import { connect } from 'node:net';
import {
  DeploymentIntent,
  IncidentIntent,
  JobIntent,
  type Key,
  keyOf,
  MessageCorrelationIntent,
  MessageIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  type ResourceMetadata,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decisionMetadata, requirementsMetadata } from '../../test/decision-samples.ts';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { eventResponse } from '../../test/scripted-port.ts';

/** Has more digits than a JavaScript number holds, and a decimal whose spelling matters. */
const PRECISE_VARIABLES = '{"id":9007199254740993123,"price":10.00,"__proto__":{"deep":1e400}}';

const KEY = keyOf(1, 7n);

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = () => undefined;
});

function onlyCommand<Value>(): {
  valueType: number;
  intent: number;
  key: bigint;
  value: Value;
  operationReference?: bigint;
} {
  expect(rest.port.sent).toHaveLength(1);
  return rest.port.sent[0]!.command as never;
}

describe('POST /v2/process-instances', () => {
  it('should create an instance by id and pass variables on as they were written', async () => {
    const answer = await rest.request(
      'POST',
      '/v2/process-instances',
      `{"processDefinitionId":"order","tags":["a"],"businessId":"o-1","tenantId":"<default>","operationReference":9223372036854775807,
        "variables": { "id" : 9007199254740993123, "price": 10.00, "__proto__": {"deep": 1e400} }}`,
    );

    expect(answer.status).toBe(200);
    const command = onlyCommand<Record<string, unknown>>();
    expect(command).toMatchObject({
      valueType: ValueType.PROCESS_INSTANCE_CREATION,
      intent: ProcessInstanceCreationIntent.CREATE,
      operationReference: 9223372036854775807n,
    });
    expect(command.value).toMatchObject({
      bpmnProcessId: 'order',
      version: -1,
      processDefinitionKey: NO_KEY,
      variables: PRECISE_VARIABLES,
      tags: ['a'],
      businessId: 'o-1',
    });
    expect(answer.json).toMatchObject({
      processDefinitionId: 'order',
      tenantId: '<default>',
      variables: {},
      tags: ['a'],
      businessId: 'o-1',
    });
  });

  it('should create an instance by key at chosen elements', async () => {
    const answer = await rest.request('POST', '/v2/process-instances', {
      processDefinitionKey: String(KEY),
      startInstructions: [{ elementId: 'a' }, { elementId: 'b' }],
      runtimeInstructions: [{ type: 'terminate_process_instance', afterElementId: 'c' }, { afterElementId: 'd' }],
    });

    expect(answer.status).toBe(200);
    expect(onlyCommand<Record<string, unknown>>().value).toMatchObject({
      bpmnProcessId: '',
      processDefinitionKey: KEY,
      startInstructions: ['a', 'b'],
      terminateAfterElementIds: ['c', 'd'],
    });
    expect(answer.json).toMatchObject({ processDefinitionKey: String(KEY), businessId: null });
  });

  it('should await the completion and answer with the variables digit by digit', async () => {
    rest.port.script = ({ command }) =>
      eventResponse(command, KEY, {
        bpmnProcessId: 'order',
        version: 2,
        processDefinitionKey: KEY,
        processInstanceKey: keyOf(1, 8n),
        variables: PRECISE_VARIABLES,
        tags: [],
        businessId: '',
        tenantId: '<default>',
      });

    const answer = await rest.request('POST', '/v2/process-instances', {
      processDefinitionId: 'order',
      awaitCompletion: true,
      fetchVariables: ['id'],
      requestTimeout: 1234,
    });

    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`"variables":${PRECISE_VARIABLES},`);
    expect(onlyCommand<Record<string, unknown>>()).toMatchObject({
      intent: ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
      value: { fetchVariables: ['id'] },
    });
    expect(rest.port.sent[0]!.timeoutMs).toBe(1234);
  });

  it.each([
    [{}, 'At least one of [processDefinitionId, processDefinitionKey] is required.'],
    [
      { processDefinitionId: 'a', processDefinitionKey: '1' },
      'Only one of [processDefinitionId, processDefinitionKey] is allowed.',
    ],
    [{ processDefinitionId: 'a', runtimeInstructions: [{}] }, 'No runtimeInstructions[0].afterElementId provided.'],
    [
      { processDefinitionKey: 'order' },
      "The provided processDefinitionKey 'order' is not a valid key. Expected a numeric value. Did you pass an entity id instead of an entity key?.",
    ],
    [
      { processDefinitionId: 'a', tenantId: 'b' },
      "Expected to handle request Create Process Instance with tenant identifier 'b', but multi-tenancy is disabled.",
    ],
    [
      { processDefinitionId: 'a', tags: ['1st', 'x', 'x'], startInstructions: [{ elementId: ' ' }] },
      "No startInstructions[0].elementId provided. The value for tags is 'item 1 again as item 2' but must be free of duplicates. The provided tags[0] contains illegal characters. It must match the pattern '^[A-Za-z][A-Za-z0-9_\\-:.]{0,99}$'.",
    ],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', '/v2/process-instances', body);

    expect(answer.json).toMatchObject({ status: 400, title: 'INVALID_ARGUMENT' });
    const sentences = (text: string) =>
      text
        .split('. ')
        .map((part) => part.replace(/\.$/, ''))
        .sort();
    expect(sentences(String(answer.json!.detail))).toEqual(sentences(detail));
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('POST /v2/process-instances/{processInstanceKey}/cancellation', () => {
  it.each([[undefined], ['{"operationReference":5}'], ['null'], ['']])(
    'should cancel with the body %s',
    async (body) => {
      const answer = await rest.request('POST', `/v2/process-instances/${KEY}/cancellation`, body);

      expect(answer).toMatchObject({ status: 204, text: '' });
      expect(onlyCommand()).toMatchObject({
        valueType: ValueType.PROCESS_INSTANCE,
        intent: ProcessInstanceIntent.CANCEL,
        key: KEY,
        operationReference: body?.includes('5') ? 5n : NO_KEY,
      });
    },
  );
});

describe('job commands', () => {
  it('should complete a job', async () => {
    const answer = await rest.request(
      'POST',
      `/v2/jobs/${KEY}/completion`,
      '{"variables":{"id":9007199254740993123},"result":{"type":"userTask","denied":false,"corrections":null}}',
    );

    expect(answer.status).toBe(204);
    expect(onlyCommand()).toMatchObject({
      valueType: ValueType.JOB,
      intent: JobIntent.COMPLETE,
      key: KEY,
      value: { variables: '{"id":9007199254740993123}' },
    });
  });

  it('should complete a job without a body', async () => {
    expect((await rest.request('POST', `/v2/jobs/${KEY}/completion`)).status).toBe(204);
    expect(onlyCommand()).toMatchObject({ value: { variables: '{}' } });
  });

  it.each([
    [{}, undefined],
    [{ result: { type: 'userTask', denied: false, corrections: null } }, undefined],
    [
      { result: { type: 'userTask', denied: true, deniedReason: 'no' } },
      { type: 'userTask', isDenied: true, deniedReason: 'no', correctedAttributes: [] },
    ],
    [
      { result: { corrections: { assignee: '', candidateUsers: [], priority: 0, dueDate: null } } },
      {
        type: 'userTask',
        isDenied: false,
        correctedAttributes: ['assignee', 'candidateUsersList', 'priority'],
        corrections: { assignee: '', candidateUsersList: [], priority: 0 },
      },
    ],
    [
      {
        result: {
          type: 'USERTASK',
          corrections: { dueDate: '2026-02-28T10:00:00+01:00', followUpDate: '', candidateGroups: ['g'] },
        },
      },
      {
        correctedAttributes: ['candidateGroupsList', 'dueDate', 'followUpDate'],
        corrections: { dueDate: '2026-02-28T10:00:00+01:00', followUpDate: '', candidateGroupsList: ['g'] },
      },
    ],
    [
      { result: { type: 'adHocSubProcess', isCompletionConditionFulfilled: true } },
      {
        type: 'adHocSubProcess',
        activateElements: [],
        isCompletionConditionFulfilled: true,
        isCancelRemainingInstances: false,
      },
    ],
  ])('should pass on what %j decides', async (body, result) => {
    const answer = await rest.request('POST', `/v2/jobs/${KEY}/completion`, body);

    expect(answer.status).toBe(204);
    const command = onlyCommand<{ result?: object }>();
    if (result === undefined) expect(command.value.result).toBeUndefined();
    else expect(command.value.result).toMatchObject(result);
  });

  it('should keep the digits of variables deep inside a result', async () => {
    const element = '{"variables": {"id" : 9007199254740993123, "price": 10.00}, "elementId":"a"}';
    await rest.request(
      'POST',
      `/v2/jobs/${KEY}/completion`,
      `{"result":{"type":"adHocSubProcess","activateElements":[${element},{"elementId":"b","variables":null}]}}`,
    );

    expect(onlyCommand<{ result: { activateElements: unknown } }>().value.result.activateElements).toEqual([
      { elementId: 'a', variables: '{"id":9007199254740993123,"price":10.00}' },
      { elementId: 'b', variables: '{}' },
    ]);
  });

  it.each([
    [
      { type: 'other' },
      "Unexpected value 'other' for enum field 'result.type'. Use any of the following values: [userTask, adHocSubProcess]",
    ],
    [{ type: 'adHocSubProcess', denied: true }, 'Request property [result.denied] cannot be parsed'],
    [{ activateElements: [] }, 'Request property [result.activateElements] cannot be parsed'],
    [{ corrections: { name: 'x' } }, 'Request property [result.corrections.name] cannot be parsed'],
    [{ type: 'adHocSubProcess', activateElements: [{}] }, 'No result.activateElements[0].elementId provided.'],
    [{ corrections: { priority: 101 } }, "The value for result.corrections.priority is '101' but must be at most 100."],
    [
      { corrections: { dueDate: 'tomorrow' } },
      "The provided result.corrections.dueDate 'tomorrow' cannot be parsed as a date according to RFC 3339, section 5.6.",
    ],
    [
      { corrections: { dueDate: '2026-02-29T10:00:00Z' } },
      "The provided result.corrections.dueDate '2026-02-29T10:00:00Z' cannot be parsed as a date according to RFC 3339, section 5.6.",
    ],
  ])('should refuse the result %j', async (result, detail) => {
    const answer = await rest.request('POST', `/v2/jobs/${KEY}/completion`, { result });

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });

  it.each([
    ['POST', 'completion', {}],
    ['POST', 'failure', {}],
    ['POST', 'error', { errorCode: 'E' }],
    ['PATCH', '', { changeset: { retries: 1 } }],
  ])('should hand on the lease token, %s /v2/jobs/{jobKey}/%s', async (method, action, body) => {
    const path = action === '' ? `/v2/jobs/${KEY}` : `/v2/jobs/${KEY}/${action}`;
    const answer = await rest.request(method, path, { ...body, leaseToken: 'l-1' });

    expect(answer.status).toBe(204);
    expect(onlyCommand()).toMatchObject({ value: { leaseToken: 'l-1' } });
  });

  it('should fail a job', async () => {
    const answer = await rest.request('POST', `/v2/jobs/${KEY}/failure`, {
      retries: 2,
      errorMessage: 'no card',
      retryBackOff: 500,
      variables: { a: 1 },
    });

    expect(answer.status).toBe(204);
    expect(onlyCommand()).toMatchObject({
      intent: JobIntent.FAIL,
      value: { retries: 2, errorMessage: 'no card', retryBackoff: 500, variables: '{"a":1}' },
    });
  });

  it('should throw an error', async () => {
    const answer = await rest.request('POST', `/v2/jobs/${KEY}/error`, {
      errorCode: 'E',
      errorMessage: null,
      variables: null,
    });

    expect(answer.status).toBe(204);
    expect(onlyCommand()).toMatchObject({
      intent: JobIntent.THROW_ERROR,
      value: { errorCode: 'E', errorMessage: '', variables: '{}' },
    });
  });

  it('should update what the changeset names', async () => {
    const answer = await rest.request('PATCH', `/v2/jobs/${KEY}`, {
      changeset: { retries: null, timeout: 9000, priority: -5 },
      operationReference: 3,
    });

    expect(answer.status).toBe(204);
    expect(onlyCommand()).toMatchObject({
      intent: JobIntent.UPDATE,
      value: { timeout: 9000, priority: -5, changedAttributes: ['timeout', 'priority'] },
      operationReference: 3n,
    });
  });

  it('should refuse an empty changeset', async () => {
    const answer = await rest.request('PATCH', `/v2/jobs/${KEY}`, { changeset: {} });

    expect(answer.json).toMatchObject({
      status: 400,
      detail: 'At least one of [retries, timeout, priority] is required.',
    });
  });
});

describe('messages', () => {
  it('should publish a message that waits for ever', async () => {
    const answer = await rest.request(
      'POST',
      '/v2/messages/publication',
      '{"name":"paid","correlationKey":"o-1","timeToLive":9223372036854775807,"messageId":"m","variables":{"a":0.10}}',
    );

    expect(answer.status).toBe(200);
    const command = onlyCommand<{ timeToLive: number }>();
    expect(command).toMatchObject({
      valueType: ValueType.MESSAGE,
      intent: MessageIntent.PUBLISH,
      value: { name: 'paid', correlationKey: 'o-1', messageId: 'm', variables: '{"a":0.10}' },
    });
    expect(Number.isSafeInteger(command.value.timeToLive + Date.now())).toBe(true);
    expect(answer.json).toEqual({ tenantId: '<default>', messageKey: expect.stringMatching(/^\d+$/) });
  });

  it('should correlate a message', async () => {
    rest.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 9n), {
        ...(command.value as object),
        messageKey: keyOf(1, 9n),
        processInstanceKey: KEY,
      } as never);

    const answer = await rest.request('POST', '/v2/messages/correlation', { name: 'paid', correlationKey: 'o-1' });

    expect(onlyCommand()).toMatchObject({
      valueType: ValueType.MESSAGE_CORRELATION,
      intent: MessageCorrelationIntent.CORRELATE,
    });
    expect(answer.json).toEqual({
      tenantId: '<default>',
      messageKey: String(keyOf(1, 9n)),
      processInstanceKey: String(KEY),
    });
  });
});

describe('PUT /v2/element-instances/{elementInstanceKey}/variables', () => {
  it('should set variables', async () => {
    const answer = await rest.request('PUT', `/v2/element-instances/${KEY}/variables`, {
      variables: { a: 1 },
      local: true,
    });

    expect(answer.status).toBe(204);
    expect(onlyCommand()).toMatchObject({
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATE,
      value: { scopeKey: KEY, isLocal: true, variables: '{"a":1}' },
    });
  });
});

describe('POST /v2/incidents/{incidentKey}/resolution', () => {
  it('should resolve an incident', async () => {
    expect((await rest.request('POST', `/v2/incidents/${KEY}/resolution`)).status).toBe(204);
    expect(onlyCommand()).toMatchObject({ valueType: ValueType.INCIDENT, intent: IncidentIntent.RESOLVE, key: KEY });
  });
});

describe('POST /v2/deployments', () => {
  function form(...files: readonly [part: string, name: string, content: string][]): FormData {
    const data = new FormData();
    for (const [part, name, content] of files) data.append(part, new File([content], name));
    return data;
  }

  const nothing = {
    processDefinition: null,
    decisionDefinition: null,
    decisionRequirements: null,
    form: null,
    resource: null,
  };

  function resourceMetadata(resourceId: string, resourceKey: Key): ResourceMetadata {
    const rest = { version: 4, versionTag: '', checksum: '', isDuplicate: false, tenantId: '<default>' };
    return { resourceId, resourceKey, resourceName: `${resourceId}.x`, ...rest };
  }

  it('should deploy files from parts of any name', async () => {
    rest.port.script = ({ command }) =>
      eventResponse(command, KEY, {
        deploymentKey: KEY,
        tenantId: '<default>',
        resources: [],
        formsMetadata: [resourceMetadata('ask', keyOf(1, 5n))],
        resourcesMetadata: [resourceMetadata('script', keyOf(1, 6n))],
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
    const data = form(['resources', 'order.bpmn', '<a/>'], ['other', 'größe.bpmn', '<b/>']);
    data.append('tenantId', '<default>');

    const answer = await rest.request('POST', '/v2/deployments', data);

    const command = onlyCommand<{ resources: { resourceName: string; resource: Uint8Array }[] }>();
    expect(command).toMatchObject({ valueType: ValueType.DEPLOYMENT, intent: DeploymentIntent.CREATE });
    expect(
      command.value.resources.map(({ resourceName, resource }) => [resourceName, Buffer.from(resource).toString()]),
    ).toEqual([
      ['order.bpmn', '<a/>'],
      ['größe.bpmn', '<b/>'],
    ]);
    expect(answer.json).toEqual({
      deploymentKey: String(KEY),
      tenantId: '<default>',
      deployments: [
        {
          ...nothing,
          processDefinition: {
            processDefinitionId: 'order',
            processDefinitionVersion: 1,
            resourceName: 'order.bpmn',
            tenantId: '<default>',
            processDefinitionKey: String(keyOf(1, 8n)),
          },
        },
        {
          ...nothing,
          decisionDefinition: {
            decisionDefinitionId: 'discount',
            version: 2,
            name: 'Discount',
            tenantId: '<default>',
            decisionRequirementsId: 'pricing',
            decisionDefinitionKey: String(keyOf(1, 21n)),
            decisionRequirementsKey: String(keyOf(1, 20n)),
          },
        },
        {
          ...nothing,
          decisionRequirements: {
            decisionRequirementsId: 'pricing',
            decisionRequirementsName: 'Pricing',
            version: 3,
            resourceName: 'pricing.dmn',
            tenantId: '<default>',
            decisionRequirementsKey: String(keyOf(1, 20n)),
          },
        },
        {
          ...nothing,
          form: {
            formId: 'ask',
            version: 4,
            resourceName: 'ask.x',
            tenantId: '<default>',
            formKey: String(keyOf(1, 5n)),
          },
        },
        {
          ...nothing,
          resource: {
            resourceId: 'script',
            resourceName: 'script.x',
            version: 4,
            tenantId: '<default>',
            resourceKey: String(keyOf(1, 6n)),
          },
        },
      ],
    });
  });

  it('should refuse a deployment without files', async () => {
    const data = form();
    data.append('tenantId', '<default>');

    const answer = await rest.request('POST', '/v2/deployments', data);

    expect(answer.json).toMatchObject({ status: 400, detail: "Required part 'resources' is not present." });
  });

  it('should refuse a foreign tenant', async () => {
    const data = form(['resources', 'a.bpmn', '']);
    data.append('tenantId', 'b');

    const answer = await rest.request('POST', '/v2/deployments', data);

    expect(answer.json).toMatchObject({
      status: 400,
      detail: "Expected to handle request Deploy Resources with tenant identifier 'b', but multi-tenancy is disabled.",
    });
  });

  it('should refuse files larger than a request together', async () => {
    const half = 'x'.repeat(2.5 * 1024 * 1024);

    const answer = await rest.request('POST', '/v2/deployments', form(['r', 'a.bpmn', half], ['r', 'b.bpmn', half]));

    expect(answer.json).toMatchObject({ status: 413, title: 'Payload Too Large' });
  });

  it.each([
    [
      'cut',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="r"; filename="a.bpmn"\r\n\r\nabc',
    ],
    ['without boundary', 'multipart/form-data', 'abc'],
  ])('should refuse a form that is %s', async (_what, contentType, body) => {
    const answer = await rest.request('POST', '/v2/deployments', body, { 'content-type': contentType });

    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('should refuse JSON', async () => {
    expect((await rest.request('POST', '/v2/deployments', {})).json).toMatchObject({ status: 415 });
  });
});

describe('what the server tells about itself', () => {
  it('should tell the topology in lower case', async () => {
    const answer = await rest.request('GET', '/v2/topology');

    expect(answer.json).toMatchObject({
      brokers: [{ nodeId: 0, partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }] }],
      lastCompletedChangeId: '-1',
    });
  });

  it('should be fine while a partition has a healthy leader', async () => {
    expect((await rest.request('GET', '/v2/status')).status).toBe(204);
  });

  it('should be unavailable without one', async () => {
    const { topology } = rest.port;
    rest.port.topology = () => ({ ...topology.call(rest.port), brokers: [] });
    const answer = await rest.request('GET', '/v2/status');
    rest.port.topology = topology;

    expect(answer.json).toMatchObject({ status: 503, title: 'UNAVAILABLE' });
  });

  it('should have a licence', async () => {
    expect((await rest.request('GET', '/v2/license')).json).toMatchObject({ validLicense: true, expiresAt: null });
  });
});

describe('a client that leaves', () => {
  it('should not keep its half upload waiting', async () => {
    const own = await startRest();
    const [host, port] = own.server.address.split(':');
    const head =
      'POST /v2/deployments HTTP/1.1\r\nhost: a\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 5000\r\n\r\n' +
      '--x\r\ncontent-disposition: form-data; name="r"; filename="a.bpmn"\r\n\r\nabc';
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), host, () =>
        socket.write(head, () => setTimeout(() => socket.destroy(), 50)),
      );
      socket.on('close', () => resolve());
    });

    // Closing waits for requests that are still being handled.
    await own.close();

    expect(own.port.sent).toHaveLength(0);
  });
});

describe('a port that is taken', () => {
  it('should be named', async () => {
    await expect(startRest({ restPort: rest.server.restPort })).rejects.toThrow(
      `Expected to serve the REST API on ${rest.server.address}, but could not: listen EADDRINUSE`,
    );
  });
});
