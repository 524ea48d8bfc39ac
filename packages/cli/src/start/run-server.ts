import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GlobalListenerDescription } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { CliContext } from '../cli-context.ts';
import { CliError } from '../cli-error.ts';
import { readGlobalListeners } from '../options/read-global-listeners.ts';
import type { StartOptionValues } from '../options/start-options.ts';
import { unknownEnvironmentVariables } from '../options/unknown-environment-variables.ts';
import { createLogger } from './create-logger.ts';
import { startFailureText } from './start-failure-text.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { untilStopSignal } from './stop-signal.ts';
import { releaseYoungGeneration } from './young-generation.ts';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/**
 * Starts a server and resolves when a signal stopped it in order.
 * @throws {CliError} START_FAILED; INVALID_CONFIGURATION_FILE or INVALID_OPTION before anything starts.
 */
export async function runServer(context: CliContext, options: StartOptionValues): Promise<void> {
  const globalListeners = readGlobalListeners(options['global-task-listeners']);
  const secretsFolder = secretsFolderOf(options);
  const logger = await createLogger(options, context);
  for (const name of unknownEnvironmentVariables(context.environment)) {
    logger.warn(`Environment variable ${name} has no effect: no option has this name.`);
  }
  const stopSignal = untilStopSignal();
  const server = await startOrExplain(context, options, { globalListeners, secretsFolder }, logger);
  releaseYoungGeneration();
  const { rest } = server.addresses;
  const apps = { operate: `${rest}/operate`, tasklist: `${rest}/tasklist` };
  // The first thing to look at comes first.
  logger.info({ event: 'ready', ...apps, ...server.addresses, data: describeData(options) }, 'Ready');
  const signal = await stopSignal;
  logger.info({ event: 'stopping', signal }, 'Stopping; a second signal stops at once');
  await server.close();
  logger.info({ event: 'stopped' }, 'Stopped');
}

async function startOrExplain(
  context: CliContext,
  options: StartOptionValues,
  read: { readonly globalListeners: readonly GlobalListenerDescription[]; readonly secretsFolder: string | undefined },
  logger: Logger,
): Promise<RunningServer> {
  try {
    return await startServer({
      dataFolder: options['in-memory'] ? undefined : resolve(options.data),
      host: options.host,
      restPort: options['rest-port'],
      grpcPort: options['grpc-port'],
      managementPort: options['management-port'],
      partitions: options.partitions,
      database: options.database,
      searchWaitMs: options['search-wait-ms'],
      searchTimeoutMs: options['search-timeout-ms'],
      secretsFolder: read.secretsFolder,
      exporters: options.exporter,
      exporterArguments: options['exporter-arg'],
      documentStores: options['document-store'],
      documentBytesMax: options['document-max-mb'] * BYTES_PER_MEGABYTE,
      environment: context.environment,
      globalListeners: read.globalListeners,
      hasUniqueBusinessIds: options['unique-business-ids'],
      retention: {
        historyMs: options['history-ttl'],
        decisionInstanceMs: options['decision-instance-ttl'],
        batchOperationMs: options['batch-operation-ttl'],
        auditLogMs: options['audit-log-ttl'],
        jobMetricsMs: options['job-metrics-ttl'],
        usageMetricsMs: options['usage-metrics-ttl'],
      },
      recordHistoryDays: options['record-history-days'],
      diskFreeBytesMin: options['disk-free-min-mb'] * BYTES_PER_MEGABYTE,
      logger,
    });
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    throw new CliError('START_FAILED', startFailureText(cause, options), { cause });
  }
}

/** A folder that is not there is a mistake in its path: without this every secret would seem to be missing. */
function secretsFolderOf({ secrets }: StartOptionValues): string | undefined {
  if (secrets === '') return undefined;
  const folder = resolve(secrets);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new CliError('INVALID_OPTION', `Expected --secrets to name a folder, but ${folder} is none. Make it first.`);
}

function describeData(options: StartOptionValues): string {
  return options['in-memory'] ? 'in memory only, gone when the server stops' : resolve(options.data);
}
