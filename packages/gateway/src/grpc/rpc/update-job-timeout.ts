import { updateJobTimeout as sendUpdateJobTimeout } from '../../dispatch/operations/update-job-timeout.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, millisecondsField, operationReferenceField } from '../wire-integer.ts';

interface UpdateJobTimeoutRequest {
  readonly jobKey: string;
  readonly timeout: string;
  readonly operationReference?: string;
  readonly jobLeaseToken?: string;
}

export const updateJobTimeout = unaryRpc(async (request: UpdateJobTimeoutRequest, { router }) => {
  await sendUpdateJobTimeout(router, {
    jobKey: keyField(request.jobKey),
    timeoutMs: millisecondsField(request.timeout),
    leaseToken: request.jobLeaseToken,
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});
