import { DEFAULT_TENANT_ID, type Key, NO_KEY, ProcessInstanceBusinessIdIntent, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

export interface AssignBusinessIdInput {
  readonly processInstanceKey: Key;
  readonly businessId: string;
}

/** Gives a running instance its business id, once and for all; the same one again changes nothing. */
export async function assignBusinessId(
  router: CommandRouter,
  { processInstanceKey, businessId }: AssignBusinessIdInput,
): Answer<typeof ValueType.PROCESS_INSTANCE_BUSINESS_ID> {
  return router.sendByKey({
    valueType: ValueType.PROCESS_INSTANCE_BUSINESS_ID,
    intent: ProcessInstanceBusinessIdIntent.ASSIGN,
    key: processInstanceKey,
    value: {
      processInstanceKey,
      businessId,
      bpmnProcessId: '',
      processDefinitionKey: NO_KEY,
      rootProcessInstanceKey: NO_KEY,
      tenantId: DEFAULT_TENANT_ID,
    },
  });
}
