import type { Key } from './key.ts';
import type { JobKind } from './values/job.ts';

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
  readonly tags: readonly string[];
  readonly businessId: string;
  readonly tenantId: string;
}
