import { deleteResource as sendDeleteResource } from '../../dispatch/operations/delete-resource.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface DeleteResourceRequest {
  readonly resourceKey: string;
  readonly operationReference?: string;
  readonly deleteHistory?: boolean;
}

export const deleteResource = unaryRpc(async (request: DeleteResourceRequest, { router }) => {
  const { value } = await sendDeleteResource(router, {
    resourceKey: keyField(request.resourceKey),
    isDeleteHistory: request.deleteHistory ?? false,
    operationReference: operationReferenceField(request.operationReference),
  });
  return { resourceKey: String(value.resourceKey) };
});
