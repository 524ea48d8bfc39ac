/** Carries a scenario out against real engines in this process, with a bus between their partitions. */
import { RecordView } from '@waggle/broker';
import type { JobStreams, PushEffect } from '@waggle/engine';
import {
  type Command,
  type DecisionEvaluationValue,
  intentName,
  JobIntent,
  jobCommandValue,
  NO_KEY,
  RecordType,
  rejectionTypeName,
  ValueType,
  valueTypeName,
} from '@waggle/protocol';
import { checkInvariants } from '../../packages/engine/test/invariants.ts';
import { TestCluster } from '../../packages/engine/test/test-cluster.ts';
import type { Answer as EngineAnswer, TestEngine } from '../../packages/engine/test/test-engine.ts';
import type { CommandRequest } from './command-request.ts';
import type { Answer, DecisionAnswer, Driver } from './driver.ts';
import { durationMs } from './duration-ms.ts';
import { engineCommand, type Target } from './engine-commands.ts';
import { type ObservedRecord, observedRecord } from './observed-record.ts';
import type { EngineFault, Scenario } from './scenario.ts';

/** Longer than any scenario. */
const STREAM_TIMEOUT_MS = 3_600_000;

interface Waiting {
  readonly partition: number;
  readonly requestId: number;
  readonly resolve: (answer: Answer) => void;
}

export class InProcessDriver implements Driver {
  readonly patienceMs = 0;
  readonly #cluster: TestCluster;
  readonly #taken: number[];
  #waiting: Waiting[] = [];
  /** Where the next command goes that may go anywhere. */
  #nextPartition = 0;
  readonly #losses: { name: string; times: number }[] = [];
  readonly #repeated = new Set<string>();

  /** Worker by the job type that its stream takes. */
  readonly #streams = new Map<string, string>();

  /** @param how.restarts each engine is replaced behind every step by one that folded its log. */
  constructor(
    { partitions = 1, uniqueBusinessIds = false }: Pick<Scenario, 'partitions' | 'uniqueBusinessIds'>,
    how: { readonly restarts: boolean } = { restarts: false },
  ) {
    this.#restarts = how.restarts;
    const options = { jobStreams: this.#jobStreams(), hasUniqueBusinessIds: uniqueBusinessIds };
    this.#cluster = new TestCluster(partitions, undefined, options);
    this.#taken = this.#cluster.partitions.map(() => 0);
    this.#cluster.loses = (command) => this.#isLost(command);
    this.#cluster.repeats = (command) => this.#repeated.has(commandName(command));
  }

  readonly #restarts: boolean;
  /** Where the clock was pinned. */
  #pinnedMs: number | undefined;

  /** What the engine takes for the present. */
  get nowMs(): number {
    return this.#pinnedMs ?? this.#cluster.partition(1).nowMs;
  }

  async begin(): Promise<void> {}

  async end(): Promise<void> {}

  async send(command: CommandRequest): Promise<Answer> {
    if (command.name === 'activate') return this.#activate(command);
    const { target, valueType, intent, key, value } = engineCommand(command, this.nowMs);
    if (command.name === 'pinClock') this.#pinnedMs = this.nowMs + command.with.byMs;
    if (command.name === 'resetClock') this.#pinnedMs = undefined;
    return this.#submit(this.#partitionOf(target), { valueType, intent, key, value });
  }

  async settle(): Promise<void> {
    this.#cluster.settle();
    // What a pinned clock made due.
    if (this.#pinnedMs !== undefined) for (const partition of this.#cluster.partitions) partition.advance(0);
    this.#cluster.settle();
    this.#waiting = this.#waiting.filter(({ partition, requestId, resolve }) => {
      const answer = this.#cluster.partition(partition).answerTo(requestId);
      if (answer !== undefined) resolve(answerOf(answer));
      return answer === undefined;
    });
    if (this.#restarts) this.#restart();
    // Whoever awaits an answer that is there goes on before the caller does.
    await Promise.resolve();
  }

  async advance(ms: number): Promise<void> {
    const { partitions } = this.#cluster;
    if (partitions.length === 1) partitions[0]?.advance(ms);
    else this.#cluster.advance(ms);
    await this.settle();
  }

  get pushed(): readonly string[] {
    return this.#pushes().map(({ job }) => job.type);
  }

  async fault(fault: EngineFault): Promise<void> {
    if (fault === 'restart') this.#restart();
    else if ('partitionDown' in fault) this.#cluster.takeDown(fault.partitionDown);
    else if ('partitionUp' in fault) this.#cluster.bringUp(fault.partitionUp);
    else if ('lose' in fault) this.#losses.push({ name: fault.lose, times: fault.times });
    else if ('repeat' in fault) this.#repeated.add(fault.repeat);
    else if ('openStream' in fault) this.#streams.set(fault.openStream, fault.worker);
    else if ('closeStream' in fault) this.#closeStream(fault.closeStream);
    else for (const partition of this.#cluster.partitions) partition.nowMs += durationMs(fault.sleep);
  }

  async takeRecords(): Promise<readonly ObservedRecord[]> {
    return this.#cluster.partitions.flatMap((partition, index) => {
      const records = partition.records.slice(this.#taken[index]);
      this.#taken[index] = partition.records.length;
      return records.map((record) => observedRecord(new RecordView(index + 1, record).toJson()));
    });
  }

  /** What must hold of every log, also of this one. */
  checkInvariants(): void {
    for (const partition of this.#cluster.partitions) checkInvariants(partition);
  }

  /** Elements that live, on all partitions. */
  living(): readonly string[] {
    return this.#cluster.partitions.flatMap((partition) => partition.living());
  }

  #partitionOf(target: Target): TestEngine {
    if (target.kind === 'key') return this.#cluster.partitionOf(target.key);
    if (target.kind === 'correlationKey') return this.#cluster.partitionOfCorrelationKey(target.text);
    if (target.kind === 'partition') return this.#cluster.partition(target.partitionId);
    this.#nextPartition = (this.#nextPartition % this.#cluster.partitions.length) + 1;
    return this.#cluster.partition(this.#nextPartition);
  }

  #submit(partition: TestEngine, command: Pick<Command, 'valueType' | 'intent' | 'key' | 'value'>): Promise<Answer> {
    const { valueType, intent, value, key } = command;
    const requestId = partition.submit(valueType, intent, value, key);
    partition.settle();
    const partitionId = this.#cluster.partitions.indexOf(partition) + 1;
    return new Promise((resolve) => {
      this.#waiting.push({ partition: partitionId, requestId, resolve });
    });
  }

