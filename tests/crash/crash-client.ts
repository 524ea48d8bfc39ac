/** What the load asks of a server, over either API. Every promise rejects when the answer did not come. */
export interface CrashClient {
  /** @returns key of the instance. */
  create(processDefinitionId: string, variables: Readonly<Record<string, string>>): Promise<string>;
  /** @returns keys of jobs. */
  activate(type: string): Promise<readonly string[]>;
  /** @returns `false` when there is no such job (any more). */
  complete(jobKey: string): Promise<boolean>;
  publish(name: string, correlationKey: string): Promise<void>;
  close(): Promise<void>;
}

/** Jobs taken at a time. */
export const JOBS_MAX = 32;
/** Jobs of a killed server are handed out again after this. */
export const JOB_TIMEOUT_MS = 3_000;
/** How long a request for jobs waits. */
export const POLL_MS = 500;
/** Longer than the rest of the test. */
export const MESSAGE_TTL_MS = 600_000;
