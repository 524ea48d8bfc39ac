import {
  type ActivatedJob,
  type ActivatedUserTask,
  type CommandRequest,
  type CommandResponse,
  DEFAULT_TENANT_ID,
  type ExportingMode,
  type ExportingStatus,
  JobBatchIntent,
  JobIntent,
  JobKind,
  JobListenerEventType,
  type JobReceiver,
  type JobStreamRequest,
  type Key,
  keyOf,
  type LogRecord,
  NO_KEY,
  type PartitionError,
  type PartitionPort,
  RecordType,
  type RecordValue,
  RejectionType,
  type Topology,
  ValueType,
} from '@waggle/protocol';

export interface SentCommand {
  readonly partitionId: number;
  readonly command: CommandRequest;
  readonly timeoutMs: number | undefined;
}

/**
 * The partitions' side of the port, as small as tests of a gateway allow: it remembers commands, keeps a shelf of
 * jobs per partition, and answers every other command with an event that repeats the command's value.
 */
export class ScriptedPort implements PartitionPort {
  readonly partitionIds: readonly number[];
  readonly sent: SentCommand[] = [];
  readonly openStreams = new Set<{ readonly request: JobStreamRequest; readonly receiver: JobReceiver }>();
  /** Answers instead of the default; `undefined` leaves it to the default. */
  script: (sent: SentCommand) => CommandResponse | PartitionError | Promise<CommandResponse> | undefined = () =>
    undefined;
  readonly #shelves = new Map<number, ActivatedJob[]>();
  readonly #listeners = new Set<(jobType: string) => void>();
  #nextCounter = 1n;

  constructor(partitionCount = 1) {
    this.partitionIds = Array.from({ length: partitionCount }, (_, index) => index + 1);
  }

  async send(
    partitionId: number,
    command: CommandRequest,
    options?: { readonly timeoutMs?: number },
  ): Promise<CommandResponse> {
    const sent = { partitionId, command, timeoutMs: options?.timeoutMs };
    this.sent.push(sent);
    const scripted = this.script(sent);
    if (scripted instanceof Error) throw scripted;
    return scripted ?? this.#answer(sent);
  }

  /** Puts jobs on a partition's shelf and says so. */
  addJobs(partitionId: number, ...jobs: readonly ActivatedJob[]): void {
    this.#shelf(partitionId).push(...jobs);
    for (const type of new Set(jobs.map((job) => job.type))) this.announce(type);
  }

