import { ResourceIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldResource: Fold<typeof ValueType.RESOURCE> = ({ intent, value }, { changes, isFirstPartition }) => {
  if (!isFirstPartition) return;
  switch (intent) {
    case ResourceIntent.CREATED:
      changes.insert('resource', {
        resource_key: value.resourceKey,
        resource_id: value.resourceId,
        resource_name: value.resourceName,
        version: value.version,
        version_tag: value.versionTag === '' ? null : value.versionTag,
        deployment_key: value.deploymentKey,
        tenant_id: value.tenantId,
        content: Buffer.from(value.resource).toString('base64'),
      });
      break;
    case ResourceIntent.DELETED:
      changes.delete('resource', { resource_key: value.resourceKey });
      break;
  }
};
