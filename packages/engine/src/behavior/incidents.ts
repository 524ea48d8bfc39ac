import { IncidentErrorType, IncidentIntent, type JobValue, type Key, NO_KEY, ValueType } from '@waggle/protocol';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** Stops an element with an incident. */
export function raiseElementIncident(processing: Processing, instance: ElementInstance, failure: Failure): void {
  const { value } = instance;
  processing.write.event(ValueType.INCIDENT, IncidentIntent.CREATED, processing.keys.next(), {
    errorType: failure.errorType,
    errorMessage: failure.message,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionKey: value.processDefinitionKey,
    processInstanceKey: value.processInstanceKey,
    elementId: value.elementId,
    elementInstanceKey: instance.key,
    jobKey: NO_KEY,
    variableScopeKey: failure.variableScopeKey ?? instance.key,
    rootProcessInstanceKey: value.rootProcessInstanceKey,
    tenantId: value.tenantId,
  });
}

/** Stops a job with an incident. */
export function raiseJobIncident(
  processing: Processing,
  jobKey: Key,
  job: JobValue,
  incident: { readonly errorType: IncidentErrorType; readonly message: string },
): void {
  const instance = processing.state.elementInstances.get(job.elementInstanceKey);
  processing.write.event(ValueType.INCIDENT, IncidentIntent.CREATED, processing.keys.next(), {
    errorType: incident.errorType,
    errorMessage: incident.message,
    bpmnProcessId: job.bpmnProcessId,
    processDefinitionKey: job.processDefinitionKey,
    processInstanceKey: job.processInstanceKey,
    elementId: job.elementId,
    elementInstanceKey: job.elementInstanceKey,
    jobKey,
    variableScopeKey: job.elementInstanceKey,
    rootProcessInstanceKey: instance?.value.rootProcessInstanceKey ?? job.processInstanceKey,
    tenantId: job.tenantId,
  });
}

/** Closes the incidents of an element that is leaving. */
export function resolveIncidentsOf(processing: Processing, elementInstanceKey: Key): void {
  if (processing.state.elementIncidents.isEmpty(elementInstanceKey)) return;
  const keys: Key[] = [];
  processing.state.elementIncidents.forEach(elementInstanceKey, (key) => keys.push(key));
  for (const key of keys) {
    const incident = processing.state.incidents.get(key);
    if (incident !== undefined) processing.write.event(ValueType.INCIDENT, IncidentIntent.RESOLVED, key, incident);
  }
}

export const jobIncidentTypes = {
  BPMN_ELEMENT: IncidentErrorType.JOB_NO_RETRIES,
  EXECUTION_LISTENER: IncidentErrorType.EXECUTION_LISTENER_NO_RETRIES,
  TASK_LISTENER: IncidentErrorType.TASK_LISTENER_NO_RETRIES,
  AD_HOC_SUB_PROCESS: IncidentErrorType.AD_HOC_SUB_PROCESS_NO_RETRIES,
} as const;
