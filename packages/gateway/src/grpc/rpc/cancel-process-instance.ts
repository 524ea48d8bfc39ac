import { cancelProcessInstance as sendCancelProcessInstance } from '../../dispatch/operations/cancel-process-instance.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface CancelProcessInstanceRequest {
  readonly processInstanceKey: string;
  readonly operationReference?: string;
}

export const cancelProcessInstance = unaryRpc(async (request: CancelProcessInstanceRequest, { router }) => {
  await sendCancelProcessInstance(router, {
    processInstanceKey: keyField(request.processInstanceKey),
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});
