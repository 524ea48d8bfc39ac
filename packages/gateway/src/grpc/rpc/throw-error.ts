import { throwJobError } from '../../dispatch/operations/throw-job-error.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField } from '../wire-integer.ts';

interface ThrowErrorRequest {
  readonly jobKey: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: string;
  readonly jobLeaseToken?: string;
}

export const throwError = unaryRpc(async (request: ThrowErrorRequest, { router }) => {
  await throwJobError(router, {
    jobKey: keyField(request.jobKey),
    errorCode: request.errorCode,
    errorMessage: request.errorMessage,
    variables: checkVariables(request.variables),
    leaseToken: request.jobLeaseToken,
  });
  return {};
});
