import { defineEntity, keyField, textField } from '../entity.ts';

/** Names that variables of one definition's instances have had. */
export const processDefinitionVariableName = defineEntity({
  name: 'ProcessDefinitionVariableName',
  title: 'variable name',
  table: 'variable_name',
  key: 'name',
  // Several definitions have variables of one name.
  lastCriteria: ['processDefinitionKey', 'name'],
  fields: {
    processDefinitionKey: keyField('ProcessDefinitionKey', 'process_definition_key', { hidden: true }),
    name: textField('name', { filter: 'string' }),
  },
});
