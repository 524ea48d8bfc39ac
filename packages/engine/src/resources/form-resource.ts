/** Forms: JSON files that name themselves. */
import { FormIntent, type FormValue, ValueType } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import { contentChecksum } from './content-checksum.ts';
import { isSameFile, type ResourceKind } from './definition.ts';
import { identifiedJson } from './identified-json.ts';

export const formResource: ResourceKind = {
  isMeant: ({ resourceName }) => /\.form$/i.test(resourceName),

  check(_processing, deployed) {
    const identity = identifiedJson(deployed, 'form');
    if (typeof identity === 'string') return identity;
    const { id, versionTag } = identity;
    const { resourceName, resource } = deployed;
    const checksum = contentChecksum(resource);
    return [
      {
        kind: 'form',
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
          const latest = state.latestForms.get(tenantName(id, tenantId));
          if (latest === undefined) return undefined;
          const present = state.forms.get(latest.key);
          return {
            highestVersion: latest.version,
            present: present && { ...present, key: present.formKey },
            isUnchanged: isSameFile(present, deployed),
          };
        },
        create(processing, { key, version, deploymentKey, tenantId }) {
          const form: FormValue = {
            formId: id,
            version,
            versionTag,
            formKey: key,
            deploymentKey,
            resourceName,
            checksum,
            resource,
            tenantId,
          };
          processing.write.event(ValueType.FORM, FormIntent.CREATED, key, form);
        },
      },
    ];
  },
};
