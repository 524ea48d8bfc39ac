import { savedFilterApps } from '@waggle/protocol';
import { booleanField, dateTimeField, defineEntity, enumField, jsonField, keyField, textField } from '../entity.ts';

export const savedFilter = defineEntity({
  name: 'SavedFilter',
  title: 'saved filter',
  table: 'saved_filter',
  key: 'savedFilterKey',
  // "Mine, and what others share."
  hasOr: true,
  fields: {
    savedFilterKey: keyField('SavedFilterKey', 'saved_filter_key', { filter: 'basicString' }),
    app: enumField('SavedFilterAppEnum', savedFilterApps, 'app', { filter: 'enum' }),
    owner: textField('owner', { filter: 'string' }),
    name: textField('name', { filter: 'string', sort: true }),
    isShared: booleanField('is_shared', { filter: 'exact' }),
    content: jsonField('content', { shape: 'object', isLarge: true, description: 'What the app keeps there.' }),
    creationDate: dateTimeField('creation_date', { filter: 'dateTime', sort: true }),
  },
});
