import { failJob as sendFailJob } from '../../dispatch/operations/fail-job.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, millisecondsField } from '../wire-integer.ts';

interface FailJobRequest {
  readonly jobKey: string;
  readonly retries: number;
  readonly errorMessage: string;
  readonly retryBackOff: string;
  readonly variables: string;
  readonly jobLeaseToken?: string;
}

export const failJob = unaryRpc(async (request: FailJobRequest, { router }) => {
  await sendFailJob(router, {
    jobKey: keyField(request.jobKey),
    retries: request.retries,
    errorMessage: request.errorMessage,
    retryBackoffMs: millisecondsField(request.retryBackOff),
    variables: checkVariables(request.variables),
    leaseToken: request.jobLeaseToken,
  });
  return {};
});
