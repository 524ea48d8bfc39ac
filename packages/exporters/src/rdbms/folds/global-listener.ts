import { GlobalListenerIntent, GlobalListenerSource, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldGlobalListener: Fold<typeof ValueType.GLOBAL_LISTENER> = (
  { intent, value },
  { changes, isFirstPartition },
) => {
  if (!isFirstPartition) return;
  const rowKey = { global_listener_key: value.globalListenerKey };
  switch (intent) {
    case GlobalListenerIntent.CREATED:
    case GlobalListenerIntent.UPDATED:
      changes.insert('global_listener', {
        ...rowKey,
        id: value.id,
        type: value.type,
        retries: value.retries,
        event_types: JSON.stringify(value.eventTypes),
        after_non_global: value.isAfterNonGlobal,
        priority: value.priority,
        source: value.source === GlobalListenerSource.API ? 'API' : 'CONFIGURATION',
      });
      break;
    case GlobalListenerIntent.DELETED:
      changes.delete('global_listener', rowKey);
      break;
  }
};
