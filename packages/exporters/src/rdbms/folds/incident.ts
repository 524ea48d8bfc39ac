/**
 * Incidents, and their numbers at everything they are within.
 *
 * An incident counts at its element instance, at the enclosing ones, at its process instance, and on through calls up to the
 * root. That way upwards is asked of the database: rows hold it, and incidents are rare.
 */
import { IncidentIntent, incidentErrorTypeName, type Key, NO_KEY, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';
import type { RowChanges } from '../row-changes.ts';
import { javaHash } from './java-hash.ts';

export const foldIncident: Fold<typeof ValueType.INCIDENT> = (
  { intent, key, timestamp, value },
  { changes, partitionId },
) => {
  const { elementInstanceKey } = value;
  switch (intent) {
    case IncidentIntent.CREATED:
      changes.insert('incident', {
        incident_key: key,
        error_type: incidentErrorTypeName(value.errorType),
        error_message: value.errorMessage,
        error_message_hash: javaHash(value.errorMessage),
        state: 'ACTIVE',
        creation_time: timestamp,
        element_id: value.elementId,
        element_instance_key: elementInstanceKey,
        job_key: value.jobKey === NO_KEY ? null : value.jobKey,
        process_instance_key: value.processInstanceKey,
        process_definition_key: value.processDefinitionKey,
        process_definition_id: value.bpmnProcessId,
        tenant_id: value.tenantId,
        partition_id: partitionId,
      });
      changes.execute(
        `INSERT INTO incident_scope (incident_key, scope_key) ${SCOPES} SELECT CAST(? AS BIGINT), scope_key FROM scopes`,
        [elementInstanceKey, key],
      );
      count(changes, key, elementInstanceKey, 1);
      break;
    case IncidentIntent.RESOLVED:
      changes.update('incident', { incident_key: key }, { state: 'RESOLVED' });
      count(changes, key, elementInstanceKey, -1);
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

/** An element instance and all it is within; its process instance calls nothing above it, or an element instance does. */
const SCOPES = `WITH RECURSIVE upwards (scope_key) AS (
    SELECT CAST(? AS BIGINT)
    UNION ALL
    SELECT COALESCE(
      (SELECT e.scope_key FROM element_instance e WHERE e.element_instance_key = upwards.scope_key),
      (SELECT p.parent_element_instance_key FROM process_instance p WHERE p.process_instance_key = upwards.scope_key))
    FROM upwards WHERE upwards.scope_key IS NOT NULL
  ), scopes AS (SELECT scope_key FROM upwards WHERE scope_key IS NOT NULL)`;

const COUNT = `SET incident_count = incident_count + ?,
  has_incident = CASE WHEN incident_count + ? > 0 THEN 1 ELSE 0 END`;
const WITHIN = 'IN (SELECT scope_key FROM incident_scope WHERE incident_key = ?)';

function count(changes: RowChanges, incidentKey: Key, elementInstanceKey: Key, change: 1 | -1): void {
  const parameters = [change, change, incidentKey];
  changes.execute(`UPDATE process_instance ${COUNT} WHERE process_instance_key ${WITHIN}`, parameters);
  changes.execute(`UPDATE element_instance ${COUNT} WHERE element_instance_key ${WITHIN}`, parameters);
  changes.execute(
    `UPDATE element_instance SET incident_key =
       (SELECT max(incident_key) FROM incident WHERE element_instance_key = ? AND state = 'ACTIVE')
     WHERE element_instance_key = ?`,
    [elementInstanceKey, elementInstanceKey],
  );
}
