import type { LinkedResource } from '@waggle/bpmn';
import type { Key } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type BindingOrigin, boundVersion } from './bound-version.ts';
import { findForm } from './form-lookup.ts';

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
  const tables = {
    latest: (name: string) => state.latestResources.get(name)?.key,
    versionTags: state.resourceVersionTags,
    deployed: state.deployedResources,
  };
  return boundVersion(state, tables, { id: resourceId, bindingType, versionTag }, origin);
}
