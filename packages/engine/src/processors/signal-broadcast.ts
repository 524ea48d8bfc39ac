import {
  type LogRecord,
  NO_KEY,
  partitionIdOf,
  RejectionType,
  SignalIntent,
  type SignalValue,
  ValueType,
} from '@waggle/protocol';
import { acknowledgeDistribution, distributeCommand } from '../behavior/command-distribution.ts';
import { parseVariables } from '../behavior/parse-variables.ts';
import { reachSubscribers } from '../behavior/signal-reach.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Brings a signal to all that wait for it now, on every partition. The command comes again for each further chunk. */
export const signalBroadcast: Processor<SignalValue> = (processing, command) => {
  const origin = partitionIdOf(command.key);
  if (command.value.afterKey !== NO_KEY) reachSubscribers(processing, command.key, command.value);
  else if (command.key !== NO_KEY && origin !== processing.partitionId) receive(processing, command, origin);
  else broadcast(processing, command.value);
};

function broadcast(processing: Processing, request: SignalValue): void {
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) {
    processing.write.reject(variables.type, variables.reason);
    return;
  }
  if (request.signalName.trim() === '') {
    const reason = 'Expected to broadcast a signal with a name, but the name is blank';
    processing.write.reject(RejectionType.INVALID_ARGUMENT, reason);
    return;
  }
  const signalKey = processing.keys.next();
  const value: SignalValue = { ...request, variables: variables.size === 0 ? '{}' : request.variables };
  const { BROADCAST, BROADCASTED } = SignalIntent;
  processing.write.respond(processing.write.event(ValueType.SIGNAL, BROADCASTED, signalKey, value));
  distributeCommand(processing, signalKey, { valueType: ValueType.SIGNAL, intent: BROADCAST, value }, 'signals');
  reachSubscribers(processing, signalKey, { ...value, untilKey: signalKey });
}

function receive(processing: Processing, { key, value }: LogRecord<SignalValue>, origin: number): void {
  const { BROADCAST, BROADCASTED } = SignalIntent;
  acknowledgeDistribution(processing, key, origin, { valueType: ValueType.SIGNAL, intent: BROADCAST });
  const lastKey = processing.state.receivedSignals.get(BigInt(origin));
  if (lastKey !== undefined && lastKey >= key) {
    const reason = `Expected a new signal from partition ${origin}, but the one with key '${key}' has been here before`;
    processing.write.reject(RejectionType.ALREADY_EXISTS, reason);
    return;
  }
  processing.write.event(ValueType.SIGNAL, BROADCASTED, key, value);
  reachSubscribers(processing, key, { ...value, untilKey: processing.keys.next() });
}
