import { awaitedConditional } from './awaited-conditional.ts';
import type { AwaitedEvent } from './awaited-event.ts';
import { awaitedMessage } from './awaited-message.ts';
import { awaitedSignal } from './awaited-signal.ts';
import { awaitedTimer } from './awaited-timer.ts';

/** Every kind of event that can be waited for. */
export const awaitedEvents: readonly AwaitedEvent[] = [awaitedTimer, awaitedMessage, awaitedSignal, awaitedConditional];
