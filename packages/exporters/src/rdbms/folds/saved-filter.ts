import { SavedFilterIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldSavedFilter: Fold<typeof ValueType.SAVED_FILTER> = ({ intent, key, value }, { changes }) => {
  const rowKey = { saved_filter_key: key };
  const changeable = { name: value.name, is_shared: value.isShared, content: value.content };
  switch (intent) {
    case SavedFilterIntent.CREATED:
      changes.insert('saved_filter', {
        ...rowKey,
        app: value.app,
        owner: value.owner,
        ...changeable,
        creation_date: value.creationTimestamp,
      });
      break;
    case SavedFilterIntent.UPDATED:
      changes.update('saved_filter', rowKey, changeable);
      break;
    case SavedFilterIntent.DELETED:
      changes.delete('saved_filter', rowKey);
      break;
  }
};
