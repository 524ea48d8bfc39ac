import { boolean, key, text } from '../column.ts';
import { defineTable } from '../table.ts';

/** Who may take a user task, so that the tasks of a group are found without looking at all tasks. */
export const userTaskCandidateTable = defineTable(
  'user_task_candidate',
  {
    user_task_key: key,
    /** GROUP or USER. */
    kind: text,
    name: text,
    /** The task has not ended. */
    is_open: boolean,
  },
  {
    primaryKey: ['user_task_key', 'kind', 'name'],
    removal: [{ with: 'user_task', column: 'user_task_key' }],
    // Of a group's tasks most have ended.
    indexes: [{ columns: ['kind', 'name', 'user_task_key'], where: 'is_open = 1' }, ['kind', 'name', 'user_task_key']],
  },
);
