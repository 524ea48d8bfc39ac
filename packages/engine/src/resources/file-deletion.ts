/** Deletes forms and other files. Whoever uses one finds none, or an older one, from then on. */
import { FormIntent, type Key, ResourceIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { Deletable } from './deletable.ts';

export function deletableForm({ state, write }: Processing, key: Key): Deletable | undefined {
  const form = state.forms.get(key);
  return (
    form && {
      resourceType: 'FORM',
      resourceId: form.formId,
      tenantId: form.tenantId,
      plan: () => () => {
        write.event(ValueType.FORM, FormIntent.DELETED, key, { ...form, resource: new Uint8Array() });
      },
    }
  );
}

export function deletableResource({ state, write }: Processing, key: Key): Deletable | undefined {
  const resource = state.resources.get(key);
  return (
    resource && {
      resourceType: 'RESOURCE',
      resourceId: resource.resourceId,
      tenantId: resource.tenantId,
      plan: () => () => {
        write.event(ValueType.RESOURCE, ResourceIntent.DELETED, key, { ...resource, resource: new Uint8Array() });
      },
    }
  );
}
