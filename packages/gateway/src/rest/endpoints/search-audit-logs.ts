import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchAuditLogs = searchEndpoint(entities.AuditLog, {
  path: '/audit-logs/search',
  operationId: 'searchAuditLogs',
  tag: 'Audit Log',
  summary: 'Searches for what was done',
  since: '8.9',
});
