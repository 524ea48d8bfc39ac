import type { ResourceValue } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const resourceCreated: Applier<ResourceValue> = (state, record) => {
  const { value } = record;
  const { resourceId, resourceKey, version, versionTag, deploymentKey, tenantId } = value;
  const name = tenantName(resourceId, tenantId);
  state.resources.put(resourceKey, value);
  state.resourceVersions.put(name, BigInt(version), resourceKey);
  state.deployedResources.put(deploymentKey, resourceId, resourceKey);
  const tagged = state.resourceVersionTags.get(name, versionTag);
  const taggedVersion = tagged === undefined ? 0 : (state.resources.get(tagged)?.version ?? 0);
  if (versionTag !== '' && taggedVersion < version) state.resourceVersionTags.put(name, versionTag, resourceKey);
  if ((state.latestResources.get(name)?.version ?? 0) < version) {
    state.latestResources.put(name, { resourceKey, version });
  }
};
