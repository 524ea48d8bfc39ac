import { ProcessInstanceCreationIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

/** Tags and business id are told once, beside the instance's own records. */
export const foldProcessInstanceCreation: Fold<typeof ValueType.PROCESS_INSTANCE_CREATION> = (
  { intent, value },
  { changes },
) => {
  if (intent !== ProcessInstanceCreationIntent.CREATED) return;
  if (value.tags.length === 0 && value.businessId === '') return;
  changes.update(
    'process_instance',
    { process_instance_key: value.processInstanceKey },
    { tags: JSON.stringify(value.tags), business_id: value.businessId === '' ? null : value.businessId },
  );
};
