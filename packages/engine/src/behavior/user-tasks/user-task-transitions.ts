/**
 * The transitions of a user task, the same for all of them:
 *
 *     …ING → listeners, one after the other → the final event and the client's answer
 *
 * Until the final event the task stays as it was; what the transition leads to waits beside it (`pending`).
 */
import {
  JobListenerEventType,
  type Key,
  NO_KEY,
  UserTaskIntent,
  type UserTaskValue,
  ValueType,
} from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { globalListenersOf } from '../../state/global-listeners.ts';
import {
  findUserTask,
  transitionOf,
  type UserTask,
  type UserTaskTransition,
  type UserTaskTransitionState,
} from '../../state/user-task.ts';
import { getInstance } from '../element-transitions.ts';
import { raiseElementIncident } from '../incidents.ts';
import {
  createTaskListenerJob,
  type TaskListener,
  type TaskListenerEventType,
  taskListenersOf,
} from '../listeners/task-listeners.ts';
import { keepRequest } from './async-requests.ts';
import { differences } from './user-task-attributes.ts';
import { finishTransition } from './user-task-finals.ts';
import { definitionOf } from './user-task-properties.ts';

/** How each transition begins and who listens to it. */
const transitions: Readonly<
  Record<
    UserTaskTransitionState,
    {
      readonly intent: number;
      readonly eventType: TaskListenerEventType;
      readonly listenerEventType: JobListenerEventType;
    }
  >
> = {
  CREATING: of(UserTaskIntent.CREATING, 'creating', JobListenerEventType.CREATING),
  ASSIGNING: of(UserTaskIntent.ASSIGNING, 'assigning', JobListenerEventType.ASSIGNING),
  CLAIMING: of(UserTaskIntent.CLAIMING, 'assigning', JobListenerEventType.ASSIGNING),
  UPDATING: of(UserTaskIntent.UPDATING, 'updating', JobListenerEventType.UPDATING),
  COMPLETING: of(UserTaskIntent.COMPLETING, 'completing', JobListenerEventType.COMPLETING),
  CANCELING: of(UserTaskIntent.CANCELING, 'canceling', JobListenerEventType.CANCELING),
};

function of(intent: number, eventType: TaskListenerEventType, listenerEventType: JobListenerEventType) {
  return { intent, eventType, listenerEventType };
}

/**
 * Begins a transition and goes as far as it can without a listener's job.
 * @param pending what it leads to; its changed attributes are found out here.
 * @returns whether it is over.
 */
export function beginTransition(
  processing: Processing,
  instance: ElementInstance,
  state: UserTaskTransitionState,
  pending: UserTaskValue,
): boolean {
  const key = pending.userTaskKey;
  const { intent, eventType } = transitions[state];
  const present = processing.state.userTasks.get(key);
  // The answer waits for the listeners, and these for workers.
  if (hasListeners(processing, instance, eventType)) keepRequest(processing, instance.key);
  const changedAttributes = present === undefined ? [] : differences(present.value, pending);
  processing.write.event(ValueType.USER_TASK, intent, key, { ...pending, changedAttributes });
  return continueTransition(processing, key);
}

/** Creates the job of the next listener; when all are done, ends the transition. @returns whether it is over. */
export function continueTransition(processing: Processing, key: Key): boolean {
  const { task, state, pending } = taskInTransition(processing, key);
  const instance = getInstance(processing, pending.elementInstanceKey);
  const listener = nextListener(processing, instance, task, transitions[state].eventType);
  if (listener === undefined) {
    finishTransition(processing, instance, { task, state, pending });
    return true;
  }
  const failure = createTaskListenerJob(processing, instance, listener, {
    listenerEventType: transitions[state].listenerEventType,
    task: pending,
    changedAttributes: differences(task.value, pending),
  });
  if (failure instanceof Failure) raiseElementIncident(processing, instance, failure);
  return false;
}

function nextListener(
  processing: Processing,
  instance: ElementInstance,
  task: UserTask,
  eventType: TaskListenerEventType,
): TaskListener | undefined {
  const definition = definitionOf(processing.models.elementOf(instance.value));
  return taskListenersOf(definition, task.globalListeners, eventType)[task.listenerIndex];
}

function hasListeners(processing: Processing, instance: ElementInstance, eventType: TaskListenerEventType): boolean {
  const definition = definitionOf(processing.models.elementOf(instance.value));
  return taskListenersOf(definition, globalListenersOf(processing.state), eventType).length > 0;
}

function taskInTransition(processing: Processing, key: Key): UserTaskTransition {
  const task = processing.state.userTasks.get(key);
  const transition = task === undefined ? undefined : transitionOf(task);
  if (transition === undefined) throw new Error(`Expected user task ${key} to have a transition under way`);
  return transition;
}

/** Lets the transition of an active element's user task go on after the incident that stopped it; does nothing when none did. */
export function retryTransition(processing: Processing, instance: ElementInstance): void {
  const found = findUserTask(processing.state, instance.key);
  const transition = found && transitionOf(found.task);
  if (transition === undefined || instance.jobKey !== NO_KEY) return;
  const { COMPLETE_TASK_LISTENER } = UserTaskIntent;
  const unchanged = { ...transition.pending, variables: '{}', changedAttributes: [] };
  processing.write.followUp(ValueType.USER_TASK, COMPLETE_TASK_LISTENER, unchanged.userTaskKey, unchanged);
}

/** Whether a transition waits for nobody: neither a listener's job nor, when it ends the task, for an incident to be resolved. */
export function canContinue(
  processing: Processing,
  instance: ElementInstance,
  state: UserTaskTransitionState,
): boolean {
  if (instance.jobKey !== NO_KEY) return false;
  return state !== 'CANCELING' || processing.state.elementIncidents.isEmpty(instance.key);
}
