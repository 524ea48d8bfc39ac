/**
 * Does at random what clients, workers and time do to an engine, and in the end serves everything until no instance is
 * left. The same seed gives the same run.
 */
import {
  BpmnElementType,
  DEFAULT_TENANT_ID,
  DecisionEvaluationIntent,
  DeploymentIntent,
  decisionEvaluationCommandValue,
  deploymentCommandValue,
  GlobalListenerIntent,
  IncidentIntent,
  JobIntent,
  JobKind,
  type Key,
  MessageCorrelationIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  SavedFilterIntent,
  UserTaskCommentIntent,
  UserTaskIntent,
  userTaskCommentCommandValue,
  ValueType,
} from '@waggle/protocol';
import { globalListener } from './global-listeners.ts';
import type { Random } from './random.ts';
import { RandomClient } from './random-client.ts';
import { changeDecisions, deployDecisions, restoreDecisions } from './random-decisions.ts';
import { CHOICES, CORRELATION_KEYS, JOB_TYPES, LISTENER_TYPE, NEEDED, SIGNAL_NAMES } from './random-draw.ts';
import {
  migrateAtRandom,
  modifyAtRandom,
  type OperatorView,
  operationTypes,
  twinDocument,
} from './random-operations.ts';
import { drawProcess, type RandomProcess } from './random-processes.ts';
import { fulfilled, RandomWorker } from './random-worker.ts';
import { savedFilter } from './saved-filters.ts';
import { EMPTY_INCIDENT, EMPTY_INSTANCE, TestEngine } from './test-engine.ts';

const PROCESS_COUNT = 3;
const INSTANCES_MAX = 8;
/** Rounds of serving everything; an instance that still lives then hangs. */
const SERVING_ROUNDS_MAX = 300;
/** As above, for instances somebody has modified: they may well hang. */
const OPERATED_ROUNDS_MAX = 60;

export interface RandomDriverOptions {
  /**
   * As on a server with time to spare: whatever follows from a step is done before the next, and nobody changes what all
   * instances share. Default `false`.
   */
  readonly isUndisturbed?: boolean;
}

export class RandomDriver {
  readonly #random: Random;
  readonly #processes: readonly RandomProcess[];
  readonly #client: RandomClient;
  readonly #worker: RandomWorker;
  #instances = 0;
  /** An operator works on the instances: tokens may get lost, so that some never end by themselves. */
  readonly #isOperated: boolean;
  readonly #isUndisturbed: boolean;
  readonly #twins = new Map<Key, Key>();

