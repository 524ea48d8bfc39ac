/**
 * The history of a server: a real engine on memory works through instances, and hands out the batches of its log.
 *
 * Of all instances one in eleven stays: it waits for a worker or a person, or has an incident. The others complete, a few
 * are canceled. Time passes as it would: the first began a month ago, the last now.
 */
import { createEngine, type ProcessedBatch, type ResponseEffect } from '@waggle/engine';
import {
  type CommandRequest,
  DeploymentIntent,
  deploymentCommandValue,
  JobIntent,
  jobCommandValue,
  type Key,
  type LogRecord,
  NO_KEY,
  ProcessInstanceIntent,
  processInstanceCommandValue,
  type RecordOf,
  RecordType,
  readBatch,
  UserTaskIntent,
  userTaskCommandValue,
  ValueType,
} from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state';
import { activation, creation } from '../programs/one-task-commands.ts';
import { Random } from './random.ts';
import { type TaskProcess, taskProcesses, taskProcessXml } from './task-processes.ts';

export const USERS = 500;
export const GROUPS = 30;
export const CUSTOMERS = 10_000;
export const ERRORS = 20;
const VERSIONS = 2;
const PERIOD_MS = 30 * 24 * 3_600_000;
/** Instances that share batches, as under load. */
const ROUND = 110;
/** Of each round this many stay. */
const STAYING = 10;
const INCIDENT_SHARE = 0.05;
const CANCELED_SHARE = 0.03;
const BUSINESS_ID_SHARE = 0.2;

const encoder = new TextEncoder();

export function errorMessage(index: number): string {
  return `Expected the service to answer, but it gave status ${500 + index}`;
}

export class InstanceHistory {
  readonly #engine = createEngine({ partitionId: 1, partitionCount: 1, state: createMemoryStateStore() });
  readonly #random = new Random(1);
  readonly #weights: readonly number[];
  readonly #beginMs: number;
  readonly #msPerInstance: number;
  #requestId = 0;
  #created = 0;

