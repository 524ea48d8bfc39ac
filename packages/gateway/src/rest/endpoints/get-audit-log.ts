import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getAuditLog = getEndpoint(entities.AuditLog, {
  path: '/audit-logs/{auditLogKey}',
  operationId: 'getAuditLog',
  tag: 'Audit Log',
  since: '8.9',
});
