/** Definitions, cluster variables, clock and batch operations on several partitions, over a bus that fails. */
import {
  ClockIntent,
  ClusterVariableIntent,
  ClusterVariableScope,
  DEFAULT_TENANT_ID,
  type Key,
  ResourceDeletionIntent,
  ValueType,
} from '@waggle/protocol';
import { expect, it } from 'vitest';
import { changeBatch, createBatch } from '../test/batch-operation.ts';
import { bpmn, endEvent, flow, message, messageEvent, serviceTask, startEvent } from '../test/bpmn.ts';
import { dmn, literal } from '../test/dmn.ts';
import { forEachSeed, SEARCH_SECONDS } from '../test/for-each-seed.ts';
import { checkInvariants } from '../test/invariants.ts';
import { Random } from '../test/random.ts';
import { HEALTHY, TestCluster } from '../test/test-cluster.ts';
import { createEngineState } from './state/engine-state.ts';

const RUNS = 60;
const STEPS = 25;

/** Tables that every partition has alike. */
const SHARED_TABLES = new Set([
  'processes',
  'latestProcesses',
  'processVersions',
  'processVersionTags',
  'deployedProcesses',
  'processDefinitionKeys',
  'forms',
  'latestForms',
  'formVersions',
  'deployedForms',
  'decisionRequirements',
  'latestDecisionRequirements',
  'decisionRequirementsVersions',
  'deployedDecisionRequirements',
  'decisions',
  'latestDecisions',
  'decisionVersions',
  'decisionVersionTags',
  'deployedDecisions',
  'requiredDecisions',
  'clusterVariables',
  'clock',
]);

/** Tables that are empty when everything is acknowledged and no instance is left. */
const PENDING_TABLES = [
  'pendingDistributions',
  'distributions',
  'distributionQueues',
  'withdrawnProcesses',
  'batchOperations',
  'batchOperationChunks',
  'batchOperationPartitions',
  'elementInstances',
] as const;

const process = (task: string, name: string) =>
  bpmn(
    { id: 'p', definitions: message('m', name) },
    startEvent(),
    startEvent('begun', messageEvent('m')),
    serviceTask(task),
    endEvent(),
    flow('start', task),
    flow('begun', task),
    flow(task, 'end'),
  );

class Story {
  readonly #random: Random;
  readonly #cluster: TestCluster;
  readonly #resourceKeys: Key[] = [];
  readonly #batchKeys: Key[] = [];

  constructor(cluster: TestCluster, random: Random) {
    this.#cluster = cluster;
    this.#random = random;
  }

  step(): void {
    const actions = [this.#deploy, this.#delete, this.#setVariable, this.#turnClock, this.#create, this.#batch];
    this.#random.pick(actions)();
    if (this.#random.chance(0.3)) this.#changeBatch(this.#random.pick(['SUSPEND', 'RESUME', 'CANCEL']));
    for (let count = this.#random.below(6); count > 0; count--) this.#cluster.deliverOne();
    if (this.#random.chance(0.2)) this.#cluster.advance(20_000);
  }

  /** Lets everything come to rest. */
  end(): void {
    this.#cluster.faults = HEALTHY;
    this.#clock(ClockIntent.RESET);
    // Enough for every command of the queues to be sent again.
    this.#cluster.advance(600_000);
    for (const key of this.#batchKeys) changeBatch(this.#first, 'RESUME', key);
    createBatch(this.#first, 'CANCEL_PROCESS_INSTANCE', {});
    this.#cluster.advance(120_000);
  }

  get #first() {
    return this.#cluster.partition(1);
  }

  readonly #deploy = (): void => {
    const name = this.#random.pick(['a', 'b']);
    const { processesMetadata, formsMetadata, decisionRequirementsMetadata } = this.#first.deploy(
      { name: 'p.bpmn', xml: process(this.#random.pick(['x', 'y']), name) },
      { name: 'f.form', xml: JSON.stringify({ id: 'f', name }) },
      {
        name: 'd.dmn',
        xml: dmn(
          this.#random.pick(['drg', 'other']),
          literal('d', '1', { versionTag: name }),
          literal(`d_${name}`, '2'),
        ),
      },
    );
    this.#resourceKeys.push(
      processesMetadata[0]!.processDefinitionKey,
      formsMetadata[0]!.resourceKey,
      decisionRequirementsMetadata[0]!.decisionRequirementsKey,
    );
  };

  readonly #delete = (): void => {
    if (this.#resourceKeys.length === 0) return;
    this.#first.send(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, {
      resourceKey: this.#random.pick(this.#resourceKeys),
      isDeleteHistory: false,
      resourceType: '',
      resourceId: '',
      tenantId: DEFAULT_TENANT_ID,
    });
  };

  readonly #setVariable = (): void => {
    const { CREATE, UPDATE, DELETE } = ClusterVariableIntent;
    this.#first.send(ValueType.CLUSTER_VARIABLE, this.#random.pick([CREATE, UPDATE, DELETE]), {
      name: 'v',
      value: String(this.#random.below(1000)),
      scope: ClusterVariableScope.GLOBAL,
      tenantId: '',
    });
  };

