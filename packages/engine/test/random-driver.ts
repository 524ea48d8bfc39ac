/**
 * Does at random what clients, workers and time do to an engine, and in the end serves everything until no instance is
 * left. The same seed gives the same run.
 */
import {
  type ActivatedJob,
  type AdHocSubProcessJobResult,
  BpmnElementType,
  DEFAULT_TENANT_ID,
  DeploymentIntent,
  GlobalListenerIntent,
  IncidentErrorType,
  IncidentIntent,
  JobBatchIntent,
  JobIntent,
  JobKind,
  jobCommandValue,
  type Key,
  MessageCorrelationIntent,
  MessageIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  RecordType,
  type RecordValues,
  SignalIntent,
  UserTaskIntent,
  type UserTaskJobResult,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { createEngineState } from '../src/state/engine-state.ts';
import { globalListener } from './global-listeners.ts';
import type { Random } from './random.ts';
import {
  CHOICES,
  CORRELATION_KEYS,
  ERROR_CODES,
  JOB_TYPES,
  LEADER_TYPE,
  LISTENER_TYPE,
  NEEDED,
  SIGNAL_NAMES,
} from './random-draw.ts';
import {
  migrateAtRandom,
  modifyAtRandom,
  type OperatorView,
  operationTypes,
  twinDocument,
} from './random-operations.ts';
import { drawProcess, type RandomProcess } from './random-processes.ts';
import { EMPTY_INCIDENT, EMPTY_INSTANCE, TestEngine } from './test-engine.ts';
import { NO_USER_TASK } from './user-tasks.ts';

const PROCESS_COUNT = 3;
const INSTANCES_MAX = 8;
/** Rounds of serving everything; an instance that still lives then hangs. */
const SERVING_ROUNDS_MAX = 300;
/** As above, for instances somebody has modified: they may well hang. */
const OPERATED_ROUNDS_MAX = 60;

export class RandomDriver {
  engine: TestEngine;
  readonly #random: Random;
  readonly #processes: readonly RandomProcess[];
  readonly #requests = new Map<number, { readonly mayStayOpen: boolean }>();
  #held: ActivatedJob[] = [];
  #instances = 0;
  #isCollecting = false;
  #seenEffects = 0;
  /** An operator works on the instances: tokens may get lost, so that some never end by themselves. */
  readonly #isOperated: boolean;
  readonly #twins = new Map<Key, Key>();

  constructor(random: Random) {
    this.#random = random;
    this.#isOperated = random.chance(0.3);
    const hasStreams = random.chance(0.3);
    const stream = { id: 1, worker: 'streaming', timeoutMs: 20_000, fetchVariables: [], withLease: false };
    this.engine = new TestEngine({
      limits: {
        followUpCommandsMax: random.pick([1, 3, 100]),
        terminateChunkMax: random.pick([1, 2, 200]),
        suspendChunkMax: random.pick([1, 2, 200]),
        signalChunkMax: random.pick([1, 2, 100]),
        compensationChunkMax: random.pick([1, 2, 100]),
        callDepthMax: 10,
      },
      ...(hasStreams && {
        jobStreams: { pick: (type, _, needsLease) => (type === JOB_TYPES[0] && !needsLease ? stream : undefined) },
      }),
    });
    const processes: RandomProcess[] = [];
    for (let index = 0; index < PROCESS_COUNT; index++) {
      processes.push(
        drawProcess(
          random,
          `p${index}`,
          processes.map(({ id }) => id),
        ),
      );
    }
    this.#processes = processes;
    for (const { xml } of processes) this.engine.deploy(xml);
  }

  /** One random event. */
  step(): void {
    const actions: readonly (readonly [number, () => void])[] = [
      [this.#instances < INSTANCES_MAX ? 3 : 0, () => this.#create()],
      [6, () => this.#activate()],
      [6, () => this.#work()],
      [4, () => this.#publish(this.#random.pick([0, 0, 10_000, 60_000]))],
      [2, () => this.#correlate()],
      [0.5, () => this.#broadcast(this.#random.pick(SIGNAL_NAMES))],
      [2, () => this.#workOnUserTask()],
      [0.3, () => this.#changeGlobalListener()],
      [3, () => this.#advance(this.#random.pick([1, 500, 5_000, 20_000]))],
      [0.4, () => this.#cancel()],
      [0.4, () => this.#suspend()],
      [0.6, () => this.#resume()],
      [3, () => this.#resolve()],
      [1, () => this.#setVariables()],
      [1, () => this.#backlogStep()],
      [0.5, () => this.#nonsense()],
      [this.#isOperated ? 0.5 : 0, () => modifyAtRandom(this.#operatorView())],
      [this.#isOperated ? 0.5 : 0, () => migrateAtRandom(this.#operatorView())],
    ];
    let at = this.#random.next() * actions.reduce((sum, [weight]) => sum + weight, 0);
    const chosen = actions.find(([weight]) => {
      at -= weight;
      return at < 0;
    });
    chosen?.[1]();
    this.#receivePushes();
    if (this.#random.chance(0.8)) this.#flush();
  }

  /** Some random events whose records are only collected. */
  stepsWithoutBatch(count: number): void {
    this.#isCollecting = true;
    for (let step = 0; step < count; step++) this.step();
    this.#isCollecting = false;
  }

  /** Serves everything until no instance is left. @throws when one never ends. */
  finish(): void {
    for (let round = 0; round < SERVING_ROUNDS_MAX; round++) {
      this.engine.settle();
      if (this.#living().length === 0) {
        this.engine.settle();
        this.#expireMessages();
        return;
      }
      this.#serve();
      // What an operator left half done waits for ever.
      if (this.#isOperated && round > OPERATED_ROUNDS_MAX) this.#cancelAll();
    }
    const left = this.#living().map(
      ({ key, value, state }) => `${key} ${value.bpmnProcessId}/${value.elementId} ${state}`,
    );
    const incidents = [...this.#state().incidents.entries()].map(
      ([, { elementId, errorMessage }]) => `${elementId}: ${errorMessage}`,
    );
    throw new Error(
      `Expected every instance to end, but these hang:\n${left.join('\n')}\nIncidents:\n${incidents.join('\n')}`,
    );
  }

  /** A new engine takes the log over. */
  restart(): void {
    this.engine.flush();
    this.engine = this.engine.restarted();
  }

  /** Requests that got no answer, or more than one. */
  unanswered(): string[] {
    const answers = new Map<number, number>();
    for (const effect of this.engine.effects) {
      if (effect.kind === 'response') answers.set(effect.requestId, (answers.get(effect.requestId) ?? 0) + 1);
    }
    const problems: string[] = [];
    for (const [requestId, { mayStayOpen }] of this.#requests) {
      const count = answers.get(requestId) ?? 0;
      if (count > 1 || (count === 0 && !mayStayOpen)) problems.push(`request ${requestId}: ${count} answers`);
    }
    return problems;
  }

  /** Forgets requests that were never made, because what they led to was discarded. */
  forgetRequestsFrom(requestId: number): void {
    for (const id of this.#requests.keys()) if (id >= requestId) this.#requests.delete(id);
    this.#held = [];
  }

  get lastRequestId(): number {
    return [...this.#requests.keys()].at(-1) ?? 0;
  }

  #serve(): void {
    const { engine } = this;
    for (const [key] of [...this.#state().suspensions.entries()]) this.#sendInstance(ProcessInstanceIntent.RESUME, key);
    engine.settle();
    // Others would begin something new in every round.
    const awaited = [...this.#state().messageSubscriptions.entries()].filter(([, { value }]) => value.isInterrupting);
    for (const [, { value }] of awaited) this.#publishMessage(value.messageName, value.correlationKey, 0);
    engine.settle();
    for (const [key] of [...this.#state().incidents.entries()]) this.#mend(key);
    engine.settle();
    // Before variables are set, since that is a transition of its own for some.
    for (const [key] of [...this.#state().userTasks.entries()]) this.#userTask(UserTaskIntent.COMPLETE, key);
    engine.settle();
    // Wherever a loop looks for it: a value that hides in some scope would keep the loop going.
    for (const { key } of this.#living()) this.#setVariable(key, { again: false }, true);
    for (const name of SIGNAL_NAMES) this.#broadcast(name);
    for (const [key, job] of [...this.#state().jobs.entries()]) {
      // A task listener decides about the task and sets no variables.
      const variables = job.value.kind === JobKind.TASK_LISTENER ? {} : { again: false };
      this.#job(JobIntent.COMPLETE, key, {
        variables: JSON.stringify(variables),
        ...(job.value.kind === JobKind.AD_HOC_SUB_PROCESS && { result: fulfilled(true) }),
      });
      engine.settle();
    }
    engine.settle();
    this.#advance(10_000);
  }

  #create(): void {
    this.#instances++;
    const isAwaiting = this.#random.chance(0.2);
    const { CREATE, CREATE_WITH_AWAITING_RESULT } = ProcessInstanceCreationIntent;
    const variables: Record<string, unknown> = { key: this.#random.pick(CORRELATION_KEYS) };
    if (this.#random.chance(0.5)) for (const name of CHOICES) variables[name] = this.#random.between(0, 3);
    if (this.#random.chance(0.5)) for (const name of NEEDED) variables[name] = 'given';
    const value = this.engine.creation(this.#random.pick(this.#processes).id, {
      with: variables,
      ...(this.#random.chance(0.2) && { tags: ['tag'] }),
    });
    this.#send(ValueType.PROCESS_INSTANCE_CREATION, isAwaiting ? CREATE_WITH_AWAITING_RESULT : CREATE, value, {
      mayStayOpen: isAwaiting,
    });
  }

  #activate(): void {
    const before = this.engine.effects.length;
    this.#send(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, {
      type: this.#random.pick([...JOB_TYPES, LISTENER_TYPE, LEADER_TYPE]),
      worker: 'polling',
      timeout: this.#random.pick([1_000, 60_000]),
      maxJobsToActivate: this.#random.between(1, 4),
      fetchVariables: this.#random.pick([[], ['key']]),
      tenantIds: [DEFAULT_TENANT_ID],
      jobKeys: [],
      deadline: -1,
      truncated: false,
      withLease: this.#random.chance(0.3),
    });
    this.#flush();
    for (const effect of this.engine.effects.slice(before)) {
      if (effect.kind === 'response') this.#held.push(...effect.jobs);
    }
  }

  /** Jobs that were pushed since the last look: some find their stream blocked. */
  #receivePushes(): void {
    const { effects } = this.engine;
    const pushed = effects.slice(Math.min(this.#seenEffects, effects.length));
    this.#seenEffects = effects.length;
    for (const effect of pushed) {
      if (effect.kind !== 'push') continue;
      if (this.#random.chance(0.3)) this.#job(JobIntent.YIELD, effect.job.jobKey, {});
      else this.#held.push(effect.job);
    }
  }

  /** A worker does something with a job it was given, perhaps long ago. */
  #work(): void {
    if (this.#held.length === 0) {
      this.#activate();
      return;
    }
    const { jobKey, kind: jobKind, elementId } = this.#random.pick(this.#held);
    if (this.#random.chance(0.8)) this.#held = this.#held.filter((job) => job.jobKey !== jobKey);
    const variables = JSON.stringify(this.#someVariables());
    const kind = this.#random.next();
    if (kind < 0.6) {
      const isLeader = jobKind === JobKind.AD_HOC_SUB_PROCESS;
      const listens = jobKind === JobKind.TASK_LISTENER && this.#random.chance(0.9);
      if (isLeader) this.#job(JobIntent.COMPLETE, jobKey, { variables, result: this.#leaderResult(elementId) });
      else this.#job(JobIntent.COMPLETE, jobKey, listens ? { result: this.#listenerResult() } : { variables });
    } else if (kind < 0.8) {
      this.#job(JobIntent.FAIL, jobKey, {
        retries: this.#random.below(3),
        retryBackoff: this.#random.pick([0, 0, 3_000]),
        errorMessage: 'broken',
        variables,
      });
    } else if (kind < 0.92) {
      const errorCode = this.#random.pick([...ERROR_CODES, 'nobody catches this']);
      this.#job(JobIntent.THROW_ERROR, jobKey, { errorCode, errorMessage: 'thrown', variables });
    } else {
      const changedAttributes = this.#random.pick([['retries'], ['timeout'], ['retries', 'timeout'], ['priority'], []]);
      const priority = this.#random.between(-1, 1);
      this.#job(JobIntent.UPDATE, jobKey, {
        changedAttributes,
        retries: this.#random.below(3),
        timeout: 30_000,
        priority,
      });
    }
  }

  /** A task listener agrees, corrects or denies. */
  #listenerResult(): UserTaskJobResult {
    const isDenied = this.#random.chance(0.35);
    const isCorrecting = !isDenied && this.#random.chance(0.3);
    return {
      type: 'userTask',
      isDenied,
      deniedReason: isDenied ? 'no' : '',
      correctedAttributes: isCorrecting ? [this.#random.pick(['assignee', 'priority', 'dueDate'])] : [],
      corrections: {
        assignee: this.#random.pick(['', 'bob']),
        dueDate: '',
        followUpDate: '',
        candidateUsersList: [],
        candidateGroupsList: [],
        priority: this.#random.pick([0, 30]),
      },
    };
  }

  /** Who leads an ad-hoc sub-process starts something in it, or has it end. */
  #leaderResult(elementId: string): AdHocSubProcessJobResult {
    const elementIds = this.#processes.flatMap(({ adHocElements }) => adHocElements.get(elementId) ?? []);
    if (elementIds.length === 0 || this.#random.chance(0.4)) return fulfilled(this.#random.chance(0.5));
    const count = this.#random.between(1, 3);
    return {
      ...fulfilled(false),
      isCompletionConditionFulfilled: false,
      activateElements: Array.from({ length: count }, () => ({
        elementId: this.#random.pick(elementIds),
        variables: this.#random.pick(['{}', '{"choice0":2}']),
      })),
    };
  }

  #workOnUserTask(): void {
    const keys = [...this.#state().userTasks.entries()].map(([key]) => key);
    if (keys.length === 0) return;
    const { ASSIGN, CLAIM, UPDATE, COMPLETE } = UserTaskIntent;
    this.#userTask(this.#random.pick([ASSIGN, CLAIM, UPDATE, COMPLETE, COMPLETE]), this.#random.pick(keys));
  }

  #userTask(intent: number, key: Key): void {
    const variables = intent === UserTaskIntent.COMPLETE ? JSON.stringify(this.#someVariables()) : '{}';
    const changedAttributes = intent === UserTaskIntent.UPDATE ? this.#random.pick([[], ['priority', 'dueDate']]) : [];
    const assignee = this.#random.pick(['', 'ann', 'bob']);
    const value = { ...NO_USER_TASK, assignee, priority: 40, variables, changedAttributes };
    // The answer waits for listeners, or for the task to be taken away.
    this.#send(ValueType.USER_TASK, intent, value, { key });
  }

  #changeGlobalListener(): void {
    const { CREATE, UPDATE, DELETE } = GlobalListenerIntent;
    const listener = globalListener(this.#random.pick(['early', 'late']), {
      type: LISTENER_TYPE,
      eventTypes: [this.#random.pick(['all', 'creating', 'assigning', 'completing', 'canceling'])],
      isAfterNonGlobal: this.#random.chance(0.5),
      priority: this.#random.below(3),
    });
    this.#send(ValueType.GLOBAL_LISTENER, this.#random.pick([CREATE, UPDATE, DELETE]), listener);
  }

  #broadcast(signalName: string): void {
    this.#send(ValueType.SIGNAL, SignalIntent.BROADCAST, {
      signalName,
      variables: JSON.stringify(this.#someVariables()),
      afterKey: NO_KEY,
      untilKey: NO_KEY,
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  #publish(timeToLive: number): void {
    const names = this.#messageNames();
    if (names.length === 0) return;
    this.#publishMessage(this.#random.pick(names), this.#random.pick(CORRELATION_KEYS), timeToLive);
  }

  #publishMessage(name: string, correlationKey: string, timeToLive: number): void {
    this.#send(ValueType.MESSAGE, MessageIntent.PUBLISH, {
      name,
      correlationKey,
      timeToLive,
      deadline: -1,
      messageId: this.#random.chance(0.1) ? 'same' : '',
      variables: JSON.stringify({ ...this.#someVariables(), key: correlationKey }),
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    });
  }

  #correlate(): void {
    const names = this.#messageNames();
    if (names.length === 0) return;
    this.#send(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE, {
      name: this.#random.pick(names),
      correlationKey: this.#random.pick(CORRELATION_KEYS),
      variables: JSON.stringify(this.#someVariables()),
      messageKey: NO_KEY,
      processInstanceKey: NO_KEY,
      requestStreamId: -1,
      requestId: -1,
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    });
  }

  #advance(ms: number): void {
    if (this.#isCollecting) {
      this.engine.nowMs += ms;
      for (const command of this.engine.engine.collectDueCommands(this.engine.nowMs, 100)) {
        this.engine.engine.process(command, this.engine.nowMs);
      }
      return;
    }
    this.engine.flush();
    this.engine.advance(ms);
  }

  #flush(): void {
    if (!this.#isCollecting) this.engine.flush();
  }

  #cancelAll(): void {
    for (const { key, value } of this.#living()) {
      if (value.bpmnElementType !== BpmnElementType.PROCESS || value.parentProcessInstanceKey !== NO_KEY) continue;
      this.#send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, { key });
    }
  }

  #operatorView(): OperatorView {
    return {
      random: this.#random,
      living: () => this.#living(),
      documentOf: (key) => new TextDecoder().decode(this.#state().processes.get(key)?.resource),
      twinOf: (key) => this.#twinOf(key),
      modify: (value, intent) => this.#send(operationTypes.modify, intent, value, { key: value.processInstanceKey }),
      migrate: (value, intent) => this.#send(operationTypes.migrate, intent, value, { key: value.processInstanceKey }),
    };
  }

  #twinOf(key: Key): Key {
    const present = this.#twins.get(key);
    // What was deployed in a batch that got lost is not there any more.
    if (present !== undefined && this.#state().processes.has(present)) return present;
    const xml = new TextDecoder().decode(this.#state().processes.get(key)?.resource);
    const resource = { resourceName: 'twin.bpmn', resource: new TextEncoder().encode(twinDocument(xml)) };
    this.#send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, {
      deploymentKey: NO_KEY,
      tenantId: DEFAULT_TENANT_ID,
      resources: [resource],
      processesMetadata: [],
      formsMetadata: [],
      resourcesMetadata: [],
    });
    const [twin] = [...this.#state().processes.entries()].at(-1)!;
    this.#twins.set(key, twin);
    return twin;
  }

  #cancel(): void {
    const roots = this.#living().filter(({ value }) => value.bpmnElementType === BpmnElementType.PROCESS);
    if (roots.length === 0) return;
    this.#send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, {
      key: this.#random.pick(roots).key,
    });
  }

  #suspend(): void {
    const roots = this.#living().filter(({ value }) => value.bpmnElementType === BpmnElementType.PROCESS);
    if (roots.length > 0) this.#sendInstance(ProcessInstanceIntent.SUSPEND, this.#random.pick(roots).key);
  }

  #resume(): void {
    const [suspension] = this.#state().suspensions.entries();
    if (suspension !== undefined) this.#sendInstance(ProcessInstanceIntent.RESUME, suspension[0]);
  }

  #sendInstance(intent: number, key: Key): void {
    this.#send(ValueType.PROCESS_INSTANCE, intent, EMPTY_INSTANCE, { key });
  }

  #resolve(): void {
    const incidents = [...this.#state().incidents.entries()];
    if (incidents.length === 0) return;
    const [key] = this.#random.pick(incidents);
    if (this.#random.chance(0.7)) this.#mend(key);
    else this.#send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, { key });
  }

  /** Removes the cause of an incident, then resolves it. */
  #mend(incidentKey: Key): void {
    const incident = this.#state().incidents.get(incidentKey);
    if (incident === undefined) return;
    if (incident.jobKey !== NO_KEY) this.#job(JobIntent.UPDATE_RETRIES, incident.jobKey, { retries: 2 });
    if (incident.jobKey === NO_KEY || incident.errorType === IncidentErrorType.MESSAGE_SIZE_EXCEEDED) {
      const variables = {
        nothing: 'PT1S',
        need0: 1,
        need1: 1,
        choice0: 1,
        choice1: 2,
        choice2: 1,
        key: 'k0',
        items: [1, 2],
      };
      if (this.#random.chance(0.5)) variables.choice1 = 1;
      this.#setVariable(incident.variableScopeKey, variables, false);
    }
    this.#send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, { key: incidentKey });
  }

  #setVariables(): void {
    const living = this.#living();
    if (living.length === 0) return;
    this.#setVariable(this.#random.pick(living).key, this.#someVariables(), this.#random.chance(0.5));
  }

  #setVariable(scopeKey: Key, variables: object, isLocal: boolean): void {
    this.#send(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, {
      scopeKey,
      isLocal,
      variables: JSON.stringify(variables),
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  #backlogStep(): void {
    this.engine.engine.processBacklog(this.engine.nowMs);
  }

  /** Commands about what is not there, or not in that state. */
  #nonsense(): void {
    const keys = [...this.#held.map(({ jobKey }) => jobKey), ...this.#living().map(({ key }) => key), 7n as Key];
    const key = this.#random.pick(keys);
    const send = this.#random.pick([
      () => this.#job(JobIntent.COMPLETE, key, { variables: '[' }),
      () => this.#job(JobIntent.YIELD, key, {}),
      () => this.#job(JobIntent.UPDATE_TIMEOUT, key, { timeout: 10 }),
      () => this.#send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, { key }),
      () => this.#send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, { key: 9n as Key }),
    ]);
    send();
  }

  #someVariables(): Record<string, unknown> {
    const variables: { again?: boolean; text?: unknown } & Record<string, unknown> = {};
    if (this.#random.chance(0.5)) variables[this.#random.pick(CHOICES)] = this.#random.between(0, 3);
    if (this.#random.chance(0.2)) variables[this.#random.pick(NEEDED)] = 'é';
    if (this.#random.chance(0.2)) variables.again = this.#random.chance(0.3);
    if (this.#random.chance(0.2)) variables.text = { deep: [1, 'x'] };
    return variables;
  }

  #job(intent: number, key: Key, changes: Parameters<typeof jobCommandValue>[0]): void {
    // Now and then by a worker whose lease is over.
    const leaseToken = this.#random.chance(0.9) ? (this.#state().jobs.get(key)?.value.leaseToken ?? '') : '1';
    this.#send(ValueType.JOB, intent, jobCommandValue({ leaseToken, ...changes }), { key });
  }

  #send<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    options: { readonly key?: Key; readonly mayStayOpen?: boolean } = {},
  ): void {
    const requestId = this.engine.submit(valueType, intent, value, options.key ?? NO_KEY);
    this.#requests.set(requestId, { mayStayOpen: options.mayStayOpen ?? false });
  }

  #messageNames(): readonly string[] {
    return this.#processes.flatMap(({ messageNames, startMessageNames }) => [...messageNames, ...startMessageNames]);
  }

  #living() {
    return [...this.#state().elementInstances.entries()].map(([, instance]) => instance);
  }

  #state() {
    return createEngineState(this.engine.store);
  }

  #expireMessages(): void {
    this.#advance(120_000);
  }
}

function fulfilled(isCancelRemainingInstances: boolean): AdHocSubProcessJobResult {
  return {
    type: 'adHocSubProcess',
    activateElements: [],
    isCompletionConditionFulfilled: true,
    isCancelRemainingInstances,
  };
}

/** Records that no engine may write. */
export function recordProblems(engine: TestEngine): string[] {
  const problems: string[] = [];
  engine.records.forEach((record, index) => {
    const { position, sourceRecordPosition, recordType, sourceRecordPosition: source } = record;
    if (position !== index + 1) problems.push(`position ${position} at index ${index}`);
    if (source === -1) {
      if (recordType !== RecordType.COMMAND) problems.push(`no source at position ${position}`);
      return;
    }
    const cause = engine.records[source - 1];
    if (sourceRecordPosition >= position || cause?.recordType !== RecordType.COMMAND) {
      problems.push(`source ${source} at position ${position} is no command before it`);
    }
  });
  return problems;
}
