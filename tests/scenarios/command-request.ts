/** An action of a scenario with every name replaced by its key: what drivers send. */
import type { JobResultData, UserTaskChanges, Variables } from './scenario.ts';

export interface DeploymentFile {
  readonly name: string;
  readonly content: string;
}

export interface CommandRequests {
  deploy: { readonly files: readonly DeploymentFile[] };
  create: {
    readonly processId: string;
    /** -1 = latest. */
    readonly version: number;
    readonly variables: Variables;
    readonly startAt: readonly string[];
    readonly terminateAfter: readonly string[];
    readonly tags: readonly string[];
    readonly businessId: string;
    readonly awaitResult: boolean | readonly string[];
  };
  activate: {
    readonly type: string;
    readonly max: number;
    readonly timeoutMs: number;
    readonly fetch: readonly string[];
    readonly worker: string;
    readonly withLease: boolean;
    /** Whether it may wait for jobs that come. */
    readonly waits: boolean;
  };
  complete: {
    readonly key: string;
    readonly variables: Variables;
    readonly result?: JobResultData;
    readonly leaseToken: string;
  };
  fail: {
    readonly key: string;
    readonly retries: number;
    readonly backOffMs: number;
    readonly message: string;
    readonly variables: Variables;
  };
  throwError: { readonly key: string; readonly code: string; readonly message: string; readonly variables: Variables };
  updateJob: {
    readonly key: string;
    readonly retries?: number;
    readonly timeoutMs?: number;
    readonly priority?: number;
  };
  publish: {
    readonly name: string;
    readonly correlationKey: string;
    readonly ttlMs: number;
    readonly id: string;
    readonly variables: Variables;
  };
  correlate: { readonly name: string; readonly correlationKey: string; readonly variables: Variables };
  broadcast: { readonly name: string; readonly variables: Variables };
  setVariables: { readonly key: string; readonly variables: Variables; readonly local: boolean };
  resolve: { readonly key: string };
  cancel: { readonly key: string };
  modify: {
    readonly key: string;
    readonly activate: readonly {
      readonly elementId: string;
      readonly ancestorKey?: string;
      readonly variables: Readonly<Record<string, Variables>>;
    }[];
    readonly terminate: readonly { readonly key?: string; readonly elementId?: string }[];
    readonly move: readonly { readonly from: string; readonly to: string }[];
  };
  migrate: {
    readonly key: string;
    readonly definitionKey: string;
    readonly mapping: readonly (readonly [from: string, to: string])[];
  };
  pinClock: { readonly byMs: number };
  resetClock: object;
  suspend: { readonly key: string };
  resume: { readonly key: string };
  deleteResource: { readonly key: string };
  assign: { readonly key: string; readonly assignee: string; readonly allowOverride: boolean };
  unassign: { readonly key: string };
  updateTask: { readonly key: string; readonly changes: UserTaskChanges };
  completeTask: { readonly key: string; readonly variables: Variables };
  activateAdHoc: {
    readonly key: string;
    readonly elements: readonly { readonly elementId: string; readonly variables: Variables }[];
    readonly cancelRemaining: boolean;
  };
  evaluateConditions: { readonly variables: Variables; readonly definitionKey?: string };
  evaluate: { readonly expression: string; readonly variables: Variables };
  /** By its id, or by the key of a version. */
  evaluateDecision: { readonly id: string; readonly key?: string; readonly variables: Variables };
  createClusterVariable: { readonly name: string; readonly value: unknown };
  createGlobalListener: {
    readonly id: string;
    readonly type: string;
    readonly events: readonly string[];
    readonly priority: number;
    readonly afterNonGlobal: boolean;
  };
  deleteGlobalListener: { readonly id: string };
  batch: { readonly type: string; readonly instanceKeys: readonly string[] };
  suspendBatch: { readonly key: string };
  resumeBatch: { readonly key: string };
  cancelBatch: { readonly key: string };
}

export type CommandName = keyof CommandRequests;

/** `{ name: 'cancel', key: '…' }` */
export type CommandRequest<Name extends CommandName = CommandName> = {
  [Each in Name]: { readonly name: Each; readonly with: CommandRequests[Each] };
}[Name];
