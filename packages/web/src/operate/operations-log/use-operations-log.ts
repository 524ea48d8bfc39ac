import { type AuditLogFilter, getAuditLog, searchAuditLogs } from '../../api/gen/api.ts';
import { useApi, useApiPages } from '../../api/use-api.ts';
import { sortOf } from '../../app/search-values.ts';
import { auditedValueTypes } from './audited-value-types.ts';
import type { OperationsLogSortField } from './operations-log-search.ts';

export const operationsLogSortDefault = 'timestamp:desc';

export function operationsLogQuery(filter: AuditLogFilter, sort: string = operationsLogSortDefault) {
  const { field, order } = sortOf<OperationsLogSortField>(sort)!;
  // Of one moment the later entry has the greater key.
  return {
    body: {
      filter,
      sort: [
        { field, order },
        { field: 'auditLogKey' as const, order },
      ],
    },
  };
}

export function useOperationsLog(filter: AuditLogFilter, sort: string | undefined, isEnabled: boolean) {
  return useApiPages(searchAuditLogs, operationsLogQuery(filter, sort), {
    live: { valueTypes: auditedValueTypes },
    enabled: isEnabled,
  });
}

/** One entry; what was logged never changes. */
export function useLogEntry(auditLogKey: string, isEnabled: boolean) {
  return useApi(getAuditLog, { path: { auditLogKey } }, { enabled: isEnabled });
}
