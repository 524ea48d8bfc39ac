import { HistoryDeletionIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldHistoryDeletion: Fold<typeof ValueType.HISTORY_DELETION> = ({ intent, value }, context) => {
  if (intent !== HistoryDeletionIntent.DELETED) return;
  const { changes } = context;
  switch (value.resourceType) {
    case 'PROCESS_INSTANCE':
      changes.insert('history_deletion', { resource_key: value.resourceKey, resource_type: 'PROCESS_INSTANCE' });
      context.onRemovalAsked();
      break;
    case 'DECISION_INSTANCE':
      // One evaluation has few decisions.
      changes.execute('DELETE FROM decision_instance WHERE decision_evaluation_key = ?', [value.resourceKey]);
      break;
  }
};
