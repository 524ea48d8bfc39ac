import { JobIntent, javaHashCode, type Key, ProcessInstanceIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../test/batch-operation.ts';
import { bpmn, endEvent, flow, serviceTask, startEvent, subProcess } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const process = (id: string, versionTag?: string) =>
  bpmn(
    { id, ...(versionTag !== undefined && { versionTag }) },
    startEvent(),
    subProcess('sub', startEvent('inner'), serviceTask('task'), flow('inner', 'task')),
    endEvent(),
    flow('start', 'sub'),
    flow('sub', 'end'),
  );

/** `a` 1 and 2 (tagged), `b` 1; of each one instance, `a` 1 with an incident. */
function engineWithInstances() {
  const engine = startEngine();
  const definitions = [process('a'), process('a', 'stable'), process('b')].map(
    (xml, index) => engine.deploy({ name: `${index}.bpmn`, xml }).processesMetadata[0]!.processDefinitionKey,
  );
  const create = (bpmnProcessId: string, options: Parameters<TestEngine['creation']>[1]) =>
    engine.send(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation(bpmnProcessId, options))!.record.key;
  const instances = {
    a1: create('a', { version: 1, with: { amount: 10, name: 'x' }, tags: ['eu', 'vip'] }),
    a2: create('a', { with: { amount: 20 }, tags: ['eu'] }),
    b: create('b', { businessId: 'order-17' }),
  };
  const job = engine.activate('task').find(({ processInstanceKey }) => processInstanceKey === instances.a1)!;
  engine.job(JobIntent.FAIL, job.jobKey, { retries: 0, errorMessage: 'no money' });
  return { engine, definitions, instances };
}

/** Instances a filter finds, by name. */
function found({ engine, instances }: ReturnType<typeof engineWithInstances>, filter: unknown): string[] {
  const before = engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCELING).length;
  const answer = createBatch(engine, 'CANCEL_PROCESS_INSTANCE', filter);
  expect(answer?.record.rejectionReason).toBe('');
  const canceled: Key[] = engine
    .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCELING)
    .slice(before)
    .map(({ key }) => key);
  return Object.entries(instances)
    .filter(([, key]) => canceled.includes(key))
    .map(([name]) => name);
}

describe('filters of process instances', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['a1', 'a2', 'b']],
    ['a condition that is null', { processDefinitionId: null, $or: null, tags: ['vip'] }, ['a1']],
    ['process id', { processDefinitionId: 'a' }, ['a1', 'a2']],
    ['several properties', { processDefinitionId: 'a', processDefinitionVersion: 2 }, ['a2']],
    ['version range', { processDefinitionVersion: { $gt: 1, $lte: 2 } }, ['a2']],
    ['version tag', { processDefinitionVersionTag: 'stable' }, ['a2']],
    ['no version tag', { processDefinitionVersionTag: { $exists: false } }, ['a1', 'b']],
    ['a pattern', { processDefinitionId: { $like: '?' } }, ['a1', 'a2', 'b']],
    ['an exclusion', { processDefinitionId: { $neq: 'a' } }, ['b']],
    ['a list of exclusions', { processDefinitionId: { $notIn: ['a', 'c'] } }, ['b']],
    ['tags, all of them', { tags: ['eu', 'vip'] }, ['a1']],
    ['business id', { businessId: { $like: 'order-*' } }, ['b']],
    ['no business id', { businessId: { $exists: false } }, ['a1', 'a2']],
    ['variables', { variables: [{ name: 'amount', value: { $in: ['10', '30'] } }] }, ['a1']],
    ['a text variable', { variables: [{ name: 'name', value: '"x"' }] }, ['a1']],
    ['an incident', { hasIncident: true }, ['a1']],
    ['an incident’s message', { errorMessage: { $like: 'no *' } }, ['a1']],
    ['an incident’s hash', { incidentErrorHashCode: javaHashCode('no money') }, ['a1']],
    ['an element with an incident', { elementId: 'task', hasElementInstanceIncident: true }, ['a1']],
    ['an element without one', { elementId: 'sub', hasElementInstanceIncident: true }, []],
    ['an active element', { elementId: 'task', elementInstanceState: 'ACTIVE' }, ['a1', 'a2', 'b']],
    ['a state', { state: { $in: ['ACTIVE', 'COMPLETED'] } }, ['a1', 'a2', 'b']],
    ['an ended state', { state: 'COMPLETED' }, []],
    ['no parent', { parentProcessInstanceKey: { $exists: false } }, ['a1', 'a2', 'b']],
    ['a parent', { parentProcessInstanceKey: { $exists: true } }, []],
    ['tenant', { tenantId: '<default>' }, ['a1', 'a2', 'b']],
    ['alternatives', { $or: [{ businessId: 'order-17' }, { tags: ['vip'] }] }, ['a1', 'b']],
    [
      'alternatives and more',
      { processDefinitionId: 'a', $or: [{ businessId: 'order-17' }, { tags: ['vip'] }] },
      ['a1'],
    ],
  ])('should find by %s', (_what, filter, expected) => {
    expect(found(engineWithInstances(), filter)).toEqual(expected);
  });

  it('should find by keys', () => {
    const world = engineWithInstances();
    const { instances, definitions } = world;
    expect(found(world, { processInstanceKey: { $in: [String(instances.b), '1'] } })).toEqual(['b']);
    expect(found(world, { processInstanceKey: String(instances.a1), processDefinitionId: 'b' })).toEqual([]);
    expect(found(world, { processDefinitionKey: String(definitions[1]) })).toEqual(['a2']);
    expect(found(world, { processInstanceKey: { $neq: String(instances.a2) } })).toEqual(['a1']);
  });

  it.each<[string, unknown, string]>([
    ['an unknown property', { colour: 'red' }, "nothing is known of 'colour'"],
    ['an unknown property of an alternative', { $or: [{ endDate: {} }] }, "nothing is known of '$or[0].endDate'"],
    ['an operator the property has not', { tags: 'eu' }, "Expected 'tags' to be a list of tags"],
    [
      'an unknown operator',
      { processDefinitionId: { $regex: '.' } },
      "Expected the filter 'processDefinitionId' to use $eq,",
    ],
    [
      'a value of the wrong type',
      { processDefinitionVersion: '1' },
      "Expected 'processDefinitionVersion' to be a number",
    ],
    ['a list that is none', { businessId: { $in: 'x' } }, "Expected 'businessId.$in' to be a list"],
    ['a list that is too long', { businessId: { $in: Array(1001).fill('x') } }, 'at most 1000 values'],
    ['ended elements', { elementInstanceState: 'COMPLETED' }, 'nothing is known of ended ones'],
    ['a variable without a name', { variables: [{ value: '1' }] }, "Expected 'variables[0]' to have a name"],
    ['alternatives that are no list', { $or: {} }, "Expected '$or' to be a list"],
  ])('should refuse %s', (_what, filter, reason) => {
    const { engine } = engineWithInstances();
    const text = rejectionOf(createBatch(engine, 'CANCEL_PROCESS_INSTANCE', filter));
    expect(text).toMatch(/^INVALID_ARGUMENT: /);
    expect(text).toContain(reason);
  });
});

it('should hash as Java does', () => {
  expect(['', 'Aa', 'hello', 'hello world'].map(javaHashCode)).toEqual([0, 2112, 99_162_322, 1_794_106_052]);
});
