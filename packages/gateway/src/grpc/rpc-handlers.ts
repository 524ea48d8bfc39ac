import { activateJobs } from './rpc/activate-jobs.ts';
import { broadcastSignal } from './rpc/broadcast-signal.ts';
import { cancelProcessInstance } from './rpc/cancel-process-instance.ts';
import { completeJob } from './rpc/complete-job.ts';
import { createProcessInstance } from './rpc/create-process-instance.ts';
import { createProcessInstanceWithResult } from './rpc/create-process-instance-with-result.ts';
import { deleteResource } from './rpc/delete-resource.ts';
import { deployProcess } from './rpc/deploy-process.ts';
import { deployResource } from './rpc/deploy-resource.ts';
import { evaluateConditional } from './rpc/evaluate-conditional.ts';
import { evaluateDecision } from './rpc/evaluate-decision.ts';
import { failJob } from './rpc/fail-job.ts';
import { migrateProcessInstance } from './rpc/migrate-process-instance.ts';
import { modifyProcessInstance } from './rpc/modify-process-instance.ts';
import { publishMessage } from './rpc/publish-message.ts';
import { resolveIncident } from './rpc/resolve-incident.ts';
import { setVariables } from './rpc/set-variables.ts';
import { streamActivatedJobs } from './rpc/stream-activated-jobs.ts';
import { throwError } from './rpc/throw-error.ts';
import { topology } from './rpc/topology.ts';
import { updateJobPriority } from './rpc/update-job-priority.ts';
import { updateJobRetries } from './rpc/update-job-retries.ts';
import { updateJobTimeout } from './rpc/update-job-timeout.ts';
import type { RpcHandler } from './rpc-handler.ts';

/** The rpcs of `gateway_protocol.Gateway`, in the order of `gateway.proto`. */
export type RpcName =
  | 'ActivateJobs'
  | 'StreamActivatedJobs'
  | 'CancelProcessInstance'
  | 'CompleteJob'
  | 'CreateProcessInstance'
  | 'CreateProcessInstanceWithResult'
  | 'EvaluateDecision'
  | 'DeployProcess'
  | 'DeployResource'
  | 'FailJob'
  | 'ThrowError'
  | 'PublishMessage'
  | 'ResolveIncident'
  | 'SetVariables'
  | 'Topology'
  | 'UpdateJobRetries'
  | 'ModifyProcessInstance'
  | 'MigrateProcessInstance'
  | 'UpdateJobTimeout'
  | 'DeleteResource'
  | 'BroadcastSignal'
  | 'EvaluateConditional'
  | 'UpdateJobPriority';

/** Who answers each rpc. A new one needs its lines in `gateway.proto`, its file in `rpc/` and its line here. */
export const rpcHandlers: Readonly<Record<RpcName, RpcHandler>> = {
  ActivateJobs: activateJobs,
  StreamActivatedJobs: streamActivatedJobs,
  CancelProcessInstance: cancelProcessInstance,
  CompleteJob: completeJob,
  CreateProcessInstance: createProcessInstance,
  CreateProcessInstanceWithResult: createProcessInstanceWithResult,
  EvaluateDecision: evaluateDecision,
  DeployProcess: deployProcess,
  DeployResource: deployResource,
  FailJob: failJob,
  ThrowError: throwError,
  PublishMessage: publishMessage,
  ResolveIncident: resolveIncident,
  SetVariables: setVariables,
  Topology: topology,
  UpdateJobRetries: updateJobRetries,
  ModifyProcessInstance: modifyProcessInstance,
  MigrateProcessInstance: migrateProcessInstance,
  UpdateJobTimeout: updateJobTimeout,
  DeleteResource: deleteResource,
  BroadcastSignal: broadcastSignal,
  EvaluateConditional: evaluateConditional,
  UpdateJobPriority: updateJobPriority,
};
