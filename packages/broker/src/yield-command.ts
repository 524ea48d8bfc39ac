import { type ActivatedJob, type Command, JobIntent, NO_KEY, ValueType } from '@waggle/protocol';

/** Gives a job back that was activated for somebody who cannot take it; its retries stay as they are. */
export function yieldCommand(job: ActivatedJob): Command<typeof ValueType.JOB> {
  return {
    valueType: ValueType.JOB,
    intent: JobIntent.YIELD,
    key: job.jobKey,
    value: {
      type: job.type,
      worker: job.worker,
      retries: job.retries,
      deadline: job.deadline,
      retryBackoff: 0,
      recurringTime: -1,
      timeout: -1,
      errorMessage: '',
      errorCode: '',
      customHeaders: {},
      kind: job.kind,
      elementId: job.elementId,
      elementInstanceKey: job.elementInstanceKey,
      bpmnProcessId: job.bpmnProcessId,
      processDefinitionVersion: job.processDefinitionVersion,
      processDefinitionKey: job.processDefinitionKey,
      processInstanceKey: job.processInstanceKey,
      tenantId: job.tenantId,
      variables: '{}',
      changedAttributes: [],
    },
    requestStreamId: -1,
    requestId: -1,
    operationReference: NO_KEY,
  };
}
