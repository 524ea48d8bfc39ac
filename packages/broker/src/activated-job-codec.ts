import type {
  ActivatedJob,
  ActivatedUserTask,
  JobKind,
  JobListenerEventType,
  MessagePackReader,
  MessagePackWriter,
} from '@waggle/protocol';

/** Jobs between threads of one process: both ends have the same version. */
export function writeActivatedJob(writer: MessagePackWriter, job: ActivatedJob): void {
  writer.key(job.jobKey);
  writer.text(job.type);
  writer.key(job.processInstanceKey);
  writer.key(job.rootProcessInstanceKey);
  writer.text(job.bpmnProcessId);
  writer.integer(job.processDefinitionVersion);
  writer.key(job.processDefinitionKey);
  writer.text(job.elementId);
  writer.key(job.elementInstanceKey);
  writer.textMap(job.customHeaders);
  writer.text(job.worker);
  writer.integer(job.retries);
  writer.integer(job.deadline);
  writer.text(job.variables);
  writer.integer(job.kind);
  writer.integer(job.listenerEventType);
  writer.boolean(job.userTask !== undefined);
  if (job.userTask !== undefined) writeUserTask(writer, job.userTask);
  writer.texts(job.tags);
  writer.text(job.businessId);
  writer.integer(job.priority);
  writer.text(job.leaseToken);
  writer.text(job.tenantId);
}

export function readActivatedJob(reader: MessagePackReader): ActivatedJob {
  return {
    jobKey: reader.key(),
    type: reader.text(),
    processInstanceKey: reader.key(),
    rootProcessInstanceKey: reader.key(),
    bpmnProcessId: reader.text(),
    processDefinitionVersion: reader.integer(),
    processDefinitionKey: reader.key(),
    elementId: reader.text(),
    elementInstanceKey: reader.key(),
    customHeaders: reader.textMap(),
    worker: reader.text(),
    retries: reader.integer(),
    deadline: reader.integer(),
    variables: reader.text(),
    kind: reader.integer() as JobKind,
    listenerEventType: reader.integer() as JobListenerEventType,
    userTask: reader.boolean() ? readUserTask(reader) : undefined,
    tags: reader.texts(),
    businessId: reader.text(),
    priority: reader.integer(),
    leaseToken: reader.text(),
    tenantId: reader.text(),
  };
}

function writeUserTask(writer: MessagePackWriter, task: ActivatedUserTask): void {
  writer.key(task.userTaskKey);
  writer.text(task.action);
  writer.text(task.assignee);
  writer.texts(task.candidateGroups);
  writer.texts(task.candidateUsers);
  writer.texts(task.changedAttributes);
  writer.text(task.dueDate);
  writer.text(task.followUpDate);
  writer.key(task.formKey);
  writer.integer(task.priority);
}

function readUserTask(reader: MessagePackReader): ActivatedUserTask {
  return {
    userTaskKey: reader.key(),
    action: reader.text(),
    assignee: reader.text(),
    candidateGroups: reader.texts(),
    candidateUsers: reader.texts(),
    changedAttributes: reader.texts(),
    dueDate: reader.text(),
    followUpDate: reader.text(),
    formKey: reader.key(),
    priority: reader.integer(),
  };
}
