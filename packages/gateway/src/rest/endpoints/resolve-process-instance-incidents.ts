import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation } from '../../dispatch/index.ts';
import { batchOperationCreated } from '../batch-operation-created.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { requireKnown } from '../require-known.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { processInstanceKey } from '../schemas/keys.ts';

export const resolveProcessInstanceIncidents = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/incident-resolution',
  operationId: 'resolveProcessInstanceIncidents',
  tag: 'Process instance',
  summary: 'Resolves all incidents of a process instance',
  since: '8.9',
  parameters: { processInstanceKey },
  body: noBody,
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const key = String(call.key('processInstanceKey'));
    await requireKnown(call, { kind: 'get', entity: 'ProcessInstance', key }, `process instance with key '${key}'`);
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.RESOLVE_INCIDENT,
      entityFilter: JSON.stringify({ processInstanceKey: key }),
    });
    return batchOperationCreated(record);
  },
});
