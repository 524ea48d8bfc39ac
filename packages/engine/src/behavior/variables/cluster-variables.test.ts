import {
  ClusterVariableIntent,
  ClusterVariableScope,
  type ClusterVariableValue,
  DEFAULT_TENANT_ID,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  endEvent,
  flow,
  message,
  messageEvent,
  scriptTask,
  serviceTask,
  startEvent,
} from '../../../test/bpmn.ts';
import { checkInvariants, startEngine } from '../../../test/invariants.ts';
import { rejectionOf } from '../../../test/outcome.ts';
import { TestCluster } from '../../../test/test-cluster.ts';
import type { TestEngine } from '../../../test/test-engine.ts';
import { CLUSTER_VARIABLE_LENGTH_MAX } from './cluster-variable-check.ts';

function send(
  engine: TestEngine,
  intent: 'CREATE' | 'UPDATE' | 'DELETE',
  name: string,
  value: unknown,
  options: Partial<ClusterVariableValue> = {},
) {
  return engine.send(ValueType.CLUSTER_VARIABLE, ClusterVariableIntent[intent], {
    name,
    value: JSON.stringify(value),
    scope: ClusterVariableScope.GLOBAL,
    tenantId: '',
    ...options,
  });
}
const ofTenant = { scope: ClusterVariableScope.TENANT, tenantId: DEFAULT_TENANT_ID };

/** Runs a process of one script. @returns what the expression gave. */
function result(engine: TestEngine, expression: string, variables: object = {}): unknown {
  const xml = bpmn(
    { id: 'p' },
    startEvent(),
    scriptTask('script', `=${expression}`, 'result'),
    serviceTask('task'),
    endEvent(),
    flow('start', 'script'),
    flow('script', 'task'),
    flow('task', 'end'),
  );
  engine.deploy(xml);
  return engine.variables(engine.create('p', variables)).result;
}

describe('cluster variables', () => {
  it('should be seen by expressions: a tenant’s before a global one of the same name', () => {
    // given
    const engine = startEngine();
    send(engine, 'CREATE', 'url', 'global');
    send(engine, 'CREATE', 'limits', { max: 3 });
    send(engine, 'CREATE', 'url', 'tenant', ofTenant);
    send(engine, 'CREATE', 'url', 'other', { ...ofTenant, tenantId: 'other' });

    // then
    expect(result(engine, 'camunda.vars.cluster.url')).toBe('global');
    expect(result(engine, 'camunda.vars.tenant.url')).toBe('tenant');
    expect(result(engine, 'camunda.vars.env.url')).toBe('tenant');
    expect(result(engine, 'camunda.vars.env.limits.max + 1')).toBe(4);
    expect(result(engine, 'camunda.vars.tenant.limits')).toBeNull();
    expect(result(engine, 'camunda.vars.env')).toEqual({ limits: { max: 3 }, url: 'tenant' });
    expect(result(engine, 'get entries(camunda.vars.cluster).key')).toEqual(['limits', 'url']);
    expect(result(engine, 'camunda', { camunda: 'own' })).toBe('own');
  });

  it('should be seen in a new value from the update on, and not after the deletion', () => {
    const engine = startEngine();
    send(engine, 'CREATE', 'flag', true);
    send(engine, 'UPDATE', 'flag', false);
    expect(result(engine, 'camunda.vars.cluster.flag')).toBe(false);
    send(engine, 'DELETE', 'flag', null);
    expect(result(engine, 'camunda.vars.cluster.flag')).toBeNull();
    const records = engine.events(ValueType.CLUSTER_VARIABLE);
    expect(new Set(records.map(({ key }) => key)).size).toBe(1);
  });

  it('should be seen by start events when they are deployed', () => {
    const engine = startEngine();
    send(engine, 'CREATE', 'name', 'go');
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', '=camunda.vars.cluster.name') },
        startEvent('start', messageEvent('m')),
        endEvent(),
        flow('start', 'end'),
      ),
    );
    engine.publish('go', '');
    expect(engine.completed()).toContain('p');
  });

  it('should be refused where names or values do not fit', () => {
    const engine = startEngine();
    send(engine, 'CREATE', 'here', 1);
    const refusals = [
      send(engine, 'CREATE', '', 1),
      send(engine, 'CREATE', 'a b', 1),
      send(engine, 'CREATE', 'a/b', 1),
      send(engine, 'CREATE', 'x'.repeat(257), 1),
      send(engine, 'CREATE', 'large', 'x'.repeat(CLUSTER_VARIABLE_LENGTH_MAX - 1)),
      send(engine, 'CREATE', 'bad', 1, { value: '{' }),
      send(engine, 'CREATE', 'blank', 1, { ...ofTenant, tenantId: ' ' }),
      send(engine, 'CREATE', 'here', 2),
      send(engine, 'UPDATE', 'gone', 2),
      send(engine, 'DELETE', 'here', 2, ofTenant),
    ].map(rejectionOf);
    expect(refusals).toEqual([
      "INVALID_ARGUMENT: Invalid cluster variable name: ''. Cluster variable can not be null or empty.",
      "INVALID_ARGUMENT: Invalid cluster variable name: 'a b'. The name must not contains any whitespace.",
      "INVALID_ARGUMENT: Invalid cluster variable name: 'a/b'. Expected only letters, digits and '_~@.+-'.",
      expect.stringContaining('Expected at most 256 characters, but it has 257.'),
      expect.stringContaining('Expected at most 8192 characters, but it has 8193.'),
      expect.stringContaining("Invalid cluster variable value of 'bad'. Expected JSON, but "),
      'INVALID_ARGUMENT: Invalid cluster variable scope. Tenant-scoped variables must have a non-blank tenant ID.',
      "ALREADY_EXISTS: Invalid cluster variable name: 'here'. The name already exists in the scope 'GLOBAL'",
      "NOT_FOUND: Invalid cluster variable name: 'gone'. The variable does not exist in the scope 'GLOBAL'",
      "NOT_FOUND: Invalid cluster variable name: 'here'. The variable does not exist in the scope 'tenant: '<default>''",
    ]);
    expect(send(engine, 'CREATE', 'fits', 'x'.repeat(CLUSTER_VARIABLE_LENGTH_MAX - 2))?.record.intent).toBe(
      ClusterVariableIntent.CREATED,
    );
  });

  it('should reach every partition, the last change last', () => {
    // given
    const cluster = new TestCluster(3);
    cluster.takeDown(3);
    const first = cluster.partition(1);
    send(first, 'CREATE', 'x', 1);
    send(first, 'UPDATE', 'x', 2);
    send(first, 'UPDATE', 'x', 3);
    cluster.settle();

    // when
    cluster.bringUp(3);
    cluster.advance(60_000);

    // then
    for (const partition of cluster.partitions) {
      expect(partition.events(ValueType.CLUSTER_VARIABLE).map(({ value }) => value.value)).toEqual(['1', '2', '3']);
      checkInvariants(partition);
    }
  });
});
