import { RejectionType, type UserTaskValue } from '@waggle/protocol';
import { attributesProblem, updatableAttributes, withAttributes } from '../behavior/user-tasks/user-task-attributes.ts';
import { beginTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';
import { userTaskAtRest } from './user-task-precondition.ts';

/** Somebody changes attributes of a task: those that the command names as changed. */
export const userTaskUpdate: Processor<UserTaskValue> = (processing, command) => {
  const { value: request } = command;
  const found = userTaskAtRest(processing, command.key, 'update');
  if (found instanceof Rejection) return processing.write.reject(found.type, found.reason);
  const problem = unknownAttribute(request.changedAttributes) ?? attributesProblem(request.changedAttributes, request);
  if (problem !== undefined) return processing.write.reject(RejectionType.INVALID_ARGUMENT, problem);
  const { task, instance } = found;
  beginTransition(processing, instance, 'UPDATING', {
    ...withAttributes(task.value, request.changedAttributes, request),
    action: request.action === '' ? 'update' : request.action,
    deniedReason: '',
  });
};

function unknownAttribute(names: readonly string[]): string | undefined {
  const allowed: readonly string[] = updatableAttributes;
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown === undefined) return undefined;
  return `Expected changed attributes to be among [${allowed.join(', ')}], but got '${unknown}'`;
}
