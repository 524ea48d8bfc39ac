import {
  DEFAULT_TENANT_ID,
  DecisionEvaluationIntent,
  decisionEvaluationCommandValue,
  type Key,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ProcessIntent,
  ResourceDeletionIntent,
  type ResourceDeletionValue,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  conditionalEvent,
  endEvent,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { dmn, literal } from '../../test/dmn.ts';
import { checkInvariants, startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const task = (type = 'task', versionTag?: string) =>
  bpmn(
    { id: 'p', ...(versionTag !== undefined && { versionTag }) },
    startEvent(),
    serviceTask(type),
    endEvent(),
    flow('start', type),
    flow(type, 'end'),
  );
const timed = (every: string) =>
  bpmn({ id: 'p' }, startEvent('start', timerEvent('timeCycle', every)), endEvent(), flow('start', 'end'));
const messaged = bpmn(
  { id: 'p', definitions: message('m', 'go') },
  startEvent('start', messageEvent('m')),
  endEvent(),
  flow('start', 'end'),
);

function remove(engine: TestEngine, resourceKey: Key, isDeleteHistory = false) {
  return engine.send(
    ValueType.RESOURCE_DELETION,
    ResourceDeletionIntent.DELETE,
    deletion(resourceKey, isDeleteHistory),
  );
}

function deletion(resourceKey: Key, isDeleteHistory = false): ResourceDeletionValue {
  return { resourceKey, isDeleteHistory, resourceType: '', resourceId: '', tenantId: DEFAULT_TENANT_ID };
}

const deploy = (engine: TestEngine, xml: string): Key =>
  engine.deploy({ name: 'p.bpmn', xml }).processesMetadata[0]!.processDefinitionKey;

function creation(engine: TestEngine, options: Parameters<TestEngine['creation']>[1], id = 'p') {
  return engine.send(
    ValueType.PROCESS_INSTANCE_CREATION,
    ProcessInstanceCreationIntent.CREATE,
    engine.creation(id, options),
  );
}

describe('RESOURCE_DELETION DELETE of a process', () => {
  it('should delete the definition and answer', () => {
    // given
    const engine = startEngine();
    const key = deploy(engine, task());

    // when
    let answers: ReturnType<typeof answersOf> = [];
    const events = eventsOf(engine, () => {
      answers = answersOf(engine, () => remove(engine, key, true));
    });

    // then
    expect(events).toEqual([
      'RESOURCE_DELETION DELETING',
      'PROCESS DELETING',
      'PROCESS DELETED',
      'RESOURCE_DELETION DELETED',
    ]);
    expect(answers[0]?.value).toMatchObject({
      resourceKey: key,
      resourceType: 'PROCESS_DEFINITION',
      resourceId: 'p',
      isDeleteHistory: true,
    });
    expect(rejectionOf(creation(engine, {}))).toMatch(/^NOT_FOUND: /);
    expect(rejectionOf(creation(engine, { version: 1 }))).toMatch(/^NOT_FOUND: /);
    expect(rejectionOf(creation(engine, { processDefinitionKey: key }, ''))).toMatch(/^NOT_FOUND: /);
    expect(rejectionOf(remove(engine, key))).toBe(
      `NOT_FOUND: Expected to delete resource but no resource found with key \`${key}\``,
    );
  });

  it('should let the version before take over, and never use a number again', () => {
    // given
    const engine = startEngine();
    deploy(engine, task('first'));
    const second = deploy(engine, task('second'));
    const third = deploy(engine, task('third'));

    // when
    remove(engine, second);
    remove(engine, third);

    // then
    engine.create('p');
    expect(engine.activate('first')).toHaveLength(1);
    expect(engine.deploy({ name: 'p.bpmn', xml: task('first') }).processesMetadata[0]).toMatchObject({
      version: 1,
      isDuplicate: true,
    });
    deploy(engine, task('second'));
    expect(engine.events(ValueType.PROCESS, ProcessIntent.CREATED).at(-1)?.value.version).toBe(4);
  });

  it('should count on from a version when all are deleted', () => {
    const engine = startEngine();
    remove(engine, deploy(engine, task()));
    deploy(engine, task());
    expect(engine.events(ValueType.PROCESS, ProcessIntent.CREATED).at(-1)?.value.version).toBe(2);
    engine.create('p');
  });

  it('should close what the latest version starts on, and open that of the version before', () => {
    // given
    const engine = startEngine();
    deploy(engine, timed('R/PT1H'));
    const latest = deploy(engine, messaged);

    // when
    const events = eventsOf(engine, () => remove(engine, latest));

    // then
    expect(events).toEqual([
      'RESOURCE_DELETION DELETING',
      'PROCESS DELETING',
      'MESSAGE_START_EVENT_SUBSCRIPTION DELETED',
      'TIMER CREATED',
      'PROCESS DELETED',
      'RESOURCE_DELETION DELETED',
    ]);
    engine.publish('go', '');
    expect(engine.completed()).toEqual([]);
    engine.advance(3_600_000);
    expect(engine.completed()).toContain('p');
  });

  it('should not touch subscriptions when an older version goes', () => {
    // given
    const engine = startEngine();
    const older = deploy(engine, timed('R/PT1H'));
    deploy(engine, timed('R/PT2H'));
    const timers = engine.events(ValueType.TIMER).length;

    // when
    remove(engine, older);

    // then
    expect(engine.events(ValueType.TIMER)).toHaveLength(timers);
    expect(engine.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(2);
  });

  it('should be refused while instances run', () => {
    // given
    const engine = startEngine();
    const key = deploy(engine, task());
    const instanceKey = engine.create('p');

    // when
    const refused = remove(engine, key);

    // then
    expect(rejectionOf(refused)).toBe(
      `INVALID_STATE: Expected to delete resource with key \`${key}\` but there are still running instances`,
    );
    engine.completeJob('task');
    expect(engine.isCompleted(instanceKey)).toBe(true);
    remove(engine, key);
    expect(engine.events(ValueType.PROCESS, ProcessIntent.DELETED)).toHaveLength(1);
  });
});

describe('RESOURCE_DELETION DELETE while an instance is about to start', () => {
  it('should be refused like any running instance', () => {
    // given the start waits for a later batch
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    const key = deploy(engine, task());
    const { CREATE } = ProcessInstanceCreationIntent;
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, CREATE, engine.creation('p'));

    // when
    const { DELETE } = ResourceDeletionIntent;
    const requestId = engine.submit(ValueType.RESOURCE_DELETION, DELETE, deletion(key));
    engine.settle();

    // then
    expect(rejectionOf(engine.answerTo(requestId))).toMatch(/^INVALID_STATE: .*running instances$/);
    expect(engine.activate('task')).toHaveLength(1);
  });
});

describe('RESOURCE_DELETION DELETE of files', () => {
  it('should delete a form, and give the one before back', () => {
    // given
    const engine = startEngine();
    const form = (text: string) => ({ name: 'f.form', xml: JSON.stringify({ id: 'f', text }) });
    engine.deploy(form('one'));
    const second = engine.deploy(form('two')).formsMetadata[0]!.resourceKey;

    // when
    const events = eventsOf(engine, () => remove(engine, second));

    // then
    expect(events).toEqual(['RESOURCE_DELETION DELETING', 'FORM DELETED', 'RESOURCE_DELETION DELETED']);
    expect(engine.deploy(form('one')).formsMetadata[0]).toMatchObject({ version: 1, isDuplicate: true });
    expect(engine.deploy(form('two')).formsMetadata[0]).toMatchObject({ version: 3, isDuplicate: false });
  });

  it('should delete a decision model with its decisions, and give the ones before back', () => {
    // given
    const engine = startEngine();
    const rules = (name: string, ...decisions: readonly string[]) => ({ name: 'r.dmn', xml: dmn(name, ...decisions) });
    engine.deploy(rules('drg', literal('a', '1'), literal('b', '2')));
    const second = engine.deploy(rules('drg', literal('a', '3', { versionTag: 'v' })));
    const key = second.decisionRequirementsMetadata[0]!.decisionRequirementsKey;

    // when
    const events = eventsOf(engine, () => remove(engine, key));

    // then
    expect(events).toEqual([
      'RESOURCE_DELETION DELETING',
      'DECISION DELETED',
      'DECISION_REQUIREMENTS DELETED',
      'RESOURCE_DELETION DELETED',
    ]);
    expect(engine.events(ValueType.RESOURCE_DELETION).at(-1)?.value).toMatchObject({
      resourceType: 'DECISION_REQUIREMENTS',
      resourceId: 'drg',
    });
    expect(engine.evaluateDecision('a').value).toMatchObject({ decisionVersion: 1, decisionOutput: '1' });
    const again = engine.deploy(rules('drg', literal('a', '3')));
    expect(again.decisionsMetadata).toMatchObject([{ version: 3 }]);
    expect(again.decisionRequirementsMetadata).toMatchObject([{ decisionRequirementsVersion: 3 }]);
  });

  it('should leave nothing of a decision model whose versions are all deleted', () => {
    const engine = startEngine();
    const { decisionRequirementsMetadata, decisionsMetadata } = engine.deploy({
      name: 'r.dmn',
      xml: dmn('drg', literal('a', '1')),
    });
    remove(engine, decisionRequirementsMetadata[0]!.decisionRequirementsKey);
    expect(rejectionOf(remove(engine, decisionRequirementsMetadata[0]!.decisionRequirementsKey))).toMatch(/^NOT_FOUND/);
    // A decision goes with its model only.
    expect(rejectionOf(remove(engine, decisionsMetadata[0]!.decisionKey))).toMatch(/^NOT_FOUND/);
    const value = decisionEvaluationCommandValue({ decisionId: 'a' });
    const answer = engine.send(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, value);
    expect(rejectionOf(answer)).toMatch(/^NOT_FOUND: /);
  });

  it('should delete another file', () => {
    const engine = startEngine();
    const { resourcesMetadata } = engine.deploy({ name: 'prompt.md', xml: 'Be kind' });
    const events = eventsOf(engine, () => remove(engine, resourcesMetadata[0]!.resourceKey));
    expect(events).toEqual(['RESOURCE_DELETION DELETING', 'RESOURCE DELETED', 'RESOURCE_DELETION DELETED']);
    expect(rejectionOf(remove(engine, NO_KEY))).toMatch(/^NOT_FOUND: /);
  });
});

describe('deletion on other partitions', () => {
  it('should reach them behind the deployment, once', () => {
    // given partition 2 misses everything for a while
    const cluster = new TestCluster(3);
    cluster.takeDown(2);
    const key = deploy(cluster.partition(1), messaged);
    cluster.settle();
    remove(cluster.partition(1), key);
    cluster.settle();

    // when
    cluster.bringUp(2);
    cluster.advance(60_000);

    // then
    for (const partition of cluster.partitions) {
      expect(partition.events(ValueType.PROCESS, ProcessIntent.DELETED)).toHaveLength(1);
      partition.publish('go', '');
      expect(partition.completed()).toEqual([]);
      checkInvariants(partition);
    }
  });

  it('should keep the definition there for instances that run, start no new ones, and drop it with the last', () => {
    // given
    const cluster = new TestCluster(2);
    const key = deploy(cluster.partition(1), task());
    cluster.settle();
    const second = cluster.partition(2);
    const instances = [second.create('p'), second.create('p')];

    // when
    remove(cluster.partition(1), key);
    cluster.settle();

    // then
    expect(second.events(ValueType.PROCESS).map(({ intent }) => intent)).toEqual([
      ProcessIntent.CREATED,
      ProcessIntent.DRAINING,
    ]);
    expect(rejectionOf(creation(second, { processDefinitionKey: key }, ''))).toMatch(/^NOT_FOUND: /);
    second.completeJob('task');
    expect(second.events(ValueType.PROCESS, ProcessIntent.DELETED)).toEqual([]);
    second.cancel(instances[1]!);
    expect(second.events(ValueType.PROCESS, ProcessIntent.DELETED)).toHaveLength(1);
    checkInvariants(second);
  });

  it('should start nothing there on conditions either', () => {
    // given
    const cluster = new TestCluster(2);
    const key = deploy(
      cluster.partition(1),
      bpmn(
        { id: 'p' },
        startEvent(),
        startEvent('begun', conditionalEvent('=x')),
        serviceTask('task'),
        endEvent(),
        flow('start', 'task'),
        flow('begun', 'task'),
        flow('task', 'end'),
      ),
    );
    cluster.settle();
    const second = cluster.partition(2);
    second.create('p');

    // when
    remove(cluster.partition(1), key);
    cluster.settle();

    // then
    expect(rejectionOf(second.evaluateConditions({ x: true }, key))).toMatch(/^NOT_FOUND: /);
    expect(second.living()).toEqual(['p', 'task']);
  });
});
