/** User tasks and their listeners, as tests drive them. */
import {
  intentName,
  JobIntent,
  type Key,
  type UserTaskCorrections,
  type UserTaskJobResult,
  type UserTaskValue,
  userTaskCommandValue,
  ValueType,
} from '@waggle/protocol';
import { createEngineState } from '../src/state/engine-state.ts';
import { bpmn, endEvent, flow, startEvent, userTask } from './bpmn.ts';
import type { Answer, TestEngine } from './test-engine.ts';

/** A process `p` of one user task `task`. */
export function oneUserTask(options: Parameters<typeof userTask>[1] = {}): string {
  return bpmn(
    { id: 'p' },
    startEvent(),
    userTask('task', options),
    endEvent(),
    flow('start', 'task'),
    flow('task', 'end'),
  );
}

/** What a client that changes nothing gives. */
export const NO_USER_TASK = userTaskCommandValue({ priority: 50 });

/** Sends a command to a user task. @returns its answer; `undefined` while it waits for listeners. */
export function userTaskCommand(
  engine: TestEngine,
  intent: number,
  key: Key,
  changes: Partial<UserTaskValue> = {},
): Answer | undefined {
  return engine.send(ValueType.USER_TASK, intent, { ...NO_USER_TASK, ...changes }, key);
}

/** Key of the user task that was created last. */
export function userTaskKey(engine: TestEngine): Key {
  const last = engine.events(ValueType.USER_TASK).at(-1);
  if (last === undefined) throw new Error('Expected a user task, but there is none');
  return last.key;
}

/** The user task as it is kept. */
export function keptUserTask(engine: TestEngine, key: Key) {
  return createEngineState(engine.store).userTasks.get(key);
}

/** The events of user tasks by name. */
export function userTaskEvents(engine: TestEngine): string[] {
  return engine.events(ValueType.USER_TASK).map(({ intent }) => intentName(ValueType.USER_TASK, intent));
}

/** Activates and completes the one open job of a listener. */
export function completeListener(
  engine: TestEngine,
  type: string,
  result: Partial<UserTaskJobResult> & { readonly correct?: Partial<UserTaskCorrections> } = {},
): Answer | undefined {
  const [job] = engine.activate(type, 1);
  if (job === undefined) throw new Error(`Expected a job of type '${type}', but there is none`);
  return engine.job(JobIntent.COMPLETE, job.jobKey, { result: userTaskResult(result) });
}

export function userTaskResult({
  correct = {},
  ...rest
}: Partial<UserTaskJobResult> & { readonly correct?: Partial<UserTaskCorrections> }): UserTaskJobResult {
  return {
    type: 'userTask',
    isDenied: false,
    deniedReason: '',
    correctedAttributes: Object.keys(correct),
    corrections: {
      assignee: '',
      dueDate: '',
      followUpDate: '',
      candidateUsersList: [],
      candidateGroupsList: [],
      priority: 50,
      ...correct,
    },
    ...rest,
  };
}
