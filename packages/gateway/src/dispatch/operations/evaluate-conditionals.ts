import { ConditionalEvaluationIntent, type Key, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

export interface EvaluateConditionalsInput {
  /** Asks the start events of this definition only; absent = of the latest version of every process. */
  readonly processDefinitionKey?: Key | undefined;
  readonly variables: VariablesText;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
}

/** Starts an instance for every conditional start event that holds. */
export async function evaluateConditionals(
  router: CommandRouter,
  { processDefinitionKey = NO_KEY, variables, tenantId }: EvaluateConditionalsInput,
): Answer<typeof ValueType.CONDITIONAL_EVALUATION> {
  return router.sendToAny({
    valueType: ValueType.CONDITIONAL_EVALUATION,
    intent: ConditionalEvaluationIntent.EVALUATE,
    key: NO_KEY,
    value: { processDefinitionKey, variables, startedProcessInstances: [], tenantId },
  });
}
