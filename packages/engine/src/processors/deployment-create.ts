import {
  DeploymentIntent,
  type DeploymentValue,
  type LogRecord,
  NO_KEY,
  ProcessIntent,
  type ProcessMetadata,
  type ProcessValue,
  partitionIdOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { acknowledgeDistribution, distributeCommand } from '../behavior/command-distribution.ts';
import { type CheckedResource, checkResources } from '../behavior/deployment-check.ts';
import { closeStartEventSubscriptions, openStartEventSubscriptions } from '../behavior/start-event-subscriptions.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { tenantName } from '../state/table-names.ts';
import type { Processor } from './processor.ts';

/** Deploys resources, all or none. On other partitions it repeats what the first one decided. */
export const deploymentCreate: Processor<DeploymentValue> = (processing, command) => {
  const origin = partitionIdOf(command.key);
  if (command.key !== NO_KEY && origin !== processing.partitionId) receiveDeployment(processing, command, origin);
  else deploy(processing, command);
};

function deploy(processing: Processing, command: LogRecord<DeploymentValue>): void {
  const { resources, tenantId } = command.value;
  const checked = checkResources(processing, resources);
  if (checked instanceof Rejection) {
    processing.write.reject(checked.type, checked.reason);
    return;
  }
  const deploymentKey = processing.keys.next();
  const processesMetadata: ProcessMetadata[] = [];
  for (const resource of checked) {
    const metadata = decideVersion(processing, resource, tenantId);
    processesMetadata.push(metadata);
    if (!metadata.isDuplicate) createProcess(processing, resource, metadata, deploymentKey);
  }
  const value: DeploymentValue = {
    deploymentKey,
    tenantId,
    resources: [],
    processesMetadata,
    formsMetadata: [],
    resourcesMetadata: [],
  };
  const { CREATE, CREATED } = DeploymentIntent;
  const created = processing.write.event(ValueType.DEPLOYMENT, CREATED, deploymentKey, value);
  processing.write.respond(created);
  distributeCommand(processing, deploymentKey, {
    valueType: ValueType.DEPLOYMENT,
    intent: CREATE,
    value: { ...value, resources },
  });
}

function receiveDeployment(processing: Processing, command: LogRecord<DeploymentValue>, origin: number): void {
  const { key, value } = command;
  acknowledgeDistribution(processing, key, origin, {
    valueType: ValueType.DEPLOYMENT,
    intent: DeploymentIntent.CREATE,
  });
  const checked = checkResources(processing, value.resources);
  if (checked instanceof Rejection)
    throw new Error(`Expected a deployment that partition ${origin} accepted: ${checked.reason}`);
  let isNew = false;
  for (const resource of checked) {
    const metadata = value.processesMetadata.find(
      ({ bpmnProcessId, resourceName }) =>
        bpmnProcessId === resource.process.id && resourceName === resource.resourceName,
    );
    if (metadata === undefined || metadata.isDuplicate) continue;
    if (processing.state.processes.has(metadata.processDefinitionKey)) continue;
    createProcess(processing, resource, metadata, key);
    isNew = true;
  }
  if (!isNew) {
    const reason = `Expected a new deployment, but the deployment with key '${key}' holds nothing new for this partition`;
    processing.write.reject(RejectionType.ALREADY_EXISTS, reason);
    return;
  }
  processing.write.event(ValueType.DEPLOYMENT, DeploymentIntent.CREATED, key, { ...value, resources: [] });
}

/** An unchanged resource keeps its version; a changed one gets the next. */
function decideVersion(processing: Processing, resource: CheckedResource, tenantId: string): ProcessMetadata {
  const { process, resourceName, checksum } = resource;
  const latest = processing.state.latestProcesses.get(tenantName(process.id, tenantId));
  const present = latest === undefined ? undefined : processing.state.processes.get(latest.processDefinitionKey);
  const isDuplicate =
    present !== undefined && present.resourceName === resourceName && areEqual(present.resource, resource.resource);
  return {
    bpmnProcessId: process.id,
    version: isDuplicate ? present.version : (latest?.version ?? 0) + 1,
    versionTag: process.versionTag ?? '',
    processDefinitionKey: isDuplicate ? present.processDefinitionKey : processing.keys.next(),
    resourceName,
    checksum,
    isDuplicate,
    tenantId,
  };
}

function createProcess(
  processing: Processing,
  resource: CheckedResource,
  metadata: ProcessMetadata,
  deploymentKey: ProcessValue['deploymentKey'],
): void {
  const previous = processing.state.latestProcesses.get(tenantName(metadata.bpmnProcessId, metadata.tenantId));
  const definition: ProcessValue = {
    bpmnProcessId: metadata.bpmnProcessId,
    version: metadata.version,
    versionTag: metadata.versionTag,
    processDefinitionKey: metadata.processDefinitionKey,
    deploymentKey,
    resourceName: metadata.resourceName,
    checksum: metadata.checksum,
    resource: resource.resource,
    tenantId: metadata.tenantId,
  };
  processing.write.event(ValueType.PROCESS, ProcessIntent.CREATED, metadata.processDefinitionKey, definition);
  // A newer version was here first: what this one starts on is the newer one's now.
  if (previous !== undefined && previous.version > metadata.version) return;
  if (previous !== undefined) closeStartEventSubscriptions(processing, previous.processDefinitionKey);
  openStartEventSubscriptions(processing, definition, resource.startOpenings);
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
