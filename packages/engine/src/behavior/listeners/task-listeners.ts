/** Who listens to the transitions of a user task, and the jobs they get. */
import type { ExpressionSource, TaskListenerDefinition, UserTaskDefinition } from '@waggle/bpmn';
import {
  type GlobalListenerValue,
  JobKind,
  type JobListenerEventType,
  NO_KEY,
  type UserTaskValue,
} from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { createJob, evaluateListenerJob } from '../jobs/jobs.ts';
import { userTaskHeaders } from '../user-tasks/user-task-headers.ts';

export type TaskListenerEventType = TaskListenerDefinition['eventType'];

export interface TaskListener {
  readonly type: ExpressionSource;
  readonly retries: ExpressionSource;
  readonly headers: Readonly<Record<string, string>>;
}

/** In the order they run: global ones by priority, then the model's, then the global ones that want to be last. */
export function taskListenersOf(
  definition: UserTaskDefinition,
  globalListeners: readonly GlobalListenerValue[],
  eventType: TaskListenerEventType,
): readonly TaskListener[] {
  const own = definition.listeners.filter((listener) => listener.eventType === eventType);
  if (globalListeners.length === 0) return own;
  const global = globalListeners.filter(
    ({ eventTypes }) => eventTypes.includes(eventType) || eventTypes.includes('all'),
  );
  const asListener = ({ type, retries }: GlobalListenerValue): TaskListener => ({
    type: type.startsWith('=') ? { isExpression: true, text: type.slice(1) } : { isExpression: false, text: type },
    retries: { isExpression: false, text: String(retries) },
    headers: definition.headers,
  });
  return [
    ...global.filter(({ isAfterNonGlobal }) => !isAfterNonGlobal).map(asListener),
    ...own,
    ...global.filter(({ isAfterNonGlobal }) => isAfterNonGlobal).map(asListener),
  ];
}

/** Creates the job of a listener, with what it is to know of the task in its headers. */
export function createTaskListenerJob(
  processing: Processing,
  instance: ElementInstance,
  listener: TaskListener,
  transition: {
    readonly listenerEventType: JobListenerEventType;
    readonly task: UserTaskValue;
    readonly changedAttributes: readonly string[];
  },
): Failure | undefined {
  const evaluated = evaluateListenerJob(processing, listener, instance);
  if (evaluated instanceof Failure) return evaluated;
  const { listenerEventType, task, changedAttributes } = transition;
  createJob(processing, instance, {
    ...evaluated,
    headers: { ...listener.headers, ...taskHeaders(task, changedAttributes) },
    kind: JobKind.TASK_LISTENER,
    listenerEventType,
    changedAttributes,
  });
  return undefined;
}

function taskHeaders(task: UserTaskValue, changedAttributes: readonly string[]): Readonly<Record<string, string>> {
  return userTaskHeaders({
    action: task.action,
    assignee: task.assignee,
    candidateGroups: task.candidateGroupsList,
    candidateUsers: task.candidateUsersList,
    changedAttributes,
    dueDate: task.dueDate,
    followUpDate: task.followUpDate,
    formKey: task.formKey === NO_KEY ? '' : String(task.formKey),
    priority: String(task.priority),
    userTaskKey: String(task.userTaskKey),
  });
}
