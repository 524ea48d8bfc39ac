import { getBatchOperation } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { batchOperationValueTypes } from '../batch-operations/batch-operation-value-types.ts';

export function useBatchOperation(batchOperationKey: string) {
  return useApi(getBatchOperation, { path: { batchOperationKey } }, { live: { valueTypes: batchOperationValueTypes } });
}
