/** The real engine over the state in memory, with a clock that the test turns. */
import {
  type ActivatedJob,
  bpmnElementTypeName,
  type Command,
  ConditionalEvaluationIntent,
  DEFAULT_TENANT_ID,
  DecisionEvaluationIntent,
  type DecisionEvaluationValue,
  DeploymentIntent,
  decisionEvaluationCommandValue,
  deploymentCommandValue,
  IncidentIntent,
  incidentCommandValue,
  intentName,
  JobBatchIntent,
  JobIntent,
  type JobValue,
  jobCommandValue,
  type Key,
  type LogRecord,
  MessageCorrelationIntent,
  MessageIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  type ProcessInstanceCreationValue,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  processInstanceCommandValue,
  RecordType,
  type RecordValues,
  readBatch,
  rejectionTypeName,
  SignalIntent,
  ValueType,
  VariableDocumentIntent,
  VariableIntent,
  valueTypeName,
} from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state';
import {
  createEngine,
  type Effect,
  type EngineOptions,
  type PartitionEngine,
  type ProcessedBatch,
  type StateStore,
} from '../src/index.ts';
import { createEngineState } from '../src/state/engine-state.ts';

/** Noon of a day without any time change. */
const START_MS = Date.UTC(2030, 0, 15, 12);

export interface Answer {
  readonly record: LogRecord;
  readonly jobs: readonly ActivatedJob[];
}

/** Thrown when a command that a test relies on was rejected. */
export class RejectedError extends Error {
  readonly record: LogRecord;

  constructor(record: LogRecord) {
    super(`${rejectionTypeName(record.rejectionType)}: ${record.rejectionReason}`);
    this.record = record;
  }
}

export class TestEngine {
  readonly engine: PartitionEngine;
  readonly store: StateStore;
  readonly records: LogRecord[] = [];
  readonly batches: Uint8Array[] = [];
  readonly effects: Effect[] = [];
  readonly options: Omit<EngineOptions, 'state'>;
  nowMs = START_MS;
  #requestId = 0;
  /** How much was collected before each batch, to forget it. */
  readonly #before = new Map<ProcessedBatch, { records: number; batches: number; effects: number }>();

  constructor(options: Partial<EngineOptions> = {}) {
    this.options = { partitionId: 1, partitionCount: 1, ...options };
    this.store = options.state ?? createMemoryStateStore();
    this.engine = createEngine({ ...this.options, state: this.store });
  }

