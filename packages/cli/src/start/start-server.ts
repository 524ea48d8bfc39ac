/**
 * Joins the parts of a server: a broker with its partitions, the REST and gRPC gateways in front of it, and the
 * management endpoints beside them.
 *
 *     REST ──┐
 *            ├──▶ dispatch ──▶ broker (partition port)
 *     gRPC ──┘                   ▲
 *     management: health, metrics, log level
 */

import { join } from 'node:path';
import { type Broker, startBroker } from '@waggle/broker';
import { type RetentionSettings, type RunningSearchIndexExport, startSearchIndexExport } from '@waggle/exporters';
import {
  createDispatch,
  createGrpcServer,
  createManagementServer,
  createRestServer,
  type Dispatch,
  FolderSecretStore,
  GatewayMetrics,
  ItemDelivery,
} from '@waggle/gateway';
import type { GlobalListenerDescription } from '@waggle/protocol';
import { webAppsFolder } from '@waggle/web';
import type { Logger } from 'pino';
import { version } from '../version.ts';
import { brokerHealthSource } from './broker-health-source.ts';
import { brokerMetricsSource } from './broker-metrics-source.ts';
import { changeMetricsSource } from './change-metrics-source.ts';
import { exporterMetricsSource } from './exporter-metrics-source.ts';
import { exporterPlans } from './exporter-plans.ts';
import { listening } from './listen-error.ts';
import { loggerLevels } from './logger-levels.ts';
import { readSideMetricsSource } from './read-side-metrics-source.ts';
import { serverHealthSource } from './server-health-source.ts';
import { startDocuments } from './start-documents.ts';
import { type ReadSide, startReadSide } from './start-read-side.ts';

const RECORD_HISTORY_DAYS = 7;

export interface ServerSettings {
  /** Absolute path; `undefined` keeps everything in memory. */
  readonly dataFolder: string | undefined;
  readonly host: string;
  /** 0 = any free port; so for the other ports. */
  readonly restPort: number;
  readonly grpcPort: number;
  readonly managementPort: number;
  readonly partitions: number;
  /** `KIND=TARGET`, as on the command line. */
  readonly exporters: readonly string[];
  /** `ID.NAME=VALUE`, as on the command line. Default none. */
  readonly exporterArguments?: readonly string[];
  /** Listeners of the configuration, for the user tasks of every process. Default none. */
  readonly globalListeners?: readonly GlobalListenerDescription[];
  /** Default `false`. */
  readonly hasUniqueBusinessIds?: boolean;
  /** Commands are refused while the data folder's disk has less; 0 = never. */
  readonly diskFreeBytesMin: number;
  /** Days that records of process instances are kept; 0 = not at all. Default 7. */
  readonly recordHistoryDays?: number;
  /** Default: there are no secrets. */
  readonly secretsFolder?: string | undefined;
  /** How long what has ended can be searched. Default: see `DEFAULT_RETENTION`. */
  readonly retention?: Partial<RetentionSettings>;
  /** The secondary storage: `sqlite` (in the data folder), `none`, or a `postgres://` URL. Default `sqlite`. */
  readonly database?: string;
  /** How long a search waits for what was written before it. Default 5 s. */
  readonly searchWaitMs?: number;
  /** How long the secondary storage may work for one search. Default 10 s. */
  readonly searchTimeoutMs?: number;
  /** `ID=TARGET`, as on the command line. Default: one store in the data folder. */
  readonly documentStores?: readonly string[];
  /** Default 100 MB. */
  readonly documentBytesMax?: number;
  /** Where the credentials of stores are. Default empty. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
}

export interface RunningServer {
  readonly addresses: {
    /** `http://host:port`; the API is below `/v2`. */
    readonly rest: string;
    /** `host:port`. */
    readonly grpc: string;
    /** `http://host:port`. */
    readonly management: string;
  };
  /** Answers what is on its way, takes nothing new, writes checkpoints, lets go of ports and data folder. */
  close(): Promise<void>;
}

const DOCUMENT_BYTES_MAX_DEFAULT = 100 * 1024 * 1024;

/** One step of the way down; the last thing opened is closed first. */
type Close = () => unknown;

