import { evaluateConditionals } from '../../dispatch/operations/evaluate-conditionals.ts';
import { checkTenantId } from '../../dispatch/tenant-id.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField } from '../wire-integer.ts';

interface EvaluateConditionalRequest {
  readonly tenantId: string;
  readonly processDefinitionKey?: string;
  readonly variables: string;
}

export const evaluateConditional = unaryRpc(async (request: EvaluateConditionalRequest, { router }) => {
  const { processDefinitionKey } = request;
  const { key, value } = await evaluateConditionals(router, {
    processDefinitionKey: processDefinitionKey === undefined ? undefined : keyField(processDefinitionKey),
    variables: checkVariables(request.variables),
    tenantId: checkTenantId('gRPC request EvaluateConditional', request.tenantId),
  });
  return {
    conditionalEvaluationKey: String(key),
    tenantId: value.tenantId,
    processInstances: value.startedProcessInstances.map((started) => ({
      processDefinitionKey: String(started.processDefinitionKey),
      processInstanceKey: String(started.processInstanceKey),
    })),
  };
});
