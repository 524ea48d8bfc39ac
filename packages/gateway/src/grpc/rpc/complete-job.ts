import { completeJob as sendCompleteJob } from '../../dispatch/operations/complete-job.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { type JobResultMessage, jobResult } from '../job-result.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField } from '../wire-integer.ts';

interface CompleteJobRequest {
  readonly jobKey: string;
  readonly variables: string;
  readonly result?: JobResultMessage | null;
  readonly jobLeaseToken?: string;
}

export const completeJob = unaryRpc(async (request: CompleteJobRequest, { router }) => {
  await sendCompleteJob(router, {
    jobKey: keyField(request.jobKey),
    variables: checkVariables(request.variables),
    result: jobResult(request.result),
    leaseToken: request.jobLeaseToken,
  });
  return {};
});
