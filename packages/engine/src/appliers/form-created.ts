import type { FormValue } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const formCreated: Applier<FormValue> = (state, record) => {
  const { value } = record;
  const { formId, formKey, version, versionTag, deploymentKey, tenantId } = value;
  const name = tenantName(formId, tenantId);
  state.forms.put(formKey, value);
  state.formVersions.put(name, BigInt(version), formKey);
  state.deployedForms.put(deploymentKey, formId, formKey);
  const tagged = state.formVersionTags.get(name, versionTag);
  const taggedVersion = tagged === undefined ? 0 : (state.forms.get(tagged)?.version ?? 0);
  if (versionTag !== '' && taggedVersion < version) state.formVersionTags.put(name, versionTag, formKey);
  if ((state.latestForms.get(name)?.version ?? 0) < version) state.latestForms.put(name, { formKey, version });
};
