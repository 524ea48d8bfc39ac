import { NO_KEY, type ResourceValue } from '@waggle/protocol';
import { newestOtherVersion } from '../state/previous-version.ts';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const resourceDeleted: Applier<ResourceValue> = (state, record) => {
  const { resourceId, resourceKey, version, versionTag, deploymentKey, tenantId } = record.value;
  const name = tenantName(resourceId, tenantId);
  const latest = state.latestResources.get(name);
  if (latest?.resourceKey === resourceKey) {
    const next = newestOtherVersion(state.resourceVersions, name, version);
    state.latestResources.put(name, { ...latest, resourceKey: next ?? NO_KEY });
  }
  state.resourceVersions.delete(name, BigInt(version));
  if (state.resourceVersionTags.get(name, versionTag) === resourceKey) {
    state.resourceVersionTags.delete(name, versionTag);
  }
  state.deployedResources.delete(deploymentKey, resourceId);
  state.resources.delete(resourceKey);
};
