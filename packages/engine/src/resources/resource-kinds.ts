import type { DeploymentResource } from '@waggle/protocol';
import { decisionResource } from './decision-resource.ts';
import type { ResourceKind } from './definition.ts';
import { formResource } from './form-resource.ts';
import { genericResource, rpaResource } from './generic-resource.ts';
import { processResource } from './process-resource.ts';

/** The first that a file is meant for reads it. */
const resourceKinds: readonly ResourceKind[] = [
  processResource,
  decisionResource,
  formResource,
  rpaResource,
  genericResource,
];

export function resourceKindOf(resource: DeploymentResource): ResourceKind {
  return resourceKinds.find((kind) => kind.isMeant(resource)) ?? genericResource;
}
