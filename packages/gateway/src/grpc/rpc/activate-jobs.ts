import { type ActivatedJobMessage, activatedJobMessage } from '../activated-job-message.ts';
import { checkActivateRequest } from '../activation-request.ts';
import { JobMessageWriter } from '../job-message-writer.ts';
import { streamRpc } from '../rpc-handler.ts';
import { splitJobsBySize } from '../split-jobs-by-size.ts';
import { millisecondsField } from '../wire-integer.ts';

interface ActivateJobsRequest {
  readonly type: string;
  readonly worker: string;
  readonly timeout: string;
  readonly maxJobsToActivate: number;
  readonly fetchVariable: readonly string[];
  readonly requestTimeout: string;
  readonly tenantIds: readonly string[];
  readonly tenantFilter: number;
  readonly withLease: boolean;
}

interface ActivateJobsResponse {
  readonly jobs: readonly ActivatedJobMessage[];
}

/** Hands out jobs, a message per partition that had some; waits for them when there are none. */
export const activateJobs = streamRpc<ActivateJobsRequest, ActivateJobsResponse>(async (call, dispatch, signal) => {
  const { request } = call;
  const writer = new JobMessageWriter(call);
  await dispatch.jobActivator.activate(
    {
      ...checkActivateRequest('ActivateJobs', request),
      maxJobs: request.maxJobsToActivate,
      requestTimeoutMs: millisecondsField(request.requestTimeout),
    },
    {
      signal,
      take(jobs) {
        for (const piece of splitJobsBySize(jobs)) writer.write({ jobs: piece.map(activatedJobMessage) }, piece);
        return writer.ready(signal);
      },
    },
  );
  if (signal.aborted) await dispatch.jobActivator.giveBack(writer.unsentJobs);
});
