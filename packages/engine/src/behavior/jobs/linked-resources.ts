import type { LinkedResource } from '@waggle/bpmn';
import { IncidentErrorType } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { findLinkedResource } from '../../resources/resource-lookup.ts';
import type { ElementInstance } from '../../state/element-instance.ts';

/** Where workers find the resources linked to a task. */
export const LINKED_RESOURCES_HEADER = 'linkedResources';

/** The header that tells a worker what is linked to its task: JSON text of a list. */
export function linkedResourcesHeader(
  processing: Processing,
  resources: readonly LinkedResource[],
  { value }: ElementInstance,
): string | Failure {
  const found: object[] = [];
  for (const resource of resources) {
    const key = findLinkedResource(processing, resource, value);
    if (key === undefined)
      return new Failure(IncidentErrorType.RESOURCE_NOT_FOUND, missingText(processing, resource, value));
    found.push({
      resourceId: resource.resourceId,
      bindingType: resource.bindingType,
      resourceType: resource.resourceType,
      ...(resource.versionTag !== undefined && { versionTag: resource.versionTag }),
      linkName: resource.linkName,
      resourceKey: String(key),
    });
  }
  return JSON.stringify(found);
}

function missingText(
  processing: Processing,
  { resourceId, bindingType, versionTag }: LinkedResource,
  { processDefinitionKey }: ElementInstance['value'],
): string {
  switch (bindingType) {
    case 'latest':
      return `Expected resource with id '${resourceId}' to be deployed, but not found.`;
    case 'versionTag':
      return `Expected to link resource with id '${resourceId}' and version tag '${versionTag}', but no such resource found. To resolve this incident, deploy a resource with the given id and version tag.`;
    case 'deployment': {
      const deploymentKey = processing.state.processes.get(processDefinitionKey)?.deploymentKey;
      return `Expected to link resource with id '${resourceId}' with binding type 'deployment', but no such resource found in the deployment with key ${deploymentKey} which contained the current process. To resolve this incident, migrate the process instance to a process definition that is deployed together with the resource.`;
    }
  }
}
