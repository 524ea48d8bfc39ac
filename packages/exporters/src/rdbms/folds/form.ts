import { FormIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

const decoder = new TextDecoder();

export const foldForm: Fold<typeof ValueType.FORM> = ({ intent, value }, { changes, isFirstPartition }) => {
  if (!isFirstPartition) return;
  switch (intent) {
    case FormIntent.CREATED:
      changes.insert('form', {
        form_key: value.formKey,
        form_id: value.formId,
        version: value.version,
        version_tag: value.versionTag === '' ? null : value.versionTag,
        resource_name: value.resourceName,
        schema: decoder.decode(value.resource),
        deployment_key: value.deploymentKey,
        tenant_id: value.tenantId,
        is_deleted: false,
      });
      break;
    case FormIntent.DELETED:
      changes.update('form', { form_key: value.formKey }, { is_deleted: true });
      break;
  }
};