/**
 * Starts a server and resolves when it takes requests.
 * @throws {ListenError} a port cannot be had; else what the broker throws. Whatever was opened is closed then.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const closing: Close[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return { addresses: await openAll(settings, closing), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(settings: ServerSettings, closing: Close[]): Promise<RunningServer['addresses']> {
  const { host, logger } = settings;
  const gatewayMetrics = new GatewayMetrics();
  let broker: Broker | undefined;
  let readSide: ReadSide | undefined;
  let startedDispatch: Dispatch | undefined;
  const plans = exporterPlans(settings.exporters, settings.exporterArguments ?? []);
  const searchIndexExports: RunningSearchIndexExport[] = [];

  // Before anything runs: a mistake in the options ends the start.
  const documents = startDocuments({
    stores: settings.documentStores ?? [],
    documentBytesMax: settings.documentBytesMax ?? DOCUMENT_BYTES_MAX_DEFAULT,
    dataFolder: settings.dataFolder,
    environment: settings.environment ?? {},
    logger,
  });
  closing.push(() => documents.close());

  // First, so that probes see a server that is still folding its log as starting and not as gone.
  const management = await listening('management-port', () =>
    createManagementServer({
      host,
      managementPort: settings.managementPort,
      logger,
      health: serverHealthSource(
        brokerHealthSource(() => broker),
        () => readSide,
        () => searchIndexExports,
      ),
      metrics: gatewayMetrics,
      metricsSources: [
        brokerMetricsSource(() => broker),
        readSideMetricsSource(() => readSide),
        exporterMetricsSource(() => searchIndexExports),
        changeMetricsSource(() => startedDispatch),
      ],
      logLevels: loggerLevels(logger),
      exporting: () => broker,
      info: { name: 'waggle', version },
    }),
  );
  closing.push(() => management.close());

  const started = await startReadSide({
    database: settings.database ?? 'sqlite',
    searchWaitMs: settings.searchWaitMs,
    searchTimeoutMs: settings.searchTimeoutMs,
    dataFolder: settings.dataFolder,
    partitionCount: settings.partitions,
    retention: settings.retention,
    recordHistoryDays: settings.recordHistoryDays ?? RECORD_HISTORY_DAYS,
    diskFreeBytesMin: settings.diskFreeBytesMin,
    logger,
  });
  readSide = started;
  if (started !== undefined) closing.push(() => started.closeExport());
  for (const exporter of plans.searchIndices) {
    const { dataFolder } = settings;
    const stateFile = dataFolder === undefined ? undefined : join(dataFolder, 'exporters', `${exporter.id}.json`);
    const running = await startSearchIndexExport({ settings: exporter, stateFile, logger });
    searchIndexExports.push(running);
    closing.push(() => running.close());
  }

  const port = await startBroker({
    ...(settings.dataFolder === undefined ? { inMemory: true } : { dataFolder: settings.dataFolder }),
    partitionCount: settings.partitions,
    exporters: plans.definitions,
    recordFeeds: [
      ...(started === undefined ? [] : [started.rdbmsExport.feed]),
      ...searchIndexExports.map(({ feed }) => feed),
    ],
    globalListeners: settings.globalListeners ?? [],
    hasUniqueBusinessIds: settings.hasUniqueBusinessIds ?? false,
    diskFreeBytesMin: settings.diskFreeBytesMin,
    advertised: { host, port: settings.grpcPort },
    logger,
  });
  broker = port;
  closing.push(() => port.close());

  if (started !== undefined) closing.push(() => started.closeSearch());
  const dispatch = createDispatch(port, {
    search: started?.search,
    changes: started?.rdbmsExport.changes,
    documents,
    secrets: settings.secretsFolder === undefined ? undefined : new FolderSecretStore(settings.secretsFolder),
  });
  startedDispatch = dispatch;
  closing.push(() => dispatch.close());
  if (started !== undefined) {
    const delivery = new ItemDelivery({
      port,
      search: started.search,
      onProblem: (error, { batchOperationKey, partitionId }) =>
        logger.warn(
          { err: error, batchOperationKey: String(batchOperationKey), partitionId },
          'The items of a batch operation could not be delivered',
        ),
    });
    started.rdbmsExport.onItemsWanted((batchOperationKey) => delivery.deliver(batchOperationKey));
    closing.push(() => delivery.close());
  }

  const grpc = await listening('grpc-port', () =>
    createGrpcServer({
      port,
      dispatch,
      host,
      grpcPort: settings.grpcPort,
      logger,
      onRequest: gatewayMetrics.onGrpcRequest,
    }),
  );
  closing.push(() => grpc.close());
  // Before REST listens, so that no client is told of port 0 when any free one was asked for.
  port.advertise({ port: grpc.grpcPort });

  const rest = await listening('rest-port', () =>
    createRestServer({
      port,
      dispatch,
      host,
      restPort: settings.restPort,
      logger,
      onRequest: gatewayMetrics.onRestRequest,
      webApps: { folder: webAppsFolder() },
    }),
  );
  closing.push(() => rest.close());

  return {
    rest: `http://${rest.address}`,
    grpc: grpc.address,
    management: `http://${management.address}`,
  };
}
