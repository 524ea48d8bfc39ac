import type { PartitionPort } from '@waggle/protocol';
import type { Search } from '@waggle/search';
import { ChangeHub, type ChangeSource } from '../changes/index.ts';
import type { Documents } from '../documents/index.ts';
import type { SecretStore } from '../secrets/index.ts';
import { CommandRouter } from './command-router.ts';
import { JobActivator } from './job-activator.ts';
import { JobStreamHub } from './job-stream-hub.ts';
import type { LongPollingOptions } from './long-polling-options.ts';

/** What both APIs share: one set per gateway, so that waiting workers of both stand in one queue. */
export interface Dispatch {
  readonly port: PartitionPort;
  readonly router: CommandRouter;
  readonly jobActivator: JobActivator;
  readonly jobStreams: JobStreamHub;
  /** `undefined` = this server keeps no secondary storage. */
  readonly search: Search | undefined;
  /** Who watches what the read side stores. */
  readonly changes: ChangeHub;
  /** `undefined` = this server keeps no documents. */
  readonly documents: Documents | undefined;
  /** `undefined` = this server knows no secrets. */
  readonly secrets: SecretStore | undefined;
  close(): void;
}

export interface DispatchOptions {
  /** Ms a command may take, default 15 s. */
  readonly requestTimeoutMs?: number | undefined;
  readonly longPolling?: Partial<LongPollingOptions> | undefined;
  /** Whoever made it closes it. Default: there is none, and reads are refused. */
  readonly search?: Search | undefined;
  /** Tells what the read side stores. Default: there is none, and who watches is told that nothing comes. */
  readonly changes?: ChangeSource | undefined;
  /** Whoever made them closes them. Default: there are none, and requests for documents are refused. */
  readonly documents?: Documents | undefined;
  /** Default: there is none, and no secret is found. */
  readonly secrets?: SecretStore | undefined;
}

export function createDispatch(port: PartitionPort, options: DispatchOptions = {}): Dispatch {
  const changes = new ChangeHub(options.changes);
  const jobActivator = new JobActivator(port, options.longPolling);
  return {
    port,
    router: new CommandRouter(
      port,
      options.requestTimeoutMs === undefined ? {} : { timeoutMs: options.requestTimeoutMs },
    ),
    jobActivator,
    jobStreams: new JobStreamHub(port),
    search: options.search,
    changes,
    documents: options.documents,
    secrets: options.secrets,
    close() {
      jobActivator.close();
      changes.close();
    },
  };
}
