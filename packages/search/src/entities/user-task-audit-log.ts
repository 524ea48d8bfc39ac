import { defineEntity, type Field } from '../entity.ts';
import { auditLog } from './audit-log.ts';

const conditions: ReadonlySet<string> = new Set(['operationType', 'result', 'timestamp', 'actorType', 'actorId']);

/** What was done to a user task. */
export const userTaskAuditLog = defineEntity({
  ...auditLog,
  name: 'UserTaskAuditLog',
  fields: Object.fromEntries(
    Object.entries(auditLog.fields).map(([name, field]) => [name, conditions.has(name) ? field : withoutFilter(field)]),
  ),
});

function withoutFilter({ filter: _, ...field }: Field): Field {
  return field;
}
