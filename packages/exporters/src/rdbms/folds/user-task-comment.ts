import { UserTaskCommentIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldUserTaskComment: Fold<typeof ValueType.USER_TASK_COMMENT> = (
  { intent, key, value, timestamp },
  { changes },
) => {
  const rowKey = { comment_key: key };
  switch (intent) {
    case UserTaskCommentIntent.CREATED:
      changes.insert('user_task_comment', {
        ...rowKey,
        user_task_key: value.userTaskKey,
        process_instance_key: value.processInstanceKey,
        element_instance_key: value.elementInstanceKey,
        author: value.author,
        text: value.text,
        creation_date: timestamp,
        tenant_id: value.tenantId,
      });
      break;
    case UserTaskCommentIntent.DELETED:
      changes.delete('user_task_comment', rowKey);
      break;
  }
};
