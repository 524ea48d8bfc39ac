import { closeSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { applyPayload } from '../behavior/variables/payload.ts';
import type { ElementProcessor } from './element-processor.ts';

/** How elements complete that waited for somebody to bring something: a worker, a user, a message, a called process. */
export const completeWithPayload: ElementProcessor['complete'] = (processing, element, instance) => {
  const failure = applyPayload(processing, element, instance);
  if (failure !== undefined) return failure;
  closeSubscriptions(processing, instance.key);
  return undefined;
};
