/** The commands of the one-task process as gateways send them. */
import {
  type CommandRequest,
  DEFAULT_TENANT_ID,
  DeploymentIntent,
  deploymentCommandValue,
  JobBatchIntent,
  JobIntent,
  jobCommandValue,
  type Key,
  NO_KEY,
  ProcessInstanceCreationIntent,
  ValueType,
} from '@waggle/protocol';
import { oneTask } from '../one-task.ts';

export const deployment: CommandRequest<typeof ValueType.DEPLOYMENT> = {
  valueType: ValueType.DEPLOYMENT,
  intent: DeploymentIntent.CREATE,
  key: NO_KEY,
  value: deploymentCommandValue([
    { resourceName: oneTask.resourceName, resource: new TextEncoder().encode(oneTask.xml) },
  ]),
};

export const creation: CommandRequest<typeof ValueType.PROCESS_INSTANCE_CREATION> = {
  valueType: ValueType.PROCESS_INSTANCE_CREATION,
  intent: ProcessInstanceCreationIntent.CREATE,
  key: NO_KEY,
  value: {
    bpmnProcessId: oneTask.bpmnProcessId,
    version: -1,
    processDefinitionKey: NO_KEY,
    processInstanceKey: NO_KEY,
    variables: JSON.stringify(oneTask.variables),
    startInstructions: [],
    fetchVariables: [],
    awaitRequestStreamId: -1,
    awaitRequestId: -1,
    terminateAfterElementIds: [],
    tags: [],
    businessId: '',
    tenantId: DEFAULT_TENANT_ID,
  },
};

export function activation(
  jobsMax: number,
  type: string = oneTask.jobType,
): CommandRequest<typeof ValueType.JOB_BATCH> {
  return {
    valueType: ValueType.JOB_BATCH,
    intent: JobBatchIntent.ACTIVATE,
    key: NO_KEY,
    value: {
      type,
      worker: oneTask.bpmnProcessId,
      timeout: oneTask.jobTimeoutMs,
      maxJobsToActivate: jobsMax,
      fetchVariables: [],
      tenantIds: [DEFAULT_TENANT_ID],
      jobKeys: [],
      jobInstanceKeys: [],
      deadline: -1,
      truncated: false,
      withLease: false,
    },
  };
}

const completionValue = jobCommandValue({ variables: JSON.stringify(oneTask.result) });

export function completion(jobKey: Key): CommandRequest<typeof ValueType.JOB> {
  return { valueType: ValueType.JOB, intent: JobIntent.COMPLETE, key: jobKey, value: completionValue };
}
