/**
 * Keeps what incidents are within, and how many active ones everything has within it.
 *
 * An incident counts at its element instance, at the enclosing ones, at its process instance, and on through calls up to the
 * root. That way is asked of the database, which has it, for all incidents of a transaction at once: when a service fails,
 * there may be thousands.
 */
import type { Key } from '@waggle/protocol';
import type { RowChanges } from './row-changes.ts';

/** An incident was created or resolved. */
export function countIncident(changes: RowChanges, incidentKey: Key): void {
  // Always all of them, so that they run in this order whatever happened first.
  for (const statement of [ADD_SCOPES, countAt('process_instance'), countAt('element_instance'), LATEST, COUNTED]) {
    changes.executeFor(statement, incidentKey);
  }
}

/** Above an element instance is its scope; above a process instance, what called it. */
const ADD_SCOPES = `
  INSERT INTO incident_scope (incident_key, scope_key)
  WITH RECURSIVE upwards (incident_key, scope_key) AS (
    SELECT incident_key, element_instance_key FROM incident WHERE is_counted = 0 AND incident_key IN (?)
    UNION ALL
    SELECT upwards.incident_key, COALESCE(
      (SELECT e.scope_key FROM element_instance e WHERE e.element_instance_key = upwards.scope_key),
      (SELECT p.parent_element_instance_key FROM process_instance p WHERE p.process_instance_key = upwards.scope_key))
    FROM upwards WHERE upwards.scope_key IS NOT NULL
  )
  SELECT incident_key, scope_key FROM upwards WHERE scope_key IS NOT NULL
  ON CONFLICT (incident_key, scope_key) DO NOTHING`;

function countAt(table: 'process_instance' | 'element_instance'): string {
  return `
    UPDATE ${table} SET incident_count = ${table}.incident_count + counted.change,
      has_incident = CASE WHEN ${table}.incident_count + counted.change > 0 THEN 1 ELSE 0 END
    FROM (
      SELECT s.scope_key AS scope_key, sum(CASE WHEN i.state = 'ACTIVE' THEN 1 ELSE 0 END - i.is_counted) AS change
      FROM incident i JOIN incident_scope s ON s.incident_key = i.incident_key
      WHERE i.incident_key IN (?)
      GROUP BY s.scope_key
    ) AS counted
    WHERE ${table}.${table}_key = counted.scope_key AND counted.change <> 0`;
}

/** An element shows the latest of its incidents that are active. */
const LATEST = `
  UPDATE element_instance SET incident_key =
    (SELECT max(i.incident_key) FROM incident i
      WHERE i.element_instance_key = element_instance.element_instance_key AND i.state = 'ACTIVE')
  WHERE element_instance_key IN (SELECT element_instance_key FROM incident WHERE incident_key IN (?))`;

const COUNTED = `
  UPDATE incident SET is_counted = CASE WHEN state = 'ACTIVE' THEN 1 ELSE 0 END WHERE incident_key IN (?)`;