  /** @param endMs when the last instance begins. */
  constructor(instances: number, endMs: number) {
    let sum = 0;
    this.#weights = taskProcesses.map(({ weight }) => {
      sum += weight;
      return sum;
    });
    this.#beginMs = endMs - PERIOD_MS;
    this.#msPerInstance = PERIOD_MS / instances;
  }

  get created(): number {
    return this.#created;
  }

  deploy(): ProcessedBatch {
    for (let version = 1; version <= VERSIONS; version++) {
      for (const process of taskProcesses) {
        this.#submit({
          valueType: ValueType.DEPLOYMENT,
          intent: DeploymentIntent.CREATE,
          key: NO_KEY,
          value: deploymentCommandValue([
            {
              resourceName: `${process.bpmnProcessId}.bpmn`,
              resource: encoder.encode(taskProcessXml(process, version)),
            },
          ]),
        });
      }
    }
    return this.#take();
  }

  /** The next round of instances, from their creation to their end if they have one. */
  *round(): Iterable<ProcessedBatch> {
    for (let index = 0; index < ROUND; index++) this.#create(index < STAYING);
    const created = this.#take();
    yield created;
    for (const type of ['work', 'failing']) this.#submit(activation(ROUND, type));
    const activated = this.#take();
    yield activated;
    for (const job of jobsOf(activated)) this.#finishJob(job);
    for (const userTaskKey of finishedUserTasks(created)) {
      this.#submit({
        valueType: ValueType.USER_TASK,
        intent: UserTaskIntent.COMPLETE,
        key: userTaskKey,
        value: userTaskCommandValue({ userTaskKey, variables: '{"approved":true}', action: 'complete' }),
      });
    }
    yield this.#take();
  }

  #create(isStaying: boolean): void {
    this.#created++;
    const random = this.#random;
    const process = this.#process();
    const isFailing = isStaying && random.chance(INCIDENT_SHARE);
    const variables = {
      orderId: `o-${this.#created}`,
      amount: random.below(100_000) / 100,
      vip: random.chance(0.1),
      customer: `c-${random.below(CUSTOMERS)}`,
      ...(process.kind === 'service'
        ? { jobType: isFailing ? 'failing' : isStaying ? 'waiting' : 'work' }
        : {
            assignee: `user-${random.below(USERS)}`,
            group: `group-${random.below(GROUPS)}`,
            due: new Date(this.#now() + random.below(10) * 24 * 3_600_000).toISOString(),
            priority: random.below(101),
            isStaying,
          }),
    };
    this.#submit({
      ...creation,
      value: {
        ...creation.value,
        bpmnProcessId: process.bpmnProcessId,
        version: 1 + random.below(VERSIONS),
        variables: JSON.stringify(variables),
        businessId: random.chance(BUSINESS_ID_SHARE) ? `business-${this.#created}` : '',
      },
    });
  }

  #finishJob({ jobKey, type, processInstanceKey }: FinishedJob): void {
    const random = this.#random;
    if (random.chance(CANCELED_SHARE)) {
      const value = processInstanceCommandValue({ processInstanceKey, rootProcessInstanceKey: processInstanceKey });
      const intent = ProcessInstanceIntent.CANCEL;
      this.#submit({ valueType: ValueType.PROCESS_INSTANCE, intent, key: processInstanceKey, value });
      return;
    }
    if (type === 'failing') {
      const value = jobCommandValue({ retries: 0, errorMessage: errorMessage(random.below(ERRORS)) });
      this.#submit({ valueType: ValueType.JOB, intent: JobIntent.FAIL, key: jobKey, value });
      return;
    }
    const value = jobCommandValue({ variables: '{"paid":true}' });
    this.#submit({ valueType: ValueType.JOB, intent: JobIntent.COMPLETE, key: jobKey, value });
  }

  #process(): TaskProcess {
    const place = this.#random.next() * this.#weights.at(-1)!;
    return taskProcesses[this.#weights.findIndex((weight) => place < weight)]!;
  }

  #submit(request: CommandRequest): void {
    this.#requestId++;
    const source = { requestStreamId: 1, requestId: this.#requestId };
    this.#engine.process({ operationReference: NO_KEY, ...request, ...source }, this.#now());
  }

  #take(): ProcessedBatch {
    const batch = this.#engine.takeBatch();
    if (batch === undefined) throw new Error('Expected a batch, but nothing was processed');
    this.#engine.commit(batch);
    return batch;
  }

  #now(): number {
    return Math.floor(this.#beginMs + this.#created * this.#msPerInstance);
  }
}

interface FinishedJob {
  readonly jobKey: Key;
  readonly type: string;
  readonly processInstanceKey: Key;
}

function jobsOf({ effects }: ProcessedBatch): readonly FinishedJob[] {
  return effects.filter((effect): effect is ResponseEffect => effect.kind === 'response').flatMap(({ jobs }) => jobs);
}

/** Tasks whose instance shall not stay: their process says so in a variable. */
function finishedUserTasks({ data }: ProcessedBatch): readonly Key[] {
  const { records } = readBatch(data);
  const staying = new Set<Key>();
  const tasks: { readonly key: Key; readonly processInstanceKey: Key }[] = [];
  for (const record of records) {
    if (record.recordType !== RecordType.EVENT) continue;
    if (isRecordOf(record, ValueType.VARIABLE)) {
      const { name, value, processInstanceKey } = record.value;
      if (name === 'isStaying' && value === 'true') staying.add(processInstanceKey);
    } else if (isRecordOf(record, ValueType.USER_TASK) && record.intent === UserTaskIntent.CREATED) {
      tasks.push({ key: record.key, processInstanceKey: record.value.processInstanceKey });
    }
  }
  return tasks.filter(({ processInstanceKey }) => !staying.has(processInstanceKey)).map(({ key }) => key);
}

function isRecordOf<Type extends ValueType>(record: LogRecord, valueType: Type): record is RecordOf<Type> {
  return record.valueType === valueType;
}
