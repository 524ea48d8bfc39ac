import { type Key, NO_KEY, type RecordOf, UserTaskIntent, type UserTaskValue, type ValueType } from '@waggle/protocol';
import type { RowOf } from '@waggle/secondary-storage';
import { dateTimeMs } from '../date-time-ms.ts';
import type { Fold, FoldContext } from '../fold.ts';
import { keyText } from '../key-text.ts';

type UserTaskRow = RowOf<'user_task'>;

/** Characters of a candidate that tasks are found by: PostgreSQL's indices hold 2,704 bytes. */
const CANDIDATE_LENGTH_MAX = 600;

/** While a transition is under way only the state says so: what it leads to comes with its final event. */
const transitionStates: Readonly<Record<number, string>> = {
  [UserTaskIntent.ASSIGNING]: 'ASSIGNING',
  [UserTaskIntent.CLAIMING]: 'ASSIGNING',
  [UserTaskIntent.UPDATING]: 'UPDATING',
  [UserTaskIntent.COMPLETING]: 'COMPLETING',
  [UserTaskIntent.CANCELING]: 'CANCELING',
  [UserTaskIntent.ASSIGNMENT_DENIED]: 'CREATED',
  [UserTaskIntent.UPDATE_DENIED]: 'CREATED',
  [UserTaskIntent.COMPLETION_DENIED]: 'CREATED',
};

/** States after the final events of transitions. */
const finalStates: Readonly<Record<number, string>> = {
  [UserTaskIntent.CREATED]: 'CREATED',
  [UserTaskIntent.ASSIGNED]: 'CREATED',
  [UserTaskIntent.UPDATED]: 'CREATED',
  [UserTaskIntent.COMPLETED]: 'COMPLETED',
  [UserTaskIntent.CANCELED]: 'CANCELED',
};

export const foldUserTask: Fold<typeof ValueType.USER_TASK> = (record, context) => {
  const { intent, key, value, timestamp } = record;
  const { changes } = context;
  const rowKey = { user_task_key: key };
  if (intent === UserTaskIntent.CREATING) {
    insertUserTask(record, context);
    return;
  }
  if (intent === UserTaskIntent.MIGRATED) {
    changes.update('user_task', rowKey, placeCells(value, context));
    return;
  }
  const transitionState = transitionStates[intent];
  if (transitionState !== undefined) {
    changes.update('user_task', rowKey, { state: transitionState });
    return;
  }
  const state = finalStates[intent];
  if (state === undefined) return;
  const isEnd = state !== 'CREATED';
  changes.update('user_task', rowKey, {
    ...attributeCells(value),
    state,
    ...(isEnd ? { completion_date: timestamp } : {}),
  });
  if (value.changedAttributes.includes('candidateGroupsList')) {
    replaceCandidates(context, key, 'GROUP', value.candidateGroupsList);
  }
  if (value.changedAttributes.includes('candidateUsersList')) {
    replaceCandidates(context, key, 'USER', value.candidateUsersList);
  }
  if (isEnd && value.candidateGroupsList.length + value.candidateUsersList.length > 0) {
    changes.execute('UPDATE user_task_candidate SET is_open = 0 WHERE user_task_key = ?', [key]);
  }
};

function insertUserTask({ key, value }: RecordOf<typeof ValueType.USER_TASK>, context: FoldContext): void {
  const { changes, partitionId } = context;
  changes.insert('user_task', {
    user_task_key: key,
    element_instance_key: value.elementInstanceKey,
    process_instance_key: value.processInstanceKey,
    ...placeCells(value, context),
    ...attributeCells(value),
    // It is only meant until the task is assigned.
    assignee: null,
    state: 'CREATING',
    creation_date: value.creationTimestamp,
    completion_date: null,
    form_key: value.formKey === NO_KEY ? null : value.formKey,
    external_form_reference: value.externalFormReference === '' ? null : value.externalFormReference,
    custom_headers: JSON.stringify(value.customHeaders),
    tenant_id: value.tenantId,
    partition_id: partitionId,
  });
  const insert = (kind: string, names: readonly string[]) => {
    for (const name of candidateNames(names)) {
      changes.insert('user_task_candidate', { user_task_key: key, kind, name, is_open: true });
    }
  };
  insert('GROUP', value.candidateGroupsList);
  insert('USER', value.candidateUsersList);
}

function candidateNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => keyText(name, CANDIDATE_LENGTH_MAX)));
}

function placeCells(
  { elementId, bpmnProcessId, processDefinitionVersion, processDefinitionKey }: UserTaskValue,
  { definitions }: FoldContext,
): Pick<
  UserTaskRow,
  'element_id' | 'name' | 'process_definition_id' | 'process_definition_version' | 'process_definition_key'
> {
  return {
    element_id: elementId,
    name: definitions.elementName(processDefinitionKey, elementId) ?? elementId,
    process_definition_id: bpmnProcessId,
    process_definition_version: processDefinitionVersion,
    process_definition_key: processDefinitionKey,
  };
}

function attributeCells(
  value: UserTaskValue,
): Pick<UserTaskRow, 'assignee' | 'candidate_groups' | 'candidate_users' | 'due_date' | 'follow_up_date' | 'priority'> {
  return {
    assignee: value.assignee === '' ? null : value.assignee,
    candidate_groups: JSON.stringify(value.candidateGroupsList),
    candidate_users: JSON.stringify(value.candidateUsersList),
    due_date: dateTimeMs(value.dueDate),
    follow_up_date: dateTimeMs(value.followUpDate),
    priority: value.priority,
  };
}

/** By statements, since nobody knows here which candidates there were. */
function replaceCandidates({ changes }: FoldContext, key: Key, kind: string, names: readonly string[]): void {
  changes.execute('DELETE FROM user_task_candidate WHERE user_task_key = ? AND kind = ?', [key, kind]);
  for (const name of candidateNames(names)) {
    changes.execute('INSERT INTO user_task_candidate (user_task_key, kind, name, is_open) VALUES (?, ?, ?, 1)', [
      key,
      kind,
      name,
    ]);
  }
}
