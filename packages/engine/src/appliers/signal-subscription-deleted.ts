import type { SignalSubscriptionValue } from '@waggle/protocol';
import { signalOwnerKey } from '../state/signal-owner.ts';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const signalSubscriptionDeleted: Applier<SignalSubscriptionValue> = (state, { key, value }) => {
  state.signalSubscriptions.delete(tenantName(value.signalName, value.tenantId), key);
  state.ownedSignalSubscriptions.delete(signalOwnerKey(value), key);
};
