/** Files the engine only keeps for others: RPA scripts, which name themselves, and any other by its file name. */
import { type DeploymentResource, ResourceIntent, type ResourceValue, ValueType } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import { contentChecksum } from './content-checksum.ts';
import { type CheckedDefinition, isSameFile, type ResourceKind } from './definition.ts';
import { identifiedJson, type ResourceIdentity } from './identified-json.ts';

export const rpaResource: ResourceKind = {
  isMeant: ({ resourceName }) => /\.rpa$/i.test(resourceName),
  check(_processing, deployed) {
    const identity = identifiedJson(deployed, 'RPA resource');
    return typeof identity === 'string' ? identity : [genericDefinition(deployed, identity)];
  },
};

export const genericResource: ResourceKind = {
  isMeant: () => true,
  check: (_processing, deployed) => [genericDefinition(deployed, { id: deployed.resourceName, versionTag: '' })],
};

function genericDefinition(
  { resourceName, resource }: DeploymentResource,
  { id, versionTag }: ResourceIdentity,
): CheckedDefinition {
  const checksum = contentChecksum(resource);
  return {
    kind: 'resource',
    id,
    versionTag,
    resourceName,
    resource,
    checksum,
    process: undefined,
    requirements: undefined,
    name: '',
    namespace: '',
    latest(state, tenantId) {
      const latest = state.latestResources.get(tenantName(id, tenantId));
      if (latest === undefined) return undefined;
      const present = state.resources.get(latest.key);
      return {
        highestVersion: latest.version,
        present: present && { ...present, key: present.resourceKey },
        isUnchanged: isSameFile(present, { resourceName, resource }),
      };
    },
    create(processing, { key, version, deploymentKey, tenantId }) {
      const value: ResourceValue = {
        resourceId: id,
        version,
        versionTag,
        resourceKey: key,
        deploymentKey,
        resourceName,
        checksum,
        resource,
        tenantId,
      };
      processing.write.event(ValueType.RESOURCE, ResourceIntent.CREATED, key, value);
    },
  };
}
