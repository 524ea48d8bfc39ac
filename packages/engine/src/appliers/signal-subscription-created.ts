import type { SignalSubscriptionValue } from '@waggle/protocol';
import { signalOwnerKey } from '../state/signal-owner.ts';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const signalSubscriptionCreated: Applier<SignalSubscriptionValue> = (state, { key, value }) => {
  const name = tenantName(value.signalName, value.tenantId);
  state.signalSubscriptions.put(name, key, value);
  state.ownedSignalSubscriptions.put(signalOwnerKey(value), key, name);
};
