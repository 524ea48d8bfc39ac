/** User tasks and their listeners, as tests drive them. */
import {
  DEFAULT_TENANT_ID,
  intentName,
  JobIntent,
  type Key,
  NO_KEY,
  type UserTaskCorrections,
  type UserTaskJobResult,
  type UserTaskValue,
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
export const NO_USER_TASK: UserTaskValue = {
  userTaskKey: NO_KEY,
  assignee: '',
  candidateGroupsList: [],
  candidateUsersList: [],
  dueDate: '',
  followUpDate: '',
  formKey: NO_KEY,
  externalFormReference: '',
  customHeaders: {},
  priority: 50,
  changedAttributes: [],
  action: '',
  creationTimestamp: -1,
  variables: '{}',
  deniedReason: '',
  elementId: '',
  elementInstanceKey: NO_KEY,
  bpmnProcessId: '',
  processDefinitionVersion: -1,
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  rootProcessInstanceKey: NO_KEY,
  tags: [],
  tenantId: DEFAULT_TENANT_ID,
};

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
