import { DEFAULT_TENANT_ID, type Key, NO_KEY, ResourceDeletionIntent, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

export interface DeleteResourceInput {
  /** Of a process definition, a form or another resource. */
  readonly resourceKey: Key;
  /** Also forget its ended instances. */
  readonly isDeleteHistory: boolean;
  readonly operationReference?: Key | undefined;
}

export async function deleteResource(
  router: CommandRouter,
  { resourceKey, isDeleteHistory, operationReference = NO_KEY }: DeleteResourceInput,
): Answer<typeof ValueType.RESOURCE_DELETION> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.RESOURCE_DELETION,
    intent: ResourceDeletionIntent.DELETE,
    key: NO_KEY,
    value: { resourceKey, isDeleteHistory, resourceType: '', resourceId: '', tenantId: DEFAULT_TENANT_ID },
    operationReference,
  });
}
