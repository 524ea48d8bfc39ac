import { ProcessInstanceIntent, type ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { changeElementState } from './element-state.ts';

export const processInstanceElementActivated: Applier<ProcessInstanceValue> = (state, record) => {
  changeElementState(state, record.key, ProcessInstanceIntent.ELEMENT_ACTIVATED);
};
