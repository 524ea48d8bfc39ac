import { ProcessInstanceBusinessIdIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

/** Business ids that instances get other than by their creation. */
export const foldProcessInstanceBusinessId: Fold<typeof ValueType.PROCESS_INSTANCE_BUSINESS_ID> = (
  { intent, value },
  { changes },
) => {
  if (intent !== ProcessInstanceBusinessIdIntent.ASSIGNED) return;
  const rowKey = { process_instance_key: value.processInstanceKey };
  changes.update('process_instance', rowKey, { business_id: value.businessId });
};
