import { RejectionType, type UserTaskValue } from '@waggle/protocol';
import { beginTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';
import { userTaskAtRest } from './user-task-precondition.ts';

/** Somebody takes a task that nobody else has. */
export const userTaskClaim: Processor<UserTaskValue> = (processing, command) => {
  const { key } = command;
  const { assignee, action } = command.value;
  const found = userTaskAtRest(processing, key, 'claim');
  if (found instanceof Rejection) return processing.write.reject(found.type, found.reason);
  const { task, instance } = found;
  if (assignee.trim() === '') {
    const reason = `Expected to claim user task with key '${key}', but provided assignee is empty`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  if (task.value.assignee !== '' && task.value.assignee !== assignee) {
    const reason = `Expected to claim user task with key '${key}', but it has already been assigned`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  beginTransition(processing, instance, 'CLAIMING', {
    ...task.value,
    assignee,
    action: action === '' ? 'claim' : action,
    deniedReason: '',
  });
};
