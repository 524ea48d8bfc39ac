import type { ProcessInstanceCreationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { keepInstanceMetadata } from './instance-metadata-keeping.ts';

export const processInstanceCreationCreated: Applier<ProcessInstanceCreationValue> = (state, record) => {
  const { value } = record;
  if (value.awaitRequestId !== -1) {
    state.awaitedResults.put(value.processInstanceKey, {
      requestStreamId: value.awaitRequestStreamId,
      requestId: value.awaitRequestId,
      fetchVariables: value.fetchVariables,
    });
  }
  if (value.terminateAfterElementIds.length > 0) {
    state.terminateAfter.put(value.processInstanceKey, value.terminateAfterElementIds);
  }
  if (value.tags.length > 0 || value.businessId !== '') {
    keepInstanceMetadata(state, value);
  }
};
