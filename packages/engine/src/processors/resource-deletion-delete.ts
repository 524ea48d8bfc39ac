import {
  type Key,
  RejectionType,
  ResourceDeletionIntent,
  type ResourceDeletionValue,
  ValueType,
} from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { deletableDecisions } from '../resources/decision-deletion.ts';
import type { Deletable } from '../resources/deletable.ts';
import { deletableForm, deletableResource } from '../resources/file-deletion.ts';
import { deletableProcess } from '../resources/process-deletion.ts';
import type { Processor } from './processor.ts';

/** Deletes a deployed definition, on every partition. */
export const resourceDeletionDelete: Processor<ResourceDeletionValue> = (processing, command) => {
  const { key, value } = command;
  const { write } = processing;
  const { DELETE, DELETING, DELETED } = ResourceDeletionIntent;
  const origin = originOf(processing, command, 'definitions');
  if (origin === 'repeated') return;
  const isDecided = origin === 'distributed';
  const deletable = findDeletable(processing, value.resourceKey, isDecided);
  const plan = deletable?.plan();
  if (deletable === undefined || plan === undefined) {
    const reason = `Expected to delete resource but no resource found with key \`${value.resourceKey}\``;
    return write.reject(RejectionType.NOT_FOUND, reason);
  }
  if (plan instanceof Rejection) return write.reject(plan.type, plan.reason);
  const deletionKey = isDecided ? key : processing.keys.next();
  const { resourceType, resourceId, tenantId } = deletable;
  const deletion: ResourceDeletionValue = { ...value, resourceType, resourceId, tenantId };
  write.event(ValueType.RESOURCE_DELETION, DELETING, deletionKey, deletion);
  plan();
  const deleted = write.event(ValueType.RESOURCE_DELETION, DELETED, deletionKey, deletion);
  if (isDecided) return;
  write.respond(deleted);
  const distributed = { valueType: ValueType.RESOURCE_DELETION, intent: DELETE, value: deletion };
  distributeCommand(processing, deletionKey, distributed, 'definitions');
};

function findDeletable(processing: Processing, key: Key, isDecided: boolean): Deletable | undefined {
  return (
    deletableProcess(processing, key, isDecided) ??
    deletableDecisions(processing, key) ??
    deletableForm(processing, key) ??
    deletableResource(processing, key)
  );
}
