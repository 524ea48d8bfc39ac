import type { LinkedResource } from '@waggle/bpmn';
import type { Key } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { tenantName } from '../state/table-names.ts';
import { type BindingOrigin, findForm } from './form-lookup.ts';

/** The key of the resource, or form, that an element links; `undefined` when there is none. */
export function findLinkedResource(
  processing: Pick<Processing, 'state'>,
  { resourceId, resourceType, bindingType, versionTag }: LinkedResource,
  origin: BindingOrigin,
): Key | undefined {
  if (resourceType.toLowerCase() === 'form') {
    return findForm(processing, { formId: resourceId, bindingType, versionTag }, origin)?.formKey;
  }
  const { state } = processing;
  const name = tenantName(resourceId, origin.tenantId);
  const key = (): Key | undefined => {
    switch (bindingType) {
      case 'latest':
        return state.latestResources.get(name)?.resourceKey;
      case 'versionTag':
        return state.resourceVersionTags.get(name, versionTag ?? '');
      case 'deployment': {
        const deploymentKey = state.processes.get(origin.processDefinitionKey)?.deploymentKey;
        return deploymentKey === undefined ? undefined : state.deployedResources.get(deploymentKey, resourceId);
      }
    }
  };
  const resourceKey = key();
  return resourceKey !== undefined && state.resources.has(resourceKey) ? resourceKey : undefined;
}