  /** Asks one partition after the other until there are enough jobs, as a gateway does. */
  async #activate(command: CommandRequest<'activate'>): Promise<Answer> {
    const jobs: Readonly<Record<string, unknown>>[] = [];
    for (const partition of this.#cluster.partitions) {
      const max = command.with.max - jobs.length;
      const { valueType, intent, value } = engineCommand({ ...command, with: { ...command.with, max } }, this.nowMs);
      const answer = partition.send(valueType, intent, value, NO_KEY);
      if (answer === undefined) throw new Error('Expected an answer to an activation, but there is none');
      if (answer.record.recordType === RecordType.COMMAND_REJECTION) return answerOf(answer);
      for (const { variables, jobKey, worker, retries, leaseToken, priority, customHeaders } of answer.jobs) {
        const key = String(jobKey);
        jobs.push({ key, variables: JSON.parse(variables), worker, retries, leaseToken, priority, customHeaders });
      }
      if (jobs.length >= command.with.max) break;
    }
    return { jobs };
  }

  #jobStreams(): JobStreams {
    return {
      pick: (jobType) => {
        const worker = this.#streams.get(jobType);
        if (worker === undefined) return undefined;
        return { id: 1, worker, timeoutMs: STREAM_TIMEOUT_MS, fetchVariables: [], withLease: false };
      },
    };
  }

  #pushes(): readonly PushEffect[] {
    return this.#cluster.partitions.flatMap(({ effects }) => effects.filter((effect) => effect.kind === 'push'));
  }

  /** A broker gives back what a lost client was given and has not dealt with. */
  #closeStream(jobType: string): void {
    this.#streams.delete(jobType);
    for (const { job } of this.#pushes()) {
      if (job.type !== jobType) continue;
      this.#cluster.partitionOf(job.jobKey).send(ValueType.JOB, JobIntent.YIELD, jobCommandValue({}), job.jobKey);
    }
  }

  #restart(): void {
    for (const [index, partition] of this.#cluster.partitions.entries()) {
      this.#cluster.replace(index + 1, partition.restarted());
    }
  }

  #isLost(command: Command): boolean {
    const name = commandName(command);
    const loss = this.#losses.find((each) => each.name === name && each.times > 0);
    if (loss === undefined) return false;
    loss.times -= 1;
    return true;
  }
}

function commandName({ valueType, intent }: Command): string {
  return `${valueTypeName(valueType)} ${intentName(valueType, intent)}`;
}

function answerOf({ record }: EngineAnswer): Answer {
  if (record.recordType === RecordType.COMMAND_REJECTION) {
    return { rejection: { type: rejectionTypeName(record.rejectionType), reason: record.rejectionReason } };
  }
  const value: object = record.value;
  return {
    key: String(record.key),
    ...('variables' in value && typeof value.variables === 'string' && { variables: JSON.parse(value.variables) }),
    ...('resultValue' in value && typeof value.resultValue === 'string' && { result: JSON.parse(value.resultValue) }),
    ...('evaluatedDecisions' in value && { decision: decisionAnswer(value as DecisionEvaluationValue) }),
    ...('startedProcessInstances' in value &&
      Array.isArray(value.startedProcessInstances) && {
        started: value.startedProcessInstances.map(({ processInstanceKey }) => String(processInstanceKey)),
      }),
  };
}

function decisionAnswer(value: DecisionEvaluationValue): DecisionAnswer {
  return {
    output: JSON.parse(value.decisionOutput),
    failedDecisionId: value.failedDecisionId,
    failureMessage: value.evaluationFailureMessage,
    evaluated: value.evaluatedDecisions.map(({ decisionId, decisionOutput, matchedRules }) => ({
      decisionId,
      output: JSON.parse(decisionOutput),
      matchedRules: matchedRules.map(({ ruleIndex }) => ruleIndex),
    })),
  };
}
