/** What a deployment's record tells of each definition, by kind; and what another partition reads there. */
import type {
  DecisionMetadata,
  DecisionRequirementsMetadata,
  DeploymentValue,
  ProcessMetadata,
  ResourceMetadata,
} from '@waggle/protocol';
import type { CheckedDefinition, DefinitionKind, DefinitionVersion } from './definition.ts';

/** A definition and the version it gets. */
export interface DecidedDefinition {
  readonly definition: CheckedDefinition;
  readonly version: DefinitionVersion;
  readonly isDuplicate: boolean;
}

export type DeploymentMetadata = Omit<DeploymentValue, 'deploymentKey' | 'tenantId' | 'resources'>;

export function deploymentMetadata(decided: readonly DecidedDefinition[]): DeploymentMetadata {
  const ofKind = (kind: DefinitionKind) => decided.filter(({ definition }) => definition.kind === kind);
  return {
    processesMetadata: ofKind('process').map(processMetadata),
    formsMetadata: ofKind('form').map(resourceMetadata),
    resourcesMetadata: ofKind('resource').map(resourceMetadata),
    decisionRequirementsMetadata: ofKind('decisionRequirements').map(requirementsMetadata),
    decisionsMetadata: ofKind('decision').map(decisionMetadata),
  };
}

/** The version that the record of a deployment gives to a definition of its files. */
export function versionDecidedElsewhere(
  { kind, id, resourceName }: CheckedDefinition,
  value: DeploymentValue,
): (Pick<DefinitionVersion, 'key' | 'version'> & { readonly isDuplicate: boolean }) | undefined {
  switch (kind) {
    case 'process': {
      const found = value.processesMetadata.find(
        (each) => each.bpmnProcessId === id && each.resourceName === resourceName,
      );
      return found && { ...found, key: found.processDefinitionKey };
    }
    case 'decisionRequirements': {
      const found = value.decisionRequirementsMetadata.find((each) => each.decisionRequirementsId === id);
      return found && { ...found, key: found.decisionRequirementsKey, version: found.decisionRequirementsVersion };
    }
    case 'decision': {
      const found = value.decisionsMetadata.find((each) => each.decisionId === id);
      return found && { ...found, key: found.decisionKey };
    }
    case 'form':
    case 'resource': {
      const list = kind === 'form' ? value.formsMetadata : value.resourcesMetadata;
      const found = list.find((each) => each.resourceId === id && each.resourceName === resourceName);
      return found && { ...found, key: found.resourceKey };
    }
  }
}

function processMetadata({ definition, version, isDuplicate }: DecidedDefinition): ProcessMetadata {
  const { id, versionTag, resourceName, checksum } = definition;
  return {
    bpmnProcessId: id,
    version: version.version,
    versionTag,
    processDefinitionKey: version.key,
    resourceName,
    checksum,
    isDuplicate,
    tenantId: version.tenantId,
  };
}

function resourceMetadata({ definition, version, isDuplicate }: DecidedDefinition): ResourceMetadata {
  const { id, versionTag, resourceName, checksum } = definition;
  return {
    resourceId: id,
    version: version.version,
    versionTag,
    resourceKey: version.key,
    resourceName,
    checksum,
    isDuplicate,
    tenantId: version.tenantId,
  };
}

function requirementsMetadata({ definition, version, isDuplicate }: DecidedDefinition): DecisionRequirementsMetadata {
  const { id, name, namespace, resourceName, checksum } = definition;
  return {
    decisionRequirementsId: id,
    decisionRequirementsName: name,
    decisionRequirementsVersion: version.version,
    decisionRequirementsKey: version.key,
    namespace,
    resourceName,
    checksum,
    isDuplicate,
    tenantId: version.tenantId,
  };
}

function decisionMetadata({ definition, version, isDuplicate }: DecidedDefinition): DecisionMetadata {
  const { id, name, versionTag, requirements } = definition;
  return {
    decisionId: id,
    decisionName: name,
    version: version.version,
    versionTag,
    decisionKey: version.key,
    decisionRequirementsId: requirements?.id ?? '',
    decisionRequirementsKey: version.requirementsKey,
    isDuplicate,
    tenantId: version.tenantId,
  };
}
