import {
  type Key,
  type LogRecord,
  NO_KEY,
  RejectionType,
  SignalIntent,
  type SignalValue,
  ValueType,
} from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import { reachSubscribers } from '../behavior/triggers/signal-reach.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Brings a signal to all that wait for it now, on every partition. The command comes again for each further chunk. */
export const signalBroadcast: Processor<SignalValue> = (processing, command) => {
  if (command.value.untilKey !== NO_KEY) {
    reachSubscribers(processing, command.key, command.value);
    return;
  }
  const origin = originOf(processing, command, 'signals');
  if (origin === 'client') broadcast(processing, command.value);
  else if (origin === 'distributed') receive(processing, command);
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
  beginToReach(processing, signalKey, { ...value, untilKey: signalKey });
}

function receive(processing: Processing, { key, value }: LogRecord<SignalValue>): void {
  processing.write.event(ValueType.SIGNAL, SignalIntent.BROADCASTED, key, value);
  beginToReach(processing, key, { ...value, untilKey: processing.keys.next() });
}

function beginToReach(processing: Processing, key: Key, signal: SignalValue): void {
  const { write, limits } = processing;
  // A large payload has filled this step already, with the event and what goes to other partitions.
  const isLarge = signal.variables.length > limits.commandBytesSoftMax / 2;
  if (isLarge) write.followUp(ValueType.SIGNAL, SignalIntent.BROADCAST, key, signal);
  else reachSubscribers(processing, key, signal);
}
