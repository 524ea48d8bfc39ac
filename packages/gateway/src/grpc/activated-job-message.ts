import { type ActivatedJob, type ActivatedUserTask, JobListenerEventType } from '@waggle/protocol';
import { type Int64Halves, keyHalves } from './wire-integer.ts';

/** `ActivatedJob.ListenerEventType`. UNSPECIFIED is said explicitly, because the enum's 0 means ASSIGNING. */
const listenerEventTypeCodes: Readonly<Record<JobListenerEventType, number>> = {
  [JobListenerEventType.ASSIGNING]: 0,
  [JobListenerEventType.CANCELING]: 1,
  [JobListenerEventType.COMPLETING]: 2,
  [JobListenerEventType.CREATING]: 3,
  [JobListenerEventType.END]: 4,
  [JobListenerEventType.START]: 5,
  [JobListenerEventType.UNSPECIFIED]: 6,
  [JobListenerEventType.UPDATING]: 7,
  // The published interface has no code for these two: a worker tells them by the job's kind.
  [JobListenerEventType.BEFORE_ALL]: 6,
  [JobListenerEventType.CANCEL]: 6,
};

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
  readonly userTask?: UserTaskPropertiesMessage;
  readonly tags: readonly string[];
  readonly jobLeaseToken?: string;
}

/** `gateway_protocol.UserTaskProperties`. */
interface UserTaskPropertiesMessage {
  readonly action: string;
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly changedAttributes: readonly string[];
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly formKey?: Int64Halves;
  readonly priority: number;
  readonly userTaskKey: Int64Halves;
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
    listenerEventType: listenerEventTypeCodes[job.listenerEventType],
    ...(job.userTask === undefined ? {} : { userTask: userTaskMessage(job.userTask) }),
    tags: job.tags,
    ...(job.leaseToken === '' ? {} : { jobLeaseToken: job.leaseToken }),
  };
}

function userTaskMessage(task: ActivatedUserTask): UserTaskPropertiesMessage {
  return {
    action: task.action,
    ...(task.assignee === '' ? {} : { assignee: task.assignee }),
    candidateGroups: task.candidateGroups,
    candidateUsers: task.candidateUsers,
    changedAttributes: task.changedAttributes,
    ...(task.dueDate === '' ? {} : { dueDate: task.dueDate }),
    ...(task.followUpDate === '' ? {} : { followUpDate: task.followUpDate }),
    ...(task.formKey < 0n ? {} : { formKey: keyHalves(task.formKey) }),
    priority: task.priority,
    userTaskKey: keyHalves(task.userTaskKey),
  };
}
