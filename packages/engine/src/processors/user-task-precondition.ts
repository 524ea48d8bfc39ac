import { type Key, RejectionType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { UserTask } from '../state/user-task.ts';

/** A task at rest, and the element it belongs to. */
export interface RestingUserTask {
  readonly task: UserTask;
  readonly instance: ElementInstance;
}

/** The task a command means, if it is at rest. @param verb as in "to complete". */
export function userTaskAtRest(processing: Processing, key: Key, verb: string): RestingUserTask | Rejection {
  const task = processing.state.userTasks.get(key);
  const instance = task && processing.state.elementInstances.get(task.value.elementInstanceKey);
  if (task === undefined || instance === undefined) {
    return new Rejection(
      RejectionType.NOT_FOUND,
      `Expected to ${verb} user task with key '${key}', but no such user task was found`,
    );
  }
  if (task.state === 'CREATED') return { task, instance };
  return new Rejection(
    RejectionType.INVALID_STATE,
    `Expected to ${verb} user task with key '${key}', but it is in state '${task.state}'`,
  );
}