  announce(jobType: string): void {
    for (const listener of this.#listeners) listener(jobType);
  }

  jobsOnShelf(partitionId = 1): readonly Key[] {
    return this.#shelf(partitionId).map((job) => job.jobKey);
  }

  commands(valueType: ValueType, intent: number): readonly CommandRequest[] {
    return this.sent
      .map(({ command }) => command)
      .filter((command) => command.valueType === valueType && command.intent === intent);
  }

  onJobsAvailable(listener: (jobType: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  openJobStream(request: JobStreamRequest, receiver: JobReceiver): () => void {
    const stream = { request, receiver };
    this.openStreams.add(stream);
    return () => this.openStreams.delete(stream);
  }

  exportingMode: ExportingMode = 'exporting';

  async exporting(): Promise<ExportingStatus> {
    return this.exportingMode;
  }

  async setExporting(mode: ExportingMode): Promise<void> {
    this.exportingMode = mode;
  }

  topology(): Topology {
    const partitions = this.partitionIds.map(
      (partitionId) => ({ partitionId, role: 'leader', health: 'healthy' }) as const,
    );
    return {
      brokers: [{ nodeId: 0, host: 'localhost', port: 26501, version: '8.9.0', partitions }],
      clusterId: 'test-cluster',
      clusterSize: 1,
      partitionsCount: partitions.length,
      replicationFactor: 1,
      gatewayVersion: '8.9.0',
    };
  }

  #answer({ partitionId, command }: SentCommand): CommandResponse {
    const { valueType, intent } = command;
    if (valueType === ValueType.JOB_BATCH && intent === JobBatchIntent.ACTIVATE)
      return this.#activate(partitionId, command);
    if (valueType === ValueType.JOB && intent === JobIntent.YIELD) {
      this.addJobs(partitionId, activatedJob({ jobKey: command.key }));
    }
    const key = command.key === NO_KEY ? keyOf(partitionId, this.#nextCounter++) : command.key;
    return eventResponse(command, key, command.value);
  }

  #activate(partitionId: number, command: CommandRequest): CommandResponse {
    const { type, maxJobsToActivate, worker } = command.value as {
      type: string;
      maxJobsToActivate: number;
      worker: string;
    };
    const shelf = this.#shelf(partitionId);
    const jobs = shelf.filter((job) => job.type === type).slice(0, maxJobsToActivate);
    for (const job of jobs) shelf.splice(shelf.indexOf(job), 1);
    const response = eventResponse(command, NO_KEY, command.value);
    return { ...response, jobs: jobs.map((job) => ({ ...job, worker })) };
  }

  #shelf(partitionId: number): ActivatedJob[] {
    const shelf = this.#shelves.get(partitionId) ?? [];
    this.#shelves.set(partitionId, shelf);
    return shelf;
  }
}

export function eventResponse(command: CommandRequest, key: Key, value: RecordValue): CommandResponse {
  return { record: record(command, { key, value }), jobs: [] };
}

export function rejectionResponse(command: CommandRequest, type: RejectionType, reason: string): CommandResponse {
  return {
    record: record(command, {
      recordType: RecordType.COMMAND_REJECTION,
      rejectionType: type,
      rejectionReason: reason,
    }),
    jobs: [],
  };
}

export function activatedJob(parts: Partial<ActivatedJob> = {}): ActivatedJob {
  return {
    jobKey: keyOf(1, 1n),
    type: 'pay',
    processInstanceKey: keyOf(1, 100n),
    rootProcessInstanceKey: keyOf(1, 100n),
    bpmnProcessId: 'order',
    processDefinitionVersion: 3,
    processDefinitionKey: keyOf(1, 101n),
    elementId: 'payTask',
    elementInstanceKey: keyOf(1, 102n),
    customHeaders: { method: 'card' },
    worker: 'worker-1',
    retries: 3,
    deadline: 1_700_000_000_000,
    variables: '{"amount":12.50}',
    kind: JobKind.BPMN_ELEMENT,
    listenerEventType: JobListenerEventType.UNSPECIFIED,
    userTask: undefined,
    tags: [],
    businessId: '',
    priority: 0,
    leaseToken: '',
    tenantId: DEFAULT_TENANT_ID,
    ...parts,
  };
}

export function activatedUserTask(parts: Partial<ActivatedUserTask> = {}): ActivatedUserTask {
  return {
    userTaskKey: keyOf(1, 103n),
    action: 'assign',
    assignee: 'ada',
    candidateGroups: ['clerks'],
    candidateUsers: ['ada', 'bob'],
    changedAttributes: ['assignee'],
    dueDate: '2026-01-02T03:04:05Z',
    followUpDate: '',
    formKey: NO_KEY,
    priority: 50,
    ...parts,
  };
}

function record(command: CommandRequest, parts: Partial<LogRecord>): LogRecord {
  return {
    position: 2,
    sourceRecordPosition: 1,
    key: command.key,
    timestamp: 1_700_000_000_000,
    recordType: RecordType.EVENT,
    valueType: command.valueType,
    intent: command.intent,
    rejectionType: RejectionType.NULL_VAL,
    rejectionReason: '',
    recordVersion: 1,
    requestStreamId: 1,
    requestId: 1,
    operationReference: NO_KEY,
    batchOperationReference: NO_KEY,
    isProcessed: true,
    value: command.value,
    ...parts,
  };
}
