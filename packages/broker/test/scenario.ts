/** What a client does, on the port. */
import {
  type ActivatedJob,
  type CommandRequest,
  type CommandResponse,
  DeploymentIntent,
  type DeploymentValue,
  deploymentCommandValue,
  JobBatchIntent,
  JobIntent,
  type Key,
  type LogRecord,
  NO_KEY,
  type PartitionPort,
  ProcessInstanceCreationIntent,
  type ProcessInstanceCreationValue,
  ProcessInstanceIntent,
  partitionIdOf,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import { yieldCommand } from '../src/yield-command.ts';

const TENANT = '<default>';

export function deployRequest(bpmn: string): CommandRequest<typeof ValueType.DEPLOYMENT> {
  return {
    valueType: ValueType.DEPLOYMENT,
    intent: DeploymentIntent.CREATE,
    key: NO_KEY,
    value: deploymentCommandValue([{ resourceName: 'process.bpmn', resource: new TextEncoder().encode(bpmn) }], TENANT),
  };
}

export function createRequest(
  bpmnProcessId: string,
  variables = '{}',
): CommandRequest<typeof ValueType.PROCESS_INSTANCE_CREATION> {
  return {
    valueType: ValueType.PROCESS_INSTANCE_CREATION,
    intent: ProcessInstanceCreationIntent.CREATE,
    key: NO_KEY,
    value: {
      bpmnProcessId,
      version: -1,
      processDefinitionKey: NO_KEY,
      processInstanceKey: NO_KEY,
      variables,
      startInstructions: [],
      fetchVariables: [],
      awaitRequestStreamId: -1,
      awaitRequestId: -1,
      terminateAfterElementIds: [],
      tags: [],
      businessId: '',
      tenantId: TENANT,
    },
  };
}

export function activateRequest(maxJobsToActivate: number): CommandRequest<typeof ValueType.JOB_BATCH> {
  return {
    valueType: ValueType.JOB_BATCH,
    intent: JobBatchIntent.ACTIVATE,
    key: NO_KEY,
    value: {
      type: 'work',
      worker: 'test',
      timeout: 3_600_000,
      maxJobsToActivate,
      fetchVariables: [],
      tenantIds: [TENANT],
      jobKeys: [],
      jobInstanceKeys: [],
      deadline: -1,
      truncated: false,
      withLease: false,
    },
  };
}

export function completeRequest(job: ActivatedJob): CommandRequest<typeof ValueType.JOB> {
  const { valueType, value } = yieldCommand(job);
  return { valueType, intent: JobIntent.COMPLETE, key: job.jobKey, value };
}

/** Succeeds as long as the instance exists. */
export function cancelRequest(processInstanceKey: Key): CommandRequest<typeof ValueType.PROCESS_INSTANCE> {
  return {
    valueType: ValueType.PROCESS_INSTANCE,
    intent: ProcessInstanceIntent.CANCEL,
    key: processInstanceKey,
    value: {
      bpmnProcessId: '',
      version: -1,
      processDefinitionKey: NO_KEY,
      processInstanceKey,
      elementId: '',
      flowScopeKey: NO_KEY,
      bpmnElementType: 0,
      bpmnEventType: 0,
      parentProcessInstanceKey: NO_KEY,
      parentElementInstanceKey: NO_KEY,
      rootProcessInstanceKey: NO_KEY,
      tenantId: TENANT,
      consumedFlowIds: [],
      loopCounter: 0,
    },
  };
}

function accepted(response: CommandResponse): LogRecord {
  const { record } = response;
  if (record.recordType !== RecordType.COMMAND_REJECTION) return record;
  throw new Error(`Expected the command to be accepted, but: ${record.rejectionReason}`);
}

export async function deploy(port: PartitionPort, bpmn: string): Promise<DeploymentValue> {
  return accepted(await port.send(1, deployRequest(bpmn))).value as DeploymentValue;
}

/** @returns the instance's key. */
export async function createInstance(port: PartitionPort, bpmnProcessId: string, partitionId = 1): Promise<Key> {
  const { value } = accepted(await port.send(partitionId, createRequest(bpmnProcessId)));
  return (value as ProcessInstanceCreationValue).processInstanceKey;
}

export async function activateJobs(
  port: PartitionPort,
  maxJobsToActivate = 100,
  partitionId = 1,
): Promise<readonly ActivatedJob[]> {
  const response = await port.send(partitionId, activateRequest(maxJobsToActivate));
  accepted(response);
  return response.jobs;
}

export async function completeJob(port: PartitionPort, job: ActivatedJob): Promise<void> {
  accepted(await port.send(partitionIdOf(job.jobKey), completeRequest(job)));
}

/** Leaves the job without retries, which is an incident. */
export async function failJob(port: PartitionPort, job: ActivatedJob): Promise<void> {
  const { valueType, value } = yieldCommand(job);
  const request = { valueType, intent: JobIntent.FAIL, key: job.jobKey, value: { ...value, retries: 0 } };
  accepted(await port.send(partitionIdOf(job.jobKey), request));
}

export async function isInstanceAlive(port: PartitionPort, processInstanceKey: Key): Promise<boolean> {
  const { record } = await port.send(partitionIdOf(processInstanceKey), cancelRequest(processInstanceKey));
  return record.recordType !== RecordType.COMMAND_REJECTION;
}
