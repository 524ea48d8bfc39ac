import { dateTimeField, defineEntity, keyField, textField } from '../entity.ts';

export const userTaskComment = defineEntity({
  name: 'UserTaskComment',
  title: 'comment',
  table: 'user_task_comment',
  // Later ones have higher keys, so without an order the oldest comes first.
  key: 'commentKey',
  fields: {
    commentKey: keyField('UserTaskCommentKey', 'comment_key'),
    userTaskKey: keyField('UserTaskKey', 'user_task_key'),
    processInstanceKey: keyField('ProcessInstanceKey', 'process_instance_key'),
    elementInstanceKey: keyField('ElementInstanceKey', 'element_instance_key'),
    author: textField('author', { filter: 'string', sort: true }),
    text: textField('text', { filter: 'string' }),
    creationDate: dateTimeField('creation_date', { filter: 'dateTime', sort: true }),
    tenantId: textField('tenant_id'),
  },
});
