import type { SignalSubscriptionValue } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const signalSubscriptionMigrated: Applier<SignalSubscriptionValue> = (state, { key, value }) => {
  state.signalSubscriptions.put(tenantName(value.signalName, value.tenantId), key, value);
};
