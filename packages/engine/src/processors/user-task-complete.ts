import type { UserTaskValue } from '@waggle/protocol';
import { beginTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';
import { userTaskAtRest } from './user-task-precondition.ts';

/** Somebody is done with a task: the variables go to the element, which goes on. */
export const userTaskComplete: Processor<UserTaskValue> = (processing, command) => {
  const { value: request } = command;
  const found = userTaskAtRest(processing, command.key, 'complete');
  if (found instanceof Rejection) return processing.write.reject(found.type, found.reason);
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const { task, instance } = found;
  beginTransition(processing, instance, 'COMPLETING', {
    ...task.value,
    variables: variables.size === 0 ? '{}' : request.variables,
    action: request.action === '' ? 'complete' : request.action,
    deniedReason: '',
  });
};
