import type { MessageStartEventSubscriptionValue } from '@waggle/protocol';
import { startLockName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const messageStartEventSubscriptionCorrelated: Applier<MessageStartEventSubscriptionValue> = (state, record) => {
  const { value } = record;
  if (state.messages.has(value.messageKey)) state.messageCorrelations.put(value.messageKey, value.bpmnProcessId, true);
  if (value.correlationKey === '') return;
  state.messageStartLocks.put(
    startLockName(value.bpmnProcessId, value.correlationKey, value.tenantId),
    value.processInstanceKey,
  );
  state.instanceCorrelationKeys.put(value.processInstanceKey, {
    bpmnProcessId: value.bpmnProcessId,
    correlationKey: value.correlationKey,
  });
};
