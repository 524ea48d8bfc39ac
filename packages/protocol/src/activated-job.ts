import type { Key } from './key.ts';
import type { JobKind, JobListenerEventType } from './values/job.ts';

/** A job as a worker receives it. Never in the log: put together when the job is given out. */
export interface ActivatedJob {
  readonly jobKey: Key;
  readonly type: string;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  /** Epoch ms. */
  readonly deadline: number;
  /** JSON object text. */
  readonly variables: string;
  readonly kind: JobKind;
  readonly listenerEventType: JobListenerEventType;
  /** The task a task listener's job is about. */
  readonly userTask: ActivatedUserTask | undefined;
  readonly tags: readonly string[];
  readonly businessId: string;
  readonly priority: number;
  /** Names this activation when the worker asked for a lease; otherwise empty. */
  readonly leaseToken: string;
  readonly tenantId: string;
}

/** A user task as its listeners see it, corrections of earlier listeners included. */
export interface ActivatedUserTask {
  readonly userTaskKey: Key;
  /** What somebody does to the task, `assign` or `complete`; empty when the engine does it. */
  readonly action: string;
  /** Empty = unassigned. */
  readonly assignee: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly changedAttributes: readonly string[];
  /** ISO 8601 date-time; empty = none. */
  readonly dueDate: string;
  /** ISO 8601 date-time; empty = none. */
  readonly followUpDate: string;
  /** NO_KEY without. */
  readonly formKey: Key;
  /** 0 to 100. */
  readonly priority: number;
}
