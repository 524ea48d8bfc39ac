import { ProcessInstanceIntent, UserTaskIntent, type UserTaskValue, ValueType } from '@waggle/protocol';
import { differences, withAttributes } from '../behavior/user-tasks/user-task-attributes.ts';
import { assignMeantAssignee } from '../behavior/user-tasks/user-task-creation.ts';
import { continueTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';
import { waitingTransition } from './user-task-listener-precondition.ts';

/** A listener is done, or its incident resolved: what it corrected is kept, and the transition goes on. */
export const userTaskCompleteTaskListener: Processor<UserTaskValue> = (processing, command) => {
  const { key, value: request } = command;
  const found = waitingTransition(processing, key);
  if (found instanceof Rejection) return processing.write.reject(found.type, found.reason);
  const { instance, transition } = found;
  const { state, task, pending } = transition;
  const corrected = withAttributes(pending, request.changedAttributes, request);
  const changedAttributes = differences(pending, corrected);
  if (changedAttributes.length > 0) {
    processing.write.event(ValueType.USER_TASK, UserTaskIntent.CORRECTED, key, { ...corrected, changedAttributes });
  }
  if (!continueTransition(processing, key)) return;
  if (state === 'CREATING') assignMeantAssignee(processing, instance, task.value.assignee);
  if (state !== 'CANCELING') return;
  const { CONTINUE_TERMINATING_ELEMENT } = ProcessInstanceIntent;
  processing.write.followUp(ValueType.PROCESS_INSTANCE, CONTINUE_TERMINATING_ELEMENT, instance.key, instance.value);
};
