import {
  DeploymentIntent,
  type DeploymentValue,
  type LogRecord,
  type ProcessMetadata,
  type ResourceMetadata,
  ValueType,
} from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { CheckedDefinition, DefinitionKind, DefinitionVersion } from '../resources/definition.ts';
import { checkResources } from '../resources/deployment-check.ts';
import type { Processor } from './processor.ts';

/** Deploys resources, all or none. On other partitions it repeats what the first one decided. */
export const deploymentCreate: Processor<DeploymentValue> = (processing, command) => {
  const origin = originOf(processing, command as LogRecord, 'definitions');
  if (origin === 'client') deploy(processing, command);
  else if (origin === 'distributed') receiveDeployment(processing, command);
};

/** A definition and the version it gets. */
interface Decided {
  readonly definition: CheckedDefinition;
  readonly version: DefinitionVersion;
  readonly isDuplicate: boolean;
}

function deploy(processing: Processing, command: LogRecord<DeploymentValue>): void {
  const { resources, tenantId } = command.value;
  const checked = checkResources(processing, resources, { tenantId, isAccepted: false });
  if (checked instanceof Rejection) {
    processing.write.reject(checked.type, checked.reason);
    return;
  }
  const deploymentKey = processing.keys.next();
  const decided = decideVersions(processing, checked, deploymentKey, tenantId);
  for (const { definition, version, isDuplicate } of decided) {
    if (!isDuplicate) definition.create(processing, version);
  }
  const value: DeploymentValue = {
    deploymentKey,
    tenantId,
    resources: [],
    processesMetadata: decided.filter(({ definition }) => definition.kind === 'process').map(processMetadata),
    formsMetadata: decided.filter(({ definition }) => definition.kind === 'form').map(resourceMetadata),
    resourcesMetadata: decided.filter(({ definition }) => definition.kind === 'resource').map(resourceMetadata),
  };
  const { CREATE, CREATED } = DeploymentIntent;
  const created = processing.write.event(ValueType.DEPLOYMENT, CREATED, deploymentKey, value);
  processing.write.respond(created);
  const distributed = { valueType: ValueType.DEPLOYMENT, intent: CREATE, value: { ...value, resources } };
  distributeCommand(processing, deploymentKey, distributed, 'definitions');
}

/**
 * When nothing changed, everything keeps its version. Otherwise all get a new one, also what did not change: resources
 * that are bound to each other by their deployment belong together.
 */
function decideVersions(
  processing: Processing,
  checked: readonly CheckedDefinition[],
  deploymentKey: DefinitionVersion['deploymentKey'],
  tenantId: string,
): readonly Decided[] {
  const latest = checked.map((definition) => definition.latest(processing.state, tenantId));
  const isUnchanged = checked.every(({ resourceName, resource }, index) => {
    const present = latest[index]?.present;
    return present?.resourceName === resourceName && areEqual(present.resource, resource);
  });
  return checked.map((definition, index) => {
    const present = latest[index]?.present;
    const version =
      isUnchanged && present !== undefined
        ? { key: present.key, version: present.version, deploymentKey: present.deploymentKey, tenantId }
        : {
            key: processing.keys.next(),
            version: (latest[index]?.highestVersion ?? 0) + 1,
            deploymentKey,
            tenantId,
          };
    return { definition, version, isDuplicate: isUnchanged };
  });
}

function receiveDeployment(processing: Processing, { key, value }: LogRecord<DeploymentValue>): void {
  const { tenantId } = value;
  const checked = checkResources(processing, value.resources, { tenantId, isAccepted: true });
  if (checked instanceof Rejection)
    throw new Error(`Expected a deployment that another partition accepted: ${checked.reason}`);
  for (const definition of checked) {
    const decided = decidedElsewhere(definition, value);
    if (decided === undefined || decided.isDuplicate) continue;
    definition.create(processing, { key: decided.key, version: decided.version, deploymentKey: key, tenantId });
  }
  processing.write.event(ValueType.DEPLOYMENT, DeploymentIntent.CREATED, key, { ...value, resources: [] });
}

function decidedElsewhere(
  { kind, id, resourceName }: CheckedDefinition,
  value: DeploymentValue,
): (Pick<DefinitionVersion, 'key' | 'version'> & { readonly isDuplicate: boolean }) | undefined {
  if (kind === 'process') {
    const metadata = value.processesMetadata.find(
      (each) => each.bpmnProcessId === id && each.resourceName === resourceName,
    );
    return metadata && { ...metadata, key: metadata.processDefinitionKey };
  }
  const metadata = listOf(kind, value).find((each) => each.resourceId === id && each.resourceName === resourceName);
  return metadata && { ...metadata, key: metadata.resourceKey };
}

function listOf(kind: Exclude<DefinitionKind, 'process'>, value: DeploymentValue): readonly ResourceMetadata[] {
  return kind === 'form' ? value.formsMetadata : value.resourcesMetadata;
}

function processMetadata({ definition, version, isDuplicate }: Decided): ProcessMetadata {
  const { id, versionTag, resourceName, checksum } = definition;
  const { key, tenantId } = version;
  return {
    bpmnProcessId: id,
    version: version.version,
    versionTag,
    processDefinitionKey: key,
    resourceName,
    checksum,
    isDuplicate,
    tenantId,
  };
}

function resourceMetadata({ definition, version, isDuplicate }: Decided): ResourceMetadata {
  const { id, versionTag, resourceName, checksum } = definition;
  const { key, tenantId } = version;
  return {
    resourceId: id,
    version: version.version,
    versionTag,
    resourceKey: key,
    resourceName,
    checksum,
    isDuplicate,
    tenantId,
  };
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