  /** Sends a command and returns its answer; `undefined` while it waits for one. */
  send<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    key: Key = NO_KEY,
  ): Answer | undefined {
    const requestId = this.submit(valueType, intent, value, key);
    this.settle();
    return this.answerTo(requestId);
  }

  /** Processes a command without taking a batch. @returns the id of the request, see `answerTo`. */
  submit<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    key: Key = NO_KEY,
  ): number {
    const requestId = ++this.#requestId;
    this.engine.process(
      { valueType, intent, key, value, requestStreamId: 0, requestId, operationReference: NO_KEY },
      this.nowMs,
    );
    return requestId;
  }

  /** Requests made so far; their ids are 1 to this. */
  get requestCount(): number {
    return this.#requestId;
  }

  answerTo(requestId: number): Answer | undefined {
    const effect = this.effects.find((each) => each.kind === 'response' && each.requestId === requestId);
    return effect?.kind === 'response' ? effect : undefined;
  }

  /** A client's command whose answer nobody waits for, for the engine itself. */
  command<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    key: Key = NO_KEY,
  ): Command<Type> {
    return { valueType, intent, key, value, requestStreamId: -1, requestId: -1, operationReference: NO_KEY };
  }

  /** Creates an instance whose result is awaited. @returns what `answerTo` finds the answer by. */
  createAwaiting(bpmnProcessId: string, variables: object = {}, fetchVariables: readonly string[] = []): number {
    const value = this.creation(bpmnProcessId, { with: variables, fetchVariables });
    this.send(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT, value);
    return this.#requestId;
  }

  /** As `send`, for commands that must succeed. */
  sendAccepted<Type extends ValueType>(
    valueType: Type,
    intent: number,
    value: RecordValues[Type],
    key: Key = NO_KEY,
  ): Answer {
    const answer = this.send(valueType, intent, value, key);
    if (answer === undefined) throw new Error('Expected an answer, but there is none');
    if (answer.record.recordType === RecordType.COMMAND_REJECTION) throw new RejectedError(answer.record);
    return answer;
  }

  /** Processes what earlier batches left over, and commits everything. */
  settle(): void {
    this.flush();
    while (this.engine.processBacklog(this.nowMs)) this.flush();
  }

  flush(): void {
    const batch = this.take();
    if (batch !== undefined) this.commit(batch);
  }

  /** Takes what was processed as a batch that is not durable yet. */
  take(): ProcessedBatch | undefined {
    const batch = this.engine.takeBatch();
    if (batch === undefined) return undefined;
    const { records, batches, effects } = this;
    this.#before.set(batch, { records: records.length, batches: batches.length, effects: effects.length });
    batches.push(batch.data);
    records.push(...readBatch(batch.data).records);
    effects.push(...batch.effects);
    return batch;
  }

  /** The batch is durable. */
  commit(batch: ProcessedBatch): void {
    this.#before.delete(batch);
    this.engine.commit(batch);
  }

  /** The log could not keep a batch: it and all behind it never were. */
  discard(batch: ProcessedBatch): void {
    const before = this.#before.get(batch);
    if (before === undefined) throw new Error('Expected a batch that was taken and not committed');
    this.engine.discard(batch);
    this.records.length = before.records;
    this.batches.length = before.batches;
    this.effects.length = before.effects;
  }

  /** Turns the clock and processes what falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.nowMs + ms;
    for (;;) {
      const due = this.engine.nextDueMs();
      if (due === undefined || due > end) break;
      this.nowMs = Math.max(this.nowMs, due);
      const commands = this.engine.collectDueCommands(this.nowMs, 100);
      if (commands.length === 0) break;
      for (const command of commands) this.#processDue(command);
    }
    this.nowMs = end;
  }

  #processDue(command: Command): void {
    this.engine.process(command, this.nowMs);
    this.settle();
  }

  deploy(
    ...resources: readonly (string | { readonly name: string; readonly xml: string })[]
  ): RecordValues[typeof ValueType.DEPLOYMENT] {
    const value = deploymentCommandValue(
      resources.map((resource, index) => {
        const { name, xml } =
          typeof resource === 'string' ? { name: `process-${index}.bpmn`, xml: resource } : resource;
        return { resourceName: name, resource: new TextEncoder().encode(xml) };
      }),
    );
    const { record } = this.sendAccepted(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, value);
    return record.value as RecordValues[typeof ValueType.DEPLOYMENT];
  }

  creation(bpmnProcessId: string, options: Partial<ProcessInstanceCreationValue> & { readonly with?: object } = {}) {
    const { with: variables, ...rest } = options;
    const value: ProcessInstanceCreationValue = {
      bpmnProcessId,
      version: -1,
      processDefinitionKey: NO_KEY,
      processInstanceKey: NO_KEY,
      variables: JSON.stringify(variables ?? {}),
      startInstructions: [],
      fetchVariables: [],
      awaitRequestStreamId: -1,
      awaitRequestId: -1,
      terminateAfterElementIds: [],
      tags: [],
      businessId: '',
      tenantId: DEFAULT_TENANT_ID,
      ...rest,
    };
    return value;
  }

  /** @returns the key of the new instance. */
  create(bpmnProcessId: string, variables: object = {}): Key {
    const { record } = this.sendAccepted(
      ValueType.PROCESS_INSTANCE_CREATION,
      ProcessInstanceCreationIntent.CREATE,
      this.creation(bpmnProcessId, { with: variables }),
    );
    return record.key;
  }

  activate(
    type: string,
    maxJobs = 100,
    options: { readonly timeoutMs?: number; readonly fetchVariables?: string[]; readonly withLease?: boolean } = {},
  ) {
    return this.sendAccepted(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, {
      type,
      worker: 'test',
      timeout: options.timeoutMs ?? 60_000,
      maxJobsToActivate: maxJobs,
      fetchVariables: options.fetchVariables ?? [],
      tenantIds: [DEFAULT_TENANT_ID],
      jobKeys: [],
      jobInstanceKeys: [],
      deadline: -1,
      truncated: false,
      withLease: options.withLease ?? false,
    }).jobs;
  }

  job(intent: number, jobKey: Key, changes: Partial<JobValue> = {}): Answer | undefined {
    return this.send(ValueType.JOB, intent, jobCommandValue(changes), jobKey);
  }

  /** Completes the one open job of a type. */
  completeJob(type: string, variables: object = {}): Key {
    const [job] = this.activate(type, 1);
    if (job === undefined) throw new Error(`Expected a job of type '${type}', but there is none`);
    this.sendAccepted(
      ValueType.JOB,
      JobIntent.COMPLETE,
      jobCommandValue({ variables: JSON.stringify(variables) }),
      job.jobKey,
    );
    return job.jobKey;
  }

  /** Completes one open job of each type, in order. */
  completeJobs(...types: readonly string[]): void {
    for (const type of types) this.completeJob(type);
  }

  publish(
    name: string,
    correlationKey: string,
    options: { readonly with?: object; readonly ttl?: number; readonly id?: string; readonly businessId?: string } = {},
  ) {
    return this.send(ValueType.MESSAGE, MessageIntent.PUBLISH, {
      name,
      correlationKey,
      timeToLive: options.ttl ?? 0,
      deadline: -1,
      messageId: options.id ?? '',
      variables: JSON.stringify(options.with ?? {}),
      tenantId: DEFAULT_TENANT_ID,
      businessId: options.businessId ?? '',
    });
  }

  broadcast(signalName: string, variables: object = {}) {
    return this.send(ValueType.SIGNAL, SignalIntent.BROADCAST, {
      signalName,
      variables: JSON.stringify(variables),
      afterKey: NO_KEY,
      untilKey: NO_KEY,
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  /** Asks conditional start events. */
  evaluateConditions(variables: object, processDefinitionKey: Key = NO_KEY) {
    return this.send(ValueType.CONDITIONAL_EVALUATION, ConditionalEvaluationIntent.EVALUATE, {
      processDefinitionKey,
      variables: JSON.stringify(variables),
      startedProcessInstances: [],
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  correlate(name: string, correlationKey: string, variables: object = {}, businessId = '') {
    return this.send(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE, {
      name,
      correlationKey,
      variables: JSON.stringify(variables),
      messageKey: NO_KEY,
      processInstanceKey: NO_KEY,
      requestStreamId: -1,
      requestId: -1,
      tenantId: DEFAULT_TENANT_ID,
      businessId,
    });
  }

  evaluateDecision(decisionId: string, variables: object = {}) {
    const value = decisionEvaluationCommandValue({ decisionId, variables: JSON.stringify(variables) });
    const { record } = this.sendAccepted(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, value);
    return record as LogRecord<DecisionEvaluationValue>;
  }

  cancel(key: Key): Answer | undefined {
    return this.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, EMPTY_INSTANCE, key);
  }

  suspend(key: Key): Answer | undefined {
    return this.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.SUSPEND, EMPTY_INSTANCE, key);
  }

  resume(key: Key): Answer | undefined {
    return this.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, EMPTY_INSTANCE, key);
  }

  resolve(key: Key): Answer | undefined {
    return this.send(ValueType.INCIDENT, IncidentIntent.RESOLVE, EMPTY_INCIDENT, key);
  }

  setVariables(scopeKey: Key, variables: object, isLocal = false): Answer | undefined {
    return this.send(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, {
      scopeKey,
      isLocal,
      variables: JSON.stringify(variables),
      tenantId: DEFAULT_TENANT_ID,
    });
  }

  /** Events of a value type, optionally of one intent, in order. */
  events<Type extends ValueType>(valueType: Type, intent?: number): LogRecord<RecordValues[Type]>[] {
    return this.records.filter(
      (record) =>
        record.recordType === RecordType.EVENT &&
        record.valueType === valueType &&
        (intent === undefined || record.intent === intent),
    ) as LogRecord<RecordValues[Type]>[];
  }

  rejections(): LogRecord[] {
    return this.records.filter(({ recordType }) => recordType === RecordType.COMMAND_REJECTION);
  }

  /** Open incidents, oldest first. */
  incidents(): LogRecord<RecordValues[typeof ValueType.INCIDENT]>[] {
    const resolved = new Set(this.events(ValueType.INCIDENT, IncidentIntent.RESOLVED).map(({ key }) => key));
    return this.events(ValueType.INCIDENT, IncidentIntent.CREATED).filter(({ key }) => !resolved.has(key));
  }

  /** The life of elements as lines such as `SERVICE_TASK task ELEMENT_ACTIVATED`. */
  path(processInstanceKey?: Key): string[] {
    return this.events(ValueType.PROCESS_INSTANCE)
      .filter(({ value }) => processInstanceKey === undefined || value.processInstanceKey === processInstanceKey)
      .map(
        ({ value, intent }) =>
          `${value.elementId} ${intentName(ValueType.PROCESS_INSTANCE, intent).replace('ELEMENT_', '')}`,
      );
  }

  /** Ids of elements in the order they completed. */
  completed(processInstanceKey?: Key): string[] {
    return this.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_COMPLETED)
      .filter(({ value }) => processInstanceKey === undefined || value.processInstanceKey === processInstanceKey)
      .map(({ value }) => value.elementId);
  }

  isCompleted(processInstanceKey: Key): boolean {
    return this.#hasEnded(processInstanceKey, ProcessInstanceIntent.ELEMENT_COMPLETED);
  }

  isTerminated(processInstanceKey: Key): boolean {
    return this.#hasEnded(processInstanceKey, ProcessInstanceIntent.ELEMENT_TERMINATED);
  }

  #hasEnded(processInstanceKey: Key, intent: number): boolean {
    return this.events(ValueType.PROCESS_INSTANCE, intent).some(({ key }) => key === processInstanceKey);
  }

  /** Key of the element instance that was started last for an element. */
  keyOf(elementId: string): Key {
    const record = this.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATING)
      .filter(({ value }) => value.elementId === elementId)
      .at(-1);
    if (record === undefined) throw new Error(`Expected an instance of '${elementId}', but there is none`);
    return record.key;
  }

  /** Element ids of the instances that live now, oldest first. */
  living(): string[] {
    return [...createEngineState(this.store).elementInstances.entries()].map(([, { value }]) => value.elementId);
  }

  /** Last value of each variable written in a scope. */
  variables(scopeKey: Key): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const { value, intent } of this.events(ValueType.VARIABLE)) {
      // MIGRATED tells no value.
      if (value.scopeKey === scopeKey && intent !== VariableIntent.MIGRATED)
        found[value.name] = JSON.parse(value.value);
    }
    return found;
  }

  /** Every record as a line, for traces. */
  trace(): string[] {
    return this.records.map((record) => {
      const kind = record.recordType === RecordType.COMMAND ? 'C' : record.recordType === RecordType.EVENT ? 'E' : 'R';
      const value = record.value as Partial<ProcessInstanceValue>;
      const element =
        record.valueType === ValueType.PROCESS_INSTANCE && value.bpmnElementType !== undefined
          ? ` ${bpmnElementTypeName(value.bpmnElementType)} '${value.elementId}'`
          : '';
      return `${kind} ${valueTypeName(record.valueType)} ${intentName(record.valueType, record.intent)}${element}`;
    });
  }

  /** A second engine that folds this one's log. */
  replayed(): TestEngine {
    const other = new TestEngine({ ...this.options, state: createMemoryStateStore() });
    for (const batch of this.batches) other.engine.replay(batch);
    return other;
  }

  /** A second engine that folds this one's log and goes on in its place. */
  restarted(): TestEngine {
    const other = this.replayed();
    other.nowMs = this.nowMs;
    other.#requestId = this.#requestId;
    other.records.push(...this.records);
    other.batches.push(...this.batches);
    other.effects.push(...this.effects);
    return other;
  }

  /** Rows of the state, to compare. */
  dump(): unknown[] {
    return [...this.store.dump()];
  }
}

/** What a client gives beside a key. */
export const EMPTY_INCIDENT = incidentCommandValue();
export const EMPTY_INSTANCE = processInstanceCommandValue();
