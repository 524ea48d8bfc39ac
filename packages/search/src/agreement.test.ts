/** Random processes under random events: whenever one looks, searches show what the engine has. A failure names its seed. */
import { createEngineState, keptListeners, Random, RandomDriver } from '@waggle/engine/test';
import { BpmnElementType, bpmnElementTypeName, incidentErrorTypeName, type Key, NO_KEY } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../test/read-side.ts';
import { processInstanceStates } from './entities/process-instance.ts';

const STEPS = 100;
/** Of the steps, after how many the two are compared: seldom enough that a transaction has many of them. */
const STEPS_BETWEEN = 25;
const SEED = process.env.WAGGLE_SEED;
const seeds = SEED === undefined ? Array.from({ length: 12 }, (_, index) => index + 1) : [Number(SEED)];

test.each(seeds)('should show what the engine has (WAGGLE_SEED=%i)', { timeout: 60_000 }, async (seed) => {
  // given
  const driver = new RandomDriver(new Random(seed));
  const waggle = await startReadSide({ engine: driver.engine });

  for (let step = 1; step <= STEPS; step++) {
    // when
    driver.step();

    // then
    if (step % STEPS_BETWEEN === 0) {
      driver.engine.settle();
      expect(await shown(waggle)).toEqual(present(waggle));
      expect(await countedTwice(waggle)).toEqual([]);
    }
  }

  // when
  driver.finish();

  // then
  expect(await shown(waggle)).toEqual(present(waggle));
  expect(await countedTwice(waggle)).toEqual([]);
  expect(await waggle.search('ElementInstanceWaitState')).toEqual([]);
  expect(await waggle.search('ProcessInstance', { filter: { hasIncident: true } })).toEqual([]);
});

type Lines = Readonly<Record<string, readonly string[]>>;

/** What searches find of all that has not ended, a line each. */
async function shown({ search, rowCounts }: TestReadSide): Promise<Lines> {
  const all = { page: { limit: 10_000 } };
  const elements = await search('ElementInstance', { filter: { state: 'ACTIVE' }, ...all });
  const instances = await search('ProcessInstance', { filter: { state: { $in: ['ACTIVE', 'SUSPENDED'] } }, ...all });
  const jobs = await search('Job', { filter: { endTime: { $exists: false } }, ...all });
  const incidents = await search('Incident', { filter: { state: 'ACTIVE' }, ...all });
  const tasks = await search('UserTask', { filter: { completionDate: { $exists: false } }, ...all });
  const variables = await search('Variable', all, {}, { hasWholeValues: true });
  const open = new Set(tasks.map(({ userTaskKey }) => userTaskKey));
  const living = new Set([
    ...elements.map(({ elementInstanceKey }) => elementInstanceKey),
    ...instances.map(({ processInstanceKey }) => processInstanceKey),
  ]);
  return {
    elements: elements
      .map(
        (each) => `${each.elementInstanceKey} ${each.elementId} ${each.type} ${each.hasIncident} ${each.incidentKey}`,
      )
      .sort(),
    instances: instances
      .map((each) => `${each.processInstanceKey} ${each.processDefinitionKey} ${each.state} ${each.hasIncident}`)
      .sort(),
    jobs: jobs
      .filter(({ elementInstanceKey }) => living.has(elementInstanceKey))
      .map((each) => `${each.jobKey} ${each.type} ${each.retries} ${each.worker} ${each.elementId}`)
      .sort(),
    incidents: incidents.map((each) => `${each.incidentKey} ${each.errorType} ${each.elementId} ${each.jobKey}`).sort(),
    tasks: tasks
      .map((each) =>
        taskLine(each.userTaskKey, {
          ...each,
          groups: each.candidateGroups,
          users: each.candidateUsers,
        }),
      )
      .sort(),
    variables: variables
      .filter(({ scopeKey }) => living.has(scopeKey))
      .map((each) => `${each.scopeKey} ${each.name} ${each.value}`)
      .sort(),
    comments: (await search('UserTaskComment', all))
      .filter(({ userTaskKey }) => open.has(userTaskKey))
      .map((each) => `${each.commentKey} ${each.userTaskKey}`)
      .sort(),
    filters: (await search('SavedFilter', all))
      .map((each) => `${each.savedFilterKey} ${each.app} ${each.owner} ${each.name}`)
      .sort(),
    listeners: (await search('GlobalTaskListener'))
      .map((each) => `${each.id} ${each.type} ${each.eventTypes} ${each.priority} ${each.afterNonGlobal}`)
      .sort(),
    waitingEvents: [String((await rowCounts()).waiting_event ?? 0)],
  };
}

