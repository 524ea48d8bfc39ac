import {
  BpmnElementType,
  BpmnEventType,
  type CommandRequest,
  DEFAULT_TENANT_ID,
  type Key,
  NO_KEY,
  type ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';

export interface ProcessInstanceCommandInput {
  readonly processInstanceKey: Key;
  readonly operationReference?: Key | undefined;
}

/** A command for a process instance as a whole; the engine knows all but the key. */
export function processInstanceCommand(
  intent: ProcessInstanceIntent,
  { processInstanceKey, operationReference = NO_KEY }: ProcessInstanceCommandInput,
): CommandRequest<typeof ValueType.PROCESS_INSTANCE> {
  return {
    valueType: ValueType.PROCESS_INSTANCE,
    intent,
    key: processInstanceKey,
    value: {
      bpmnProcessId: '',
      version: -1,
      processDefinitionKey: NO_KEY,
      processInstanceKey,
      elementId: '',
      flowScopeKey: NO_KEY,
      bpmnElementType: BpmnElementType.UNSPECIFIED,
      bpmnEventType: BpmnEventType.UNSPECIFIED,
      parentProcessInstanceKey: NO_KEY,
      parentElementInstanceKey: NO_KEY,
      rootProcessInstanceKey: processInstanceKey,
      consumedFlowIds: [],
      loopCounter: 0,
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference,
  };
}
