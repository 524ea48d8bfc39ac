import { argumentError } from '../../dispatch/command-failure.ts';
import { updateJob } from '../../dispatch/operations/update-job.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface UpdateJobPriorityRequest {
  readonly jobKey: string;
  readonly priority?: number;
  readonly operationReference?: string;
  readonly jobLeaseToken?: string;
}

export const updateJobPriority = unaryRpc(async (request: UpdateJobPriorityRequest, { router }) => {
  if (request.priority === undefined) throw argumentError("Expected 'priority' to be given, but it is absent");
  await updateJob(router, {
    jobKey: keyField(request.jobKey),
    priority: request.priority,
    leaseToken: request.jobLeaseToken,
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});
