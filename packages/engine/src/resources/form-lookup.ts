import type { ResourceBinding } from '@waggle/bpmn';
import type { FormValue, Key } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { tenantName } from '../state/table-names.ts';

/** The definition whose element names the form, and its tenant. */
export interface BindingOrigin {
  readonly processDefinitionKey: Key;
  readonly tenantId: string;
}

/** The version of a form that an element is bound to; `undefined` when there is none. */
export function findForm(
  { state }: Pick<Processing, 'state'>,
  { formId, bindingType, versionTag }: ResourceBinding & { readonly formId: string },
  origin: BindingOrigin,
): FormValue | undefined {
  const name = tenantName(formId, origin.tenantId);
  const key = (): Key | undefined => {
    switch (bindingType) {
      case 'latest':
        return state.latestForms.get(name)?.formKey;
      case 'versionTag':
        return state.formVersionTags.get(name, versionTag ?? '');
      case 'deployment': {
        const deploymentKey = state.processes.get(origin.processDefinitionKey)?.deploymentKey;
        return deploymentKey === undefined ? undefined : state.deployedForms.get(deploymentKey, formId);
      }
    }
  };
  const formKey = key();
  return formKey === undefined ? undefined : state.forms.get(formKey);
}
