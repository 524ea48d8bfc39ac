import { IncidentIntent, incidentErrorTypeName, javaHashCode, NO_KEY, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';
import { countIncident } from '../incident-counts.ts';

export const foldIncident: Fold<typeof ValueType.INCIDENT> = (
  { intent, key, timestamp, value },
  { changes, partitionId },
) => {
  switch (intent) {
    case IncidentIntent.CREATED:
      changes.insert('incident', {
        incident_key: key,
        error_type: incidentErrorTypeName(value.errorType),
        error_message: value.errorMessage,
        error_message_hash: javaHashCode(value.errorMessage),
        state: 'ACTIVE',
        is_counted: false,
        creation_time: timestamp,
        element_id: value.elementId,
        element_instance_key: value.elementInstanceKey,
        job_key: value.jobKey === NO_KEY ? null : value.jobKey,
        process_instance_key: value.processInstanceKey,
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        tenant_id: value.tenantId,
        partition_id: partitionId,
      });
      countIncident(changes, key);
      break;
    case IncidentIntent.RESOLVED:
      changes.update('incident', { incident_key: key }, { state: 'RESOLVED' });
      countIncident(changes, key);
      break;
    case IncidentIntent.MIGRATED:
      changes.update(
        'incident',
        { incident_key: key },
        {
          element_id: value.elementId,
          process_definition_key: value.processDefinitionKey,
          process_definition_id: value.bpmnProcessId,
        },
      );
      break;
  }
};
