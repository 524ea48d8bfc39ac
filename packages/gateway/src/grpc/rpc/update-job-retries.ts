import { updateJobRetries as sendUpdateJobRetries } from '../../dispatch/operations/update-job-retries.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface UpdateJobRetriesRequest {
  readonly jobKey: string;
  readonly retries: number;
  readonly operationReference?: string;
  readonly jobLeaseToken?: string;
}

export const updateJobRetries = unaryRpc(async (request: UpdateJobRetriesRequest, { router }) => {
  await sendUpdateJobRetries(router, {
    jobKey: keyField(request.jobKey),
    retries: request.retries,
    leaseToken: request.jobLeaseToken,
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});
