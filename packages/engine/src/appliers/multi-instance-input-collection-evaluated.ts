import type { MultiInstanceValue } from '@waggle/protocol';
import { LOOP_PAGE_SIZE } from '../state/multi-instance.ts';
import type { Applier } from './applier.ts';

export const multiInstanceInputCollectionEvaluated: Applier<MultiInstanceValue> = (state, record) => {
  const { elementInstanceKey, inputCollection, outputCollection } = record.value;
  const itemCount = inputCollection.length;
  state.multiInstances.put(elementInstanceKey, { itemCount, completedCount: 0, terminatedCount: 0, outputLength: 0 });
  for (let start = 0; start < itemCount; start += LOOP_PAGE_SIZE) {
    const page = BigInt(start / LOOP_PAGE_SIZE);
    state.multiInstanceItems.put(elementInstanceKey, page, inputCollection.slice(start, start + LOOP_PAGE_SIZE));
  }
  const variable = state.variables.get(elementInstanceKey, outputCollection);
  if (variable === undefined) return;
  state.variables.put(elementInstanceKey, outputCollection, { ...variable, isCollected: true });
};
