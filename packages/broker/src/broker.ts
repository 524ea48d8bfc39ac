/**
 * A broker: partitions, and the one port through which gateways reach them.
 *
 *     port ──▶ pending requests ──▶ PartitionLink (this thread or a worker) ──▶ Partition
 *          ◀── answers, pushed jobs, "jobs available" ◀── PartitionOutput ◀──┘
 */
import { randomInt } from 'node:crypto';
import { freeBytes } from '@waggle/log';
import {
  type ActivatedJob,
  BROKER_VERSION,
  type Command,
  type CommandRequest,
  type CommandResponse,
  type ExportingMode,
  type ExportingStatus,
  JobBatchIntent,
  type JobReceiver,
  type JobStreamRequest,
  NO_KEY,
  PARTITION_ID_MAX,
  PartitionError,
  type PartitionPort,
  type Topology,
  ValueType,
} from '@waggle/protocol';
import { type Logger, pino } from 'pino';
import { type BrokerHealth, brokerHealth } from './broker-health.ts';
import type { BrokerOptions } from './broker-options.ts';
import { type Clock, systemClock } from './clock.ts';
import { commandBytes } from './command-bytes.ts';
import { createPartitionLink, type PartitionLinkOptions, runsInWorkers } from './create-partition-link.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { DiskWatch } from './disk-watch.ts';
import { BrokerError } from './errors.ts';
import { readExportingMode, writeExportingMode } from './exporting-file.ts';
import { JobStreamHub } from './job-stream-hub.ts';
import { JobsAvailable } from './jobs-available.ts';
import type { MetricSample } from './metric.ts';
import { defaultPartitionLimits, type PartitionLimits } from './partition-limits.ts';
import type { PartitionLink } from './partition-link.ts';
import type { PartitionOutput } from './partition-output.ts';
import { PendingRequests } from './pending-requests.ts';
import type { RecordFeed } from './record-feed.ts';

/** As long as Camunda's gateway waits for a broker. */
const SEND_TIMEOUT_MS = 15_000;
/** Below it the broker refuses commands: room for what is under way, checkpoints and compaction. */
const DISK_FREE_BYTES_MIN = 1024 * 1024 * 1024;
/** Tells this run's requests from those of earlier runs, whose late answers may still come out of the log. */
const REQUEST_STREAM_ID_MAX = 2 ** 31;

export interface Broker extends PartitionPort {
  readonly clusterId: string;
  /** Every partition processes. */
  readonly isReady: boolean;
  health(): BrokerHealth;
  metrics(): readonly MetricSample[];
  /** Changes what the topology tells clients, for an address that is known only once a gateway listens. */
  advertise(address: { readonly host?: string; readonly port?: number }): void;
  /** Writes checkpoints of all partitions and compacts their logs. */
  checkpoint(): Promise<void>;
  /** Takes no more commands, answers or refuses all it took, writes checkpoints and lets go of the data folder. */
  close(): Promise<void>;
}

/**
 * Starts a broker and resolves when all its partitions process.
 * @throws {BrokerError} {FolderLockedError} {LogDamagedError} and others: why it cannot start; everything is closed then.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const partitionCount = options.partitionCount ?? 1;
  if (!Number.isSafeInteger(partitionCount) || partitionCount < 1 || partitionCount > PARTITION_ID_MAX) {
    throw new BrokerError(
      'INVALID_OPTION',
      `Expected a partition count from 1 to ${PARTITION_ID_MAX}, but got ${partitionCount}`,
    );
  }
  if ((options.dataFolder === undefined) === (options.inMemory !== true)) {
    throw new BrokerError('INVALID_OPTION', 'Expected either a data folder or inMemory, but got both or neither');
  }
  const folder =
    options.dataFolder === undefined ? undefined : await openDataFolder(options.dataFolder, partitionCount);
  const broker = new RunningBroker(options, partitionCount, folder);
  await broker.start();
  return broker;
}

/** As in Camunda's metric. */
const modeNumbers: Readonly<Record<ExportingMode, number>> = { exporting: 0, paused: 1, softPaused: 2 };

