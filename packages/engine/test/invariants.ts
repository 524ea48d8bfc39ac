/**
 * What holds for every log, checked at the end of a test.
 *
 * 1. Folding the log again gives the same state.
 * 2. Every element instance goes through its life in order.
 * 3. Every row of an instance belongs to one that lives; children, tokens and inner instances are counted right.
 * 4. Schedules and indices lead to what is there, and to all of it.
 */
import {
  BpmnElementType,
  type Key,
  MultiInstanceIntent,
  NO_KEY,
  ProcessInstanceIntent,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { expect, onTestFinished } from 'vitest';
import type { EngineOptions } from '../src/index.ts';
import { createEngineState } from '../src/state/engine-state.ts';
import { jobGroup, jobRank, rankGroup, USUAL_RANK } from '../src/state/job-group.ts';
import { signalOwnerKey } from '../src/state/signal-owner.ts';
import { strayIndexEntries } from './stray-index-entries.ts';
import { TestEngine } from './test-engine.ts';

/** An engine whose invariants are checked when the test ends. */
export function startEngine(options: Partial<EngineOptions> = {}): TestEngine {
  const engine = new TestEngine(options);
  onTestFinished(() => checkInvariants(engine));
  return engine;
}

export function checkInvariants(engine: TestEngine): void {
  expect(engine.replayed().dump(), 'the state folded again from the log').toEqual(engine.dump());
  expect(illegalSteps(engine), 'steps against the life of an element').toEqual([]);
  expect(illegalUserTaskSteps(engine), 'steps against the life of a user task').toEqual([]);
  expect(orphans(engine), 'rows whose element instance is gone').toEqual([]);
  expect(unlistedJobs(engine), 'jobs that are not listed as they should be').toEqual([]);
  expect(strayIndexEntries(engine), 'schedules and indices that are not right').toEqual([]);
  expect(miscounts(engine), 'scopes with wrong counts of children or tokens').toEqual([]);
  expect(loopMiscounts(engine), 'loops with wrong counts of inner instances').toEqual([]);
}

const {
  ELEMENT_ACTIVATING,
  ELEMENT_ACTIVATED,
  ELEMENT_COMPLETING,
  ELEMENT_COMPLETED,
  ELEMENT_TERMINATING,
  ELEMENT_TERMINATED,
} = ProcessInstanceIntent;

/** Which event may follow which. */
const NEXT: Readonly<Record<number, readonly number[]>> = {
  [ELEMENT_ACTIVATING]: [ELEMENT_ACTIVATED, ELEMENT_TERMINATING],
  [ELEMENT_ACTIVATED]: [ELEMENT_COMPLETING, ELEMENT_TERMINATING],
  [ELEMENT_COMPLETING]: [ELEMENT_COMPLETED, ELEMENT_TERMINATING],
  [ELEMENT_TERMINATING]: [ELEMENT_TERMINATED],
  [ELEMENT_COMPLETED]: [],
  [ELEMENT_TERMINATED]: [],
};

function illegalSteps(engine: TestEngine): string[] {
  const states = new Map<Key, number>();
  const problems: string[] = [];
  for (const { key, intent, value, position } of engine.events(ValueType.PROCESS_INSTANCE)) {
    if (NEXT[intent] === undefined) continue;
    const before = states.get(key);
    const isLegal = before === undefined ? intent === ELEMENT_ACTIVATING : NEXT[before]!.includes(intent);
    if (!isLegal) problems.push(`${value.elementId} ${key}: ${before} -> ${intent} at position ${position}`);
    states.set(key, intent);
  }
  return problems;
}

const userTask = UserTaskIntent;
const USER_TASK_TRANSITIONS: readonly number[] = [
  userTask.ASSIGNING,
  userTask.CLAIMING,
  userTask.UPDATING,
  userTask.COMPLETING,
];
/** Which transitions an event of a user task may end; CANCELING may interrupt any. */
const USER_TASK_ENDS: Readonly<Record<number, readonly number[]>> = {
  [userTask.CREATED]: [userTask.CREATING],
  [userTask.ASSIGNED]: [userTask.ASSIGNING, userTask.CLAIMING],
  [userTask.ASSIGNMENT_DENIED]: [userTask.ASSIGNING, userTask.CLAIMING],
  [userTask.UPDATED]: [userTask.UPDATING],
  [userTask.UPDATE_DENIED]: [userTask.UPDATING],
  [userTask.COMPLETED]: [userTask.COMPLETING],
  [userTask.COMPLETION_DENIED]: [userTask.COMPLETING],
  [userTask.CANCELED]: [userTask.CANCELING],
};

/** A transition begins when the task is at rest, is corrected while it lasts, and ends as what it is. */
function illegalUserTaskSteps(engine: TestEngine): string[] {
  const states = new Map<Key, number | 'rest' | 'gone'>();
  const problems: string[] = [];
  for (const { key, intent, position } of engine.events(ValueType.USER_TASK)) {
    if (intent === userTask.MIGRATED) continue;
    const before = states.get(key);
    const isUnderWay = typeof before === 'number';
    const ends = USER_TASK_ENDS[intent];
    const isLegal =
      intent === userTask.CREATING
        ? before === undefined
        : intent === userTask.CANCELING
          ? before === 'rest' || (isUnderWay && before !== userTask.CANCELING)
          : intent === userTask.CORRECTED
            ? isUnderWay
            : USER_TASK_TRANSITIONS.includes(intent)
              ? before === 'rest'
              : isUnderWay && ends?.includes(before) === true;
    if (!isLegal) problems.push(`user task ${key}: ${before} -> ${intent} at position ${position}`);
    if (intent === userTask.CORRECTED) continue;
    const isLast = intent === userTask.COMPLETED || intent === userTask.CANCELED;
    states.set(key, isLast ? 'gone' : ends === undefined ? intent : 'rest');
  }
  return problems;
}

function orphans(engine: TestEngine): string[] {
  const state = createEngineState(engine.store);
  const found: string[] = [];
  const check = (row: string, ownerKey: Key) => {
    if (!state.elementInstances.has(ownerKey)) found.push(`${row} of ${ownerKey}`);
  };
  for (const [key, instance] of state.elementInstances.entries()) {
    const { flowScopeKey, parentElementInstanceKey } = instance.value;
    if (flowScopeKey !== NO_KEY) check(`element instance ${key}`, flowScopeKey);
    else if (parentElementInstanceKey !== NO_KEY) check(`called instance ${key}`, parentElementInstanceKey);
  }
  for (const [scopeKey, key] of state.elementChildren.entries()) {
    check(`child ${key}`, scopeKey);
    check(`entry of child ${key}`, key);
  }
  for (const [scopeKey, name] of state.variables.entries()) check(`variable ${name}`, scopeKey);
  for (const [ownerKey, , trigger] of state.eventTriggers.entries())
    check(`trigger ${trigger.targetElementId}`, ownerKey);
  for (const [bodyKey] of state.multiInstances.entries()) check('loop', bodyKey);
  for (const [bodyKey, page] of state.multiInstanceItems.entries()) check(`items ${page}`, bodyKey);
  for (const [bodyKey, page] of state.multiInstanceOutputs.entries()) check(`outputs ${page}`, bodyKey);
  for (const [key] of state.fulfilledAdHocSubProcesses.entries()) check('fulfilled ad-hoc sub-process', key);
  for (const [scopeKey, flowId] of state.takenFlows.entries()) check(`taken flow ${flowId}`, scopeKey);
  for (const [key, job] of state.jobs.entries()) check(`job ${key}`, job.value.elementInstanceKey);
  for (const [key, { value }] of state.userTasks.entries()) {
    check(`user task ${key}`, value.elementInstanceKey);
    if (state.elementUserTasks.get(value.elementInstanceKey) !== key) found.push(`user task ${key} without an entry`);
  }
  for (const [ownerKey, key] of state.elementUserTasks.entries()) {
    if (!state.userTasks.has(key)) found.push(`entry of user task ${key} of ${ownerKey}`);
  }
  for (const [taskKey, key] of state.userTaskComments.entries()) {
    if (!state.userTasks.has(taskKey)) found.push(`comment ${key} of user task ${taskKey}`);
  }
  for (const [ownerKey] of state.pendingVariableDocuments.entries()) check('pending document', ownerKey);
  for (const [ownerKey, key] of state.asyncRequests.entries()) check(`request ${key}`, ownerKey);
  for (const [group, key] of state.activatableJobs.entries()) {
    if (state.jobs.get(key)?.state !== 'ACTIVATABLE') found.push(`activatable job ${key} of ${group}`);
  }
  for (const [key, incident] of state.incidents.entries()) check(`incident ${key}`, incident.elementInstanceKey);
  for (const [ownerKey, key] of state.elementIncidents.entries()) check(`entry of incident ${key}`, ownerKey);
  for (const [jobKey] of state.jobIncidents.entries()) {
    if (!state.jobs.has(jobKey)) found.push(`incident of job ${jobKey}`);
  }
  for (const [key, timer] of state.timers.entries()) {
    if (timer.elementInstanceKey !== NO_KEY) check(`timer ${key}`, timer.elementInstanceKey);
  }
  for (const [, key] of state.ownedTimers.entries()) {
    if (!state.timers.has(key)) found.push(`entry of timer ${key}`);
  }
  for (const [ownerKey, name] of state.processMessageSubscriptions.entries()) check(`subscription ${name}`, ownerKey);
  for (const [key, { value }] of state.messageSubscriptions.entries()) {
    check(`message subscription ${key}`, value.elementInstanceKey);
  }
  for (const [, key] of state.correlatableSubscriptions.entries()) {
    if (!state.messageSubscriptions.has(key)) found.push(`entry of message subscription ${key}`);
  }
  for (const [ownerKey, key, name] of state.ownedSignalSubscriptions.entries()) {
    const subscription = state.signalSubscriptions.get(name, key);
    if (subscription === undefined) found.push(`entry of signal subscription ${key}`);
    else if (subscription.catchEventInstanceKey !== NO_KEY) check(`signal subscription ${key}`, ownerKey);
  }
  for (const [name, key, value] of state.signalSubscriptions.entries()) {
    if (!state.ownedSignalSubscriptions.has(signalOwnerKey(value), key)) found.push(`signal subscription to ${name}`);
  }
  for (const [key] of state.suspensions.entries()) check('suspension', key);
  for (const [key] of state.bufferedCommands.entries()) {
    if (!state.suspensions.has(key)) found.push(`kept command of ${key}`);
  }
  for (const [key, timerKey] of state.suspendedTimers.entries()) {
    if (!state.suspensions.has(key)) found.push(`held timer of ${key}`);
    if (!state.timers.has(timerKey)) found.push(`entry of held timer ${timerKey}`);
  }
  for (const [key, name] of state.heldSubscriptions.entries()) check(`held subscription ${name}`, key);
  for (const [key, job] of state.jobs.entries()) {
    if (job.state === 'SUSPENDED' && !state.suspensions.has(job.value.processInstanceKey))
      found.push(`held job ${key}`);
  }
  for (const [key] of state.terminateAfter.entries()) check('runtime instructions', key);
  for (const [key, value] of state.conditionalSubscriptions.entries()) {
    if (value.elementInstanceKey !== NO_KEY) check(`conditional subscription ${key}`, value.elementInstanceKey);
  }
  const conditionals = [
    ...state.ownedConditionals.entries(),
    ...state.instanceConditionals.entries(),
    ...state.conditionalStarts.entries(),
  ];
  for (const [, key] of conditionals) {
    if (!state.conditionalSubscriptions.has(key)) found.push(`entry of conditional subscription ${key}`);
  }
  for (const [key, value] of state.compensationSubscriptions.entries()) {
    check(`compensation subscription ${key}`, value.processInstanceKey);
    if (value.compensationHandlerInstanceKey !== NO_KEY) {
      check(`compensation handler of ${key}`, value.compensationHandlerInstanceKey);
    }
  }
  const compensations = [
    ...state.compensableScopes.entries(),
    ...state.instanceCompensations.entries(),
    ...state.triggeredCompensations.entries(),
  ].map(([, key]) => key);
  for (const [, key] of state.compensatedScopes.entries()) compensations.push(key);
  for (const [, key] of state.compensationHandlers.entries()) compensations.push(key);
  for (const key of compensations) {
    if (!state.compensationSubscriptions.has(key)) found.push(`entry of compensation subscription ${key}`);
  }
  for (const [key] of state.awaitedResults.entries()) check('awaited result', key);
  for (const [key] of state.processInstanceMetadata.entries()) check('metadata', key);
  for (const [name, key] of state.businessIdHolders.entries()) check(`business id ${name}`, key);
  for (const [key] of state.instanceCorrelationKeys.entries()) check('correlation key', key);
  for (const [name, key] of state.messageStartLocks.entries()) check(`message start lock ${name}`, key);
  for (const [key] of state.pendingDistributions.entries()) {
    if (!state.distributions.has(key)) found.push(`pending distribution ${key}`);
  }
  for (const [queue, key] of state.distributionQueues.entries()) {
    if (state.pendingDistributions.isEmpty(key)) found.push(`entry of distribution ${key} in ${queue}`);
  }
  for (const [group, , key] of state.processVersions.entries()) {
    if (!state.processes.has(key)) found.push(`version ${key} of process ${group}`);
  }
  for (const [group, , key] of state.formVersions.entries()) {
    if (!state.forms.has(key)) found.push(`version ${key} of form ${group}`);
  }
  for (const [group, , key] of state.decisionVersions.entries()) {
    if (!state.decisions.has(key)) found.push(`version ${key} of decision ${group}`);
  }
  for (const [group, , key] of state.decisionRequirementsVersions.entries()) {
    if (!state.decisionRequirements.has(key)) found.push(`version ${key} of decision requirements ${group}`);
  }
  for (const [group, , key] of [...state.decisionVersionTags.entries(), ...state.requiredDecisions.entries()]) {
    if (!state.decisions.has(key)) found.push(`decision ${key} in ${group}`);
  }
  for (const [key, { decisionId, decisionRequirementsKey }] of state.decisions.entries()) {
    if (!state.decisionRequirements.has(decisionRequirementsKey)) found.push(`requirements of decision ${key}`);
    if (state.requiredDecisions.get(decisionRequirementsKey, decisionId) !== key)
      found.push(`decision ${key} in its requirements`);
  }
  for (const [group, , key] of state.resourceVersions.entries()) {
    if (!state.resources.has(key)) found.push(`version ${key} of resource ${group}`);
  }
  for (const [definitionKey, key] of state.definitionInstances.entries()) {
    check(`instance ${key} of definition ${definitionKey}`, key);
    if (!state.processes.has(definitionKey) && !state.bannedInstances.has(key))
      found.push(`definition ${definitionKey} of instance ${key}`);
  }
  for (const [key, { value }] of state.elementInstances.entries()) {
    if (value.bpmnElementType !== BpmnElementType.PROCESS) continue;
    if (!state.definitionInstances.has(value.processDefinitionKey, key))
      found.push(`instance ${key} in its definition`);
  }
  for (const [instanceKey, key] of state.instanceIncidents.entries()) {
    if (!state.incidents.has(key)) found.push(`entry of incident ${key} in ${instanceKey}`);
  }
  for (const [key, { processInstanceKey }] of state.incidents.entries()) {
    if (!state.instanceIncidents.has(processInstanceKey, key)) found.push(`incident ${key} in its instance`);
  }
  for (const [key, chunkKey] of state.batchOperationChunks.entries()) {
    if (!state.batchOperations.has(key)) found.push(`chunk ${chunkKey} of batch operation ${key}`);
  }
  for (const [key, partitionId] of state.batchOperationPartitions.entries()) {
    if (!state.batchOperations.has(key)) found.push(`partition ${partitionId} of batch operation ${key}`);
  }
  for (const [key] of state.withdrawnProcesses.entries()) {
    if (state.definitionInstances.isEmpty(key)) found.push(`withdrawn definition ${key} without instances`);
  }
  return found;
}

/** Every activatable job is found by its place, and the ranks in use are counted right. */
function unlistedJobs(engine: TestEngine): string[] {
  const state = createEngineState(engine.store);
  const found: string[] = [];
  const counts = new Map<string, number>();
  for (const [key, { state: jobState, value }] of state.jobs.entries()) {
    if (jobState !== 'ACTIVATABLE') continue;
    const group = jobGroup(value.type, value.tenantId);
    const rank = jobRank(value);
    if (!state.activatableJobs.has(rankGroup(group, rank), key)) found.push(`job ${key} of rank ${rank}`);
    if (rank !== USUAL_RANK) counts.set(`${group} ${rank}`, (counts.get(`${group} ${rank}`) ?? 0) + 1);
  }
  for (const [group, rank, count] of state.jobRanks.entries()) {
    if (counts.get(`${group} ${rank}`) !== count) found.push(`${count} jobs of rank ${rank} in ${group}`);
    counts.delete(`${group} ${rank}`);
  }
  return [...found, ...counts.keys()];
}

function miscounts(engine: TestEngine): string[] {
  const state = createEngineState(engine.store);
  const found: string[] = [];
  for (const [key, instance] of state.elementInstances.entries()) {
    let children = 0;
    state.elementChildren.forEach(key, () => children++);
    let tokens = 0;
    state.takenFlows.forEach(key, (_flowId, count) => {
      tokens += count;
    });
    if (children !== instance.childCount || tokens !== instance.activeFlowCount) {
      const { childCount, activeFlowCount } = instance;
      found.push(
        `${instance.value.elementId}: ${childCount} children, in truth ${children}; ${activeFlowCount} tokens, in truth ${tokens}`,
      );
    }
  }
  return found;
}

/** How many inner instances of a living loop have ended, and what they gave, as the log tells it. */
function loopMiscounts(engine: TestEngine): string[] {
  const state = createEngineState(engine.store);
  const found: string[] = [];
  for (const [key, loop] of state.multiInstances.entries()) {
    const ended = (intent: number) =>
      engine
        .events(ValueType.PROCESS_INSTANCE, intent)
        .filter(({ value }) => value.flowScopeKey === key && value.loopCounter > 0).length;
    const outputs = engine
      .events(ValueType.MULTI_INSTANCE, MultiInstanceIntent.OUTPUT_ELEMENT_COLLECTED)
      .filter(({ value }) => value.elementInstanceKey === key);
    const truth = {
      completedCount: ended(ELEMENT_COMPLETED),
      terminatedCount: ended(ELEMENT_TERMINATED),
      outputLength: outputs.reduce((sum, { value }) => sum + value.outputElement.length, 0),
    };
    const { itemCount: _, ...counted } = loop;
    if (JSON.stringify(counted) !== JSON.stringify(truth)) {
      found.push(`${key}: ${JSON.stringify(counted)}, in truth ${JSON.stringify(truth)}`);
    }
  }
  return found;
}
