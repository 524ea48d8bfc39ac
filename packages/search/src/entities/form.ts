import { defineEntity, keyField, longField, textField } from '../entity.ts';

export const form = defineEntity({
  name: 'Form',
  title: 'form',
  table: 'form',
  key: 'formKey',
  fields: {
    tenantId: textField('tenant_id'),
    formId: textField('form_id'),
    schema: textField('schema', { description: 'The form as JSON text.' }),
    version: longField('version'),
    formKey: keyField('FormKey', 'form_key'),
  },
});
