import {
  ClockIntent,
  ClusterVariableIntent,
  ClusterVariableScope,
  GlobalListenerIntent,
  GlobalListenerSource,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { sentCommand } from '../../test/sent-command.ts';

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest({ partitionCount: 3 });
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = () => undefined;
});

describe('the clock', () => {
  it('should be pinned', async () => {
    const answer = await rest.request('PUT', '/v2/clock', { timestamp: 1_700_000_000_000 });

    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.CLOCK,
      intent: ClockIntent.PIN,
      key: NO_KEY,
      value: { time: 1_700_000_000_000 },
    });
  });

  it.each([
    [{}, 'No timestamp provided.'],
    [{ timestamp: -1 }, "The value for timestamp is '-1' but must be greater than -1."],
    [
      { timestamp: 8_640_000_000_000_001 },
      "The value for timestamp is '8640000000000001' but must be at most 8640000000000000.",
    ],
    [{ timestamp: '2026-01-01' }, 'Request property [timestamp] cannot be parsed'],
  ])('should not be pinned with %j', async (body, detail) => {
    expect((await rest.request('PUT', '/v2/clock', body)).json).toMatchObject({ status: 400, detail });
  });

  it('should be reset', async () => {
    expect((await rest.request('POST', '/v2/clock/reset')).status).toBe(204);
    expect(sentCommand(rest.port)).toMatchObject({ valueType: ValueType.CLOCK, intent: ClockIntent.RESET });
  });
});

describe('cluster variables', () => {
  const globalScope = { scope: ClusterVariableScope.GLOBAL, tenantId: '' };
  const tenantScope = { scope: ClusterVariableScope.TENANT, tenantId: '<default>' };

  it.each([
    ['POST', 'global', '{"name":"limit","value":', ClusterVariableIntent.CREATE, globalScope],
    ['POST', 'tenants/%3Cdefault%3E', '{"name":"limit","value":', ClusterVariableIntent.CREATE, tenantScope],
    ['PUT', 'global/limit', '{"value":', ClusterVariableIntent.UPDATE, globalScope],
    ['PUT', 'tenants/%3Cdefault%3E/limit', '{"value":', ClusterVariableIntent.UPDATE, tenantScope],
  ])('should be written by %s /v2/cluster-variables/%s', async (method, path, body, intent, scope) => {
    const answer = await rest.request(method, `/v2/cluster-variables/${path}`, `${body}{"max": 10.00}}`);

    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      name: 'limit',
      scope: scope === globalScope ? 'GLOBAL' : 'TENANT',
      tenantId: scope === globalScope ? null : '<default>',
      metadata: {},
      kind: 'JSON',
      value: '{"max":10.00}',
    });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.CLUSTER_VARIABLE,
      intent,
      key: NO_KEY,
      value: { name: 'limit', value: '{"max":10.00}', ...scope },
    });
  });

  it.each(['""', '0', 'false', '[]'])('should take the value %s', async (value) => {
    const answer = await rest.request('POST', '/v2/cluster-variables/global', `{"name":"a","value":${value}}`);

    expect(answer.json).toMatchObject({ value });
  });

  it.each([
    ['global/limit', globalScope],
    ['tenants/%3Cdefault%3E/limit', tenantScope],
  ])('should be deleted by DELETE /v2/cluster-variables/%s', async (path, scope) => {
    const answer = await rest.request('DELETE', `/v2/cluster-variables/${path}`);

    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(sentCommand(rest.port)).toMatchObject({
      intent: ClusterVariableIntent.DELETE,
      value: { name: 'limit', ...scope },
    });
  });

  const pattern = "It must match the pattern '^[a-zA-Z0-9_~@.+-]+$'.";

  it.each([
    ['POST', 'global', { value: 1 }, 'No name provided.'],
    ['POST', 'global', { name: 'a', value: null }, 'No value provided.'],
    ['POST', 'global', { name: 'a b', value: 1 }, `The provided name contains illegal characters. ${pattern}`],
    ['POST', 'global', { name: 'a', value: 1, x: 1 }, 'Request property [x] cannot be parsed'],
    ['PUT', 'global/a', {}, 'No value provided.'],
    ['PUT', 'global/a%20b', { value: 1 }, `The provided name contains illegal characters. ${pattern}`],
    ['DELETE', `global/${'x'.repeat(257)}`, undefined, 'The provided name exceeds the limit of 256 characters.'],
    [
      'POST',
      'tenants/acme',
      { name: 'a', value: 1 },
      "Expected to handle request Create Cluster Variable with tenant identifier 'acme', but multi-tenancy is disabled.",
    ],
  ])('should refuse %s /v2/cluster-variables/%s with %j', async (method, path, body, detail) => {
    const answer = await rest.request(method, `/v2/cluster-variables/${path}`, body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('global task listeners', () => {
  it('should be created with defaults', async () => {
    const answer = await rest.request('POST', '/v2/global-task-listeners', {
      id: 'audit',
      type: 'audit-job',
      eventTypes: ['ALL'],
    });

    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      id: 'audit',
      type: 'audit-job',
      eventTypes: ['all'],
      retries: 3,
      afterNonGlobal: false,
      priority: 50,
      source: 'API',
    });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.GLOBAL_LISTENER,
      intent: GlobalListenerIntent.CREATE,
      key: NO_KEY,
      value: {
        globalListenerKey: NO_KEY,
        id: 'audit',
        type: 'audit-job',
        retries: 3,
        eventTypes: ['all'],
        isAfterNonGlobal: false,
        priority: 50,
        source: GlobalListenerSource.API,
      },
    });
  });

  it('should be replaced', async () => {
    const listener = {
      type: 'x',
      eventTypes: ['creating', 'canceling'],
      retries: 1,
      afterNonGlobal: true,
      priority: -1,
    };
    const answer = await rest.request('PUT', '/v2/global-task-listeners/audit', listener);

    expect(answer).toMatchObject({ status: 200, json: { id: 'audit', ...listener, source: 'API' } });
    expect(sentCommand(rest.port)).toMatchObject({
      intent: GlobalListenerIntent.UPDATE,
      value: { id: 'audit', type: 'x', retries: 1, isAfterNonGlobal: true, priority: -1 },
    });
  });

  it('should be removed', async () => {
    expect((await rest.request('DELETE', '/v2/global-task-listeners/audit')).status).toBe(204);
    expect(sentCommand(rest.port)).toMatchObject({ intent: GlobalListenerIntent.DELETE, value: { id: 'audit' } });
  });

  it.each([
    [{ id: 'a', type: 'x' }, 'No eventTypes provided.'],
    [{ id: 'a', type: 'x', eventTypes: [] }, 'No eventTypes provided.'],
    [{ type: 'x', eventTypes: ['all'] }, 'No id provided.'],
    [{ id: 'a', eventTypes: ['all'] }, 'No type provided.'],
    [
      { id: 'a', type: 'x', eventTypes: ['start'] },
      "Unexpected value 'start' for enum field 'eventTypes[0]'. Use any of the following values: [all, creating, assigning, updating, completing, canceling]",
    ],
    [
      { id: 'a', type: 'x', eventTypes: ['all'], retries: 0 },
      "The value for retries is '0' but must be greater than 0.",
    ],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', '/v2/global-task-listeners', body);

    expect(answer.json).toMatchObject({ status: 400, detail });
  });
});
