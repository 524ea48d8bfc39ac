import { DEFAULT_TENANT_ID, type Key, NO_KEY, ValueType, VariableDocumentIntent } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

export interface SetVariablesInput {
  /** The scope: an element instance or the process instance itself. */
  readonly elementInstanceKey: Key;
  readonly variables: VariablesText;
  /** `true` writes exactly in the scope, `false` in the nearest one that has the variable. */
  readonly isLocal: boolean;
  readonly operationReference?: Key | undefined;
}

export async function setVariables(
  router: CommandRouter,
  input: SetVariablesInput,
): Answer<typeof ValueType.VARIABLE_DOCUMENT> {
  return router.sendByKey(
    {
      valueType: ValueType.VARIABLE_DOCUMENT,
      intent: VariableDocumentIntent.UPDATE,
      key: NO_KEY,
      value: {
        scopeKey: input.elementInstanceKey,
        isLocal: input.isLocal,
        variables: input.variables,
        tenantId: DEFAULT_TENANT_ID,
      },
      operationReference: input.operationReference ?? NO_KEY,
    },
    input.elementInstanceKey,
  );
}
