import { key, text, timestamp } from '../column.ts';
import { defineTable } from '../table.ts';

/** What people say about user tasks; a thousand of a task at most. */
export const userTaskCommentTable = defineTable(
  'user_task_comment',
  {
    /** Later comments of a task have higher keys. */
    comment_key: key,
    user_task_key: key,
    process_instance_key: key,
    element_instance_key: key,
    /** Who says it, as the client said. */
    author: text,
    text,
    creation_date: timestamp,
    tenant_id: text,
  },
  {
    primaryKey: ['comment_key'],
    removal: [{ with: 'user_task', column: 'user_task_key' }],
    indexes: [['user_task_key', 'comment_key']],
  },
);
