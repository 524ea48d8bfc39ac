/** Brings a signal to everything that waits for it on this partition, a chunk at a time. */
import {
  type Key,
  NO_KEY,
  partitionIdOf,
  SignalIntent,
  type SignalSubscriptionValue,
  type SignalValue,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { tenantName } from '../../state/table-names.ts';
import { startAtEvent } from '../process-instances/process-instance-start.ts';
import { acceptsEvent, triggerEvent } from './event-triggers.ts';

/**
 * Triggers the next subscribers and asks for another step when more are left.
 * @param signal says where the chunk begins, and which subscriptions are younger than the broadcast.
 */
export function reachSubscribers(processing: Processing, signalKey: Key, signal: SignalValue): void {
  const { state, write, limits } = processing;
  const name = tenantName(signal.signalName, signal.tenantId);
  const chunk: (readonly [Key, SignalSubscriptionValue])[] = [];
  let isMoreLeft = false;
  state.signalSubscriptions.forEach(
    name,
    (key, value) => {
      if (key >= signal.untilKey) return false;
      isMoreLeft = chunk.length >= limits.signalChunkMax;
      if (!isMoreLeft) chunk.push([key, value]);
      return !isMoreLeft;
    },
    signal.afterKey === NO_KEY ? undefined : signal.afterKey,
  );
  const startBytes = write.length;
  let afterKey = signal.afterKey;
  for (const [key, value] of chunk) {
    // Every subscriber gets a copy of the payload, so a large one makes small chunks.
    if (write.length - startBytes >= limits.commandBytesSoftMax) {
      isMoreLeft = true;
      break;
    }
    // One before it may have closed this one, as event sub-processes that interrupt do.
    if (state.signalSubscriptions.has(name, key)) reach(processing, signalKey, signal, value);
    afterKey = key;
  }
  if (isMoreLeft) write.followUp(ValueType.SIGNAL, SignalIntent.BROADCAST, signalKey, { ...signal, afterKey });
}

function reach(
  processing: Processing,
  signalKey: Key,
  { variables }: SignalValue,
  subscription: SignalSubscriptionValue,
): void {
  const { state, models } = processing;
  const { catchEventInstanceKey, catchEventId, processDefinitionKey, processInstanceKey } = subscription;
  if (catchEventInstanceKey === NO_KEY) {
    const definition = state.processes.get(processDefinitionKey);
    // Start events are known to every partition; only where the signal comes from do they start something.
    if (definition === undefined || partitionIdOf(signalKey) !== processing.partitionId) return;
    startAtEvent(processing, definition, catchEventId, processing.keys.next(), variables);
    return;
  }
  const instance = state.elementInstances.get(catchEventInstanceKey);
  if (instance === undefined || state.bannedInstances.has(processInstanceKey)) return;
  const event = models.eventOf(instance.value, catchEventId);
  if (acceptsEvent(processing, instance, event)) triggerEvent(processing, instance, event, variables);
}
