import { HistoryDeletionIntent, type HistoryDeletionValue, RejectionType, ValueType } from '@waggle/protocol';
import type { Processor } from './processor.ts';

/** Tells whoever keeps a history to forget something that has ended. The engine itself keeps nothing of it. */
export const historyDeletionDelete: Processor<HistoryDeletionValue> = (processing, command) => {
  const { value } = command;
  const { state, write } = processing;
  if (value.resourceType === 'PROCESS_INSTANCE' && state.elementInstances.has(value.resourceKey)) {
    const reason = `Expected to delete history for process instance with key '${value.resourceKey}', but it is still active.`;
    return write.reject(RejectionType.INVALID_STATE, reason);
  }
  const { DELETED } = HistoryDeletionIntent;
  write.respond(write.event(ValueType.HISTORY_DELETION, DELETED, value.resourceKey, value));
};
