import type { ExecutableProcess } from '@waggle/bpmn';
import type { DeploymentResource, Key } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { EngineView } from '../state/engine-state.ts';

/** What can be deployed; each has a list of its own in the deployment's answer. */
export type DefinitionKind = 'process' | 'form' | 'resource';

/** The version that a deployment gives a definition. */
export interface DefinitionVersion {
  readonly key: Key;
  readonly version: number;
  readonly deploymentKey: Key;
  readonly tenantId: string;
}

/** The newest version of a definition id. */
export interface LatestDefinition {
  /** Also counts deleted versions: their numbers are never given again. */
  readonly highestVersion: number;
  /** `undefined` when all versions are deleted. */
  readonly present:
    | {
        readonly key: Key;
        readonly version: number;
        readonly deploymentKey: Key;
        readonly resourceName: string;
        readonly resource: Uint8Array;
      }
    | undefined;
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
  latest(state: EngineView, tenantId: string): LatestDefinition | undefined;
  create(processing: Processing, version: DefinitionVersion): void;
}

export interface CheckContext {
  readonly tenantId: string;
  /** Another partition accepted the deployment: what depends on the moment is no reason to refuse any more. */
  readonly isAccepted: boolean;
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
