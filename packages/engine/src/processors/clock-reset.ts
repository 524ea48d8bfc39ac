import { ClockIntent, type ClockValue, ValueType } from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processor } from './processor.ts';

/** Gives the engine the real time back, on every partition. */
export const clockReset: Processor<ClockValue> = (processing, command) => {
  const { write } = processing;
  const origin = originOf(processing, command, 'clock');
  if (origin === 'repeated') return;
  const isDecided = origin === 'distributed';
  const { RESET, RESETTED } = ClockIntent;
  const key = isDecided ? command.key : processing.keys.next();
  const value: ClockValue = { time: 0 };
  const resetted = write.event(ValueType.CLOCK, RESETTED, key, value);
  if (isDecided) return;
  write.respond(resetted);
  distributeCommand(processing, key, { valueType: ValueType.CLOCK, intent: RESET, value }, 'clock');
};
