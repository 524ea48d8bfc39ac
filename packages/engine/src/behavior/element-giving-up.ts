import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { getInstance } from './element-transitions.ts';
import { resolveIncidentsOf } from './incidents.ts';
import { cancelJob } from './jobs/jobs.ts';
import { endTermination, terminateChildren } from './scope-termination.ts';
import { closeSubscriptions } from './triggers/event-subscriptions.ts';

/**
 * Gives up all that a terminating element holds, its children too, and ends it when there is nothing to wait for. What was
 * given up before is skipped, so it can be done again after it had to stop half-way.
 */
export function giveUpElement(processing: Processing, leaving: ElementInstance): void {
  cancelJob(processing, leaving);
  closeSubscriptions(processing, leaving.key);
  resolveIncidentsOf(processing, leaving.key);
  const processor = processing.elementProcessor(leaving.value.bpmnElementType);
  const mustWait = processor.terminate?.(processing, leaving) ?? false;
  terminateChildren(processing, leaving);
  if (!mustWait && leaving.childCount === 0) endTermination(processing, getInstance(processing, leaving.key));
}
