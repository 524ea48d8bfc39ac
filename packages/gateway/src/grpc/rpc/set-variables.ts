import { setVariables as sendSetVariables } from '../../dispatch/operations/set-variables.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface SetVariablesRequest {
  readonly elementInstanceKey: string;
  readonly variables: string;
  readonly local: boolean;
  readonly operationReference?: string;
}

export const setVariables = unaryRpc(async (request: SetVariablesRequest, { router }) => {
  const { key } = await sendSetVariables(router, {
    elementInstanceKey: keyField(request.elementInstanceKey),
    variables: checkVariables(request.variables),
    isLocal: request.local,
    operationReference: operationReferenceField(request.operationReference),
  });
  return { key: String(key) };
});
