/** The engine in this process, with a clock that only the test turns. Everything has happened when a call returns. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  DEFAULT_TENANT_ID,
  DecisionEvaluationIntent,
  DeploymentIntent,
  decisionEvaluationCommandValue,
  deploymentCommandValue,
  JobBatchIntent,
  JobIntent,
  type JobValue,
  jobCommandValue,
  type Key,
  MessageCorrelationIntent,
  MessageIntent,
  NO_KEY,
  ProcessInstanceCreationIntent,
  type RecordValues,
  SignalIntent,
  UserTaskIntent,
  userTaskCommandValue,
  ValueType,
} from '@waggle/protocol';
import { BpmnError } from './bpmn-error.ts';
import type { ProcessCoverage } from './coverage/process-coverage.ts';
import { type DecisionResult, decisionResult } from './decision-result.ts';
import { History, type JobView, type UserTaskView } from './history.ts';
import { historyText } from './history-text.ts';
import { isoDurationMs } from './iso-duration.ts';
import { type JobMock, mockedJob, runMock } from './job-mock.ts';
import { Partition } from './partition.ts';
import { ProcessInstance } from './process-instance.ts';
import { stubDecision } from './stub-decision.ts';
import { stubJobType, stubProcess } from './stub-process.ts';

export interface TestEngineOptions {
  /** Where the clock stands first. Default 2030-01-15T12:00:00Z, a Tuesday. */
  readonly startTime?: Date | string;
  /** IANA zone for cron timers and now(). Default UTC. */
  readonly timeZone?: string;
  /** Notes which elements the instances of this engine passed. */
  readonly coverage?: ProcessCoverage;
}

export interface StartOptions {
  readonly variables?: object;
  /** Default: the latest. */
  readonly version?: number;
  /** Ids of elements to start at instead of the start event. */
  readonly startAt?: readonly string[];
  readonly tags?: readonly string[];
  readonly businessId?: string;
}

/** Which job is meant: by its type or its element; of several the oldest, or the one in the place `at`, from 0. */
export type JobSelector =
  | string
  | {
      readonly type?: string;
      readonly elementId?: string;
      readonly instance?: ProcessInstance;
      readonly at?: number;
    };

/** Which user task is meant: of several of the element the oldest, or the one in the place `at`, from 0. */
export type UserTaskSelector = string | { readonly elementId: string; readonly at?: number };

export interface MessageOptions {
  readonly correlationKey?: string;
  readonly variables?: object;
  /** How long it is kept for instances that wait only later. Default `PT0S`: not at all. */
  readonly timeToLive?: string;
  readonly messageId?: string;
}

const DEFAULT_START_MS = Date.UTC(2030, 0, 15, 12);
/** Jobs that mocks answer in one go; more means that a model and its mocks go round for ever. */
const MOCKED_JOBS_MAX = 10_000;
/** How long a job that a mock is given belongs to it: it answers at once. */
const MOCK_TIMEOUT_MS = 60_000;

export function createTestEngine(options: TestEngineOptions = {}): TestEngine {
  return new TestEngine(options);
}

export class TestEngine {
  readonly #history = new History();
  readonly #partition: Partition;
  readonly #coverage: ProcessCoverage | undefined;
  readonly #mocks = new Map<string, JobMock>();
  /** Distinguishes resources given as text. */
  #resourceCount = 0;

