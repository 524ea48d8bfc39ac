import type { MultiInstanceValue } from '@waggle/protocol';
import { LOOP_PAGE_SIZE, placeInPage } from '../state/multi-instance.ts';
import type { Applier } from './applier.ts';

export const multiInstanceOutputElementCollected: Applier<MultiInstanceValue> = (state, record) => {
  const { elementInstanceKey, loopCounter, outputElement } = record.value;
  const loop = state.multiInstances.get(elementInstanceKey);
  if (loop === undefined) throw new Error(`Expected a loop of ${elementInstanceKey}, but there is none`);
  const { page, index } = placeInPage(loopCounter);
  const before = state.multiInstanceOutputs.get(elementInstanceKey, page);
  const outputs: (string | null)[] = before === undefined ? new Array(LOOP_PAGE_SIZE).fill(null) : before.slice();
  outputs[index] = outputElement;
  state.multiInstanceOutputs.put(elementInstanceKey, page, outputs);
  state.multiInstances.put(elementInstanceKey, { ...loop, outputLength: loop.outputLength + outputElement.length });
};
