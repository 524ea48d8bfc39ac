import type { TestEngine } from '@waggle/engine/test';
import { type Key, ResourceDeletionIntent, ValueType } from '@waggle/protocol';

export function deleteResource(engine: TestEngine, resourceKey: Key, isDeleteHistory = false): void {
  engine.sendAccepted(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, {
    resourceKey,
    isDeleteHistory,
    resourceType: '',
    resourceId: '',
    tenantId: '',
  });
}
