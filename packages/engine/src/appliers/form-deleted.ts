import { type FormValue, NO_KEY } from '@waggle/protocol';
import { newestOtherVersion } from '../state/previous-version.ts';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const formDeleted: Applier<FormValue> = (state, record) => {
  const { formId, formKey, version, versionTag, deploymentKey, tenantId } = record.value;
  const name = tenantName(formId, tenantId);
  const latest = state.latestForms.get(name);
  if (latest?.formKey === formKey) {
    const next = newestOtherVersion(state.formVersions, name, version);
    state.latestForms.put(name, { ...latest, formKey: next ?? NO_KEY });
  }
  state.formVersions.delete(name, BigInt(version));
  if (state.formVersionTags.get(name, versionTag) === formKey) state.formVersionTags.delete(name, versionTag);
  state.deployedForms.delete(deploymentKey, formId);
  state.forms.delete(formKey);
};