/** The same from the engine's own state. */
function present({ engine }: TestReadSide): Lines {
  const state = createEngineState(engine.store);
  const withIncident = new Set<Key>();
  const latestIncident = new Map<Key, Key>();
  for (const [key, { elementInstanceKey }] of state.incidents.entries()) {
    if (key > (latestIncident.get(elementInstanceKey) ?? NO_KEY)) latestIncident.set(elementInstanceKey, key);
    for (let scope = elementInstanceKey; scope !== NO_KEY; ) {
      withIncident.add(scope);
      const value = state.elementInstances.get(scope)?.value;
      scope = value === undefined ? NO_KEY : above(value);
    }
  }
  const living = [...state.elementInstances.entries()];
  const elements = living.filter(([, { value }]) => value.bpmnElementType !== BpmnElementType.PROCESS);
  const instances = living.filter(([, { value }]) => value.bpmnElementType === BpmnElementType.PROCESS);
  const waitingEvents = [
    ...[...state.timers.entries()].map(([, { processInstanceKey }]) => processInstanceKey),
    ...[...state.signalSubscriptions.entries()].map(([, , { processInstanceKey }]) => processInstanceKey),
    ...[...state.conditionalSubscriptions.entries()].map(([, { processInstanceKey }]) => processInstanceKey),
  ].filter((key) => key !== NO_KEY);
  return {
    elements: elements
      .map(
        ([key, { value }]) =>
          `${key} ${value.elementId} ${bpmnElementTypeName(value.bpmnElementType)} ${withIncident.has(key)} ${latestIncident.get(key) ?? null}`,
      )
      .sort(),
    instances: instances
      .map(
        ([key, { value }]) =>
          `${key} ${value.processDefinitionKey} ${state.suspensions.has(key) ? 'SUSPENDED' : 'ACTIVE'} ${withIncident.has(key)}`,
      )
      .sort(),
    jobs: [...state.jobs.entries()]
      .map(([key, { value }]) => `${key} ${value.type} ${value.retries} ${value.worker} ${value.elementId}`)
      .sort(),
    incidents: [...state.incidents.entries()]
      .map(
        ([key, each]) =>
          `${key} ${incidentErrorTypeName(each.errorType)} ${each.elementId} ${each.jobKey === NO_KEY ? null : each.jobKey}`,
      )
      .sort(),
    tasks: [...state.userTasks.entries()]
      .map(([key, { value, state: taskState }]) =>
        taskLine(key, {
          ...value,
          state: taskState === 'CLAIMING' ? 'ASSIGNING' : taskState,
          // Until a task is made, whom the model means is only meant.
          assignee: value.assignee === '' || taskState === 'CREATING' ? null : value.assignee,
          groups: value.candidateGroupsList,
          users: value.candidateUsersList,
        }),
      )
      .sort(),
    variables: [...state.variables.entries()].map(([scope, name, { value }]) => `${scope} ${name} ${value}`).sort(),
    comments: [...state.userTaskComments.entries()].map(([taskKey, key]) => `${key} ${taskKey}`).sort(),
    filters: [...state.savedFilters.entries()]
      .map(([, key, { app, owner, name }]) => `${key} ${app} ${owner} ${name}`)
      .sort(),
    listeners: keptListeners(engine)
      .map((each) => `${each.id} ${each.type} ${each.eventTypes} ${each.priority} ${each.isAfterNonGlobal}`)
      .sort(),
    waitingEvents: [String(waitingEvents.length)],
  };
}

function taskLine(
  key: unknown,
  task: {
    readonly elementId: string;
    readonly processDefinitionKey: unknown;
    readonly state: string;
    readonly assignee: string | null;
    readonly priority: number;
    readonly groups: readonly string[];
    readonly users: readonly string[];
  },
): string {
  const { elementId, processDefinitionKey, state, assignee, priority, groups, users } = task;
  return `${key} ${elementId} ${processDefinitionKey} ${state} ${assignee} ${priority} ${groups} ${users}`;
}

function above({
  flowScopeKey,
  parentElementInstanceKey,
}: {
  readonly flowScopeKey: Key;
  readonly parentElementInstanceKey: Key;
}): Key {
  return flowScopeKey === NO_KEY ? parentElementInstanceKey : flowScopeKey;
}

/** Definitions whose statistics differ when ended instances are counted anew. */
async function countedTwice({ search, query }: TestReadSide): Promise<string[]> {
  const differing: string[] = [];
  for (const { processDefinitionKey } of await search('ProcessDefinition')) {
    const kept = await query('processDefinitionElementStatistics', { processDefinitionKey });
    const filter = { state: { $in: processInstanceStates } };
    const counted = await query('processDefinitionElementStatistics', { processDefinitionKey, filter });
    if (JSON.stringify(kept) !== JSON.stringify(counted)) differing.push(processDefinitionKey);
  }
  return differing;
}
