import type { UserTaskValue } from '@waggle/protocol';
import { beginTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';
import { userTaskAtRest } from './user-task-precondition.ts';

/** Somebody gives a task to a person; to nobody when the assignee is empty. */
export const userTaskAssign: Processor<UserTaskValue> = (processing, command) => {
  const { assignee, action } = command.value;
  const found = userTaskAtRest(processing, command.key, 'assign');
  if (found instanceof Rejection) return processing.write.reject(found.type, found.reason);
  const { task, instance } = found;
  beginTransition(processing, instance, 'ASSIGNING', {
    ...task.value,
    assignee,
    action: action === '' ? 'assign' : action,
    deniedReason: '',
  });
};
