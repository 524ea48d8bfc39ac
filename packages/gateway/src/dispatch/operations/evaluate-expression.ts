import { type CommandRequest, ExpressionIntent, type Key, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

export interface EvaluateExpressionInput {
  readonly expression: string;
  /** A process or element instance whose variables it sees; absent = none. */
  readonly scopeKey?: Key | undefined;
  /** Seen before those of the scope. */
  readonly variables: VariablesText;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
}

export async function evaluateExpression(
  router: CommandRouter,
  { expression, scopeKey, variables, tenantId }: EvaluateExpressionInput,
): Answer<typeof ValueType.EXPRESSION> {
  const request: CommandRequest<typeof ValueType.EXPRESSION> = {
    valueType: ValueType.EXPRESSION,
    intent: ExpressionIntent.EVALUATE,
    key: NO_KEY,
    value: { expression, scopeKey: scopeKey ?? NO_KEY, variables, resultValue: 'null', warnings: [], tenantId },
  };
  return scopeKey === undefined ? router.sendToAny(request) : router.sendByKey(request, scopeKey);
}
