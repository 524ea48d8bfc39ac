import { completeJob as sendCompleteJob } from '../../dispatch/operations/complete-job.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { checkEmptyResult, type JobResultMessage } from '../job-result.ts';
import { checkNoLease } from '../lease-token.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField } from '../wire-integer.ts';

interface CompleteJobRequest {
  readonly jobKey: string;
  readonly variables: string;
  readonly result?: JobResultMessage | null;
  readonly jobLeaseToken?: string;
}

export const completeJob = unaryRpc(async (request: CompleteJobRequest, { router }) => {
  checkEmptyResult(request.result);
  checkNoLease(request.jobLeaseToken);
  await sendCompleteJob(router, { jobKey: keyField(request.jobKey), variables: checkVariables(request.variables) });
  return {};
});
