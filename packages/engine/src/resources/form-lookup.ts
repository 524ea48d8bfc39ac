import type { ResourceBinding } from '@waggle/bpmn';
import type { FormValue } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type BindingOrigin, boundVersion } from './bound-version.ts';

/** The version of a form that an element is bound to; `undefined` when there is none. */
export function findForm(
  { state }: Pick<Processing, 'state'>,
  { formId, ...binding }: ResourceBinding & { readonly formId: string },
  origin: BindingOrigin,
): FormValue | undefined {
  const tables = {
    latest: (name: string) => state.latestForms.get(name)?.key,
    versionTags: state.formVersionTags,
    deployed: state.deployedForms,
  };
  const key = boundVersion(state, tables, { ...binding, id: formId }, origin);
  return key === undefined ? undefined : state.forms.get(key);
}
