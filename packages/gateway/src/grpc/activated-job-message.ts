import type { ActivatedJob } from '@waggle/protocol';
import { type Int64Halves, keyHalves } from './wire-integer.ts';

/** `ActivatedJob.ListenerEventType.UNSPECIFIED`: said explicitly, because the enum's 0 means ASSIGNING. */
const LISTENER_EVENT_TYPE_UNSPECIFIED = 6;

/** `gateway_protocol.ActivatedJob`. */
export interface ActivatedJobMessage {
  readonly key: Int64Halves;
  readonly type: string;
  readonly processInstanceKey: Int64Halves;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Int64Halves;
  readonly elementId: string;
  readonly elementInstanceKey: Int64Halves;
  readonly customHeaders: string;
  readonly worker: string;
  readonly retries: number;
  readonly deadline: number;
  readonly variables: string;
  readonly tenantId: string;
  readonly kind: number;
  readonly listenerEventType: number;
  readonly tags: readonly string[];
}

export function activatedJobMessage(job: ActivatedJob): ActivatedJobMessage {
  return {
    key: keyHalves(job.jobKey),
    type: job.type,
    processInstanceKey: keyHalves(job.processInstanceKey),
    bpmnProcessId: job.bpmnProcessId,
    processDefinitionVersion: job.processDefinitionVersion,
    processDefinitionKey: keyHalves(job.processDefinitionKey),
    elementId: job.elementId,
    elementInstanceKey: keyHalves(job.elementInstanceKey),
    customHeaders: JSON.stringify(job.customHeaders),
    worker: job.worker,
    retries: job.retries,
    deadline: job.deadline,
    // Clients parse without a look: never the empty string.
    variables: job.variables || '{}',
    tenantId: job.tenantId,
    // The wire codes of `JobKind` are the enum's.
    kind: job.kind,
    listenerEventType: LISTENER_EVENT_TYPE_UNSPECIFIED,
    tags: job.tags,
  };
}
