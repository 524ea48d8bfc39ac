import {
  BpmnElementType,
  BpmnEventType,
  type Key,
  NO_KEY,
  ProcessEventIntent,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  type ProcessValue,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';

/** The value of a new root instance of a definition. */
export function rootInstanceValue(definition: ProcessValue, processInstanceKey: Key): ProcessInstanceValue {
  return {
    bpmnProcessId: definition.bpmnProcessId,
    version: definition.version,
    processDefinitionKey: definition.processDefinitionKey,
    processInstanceKey,
    elementId: definition.bpmnProcessId,
    flowScopeKey: NO_KEY,
    bpmnElementType: BpmnElementType.PROCESS,
    bpmnEventType: BpmnEventType.UNSPECIFIED,
    parentProcessInstanceKey: NO_KEY,
    parentElementInstanceKey: NO_KEY,
    rootProcessInstanceKey: processInstanceKey,
    tenantId: definition.tenantId,
    consumedFlowIds: [],
    loopCounter: 0,
  };
}

/** Asks for a new root instance to start. */
export function startRootInstance(processing: Processing, value: ProcessInstanceValue): void {
  const { ACTIVATE_ELEMENT } = ProcessInstanceIntent;
  processing.write.followUp(ValueType.PROCESS_INSTANCE, ACTIVATE_ELEMENT, value.processInstanceKey, value);
}

/**
 * Starts an instance at the start event that was triggered, which hands the payload on.
 * @param variables JSON object text.
 */
export function startAtEvent(
  processing: Processing,
  definition: ProcessValue,
  startEventId: string,
  processInstanceKey: Key,
  variables: string,
): void {
  processing.write.event(ValueType.PROCESS_EVENT, ProcessEventIntent.TRIGGERING, processing.keys.next(), {
    scopeKey: processInstanceKey,
    targetElementId: startEventId,
    variables,
    processDefinitionKey: definition.processDefinitionKey,
    processInstanceKey,
    interruptsScope: false,
    tenantId: definition.tenantId,
  });
  startRootInstance(processing, rootInstanceValue(definition, processInstanceKey));
}
