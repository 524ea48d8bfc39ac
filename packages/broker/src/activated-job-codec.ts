import type { ActivatedJob, JobKind, MessagePackReader, MessagePackWriter } from '@waggle/protocol';

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
  writer.texts(job.tags);
  writer.text(job.businessId);
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
    tags: reader.texts(),
    businessId: reader.text(),
    tenantId: reader.text(),
  };
}
