import { ClockIntent, type ClockValue, RejectionType, ValueType } from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processor } from './processor.ts';

/** Lets the engine's clock stand still at a time, on every partition. */
export const clockPin: Processor<ClockValue> = (processing, command) => {
  const { value } = command;
  const { write } = processing;
  const origin = originOf(processing, command, 'clock');
  if (origin === 'repeated') return;
  const isDecided = origin === 'distributed';
  if (value.time < 0) {
    const reason = `Expected pin time to be not negative but it was ${value.time}`;
    return write.reject(RejectionType.INVALID_ARGUMENT, reason);
  }
  const { PIN, PINNED } = ClockIntent;
  const key = isDecided ? command.key : processing.keys.next();
  const pinned = write.event(ValueType.CLOCK, PINNED, key, value);
  if (isDecided) return;
  write.respond(pinned);
  distributeCommand(processing, key, { valueType: ValueType.CLOCK, intent: PIN, value }, 'clock');
};
