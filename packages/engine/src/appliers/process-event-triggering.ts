import type { ProcessEventValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { interruptScope } from './scope-interruption.ts';

export const processEventTriggering: Applier<ProcessEventValue> = (state, record) => {
  const { key, value } = record;
  state.eventTriggers.put(value.scopeKey, key, { targetElementId: value.targetElementId, variables: value.variables });
  if (value.interruptsScope) interruptScope(state, value.scopeKey, value.targetElementId);
};