class RunningBroker implements Broker {
  readonly partitionIds: readonly number[];
  readonly clusterId: string;
  readonly #options: BrokerOptions;
  #advertised: NonNullable<BrokerOptions['advertised']>;
  readonly #folder: DataFolder | undefined;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #limits: PartitionLimits;
  readonly #requestStreamId = randomInt(REQUEST_STREAM_ID_MAX);
  readonly #links = new Map<number, PartitionLink>();
  readonly #pending: PendingRequests;
  readonly #hub: JobStreamHub;
  readonly #jobsAvailable: JobsAvailable;
  readonly #diskWatch: DiskWatch | undefined;
  #droppedSends = 0;
  #exportingMode: ExportingMode = 'exporting';
  #exportingChange: Promise<void> = Promise.resolve();
  #isStarted = false;
  readonly #stopListening: (() => void)[] = [];
  #closing: Promise<void> | undefined;

  constructor(options: BrokerOptions, partitionCount: number, folder: DataFolder | undefined) {
    this.#options = options;
    this.#advertised = options.advertised ?? {};
    this.#folder = folder;
    this.#clock = options.clock ?? systemClock;
    this.#logger = options.logger ?? pino({ level: 'silent' });
    this.#limits = { ...defaultPartitionLimits, ...options.limits };
    this.partitionIds = Array.from({ length: partitionCount }, (_, index) => index + 1);
    this.clusterId = folder?.clusterId ?? 'in-memory';
    this.#pending = new PendingRequests(this.#clock);
    this.#hub = new JobStreamHub({
      links: this.#links,
      clock: this.#clock,
      logger: this.#logger,
      activate: (partitionId, request, maxJobs) => this.#activateForStream(partitionId, request, maxJobs),
    });
    this.#jobsAvailable = new JobsAvailable(this.#logger);
    this.#diskWatch = this.#createDiskWatch();
  }

  async start(): Promise<void> {
    try {
      const isThreaded = runsInWorkers(this.#options);
      // Before there are channels: a consumer that starts anew meanwhile would not be connected again.
      this.#listenForReconnects();
      for (const partitionId of this.partitionIds) {
        this.#links.set(partitionId, createPartitionLink(this.#linkOptionsOf(partitionId), isThreaded));
      }
      await this.#takeUpExporting();
      await Promise.all([...this.#links.values()].map((link) => link.start()));
      await this.#diskWatch?.start();
      this.#isStarted = true;
      this.#logger.info(
        { clusterId: this.clusterId, partitions: this.partitionIds.length, threads: isThreaded ? 'workers' : 'main' },
        'Broker ready',
      );
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  get isReady(): boolean {
    return this.health().readiness;
  }

  async send(
    partitionId: number,
    request: CommandRequest,
    options: { readonly timeoutMs?: number } = {},
  ): Promise<CommandResponse> {
    const link = this.#links.get(partitionId);
    if (link === undefined) {
      throw new PartitionError(
        'PARTITION_NOT_FOUND',
        `Expected a partition from 1 to ${this.partitionIds.length}, but got ${partitionId}`,
      );
    }
    if (this.#closing !== undefined) {
      throw new PartitionError('PARTITION_UNAVAILABLE', 'Expected a running broker, but it is stopping');
    }
    const bytes = commandBytes(request, this.#limits.commandBytesMax);
    if (bytes > this.#limits.commandBytesMax) {
      throw new PartitionError(
        'MESSAGE_TOO_LARGE',
        `Expected a command of at most ${this.#limits.commandBytesMax} bytes, but it has ${bytes}. Send less data, or keep large documents elsewhere and send references`,
      );
    }
    return this.#pending.add(partitionId, options.timeoutMs ?? SEND_TIMEOUT_MS, (requestId) => {
      const command: Command = {
        valueType: request.valueType,
        intent: request.intent,
        key: request.key,
        value: request.value,
        requestStreamId: this.#requestStreamId,
        requestId,
        operationReference: request.operationReference ?? NO_KEY,
      };
      link.submit(command, bytes);
    });
  }

  onJobsAvailable(listener: (jobType: string) => void): () => void {
    return this.#jobsAvailable.subscribe(listener);
  }

  openJobStream(request: JobStreamRequest, receiver: JobReceiver): () => void {
    return this.#hub.open(request, receiver);
  }

  topology(): Topology {
    const { nodeId = 0, host = '0.0.0.0', port = 26500 } = this.#advertised;
    const partitions = [...this.#links.values()].map(({ partitionId, status }) => ({
      partitionId,
      role: status.role,
      health: status.health,
    }));
    return {
      brokers: [{ nodeId, host, port, version: BROKER_VERSION, partitions }],
      clusterId: this.clusterId,
      clusterSize: 1,
      partitionsCount: this.partitionIds.length,
      replicationFactor: 1,
      gatewayVersion: BROKER_VERSION,
    };
  }

  health(): BrokerHealth {
    return brokerHealth({
      isStarted: this.#isStarted,
      isClosing: this.#closing !== undefined,
      isDiskAvailable: this.#diskWatch?.isAvailable ?? true,
      partitions: [...this.#links.values()],
    });
  }

  metrics(): readonly MetricSample[] {
    const sample = (name: string, help: string, type: 'gauge' | 'counter', value: number): MetricSample => ({
      name,
      help,
      type,
      labels: {},
      value,
    });
    return [
      sample('waggle_requests_pending', 'Client requests that wait for an answer', 'gauge', this.#pending.size),
      sample('waggle_jobs_given_back_total', 'Jobs that no receiver took', 'counter', this.#hub.givenBack),
      sample(
        'waggle_exporting_mode',
        '0 = exporting, 1 = paused, 2 = softly paused',
        'gauge',
        modeNumbers[this.#exportingMode],
      ),
      sample('waggle_sends_dropped_total', 'Commands to partitions unknown here', 'counter', this.#droppedSends),
      ...[...this.#links.values()].flatMap((link) => link.metrics()),
    ];
  }

  advertise(address: { readonly host?: string; readonly port?: number }): void {
    this.#advertised = { ...this.#advertised, ...address };
  }

  async exporting(): Promise<ExportingStatus> {
    const mode = this.#exportingMode;
    const told = await Promise.allSettled([...this.#links.values()].map((link) => link.exporting()));
    const holds = told.every((one) => one.status === 'fulfilled' && one.value.mode === mode && one.value.isSettled);
    return holds && mode === this.#exportingMode ? mode : 'mixed';
  }

  setExporting(mode: ExportingMode): Promise<void> {
    const change = this.#exportingChange.then(async () => {
      if (this.#folder !== undefined) await writeExportingMode(this.#folder.exportingFile, mode);
      this.#logger.info({ from: this.#exportingMode, to: mode }, 'Exporting changed');
      this.#exportingMode = mode;
      for (const link of this.#links.values()) link.setExporting(mode);
    });
    // The next change goes on where this one failed; its caller has the error.
    this.#exportingChange = change.catch(() => undefined);
    return change;
  }

  async checkpoint(): Promise<void> {
    await Promise.all([...this.#links.values()].map((link) => link.checkpoint()));
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#diskWatch?.stop();
    for (const stop of this.#stopListening) stop();
    const results = await Promise.allSettled([...this.#links.values()].map((link) => link.close()));
    for (const partitionId of this.partitionIds) {
      this.#pending.refuseAll(
        partitionId,
        'ABORTED',
        'Expected an answer, but the broker stopped before; the command may have taken effect',
      );
    }
    await this.#folder?.release();
    const failed = results.filter((result) => result.status === 'rejected');
    if (failed.length > 0) {
      throw new AggregateError(
        failed.map(({ reason }) => reason),
        'Expected all partitions to close in order, but some did not',
      );
    }
    this.#logger.info('Broker stopped');
  }

  /** As it was when the last run ended. */
  async #takeUpExporting(): Promise<void> {
    if (this.#folder !== undefined) this.#exportingMode = await readExportingMode(this.#folder.exportingFile);
    if (this.#exportingMode === 'exporting') return;
    this.#logger.warn(
      { mode: this.#exportingMode },
      'Exporting is paused, as an operator asked: logs only grow until it is resumed',
    );
    for (const link of this.#links.values()) link.setExporting(this.#exportingMode);
  }

  #listenForReconnects(): void {
    for (const feed of this.#options.recordFeeds ?? []) {
      const stop = feed.onReconnect?.(() => this.#reconnect(feed));
      if (stop !== undefined) this.#stopListening.push(stop);
    }
  }

  #reconnect(feed: RecordFeed): void {
    if (this.#closing !== undefined) return;
    for (const link of this.#links.values()) link.connectFeed(feed);
  }

  #linkOptionsOf(partitionId: number): PartitionLinkOptions {
    return {
      partitionId,
      partitionCount: this.partitionIds.length,
      broker: this.#options,
      folder: this.#folder?.partitionFolder(partitionId),
      limits: this.#limits,
      requestStreamId: this.#requestStreamId,
      clock: this.#clock,
      logger: this.#logger.child({ partitionId }),
      output: this.#outputOf(partitionId),
      streams: () => this.#hub.streams,
      onStatus: () => this.#onStatus(partitionId),
      onRequestsLost: (message) => this.#pending.refuseAll(partitionId, 'ABORTED', message),
    };
  }

  #outputOf(partitionId: number): PartitionOutput {
    return {
      respond: (response) => {
        if (response.requestStreamId !== this.#requestStreamId) return;
        if (this.#pending.respond(response)) return;
        // Whoever asked for these jobs is gone; without giving them back they would wait for their time-out.
        for (const job of response.jobs) this.#hub.giveBack(partitionId, job);
      },
      refuse: (requestId, code, message) => this.#pending.refuse(requestId, code, message),
      push: (push) => this.#hub.deliver(partitionId, push),
      send: ({ partitionId: receiver, command }) => {
        const link = this.#links.get(receiver);
        if (link !== undefined) {
          link.deliver(command);
          return;
        }
        this.#droppedSends++;
        this.#logger.error({ partitionId, receiver }, 'A command is meant for a partition that does not exist here');
      },
      jobsAvailable: (jobType) => {
        this.#jobsAvailable.announce(jobType);
        this.#hub.jobsAvailable(partitionId, jobType);
      },
    };
  }

  async #activateForStream(
    partitionId: number,
    { type, worker, timeoutMs, fetchVariables, tenantIds, withLease }: JobStreamRequest,
    maxJobs: number,
  ): Promise<readonly ActivatedJob[]> {
    const { jobs } = await this.send(partitionId, {
      valueType: ValueType.JOB_BATCH,
      intent: JobBatchIntent.ACTIVATE,
      key: NO_KEY,
      value: {
        type,
        worker,
        timeout: timeoutMs,
        maxJobsToActivate: maxJobs,
        fetchVariables,
        tenantIds,
        jobKeys: [],
        jobInstanceKeys: [],
        deadline: -1,
        truncated: false,
        withLease,
      },
    });
    return jobs;
  }

  #onStatus(partitionId: number): void {
    const status = this.#links.get(partitionId)?.status;
    if (status?.health !== 'dead') return;
    this.#pending.refuseAll(
      partitionId,
      'ABORTED',
      `Expected partition ${partitionId} to answer, but it ended; the command may have taken effect. ${status.message ?? ''}`,
    );
  }

  #createDiskWatch(): DiskWatch | undefined {
    const folder = this.#folder;
    const freeBytesMin = this.#options.diskFreeBytesMin ?? DISK_FREE_BYTES_MIN;
    if (folder === undefined || freeBytesMin === 0) return undefined;
    return new DiskWatch({
      freeBytesMin,
      freeBytes: this.#options.freeBytes ?? (() => freeBytes(folder.path)),
      clock: this.#clock,
      logger: this.#logger,
      onChange: (isAvailable) => {
        for (const link of this.#links.values()) link.setDiskAvailable(isAvailable);
      },
    });
  }
}
