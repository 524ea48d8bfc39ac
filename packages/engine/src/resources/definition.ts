import type { ExecutableProcess } from '@waggle/bpmn';
import type { DeploymentResource, Key } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { EngineView } from '../state/engine-state.ts';

/** What can be deployed; each has a list of its own in the deployment's answer. */
export type DefinitionKind = 'process' | 'form' | 'resource' | 'decisionRequirements' | 'decision';

/** The version that a deployment gives a definition. */
export interface DefinitionVersion {
  readonly key: Key;
  readonly version: number;
  readonly deploymentKey: Key;
  readonly tenantId: string;
  /** Of a decision: the version of the requirements it is part of; otherwise NO_KEY. */
  readonly requirementsKey: Key;
}

/** The newest version of a definition id. */
export interface LatestDefinition {
  /** Also counts deleted versions: their numbers are never given again. */
  readonly highestVersion: number;
  /** `undefined` when all versions are deleted. */
  readonly present: { readonly key: Key; readonly version: number; readonly deploymentKey: Key } | undefined;
  /** It is present and came from a file with the name and content of the one that is deployed. */
  readonly isUnchanged: boolean;
}

/** One definition of a file, read and checked: creating it cannot fail. */
export interface CheckedDefinition {
  readonly kind: DefinitionKind;
  readonly id: string;
  /** Empty without. */
  readonly versionTag: string;
  readonly resourceName: string;
  readonly resource: Uint8Array;
  readonly checksum: string;
  /** Only processes. */
  readonly process: ExecutableProcess | undefined;
  /** Only decisions: what they are part of, which comes before them. */
  readonly requirements: CheckedDefinition | undefined;
  /** Empty where the kind has no names. */
  readonly name: string;
  /** As above: namespaces. */
  readonly namespace: string;
  latest(state: EngineView, tenantId: string): LatestDefinition | undefined;
  create(processing: Processing, version: DefinitionVersion): void;
}

export interface CheckContext {
  readonly tenantId: string;
  /** Another partition accepted the deployment: what depends on the moment is no reason to refuse any more. */
  readonly isAccepted: boolean;
}

/** Whether a deployed file is the one that is deployed now. */
export function isSameFile(deployed: DeploymentResource | undefined, { resourceName, resource }: DeploymentResource) {
  return (
    deployed?.resourceName === resourceName &&
    deployed.resource.length === resource.length &&
    deployed.resource.every((byte, index) => byte === resource[index])
  );
}

/** One kind of file. */
export interface ResourceKind {
  isMeant(resource: DeploymentResource): boolean;
  /** @returns what the file defines, or why it cannot be deployed, beginning with the file's name. */
  check(
    processing: Processing,
    resource: DeploymentResource,
    context: CheckContext,
  ): readonly CheckedDefinition[] | string;
}
