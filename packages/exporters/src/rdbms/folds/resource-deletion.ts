import { ResourceDeletionIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

/** Definitions whose instances and evaluations are to be forgotten with them; forms and other files have none. */
const typesWithHistory: ReadonlySet<string> = new Set(['PROCESS_DEFINITION', 'DECISION_REQUIREMENTS']);

export const foldResourceDeletion: Fold<typeof ValueType.RESOURCE_DELETION> = ({ intent, value }, context) => {
  if (intent !== ResourceDeletionIntent.DELETED || !context.isFirstPartition) return;
  if (!value.isDeleteHistory || !typesWithHistory.has(value.resourceType)) return;
  context.changes.insert('history_deletion', { resource_key: value.resourceKey, resource_type: value.resourceType });
  context.onRemovalAsked();
};
