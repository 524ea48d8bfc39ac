import { DeploymentIntent, type DeploymentValue, type Key, type LogRecord, NO_KEY, ValueType } from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { CheckedDefinition } from '../resources/definition.ts';
import { checkResources } from '../resources/deployment-check.ts';
import {
  type DecidedDefinition,
  deploymentMetadata,
  versionDecidedElsewhere,
} from '../resources/deployment-metadata.ts';
import type { Processor } from './processor.ts';

/** Deploys resources, all or none. On other partitions it repeats what the first one decided. */
export const deploymentCreate: Processor<DeploymentValue> = (processing, command) => {
  const origin = originOf(processing, command as LogRecord, 'definitions');
  if (origin === 'client') deploy(processing, command);
  else if (origin === 'distributed') receiveDeployment(processing, command);
};

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
    ...deploymentMetadata(decided),
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
  deploymentKey: Key,
  tenantId: string,
): readonly DecidedDefinition[] {
  const latest = checked.map((definition) => definition.latest(processing.state, tenantId));
  const isUnchanged = latest.every((each) => each?.isUnchanged === true);
  const keys = new Map<CheckedDefinition, Key>();
  return checked.map((definition, index) => {
    const { present, highestVersion = 0 } = latest[index] ?? {};
    const requirementsKey = (definition.requirements && keys.get(definition.requirements)) ?? NO_KEY;
    const version =
      isUnchanged && present !== undefined
        ? { key: present.key, version: present.version, deploymentKey: present.deploymentKey }
        : { key: processing.keys.next(), version: highestVersion + 1, deploymentKey };
    keys.set(definition, version.key);
    return { definition, version: { ...version, tenantId, requirementsKey }, isDuplicate: isUnchanged };
  });
}

function receiveDeployment(processing: Processing, { key, value }: LogRecord<DeploymentValue>): void {
  const { tenantId } = value;
  const checked = checkResources(processing, value.resources, { tenantId, isAccepted: true });
  if (checked instanceof Rejection)
    throw new Error(`Expected a deployment that another partition accepted: ${checked.reason}`);
  for (const definition of checked) {
    const decided = versionDecidedElsewhere(definition, value);
    if (decided === undefined || decided.isDuplicate) continue;
    const { requirements } = definition;
    const requirementsKey = (requirements && versionDecidedElsewhere(requirements, value)?.key) ?? NO_KEY;
    const { key: definitionKey, version } = decided;
    definition.create(processing, { key: definitionKey, version, deploymentKey: key, tenantId, requirementsKey });
  }
  processing.write.event(ValueType.DEPLOYMENT, DeploymentIntent.CREATED, key, { ...value, resources: [] });
}
