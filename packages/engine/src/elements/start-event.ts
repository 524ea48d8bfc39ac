import type { ExecutableElement } from '@waggle/bpmn';
import { activated, completed, completeElement, getInstance } from '../behavior/element-transitions.ts';
import { eventSubProcessStarts, openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { applyPayload } from '../behavior/variables/payload.ts';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Start events of every kind: what triggered them waits in their scope, whose event sub-processes listen from then on. */
export const startEvent: ElementProcessor = {
  activate(processing, _element, instance) {
    completeElement(processing, activated(processing, instance));
    return undefined;
  },

  complete(processing, element, instance) {
    // Of an event sub-process as well: as Camunda 8 does it, what is not mapped goes to the nearest scope that has it, in
    // the end to the process instance. It is not kept in the event sub-process.
    return applyPayload(processing, element, instance, { ownerKey: instance.value.flowScopeKey });
  },

  finish(processing, element, instance) {
    return openEventSubProcesses(processing, element, instance) ?? completed(processing, instance, element.outgoing);
  },
};

/** Not earlier: their expressions see what the start event has handed to the scope. */
function openEventSubProcesses(
  processing: Processing,
  { flowScope }: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
  if (flowScope === undefined || flowScope.eventSubProcesses.length === 0) return undefined;
  const scope = getInstance(processing, instance.value.flowScopeKey);
  return openSubscriptions(processing, scope, eventSubProcessStarts(flowScope));
}