  readonly #turnClock = (): void => this.#clock(this.#random.pick([ClockIntent.PIN, ClockIntent.RESET]));

  #clock(intent: number): void {
    this.#first.send(ValueType.CLOCK, intent, { time: this.#first.nowMs });
  }

  readonly #create = (): void => {
    const partition = this.#random.pick(this.#cluster.partitions);
    for (let count = 0; count < 3; count++) {
      partition.send(ValueType.PROCESS_INSTANCE_CREATION, 0, partition.creation('p'));
      partition.publish(this.#random.pick(['a', 'b']), '');
    }
  };

  readonly #batch = (): void => {
    const type = this.#random.pick(['CANCEL_PROCESS_INSTANCE', 'SUSPEND_PROCESS_INSTANCE', 'RESUME_PROCESS_INSTANCE']);
    const key = createBatch(this.#first, type as 'CANCEL_PROCESS_INSTANCE', {})?.record.key;
    if (key !== undefined) this.#batchKeys.push(key);
  };

  #changeBatch(change: 'SUSPEND' | 'RESUME' | 'CANCEL'): void {
    if (this.#batchKeys.length > 0) changeBatch(this.#first, change, this.#random.pick(this.#batchKeys));
  }
}

function shared(cluster: TestCluster, partitionId: number): unknown[] {
  return cluster
    .partition(partitionId)
    .dump()
    .filter((entry) => SHARED_TABLES.has((entry as [string])[0]));
}

it('should be the same on every partition in the end, and leave nothing pending', {
  timeout: 60_000 + 2 * SEARCH_SECONDS * 1000,
}, () => {
  forEachSeed({ runs: RUNS }, (seed) => {
    const random = new Random(seed);
    const cluster = new TestCluster(3, random, { limits: { followUpCommandsMax: 5 } });
    cluster.faults = { lose: 0.2, repeat: 0.3, reorder: 0.5 };
    const story = new Story(cluster, random);
    for (let step = 0; step < STEPS; step++) story.step();
    story.end();

    for (const partition of cluster.partitions) {
      const { partitionId } = partition.options;
      expect(shared(cluster, partitionId), `partition ${partitionId}`).toEqual(shared(cluster, 1));
      const state = createEngineState(partition.store);
      for (const table of PENDING_TABLES) expect([...state[table].entries()], `${table} of ${partitionId}`).toEqual([]);
      const starts = [...state.messageStartEventSubscriptions.entries()].map(([name, key]) => [name, key]);
      const first = createEngineState(cluster.partition(1).store);
      expect(starts).toEqual([...first.messageStartEventSubscriptions.entries()].map(([name, key]) => [name, key]));
      expect(partition.events(ValueType.ERROR)).toEqual([]);
      checkInvariants(partition);
    }
  });
});
