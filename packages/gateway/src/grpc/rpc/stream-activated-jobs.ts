import { Metadata } from '@grpc/grpc-js';
import { type ActivatedJobMessage, activatedJobMessage } from '../activated-job-message.ts';
import { checkActivateRequest } from '../activation-request.ts';
import { JobMessageWriter } from '../job-message-writer.ts';
import { streamRpc } from '../rpc-handler.ts';

interface StreamActivatedJobsRequest {
  readonly type: string;
  readonly worker: string;
  readonly timeout: string;
  readonly fetchVariable: readonly string[];
  readonly tenantIds: readonly string[];
  readonly tenantFilter: number;
  readonly withLease: boolean;
}

/**
 * Pushes jobs until the client goes or the gateway shuts down. While the client reads more slowly than jobs come,
 * jobs go to others or back to their partition.
 */
export const streamActivatedJobs = streamRpc<StreamActivatedJobsRequest, ActivatedJobMessage>(
  async (call, dispatch, signal) => {
    const writer = new JobMessageWriter(call);
    const close = dispatch.jobStreams.open(checkActivateRequest('StreamActivatedJobs', call.request), (job) => {
      if (!writer.hasRoom || signal.aborted) return false;
      writer.write(activatedJobMessage(job), [job]);
      return true;
    });
    // Clients take the headers as the sign that the stream is open, and there may be no job for a long time.
    call.sendMetadata(new Metadata());
    await aborted(signal);
    close();
    await dispatch.jobActivator.giveBack(writer.unsentJobs);
  },
);

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
