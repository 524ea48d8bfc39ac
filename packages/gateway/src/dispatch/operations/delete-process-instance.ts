import { DEFAULT_TENANT_ID, HistoryDeletionIntent, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { ProcessInstanceCommandInput } from './process-instance-command.ts';

/** Forgets an instance that has ended. */
export async function deleteProcessInstance(
  router: CommandRouter,
  { processInstanceKey, operationReference = NO_KEY }: ProcessInstanceCommandInput,
): Answer<typeof ValueType.HISTORY_DELETION> {
  return router.sendByKey({
    valueType: ValueType.HISTORY_DELETION,
    intent: HistoryDeletionIntent.DELETE,
    key: processInstanceKey,
    value: {
      resourceKey: processInstanceKey,
      resourceType: 'PROCESS_INSTANCE',
      processId: '',
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference,
  });
}
