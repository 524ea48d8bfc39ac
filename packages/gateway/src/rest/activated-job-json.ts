import { type ActivatedJob, JobKind } from '@waggle/protocol';
import { jsonKey, jsonObject, jsonText, jsonTextOrNull } from './json-text.ts';

const kindNames: ReadonlyMap<JobKind, string> = new Map(
  Object.entries(JobKind).map(([name, kind]) => [kind, jsonText(name)]),
);

/** The text of an `ActivatedJobResult`. Members of features still to come have the value that stands for none. */
export function activatedJobJson(job: ActivatedJob): string {
  return jsonObject({
    type: jsonText(job.type),
    processDefinitionId: jsonText(job.bpmnProcessId),
    processDefinitionVersion: String(job.processDefinitionVersion),
    elementId: jsonText(job.elementId),
    customHeaders: JSON.stringify(job.customHeaders),
    worker: jsonText(job.worker),
    retries: String(job.retries),
    deadline: String(job.deadline),
    variables: job.variables || '{}',
    tenantId: jsonText(job.tenantId),
    physicalTenantId: '"default"',
    jobKey: jsonKey(job.jobKey),
    processInstanceKey: jsonKey(job.processInstanceKey),
    processDefinitionKey: jsonKey(job.processDefinitionKey),
    elementInstanceKey: jsonKey(job.elementInstanceKey),
    kind: kindNames.get(job.kind) ?? '"BPMN_ELEMENT"',
    listenerEventType: '"UNSPECIFIED"',
    userTask: 'null',
    tags: JSON.stringify(job.tags),
    rootProcessInstanceKey: job.rootProcessInstanceKey < 0n ? 'null' : jsonKey(job.rootProcessInstanceKey),
    businessId: jsonTextOrNull(job.businessId),
    priority: '0',
    leaseToken: 'null',
  });
}
