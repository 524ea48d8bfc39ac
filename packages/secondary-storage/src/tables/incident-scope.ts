import { key } from '../column.ts';
import { defineTable } from '../table.ts';

/**
 * Everything an incident is within: its element instance, the enclosing ones, its process instance, and so on through the calls
 * that led there.
 */
export const incidentScopeTable = defineTable(
  'incident_scope',
  {
    incident_key: key,
    /** An element instance or a process instance. */
    scope_key: key,
  },
  {
    primaryKey: ['incident_key', 'scope_key'],
    removal: [{ with: 'incident', column: 'incident_key' }],
    indexes: [['scope_key', 'incident_key']],
  },
);
