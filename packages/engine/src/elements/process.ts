import type { ExecutableElement } from '@waggle/bpmn';
import {
  joinJsonObject,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  ProcessInstanceResultIntent,
  ValueType,
} from '@waggle/protocol';
import { activated, activateElement, completeElement, writeCompleted } from '../behavior/element-transitions.ts';
import { startNextBufferedMessage } from '../behavior/messages/message-start.ts';
import { closeSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { findTrigger, storeTrigger } from '../behavior/triggers/event-trigger-store.ts';
import { localVariables } from '../behavior/variables/visible-variables.ts';
import type { Processing } from '../processing.ts';
import { deleteWithdrawnProcess } from '../resources/withdrawn-process.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';

/** The outermost scope. Begins at the start event that was triggered, otherwise at the none start event. */
export const process: ElementProcessor = {
  activate(processing, element, instance) {
    const startEvent = triggeredStartEvent(processing, element, instance.key) ?? element.noneStartEvent;
    const active = activated(processing, instance);
    if (startEvent !== undefined) activateElement(processing, startEvent, active);
    return undefined;
  },

  complete(processing, _element, instance) {
    closeSubscriptions(processing, instance.key);
    return undefined;
  },

  finish(processing, _element, instance) {
    const lock = processing.state.instanceCorrelationKeys.get(instance.key);
    sendAwaitedResult(processing, instance);
    handToCaller(processing, instance);
    writeCompleted(processing, instance);
    deleteWithdrawnProcess(processing, instance.value.processDefinitionKey);
    if (lock !== undefined) startNextBufferedMessage(processing, lock, instance.value);
    return undefined;
  },
};

function triggeredStartEvent(
  processing: Processing,
  element: ExecutableElement,
  instanceKey: Key,
): ExecutableElement | undefined {
  const trigger = findTrigger(processing, instanceKey, (id) => element.startEvents.some((event) => event.id === id));
  return element.startEvents.find(({ id }) => id === trigger?.targetElementId);
}

function sendAwaitedResult(processing: Processing, instance: ElementInstance): void {
  const awaited = processing.state.awaitedResults.get(instance.key);
  if (awaited === undefined) return;
  const variables = localVariables(processing, instance.key);
  const chosen =
    awaited.fetchVariables.length === 0
      ? variables
      : [...variables].filter(([name]) => awaited.fetchVariables.includes(name));
  const metadata = processing.state.processInstanceMetadata.get(instance.key);
  const result = processing.write.event(
    ValueType.PROCESS_INSTANCE_RESULT,
    ProcessInstanceResultIntent.COMPLETED,
    instance.key,
    {
      bpmnProcessId: instance.value.bpmnProcessId,
      version: instance.value.version,
      processDefinitionKey: instance.value.processDefinitionKey,
      processInstanceKey: instance.key,
      variables: joinJsonObject(chosen),
      tags: metadata?.tags ?? [],
      businessId: metadata?.businessId ?? '',
      tenantId: instance.value.tenantId,
    },
  );
  processing.write.respondTo(awaited.requestStreamId, awaited.requestId, result);
}

/** Gives a called instance's variables to its call activity and lets that go on. */
function handToCaller(processing: Processing, instance: ElementInstance): void {
  const { parentElementInstanceKey } = instance.value;
  if (parentElementInstanceKey === NO_KEY) return;
  const caller = processing.state.elementInstances.get(parentElementInstanceKey);
  if (caller === undefined) return;
  if (caller.state === ProcessInstanceIntent.ELEMENT_TERMINATING) {
    const { CONTINUE_TERMINATING_ELEMENT } = ProcessInstanceIntent;
    processing.write.followUp(ValueType.PROCESS_INSTANCE, CONTINUE_TERMINATING_ELEMENT, caller.key, caller.value);
    return;
  }
  const { calledElement, outputMappings } = processing.models.elementOf(caller.value);
  if (outputMappings.length > 0 || calledElement?.propagateAllChildVariables === true) {
    const variables = joinJsonObject(localVariables(processing, instance.key));
    storeTrigger(processing, caller, caller.value.elementId, variables);
  }
  completeElement(processing, caller);
}