  constructor(random: Random, { isUndisturbed = false }: RandomDriverOptions = {}) {
    this.#isUndisturbed = isUndisturbed;
    this.#random = random;
    this.#isOperated = random.chance(0.3);
    const hasStreams = random.chance(0.3);
    const stream = { id: 1, worker: 'streaming', timeoutMs: 20_000, fetchVariables: [], withLease: false };
    const engine = new TestEngine({
      limits: isUndisturbed
        ? { callDepthMax: 10 }
        : {
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
    for (const { xml } of processes) engine.deploy(xml);
    this.#client = new RandomClient(engine, random, processes);
    this.#worker = new RandomWorker(this.#client);
    deployDecisions(this.#client);
  }

  get engine(): TestEngine {
    return this.#client.engine;
  }

  /** One random event. */
  step(): void {
    const actions: readonly (readonly [number, () => void])[] = [
      [this.#instances < INSTANCES_MAX ? 3 : 0, () => this.#create()],
      [6, () => this.#worker.activate()],
      [6, () => this.#worker.work()],
      [4, () => this.#publish(this.#random.pick([0, 0, 10_000, 60_000]))],
      [2, () => this.#correlate()],
      [0.5, () => this.#client.broadcast(this.#random.pick(SIGNAL_NAMES))],
      [2, () => this.#workOnUserTask()],
      [1, () => this.#comment()],
      [0.3, () => this.#changeSavedFilter()],
      [this.#isUndisturbed ? 0 : 0.3, () => this.#changeGlobalListener()],
      [this.#isUndisturbed ? 0 : 0.2, () => changeDecisions(this.#client, this.#random)],
      [0.3, () => this.#evaluateDecision()],
      [3, () => this.#client.advance(this.#random.pick([1, 500, 5_000, 20_000]))],
      [0.4, () => this.#cancel()],
      [0.4, () => this.#suspend()],
      [0.6, () => this.#resume()],
      [3, () => this.#resolve()],
      [1, () => this.#setVariables()],
      [this.#isUndisturbed ? 0 : 1, () => this.#backlogStep()],
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
    this.#worker.receivePushes();
    if (this.#isUndisturbed) this.engine.settle();
    else if (this.#random.chance(0.8)) this.#client.flush();
  }

  /** Some random events whose records are only collected. */
  stepsWithoutBatch(count: number): void {
    this.#client.isCollecting = true;
    for (let step = 0; step < count; step++) this.step();
    this.#client.isCollecting = false;
  }

  /** Serves everything until no instance is left. @throws when one never ends. */
  finish(): void {
    for (let round = 0; round < SERVING_ROUNDS_MAX; round++) {
      this.engine.settle();
      if (this.#client.living().length === 0) {
        this.engine.settle();
        this.#expireMessages();
        return;
      }
      this.#serve();
      // What an operator left half done waits for ever.
      if (this.#isOperated && round > OPERATED_ROUNDS_MAX) this.#cancelAll();
    }
    const left = this.#client
      .living()
      .map(({ key, value, state }) => `${key} ${value.bpmnProcessId}/${value.elementId} ${state}`);
    const incidents = [...this.#client.state().incidents.entries()].map(
      ([, { elementId, errorMessage }]) => `${elementId}: ${errorMessage}`,
    );
    throw new Error(
      `Expected every instance to end, but these hang:\n${left.join('\n')}\nIncidents:\n${incidents.join('\n')}`,
    );
  }

  /** A new engine takes the log over. */
  restart(): void {
    this.engine.flush();
    this.#client.engine = this.engine.restarted();
  }

  unanswered(): string[] {
    return this.#client.unanswered();
  }

  /** Forgets requests that were never made, because what they led to was discarded. */
  forgetRequestsFrom(requestId: number): void {
    this.#client.forgetRequestsFrom(requestId);
    this.#worker.forget();
  }

  get lastRequestId(): number {
    return this.#client.lastRequestId;
  }

  #serve(): void {
    const { engine } = this;
    for (const [key] of [...this.#client.state().suspensions.entries()])
      this.#client.sendInstance(ProcessInstanceIntent.RESUME, key);
    engine.settle();
    // Others would begin something new in every round.
    const awaited = [...this.#client.state().messageSubscriptions.entries()].filter(
      ([, { value }]) => value.isInterrupting,
    );
    for (const [, { value }] of awaited) this.#client.publishMessage(value.messageName, value.correlationKey, 0);
    engine.settle();
    restoreDecisions(this.#client);
    engine.settle();
    for (const [key] of [...this.#client.state().incidents.entries()]) this.#client.mend(key);
    engine.settle();
    // Before variables are set, since that is a transition of its own for some.
    for (const [key] of [...this.#client.state().userTasks.entries()])
      this.#client.userTask(UserTaskIntent.COMPLETE, key);
    engine.settle();
    // Wherever a loop looks for it: a value that hides in some scope would keep the loop going.
    for (const { key } of this.#client.living()) this.#client.setVariable(key, { again: false }, true);
    for (const name of SIGNAL_NAMES) this.#client.broadcast(name);
    for (const [key, job] of [...this.#client.state().jobs.entries()]) {
      // A task listener decides about the task and sets no variables.
      const variables = job.value.kind === JobKind.TASK_LISTENER ? {} : { again: false };
      this.#client.job(JobIntent.COMPLETE, key, {
        variables: JSON.stringify(variables),
        ...(job.value.kind === JobKind.AD_HOC_SUB_PROCESS && { result: fulfilled(true) }),
      });
      engine.settle();
    }
    engine.settle();
    this.#client.advance(10_000);
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
    this.#client.send(ValueType.PROCESS_INSTANCE_CREATION, isAwaiting ? CREATE_WITH_AWAITING_RESULT : CREATE, value, {
      mayStayOpen: isAwaiting,
    });
  }

  #evaluateDecision(): void {
    const decisionId = this.#random.pick(['route', 'weight', 'missing']);
    const variables = JSON.stringify(this.#client.someVariables());
    const value = decisionEvaluationCommandValue({ decisionId, variables });
    this.#client.send(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, value);
  }

  #workOnUserTask(): void {
    const keys = [...this.#client.state().userTasks.entries()].map(([key]) => key);
    if (keys.length === 0) return;
    const { ASSIGN, CLAIM, UPDATE, COMPLETE } = UserTaskIntent;
    this.#client.userTask(this.#random.pick([ASSIGN, CLAIM, UPDATE, COMPLETE, COMPLETE]), this.#random.pick(keys));
  }

  #comment(): void {
    const state = this.#client.state();
    const keys = [...state.userTasks.entries()].map(([key]) => key);
    if (keys.length === 0) return;
    const userTaskKey = this.#random.pick(keys);
    const comments = [...state.userTaskComments.entries()].map(([, key]) => key);
    const commentKey = comments.length > 0 && this.#random.chance(0.3) ? this.#random.pick(comments) : NO_KEY;
    const intent = commentKey === NO_KEY ? UserTaskCommentIntent.CREATE : UserTaskCommentIntent.DELETE;
    const value = userTaskCommentCommandValue({ userTaskKey, commentKey, author: 'ann', text: 'é' });
    this.#client.send(ValueType.USER_TASK_COMMENT, intent, value, { key: commentKey });
  }

  /** Of few names and owners, so that much of it is refused. */
  #changeSavedFilter(): void {
    const keys = [...this.#client.state().savedFilters.entries()].map(([, key]) => key);
    const { CREATE, UPDATE, DELETE } = SavedFilterIntent;
    const intent = keys.length === 0 ? CREATE : this.#random.pick([CREATE, UPDATE, DELETE]);
    const said = { owner: this.#random.pick(['ann', 'bob']), name: this.#random.pick(['a', 'b', 'c']) };
    this.#client.send(ValueType.SAVED_FILTER, intent, savedFilter({ ...said, isShared: this.#random.chance(0.5) }), {
      key: intent === CREATE ? NO_KEY : this.#random.pick(keys),
    });
  }

  #changeGlobalListener(): void {
    const { CREATE, UPDATE, DELETE } = GlobalListenerIntent;
    const listener = globalListener(this.#random.pick(['early', 'late']), {
      type: LISTENER_TYPE,
      eventTypes: [this.#random.pick(['all', 'creating', 'assigning', 'completing', 'canceling'])],
      isAfterNonGlobal: this.#random.chance(0.5),
      priority: this.#random.below(3),
    });
    this.#client.send(ValueType.GLOBAL_LISTENER, this.#random.pick([CREATE, UPDATE, DELETE]), listener);
  }

  #publish(timeToLive: number): void {
    const names = this.#client.messageNames();
    if (names.length === 0) return;
    this.#client.publishMessage(this.#random.pick(names), this.#random.pick(CORRELATION_KEYS), timeToLive);
  }

  #correlate(): void {
    const names = this.#client.messageNames();
    if (names.length === 0) return;
    this.#client.send(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE, {
      name: this.#random.pick(names),
      correlationKey: this.#random.pick(CORRELATION_KEYS),
      variables: JSON.stringify(this.#client.someVariables()),
      messageKey: NO_KEY,
      processInstanceKey: NO_KEY,
      requestStreamId: -1,
      requestId: -1,
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    });
  }

  #cancelAll(): void {
    for (const { key, value } of this.#client.living()) {
      if (value.bpmnElementType !== BpmnElementType.PROCESS || value.parentProcessInstanceKey !== NO_KEY) continue;
      this.#client.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, { key });
    }
  }

  #operatorView(): OperatorView {
    return {
      random: this.#random,
      living: () => this.#client.living(),
      documentOf: (key) => new TextDecoder().decode(this.#client.state().processes.get(key)?.resource),
      twinOf: (key) => this.#twinOf(key),
      modify: (value, intent) =>
        this.#client.send(operationTypes.modify, intent, value, { key: value.processInstanceKey }),
      migrate: (value, intent) =>
        this.#client.send(operationTypes.migrate, intent, value, { key: value.processInstanceKey }),
    };
  }

  #twinOf(key: Key): Key {
    const present = this.#twins.get(key);
    // What was deployed in a batch that got lost is not there any more.
    if (present !== undefined && this.#client.state().processes.has(present)) return present;
    const xml = new TextDecoder().decode(this.#client.state().processes.get(key)?.resource);
    const resource = { resourceName: 'twin.bpmn', resource: new TextEncoder().encode(twinDocument(xml)) };
    this.#client.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deploymentCommandValue([resource]));
    const [twin] = [...this.#client.state().processes.entries()].at(-1)!;
    this.#twins.set(key, twin);
    return twin;
  }

  #cancel(): void {
    const roots = this.#client.living().filter(({ value }) => value.bpmnElementType === BpmnElementType.PROCESS);
    if (roots.length === 0) return;
    this.#client.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, {
      key: this.#random.pick(roots).key,
    });
  }

  #suspend(): void {
    const roots = this.#client.living().filter(({ value }) => value.bpmnElementType === BpmnElementType.PROCESS);
    if (roots.length > 0) this.#client.sendInstance(ProcessInstanceIntent.SUSPEND, this.#random.pick(roots).key);
  }

  #resume(): void {
    const [suspension] = this.#client.state().suspensions.entries();
    if (suspension !== undefined) this.#client.sendInstance(ProcessInstanceIntent.RESUME, suspension[0]);
  }

  #resolve(): void {
    const incidents = [...this.#client.state().incidents.entries()];
    if (incidents.length === 0) return;
    const [key] = this.#random.pick(incidents);
    if (this.#random.chance(0.7)) this.#client.mend(key);
    else this.#client.send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, { key });
  }

  #setVariables(): void {
    const living = this.#client.living();
    if (living.length === 0) return;
    this.#client.setVariable(this.#random.pick(living).key, this.#client.someVariables(), this.#random.chance(0.5));
  }

  #backlogStep(): void {
    this.engine.engine.processBacklog(this.engine.nowMs);
  }

  /** Commands about what is not there, or not in that state. */
  #nonsense(): void {
    const keys = [...this.#worker.heldKeys, ...this.#client.living().map(({ key }) => key), 7n as Key];
    const key = this.#random.pick(keys);
    const send = this.#random.pick([
      () => this.#client.job(JobIntent.COMPLETE, key, { variables: '[' }),
      () => this.#client.job(JobIntent.YIELD, key, {}),
      () => this.#client.job(JobIntent.UPDATE_TIMEOUT, key, { timeout: 10 }),
      () => this.#client.send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, { key }),
      () =>
        this.#client.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, { key: 9n as Key }),
    ]);
    send();
  }

  #expireMessages(): void {
    this.#client.advance(120_000);
  }
}