  constructor(options: TestEngineOptions) {
    const { startTime, timeZone = 'UTC', coverage } = options;
    this.#coverage = coverage;
    if (coverage !== undefined) this.#history.onPassed = (key, id) => coverage.note(this, key, id);
    this.#partition = new Partition({
      nowMs: startTime === undefined ? DEFAULT_START_MS : new Date(startTime).getTime(),
      engine: { timeZone },
      onRecord: (record) => this.#history.apply(record),
    });
  }

  /** What the engine takes for the present. */
  get now(): Date {
    return new Date(this.#partition.nowMs);
  }

  /**
   * Deploys files together.
   * @param resources paths of files, or the text of a BPMN or DMN file, or any other file by name and content.
   * @throws {CommandRejected} naming elements and rules.
   */
  deploy(...resources: readonly (string | { readonly name: string; readonly content: string })[]): void {
    const files = resources.map((resource) => this.#file(resource));
    const command = deploymentCommandValue(
      files.map(({ name, content }) => ({ resourceName: name, resource: new TextEncoder().encode(content) })),
    );
    const { record } = this.#partition.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, command);
    for (const { bpmnProcessId, processDefinitionKey, resourceName } of record.value.processesMetadata) {
      const file = files.find(({ name }) => name === resourceName);
      if (file === undefined || file.isStub === true) continue;
      this.#coverage?.add(this, processDefinitionKey, bpmnProcessId, file.content);
    }
    this.#settle();
  }

  /** Starts an instance. @throws {CommandRejected} when there is no such process. */
  start(processId: string, options: StartOptions = {}): ProcessInstance {
    const { record } = this.#partition.send(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, {
      bpmnProcessId: processId,
      version: options.version ?? -1,
      processDefinitionKey: NO_KEY,
      processInstanceKey: NO_KEY,
      variables: JSON.stringify(options.variables ?? {}),
      startInstructions: options.startAt ?? [],
      fetchVariables: [],
      awaitRequestStreamId: -1,
      awaitRequestId: -1,
      terminateAfterElementIds: [],
      tags: options.tags ?? [],
      businessId: options.businessId ?? '',
      tenantId: DEFAULT_TENANT_ID,
    });
    this.#settle();
    return this.#instance(record.value.processInstanceKey);
  }

  /** Instances in the order they started, also ended ones, of a process or of all. */
  instances(processId?: string): readonly ProcessInstance[] {
    return [...this.#history.instances.values()]
      .filter((each) => processId === undefined || each.processId === processId)
      .map(({ key }) => this.#instance(key));
  }

  /** Open jobs in the order they were created. */
  jobs(selector: JobSelector = {}): readonly JobView[] {
    const { type, elementId, instance } = typeof selector === 'string' ? { type: selector } : selector;
    return [...this.#history.jobs.values()].filter(
      (job) =>
        (type === undefined || job.type === type) &&
        (elementId === undefined || job.elementId === elementId) &&
        (instance === undefined || job.processInstanceKey === instance.key),
    );
  }

  /** Completes the job as a worker does. @throws {Error} when there is none. */
  completeJob(selector: JobSelector, variables: object = {}): void {
    this.#job(selector, JobIntent.COMPLETE, { variables: JSON.stringify(variables) });
  }

  /** Fails the job. @param options.retries how many are left; none raise an incident. Default: one less. */
  failJob(
    selector: JobSelector,
    options: {
      readonly retries?: number;
      readonly message?: string;
      readonly backOff?: string;
      readonly variables?: object;
    } = {},
  ): void {
    const { retries = this.#oneJob(selector).retries - 1, message = '', backOff = 'PT0S', variables = {} } = options;
    this.#job(selector, JobIntent.FAIL, {
      retries,
      errorMessage: message,
      retryBackoff: isoDurationMs(backOff),
      variables: JSON.stringify(variables),
    });
  }

  /** Throws a BPMN error from the job. */
  throwError(selector: JobSelector, errorCode: string, message = '', variables: object = {}): void {
    this.#job(selector, JobIntent.THROW_ERROR, {
      errorCode,
      errorMessage: message,
      variables: JSON.stringify(variables),
    });
  }

  /** Gives the job new retries, which it needs before its incident can be resolved. */
  updateRetries(selector: JobSelector, retries: number): void {
    this.#job(selector, JobIntent.UPDATE_RETRIES, { retries });
  }

  /** Answers every job of the type from now on, also those that wait. */
  mockJob(type: string, mock: JobMock = {}): void {
    this.#mocks.set(type, mock);
    this.#settle();
  }

  /**
   * Puts a process in place of one that is called: it ends at once with the variables given.
   * @param mock as for `mockJob`; gets the variables that the call hands over.
   */
  mockProcess(processId: string, mock: JobMock = {}): void {
    this.#mocks.set(stubJobType(processId), mock);
    this.deploy(stubProcess(processId));
  }

  /**
   * Evaluates the latest version of a decision.
   * @param variables what it sees; all else is null.
   * @throws {CommandRejected} when there is no such decision. {DecisionFailed} when it cannot be evaluated.
   */
  evaluateDecision(decisionId: string, variables: object = {}): DecisionResult {
    const command = decisionEvaluationCommandValue({
      decisionId,
      variables: JSON.stringify(variables),
      tenantId: DEFAULT_TENANT_ID,
    });
    const { EVALUATE } = DecisionEvaluationIntent;
    return decisionResult(this.#partition.send(ValueType.DECISION_EVALUATION, EVALUATE, command).record.value);
  }

  /** Puts a decision in place of one that tasks call: it always has this output. */
  mockDecision(decisionId: string, output: unknown): void {
    this.deploy(stubDecision(decisionId, output));
  }

  /** Publishes a message. @throws {CommandRejected} when its id is taken. */
  publishMessage(name: string, options: MessageOptions = {}): void {
    this.#partition.send(ValueType.MESSAGE, MessageIntent.PUBLISH, {
      name,
      correlationKey: options.correlationKey ?? '',
      timeToLive: isoDurationMs(options.timeToLive ?? 'PT0S'),
      deadline: -1,
      messageId: options.messageId ?? '',
      variables: JSON.stringify(options.variables ?? {}),
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    });
    this.#settle();
  }

  /** As `publishMessage`, for a message somebody must wait for. @throws {CommandRejected} when nobody does. */
  correlateMessage(name: string, options: Pick<MessageOptions, 'correlationKey' | 'variables'> = {}): ProcessInstance {
    const { record } = this.#partition.send(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE, {
      name,
      correlationKey: options.correlationKey ?? '',
      variables: JSON.stringify(options.variables ?? {}),
      messageKey: NO_KEY,
      processInstanceKey: NO_KEY,
      requestStreamId: -1,
      requestId: -1,
      tenantId: DEFAULT_TENANT_ID,
      businessId: '',
    });
    this.#settle();
    return this.#instance(record.value.processInstanceKey);
  }

  /** Broadcasts a signal to everything that waits for it. */
  broadcastSignal(signalName: string, variables: object = {}): void {
    const value = {
      signalName,
      variables: JSON.stringify(variables),
      tenantId: DEFAULT_TENANT_ID,
      afterKey: NO_KEY,
      untilKey: NO_KEY,
    };
    this.#partition.send(ValueType.SIGNAL, SignalIntent.BROADCAST, value);
    this.#settle();
  }

  /** Open user tasks in the order they were created, of an element or of all. */
  userTasks(elementId?: string): readonly UserTaskView[] {
    return [...this.#history.userTasks.values()].filter(
      (task) => elementId === undefined || task.elementId === elementId,
    );
  }

  /** Completes an open user task. */
  completeUserTask(selector: UserTaskSelector, variables: object = {}): void {
    this.#userTask(selector, UserTaskIntent.COMPLETE, { variables: JSON.stringify(variables), action: 'complete' });
  }

  /** @param assignee empty = nobody. */
  assignUserTask(selector: UserTaskSelector, assignee: string): void {
    this.#userTask(selector, UserTaskIntent.ASSIGN, { assignee, action: assignee === '' ? 'unassign' : 'assign' });
  }

  /**
   * Turns the clock, with everything that falls due on the way in its order.
   * @param duration ISO 8601, `PT1H30M`, or milliseconds.
   */
  advance(duration: string | number): void {
    const endMs = this.#partition.nowMs + (typeof duration === 'number' ? duration : isoDurationMs(duration));
    while (this.#partition.processNextDue(endMs)) this.#settle();
    this.#partition.nowMs = endMs;
  }

  /** What happened to an instance, or to all, a line each. */
  history(instance?: ProcessInstance): string {
    return historyText(this.#history, instance?.key);
  }

  #instance(key: Key): ProcessInstance {
    return new ProcessInstance(key, {
      history: this.#history,
      partition: this.#partition,
      settle: () => this.#settle(),
    });
  }

  #file(resource: string | { readonly name: string; readonly content: string; readonly isStub?: boolean }) {
    if (typeof resource !== 'string') return { isStub: false, ...resource };
    if (resource.trimStart().startsWith('<')) {
      this.#resourceCount += 1;
      const extension = /<(?:\w+:)?definitions\b[^>]*\/spec\/DMN\//.test(resource) ? 'dmn' : 'bpmn';
      return { name: `model-${this.#resourceCount}.${extension}`, content: resource, isStub: false };
    }
    return { name: basename(resource), content: readFileSync(resource, 'utf8'), isStub: false };
  }

  #oneJob(selector: JobSelector): JobView {
    const job = this.jobs(selector)[typeof selector === 'string' ? 0 : (selector.at ?? 0)];
    if (job !== undefined) return job;
    const open = this.jobs().map(({ type, elementId }) => `'${type}' of ${elementId}`);
    const wanted =
      typeof selector === 'string' ? `'${selector}'` : JSON.stringify({ ...selector, instance: undefined });
    throw new Error(
      `Expected an open job ${wanted}, but ${open.length === 0 ? 'there is none' : `there are only ${open.join(', ')}`}\n\n${this.history()}`,
    );
  }

  #job(selector: JobSelector, intent: number, changes: Partial<JobValue>): void {
    this.#partition.send(ValueType.JOB, intent, jobCommandValue(changes), this.#oneJob(selector).key);
    this.#settle();
  }

  #userTask(
    selector: UserTaskSelector,
    intent: number,
    changes: Partial<RecordValues[typeof ValueType.USER_TASK]>,
  ): void {
    const { elementId, at = 0 } = typeof selector === 'string' ? { elementId: selector } : selector;
    const task = this.userTasks(elementId)[at];
    if (task === undefined) {
      throw new Error(`Expected an open user task of '${elementId}', but there is none\n\n${this.history()}`);
    }
    // Listeners of the task may have to answer first.
    this.#partition.ask(
      ValueType.USER_TASK,
      intent,
      userTaskCommandValue({ userTaskKey: task.key, ...changes }),
      task.key,
    );
    this.#settle();
  }

  /** Lets mocks answer until none of their jobs is left. */
  #settle(): void {
    for (let count = 0; this.#answerOne(); count++) {
      if (count < MOCKED_JOBS_MAX) continue;
      throw new Error(
        `Expected the mocks to come to an end, but they answered ${MOCKED_JOBS_MAX} jobs: does the model go round for ever?`,
      );
    }
  }

  #answerOne(): boolean {
    for (const [type, mock] of this.#mocks) {
      if (this.jobs(type).length === 0) continue;
      const [job] = this.#partition.send(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, {
        type,
        worker: 'mock',
        timeout: MOCK_TIMEOUT_MS,
        maxJobsToActivate: 1,
        fetchVariables: [],
        tenantIds: [DEFAULT_TENANT_ID],
        jobKeys: [],
        jobInstanceKeys: [],
        deadline: -1,
        truncated: false,
        withLease: false,
      }).jobs;
      if (job === undefined) continue;
      const { intent, changes } = mockAnswer(mock, mockedJob(job));
      this.#partition.send(ValueType.JOB, intent, jobCommandValue(changes), job.jobKey);
      return true;
    }
    return false;
  }
}

function mockAnswer(mock: JobMock, job: ReturnType<typeof mockedJob>): { intent: number; changes: Partial<JobValue> } {
  try {
    return { intent: JobIntent.COMPLETE, changes: { variables: JSON.stringify(runMock(mock, job)) } };
  } catch (error) {
    if (error instanceof BpmnError) {
      const { code: errorCode, message: errorMessage, variables } = error;
      return {
        intent: JobIntent.THROW_ERROR,
        changes: { errorCode, errorMessage, variables: JSON.stringify(variables) },
      };
    }
    const errorMessage = error instanceof Error ? error.message : String(error);
    return { intent: JobIntent.FAIL, changes: { retries: job.retries - 1, errorMessage } };
  }
}
