import { defineEntity, integerField, longField, textField } from '../entity.ts';

/** Error messages of active incidents, with the number of instances that have them. */
export const incidentStatisticsByError = defineEntity({
  name: 'IncidentProcessInstanceStatisticsByError',
  title: 'number of instances by error',
  table: 'statistics',
  source: 'incidentsByError',
  key: 'errorHashCode',
  fields: {
    errorHashCode: integerField('error_message_hash'),
    errorMessage: textField('error_message', { sort: true }),
    activeInstancesWithErrorCount: longField('instance_count', { sort: true }),
  },
});
