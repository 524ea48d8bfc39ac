import { globalListenerEventTypes } from '@waggle/protocol';
import { booleanField, defineEntity, enumField, integerField, jsonField, textField } from '../entity.ts';

export const globalListenerSources = ['CONFIGURATION', 'API'] as const;

export const globalTaskListener = defineEntity({
  name: 'GlobalTaskListener',
  title: 'global task listener',
  table: 'global_listener',
  key: 'id',
  fields: {
    id: textField('id', { filter: 'string', sort: true, schemaName: 'GlobalListenerId' }),
    type: textField('type', { filter: 'string', sort: true }),
    eventTypes: jsonField('event_types', { shape: 'texts' }),
    retries: integerField('retries', { filter: 'integer' }),
    afterNonGlobal: booleanField('after_non_global', { filter: 'exact', sort: true }),
    priority: integerField('priority', { filter: 'integer', sort: true }),
    source: enumField('GlobalListenerSourceEnum', globalListenerSources, 'source', { filter: 'enum', sort: true }),
  },
  predicates: {
    eventTypes: {
      predicate: 'globalListenerEventTypes',
      schema: enumField('GlobalTaskListenerEventTypeEnum', globalListenerEventTypes, 'event_types', { filter: 'enum' }),
      isList: true,
    },
  },
});
