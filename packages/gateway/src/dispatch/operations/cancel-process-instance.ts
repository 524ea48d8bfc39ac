import {
  BpmnElementType,
  BpmnEventType,
  DEFAULT_TENANT_ID,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Resolves once termination has begun; it goes on by itself. */
export async function cancelProcessInstance(
  router: CommandRouter,
  input: { readonly processInstanceKey: Key; readonly operationReference?: Key | undefined },
): Answer<typeof ValueType.PROCESS_INSTANCE> {
  return router.sendByKey({
    valueType: ValueType.PROCESS_INSTANCE,
    intent: ProcessInstanceIntent.CANCEL,
    key: input.processInstanceKey,
    value: {
      bpmnProcessId: '',
      version: -1,
      processDefinitionKey: NO_KEY,
      processInstanceKey: input.processInstanceKey,
      elementId: '',
      flowScopeKey: NO_KEY,
      bpmnElementType: BpmnElementType.UNSPECIFIED,
      bpmnEventType: BpmnEventType.UNSPECIFIED,
      parentProcessInstanceKey: NO_KEY,
      parentElementInstanceKey: NO_KEY,
      rootProcessInstanceKey: input.processInstanceKey,
      consumedFlowIds: [],
      loopCounter: 0,
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference: input.operationReference ?? NO_KEY,
  });
}
