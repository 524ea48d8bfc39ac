import { DEFAULT_TENANT_ID, HistoryDeletionIntent, type Key, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

export interface DeleteDecisionInstanceInput {
  readonly decisionEvaluationKey: Key;
  readonly operationReference?: Key | undefined;
}

/** Forgets an evaluation with all decisions that it took. */
export async function deleteDecisionInstance(
  router: CommandRouter,
  { decisionEvaluationKey, operationReference = NO_KEY }: DeleteDecisionInstanceInput,
): Answer<typeof ValueType.HISTORY_DELETION> {
  return router.sendByKey({
    valueType: ValueType.HISTORY_DELETION,
    intent: HistoryDeletionIntent.DELETE,
    key: decisionEvaluationKey,
    value: {
      resourceKey: decisionEvaluationKey,
      resourceType: 'DECISION_INSTANCE',
      processId: '',
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference,
  });
}
