import {
  AdHocSubProcessInstructionIntent,
  HistoryDeletionIntent,
  IncidentIntent,
  JobIntent,
  type Key,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  UserTaskCommentIntent,
  UserTaskIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { expect, it } from 'vitest';
import { ScriptedPort } from '../../test/scripted-port.ts';
import { CommandRouter } from './command-router.ts';

const KEY = 123n as Key;

it.each([
  [ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, 'CANCEL', 'cancel a process instance', 'process'],
  [ValueType.JOB, JobIntent.COMPLETE, 'COMPLETE', 'complete job', 'job'],
  [ValueType.JOB, JobIntent.FAIL, 'FAIL', 'fail job', 'job'],
  [ValueType.JOB, JobIntent.THROW_ERROR, 'THROW_ERROR', 'throw an error for job', 'job'],
  [ValueType.JOB, JobIntent.UPDATE_RETRIES, 'UPDATE_RETRIES', 'update job', 'job'],
  [ValueType.JOB, JobIntent.UPDATE_TIMEOUT, 'UPDATE_TIMEOUT', 'update job', 'job'],
  [ValueType.JOB, JobIntent.UPDATE, 'UPDATE', 'update job', 'job'],
  [ValueType.INCIDENT, IncidentIntent.RESOLVE, 'RESOLVE', 'resolve incident', 'incident'],
  [ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, 'UPDATE', 'update variables for element', 'element'],
  [
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.SUSPEND,
    'SUSPEND',
    'suspend process instance',
    'process instance',
  ],
  [ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUME, 'RESUME', 'resume process instance', 'process instance'],
  [
    ValueType.PROCESS_INSTANCE_MODIFICATION,
    ProcessInstanceModificationIntent.MODIFY,
    'MODIFY',
    'modify process instance',
    'process instance',
  ],
  [
    ValueType.PROCESS_INSTANCE_MIGRATION,
    ProcessInstanceMigrationIntent.MIGRATE,
    'MIGRATE',
    'migrate process instance',
    'process instance',
  ],
  [
    ValueType.HISTORY_DELETION,
    HistoryDeletionIntent.DELETE,
    'DELETE',
    'delete the history of process instance',
    'process instance',
  ],
  [ValueType.USER_TASK, UserTaskIntent.ASSIGN, 'ASSIGN', 'assign user task', 'user task'],
  [ValueType.USER_TASK, UserTaskIntent.CLAIM, 'CLAIM', 'claim user task', 'user task'],
  [ValueType.USER_TASK, UserTaskIntent.UPDATE, 'UPDATE', 'update user task', 'user task'],
  [ValueType.USER_TASK, UserTaskIntent.COMPLETE, 'COMPLETE', 'complete user task', 'user task'],
  [ValueType.USER_TASK_COMMENT, UserTaskCommentIntent.CREATE, 'CREATE', 'comment on user task', 'user task'],
  [ValueType.USER_TASK_COMMENT, UserTaskCommentIntent.DELETE, 'DELETE', 'delete a comment of user task', 'user task'],
  [
    ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION,
    AdHocSubProcessInstructionIntent.ACTIVATE,
    'ACTIVATE',
    'activate elements in ad-hoc sub-process instance',
    'ad-hoc sub-process instance',
  ],
])('should say of an unknown key what the engine would, %i %i', async (valueType, intent, name, wish, kind) => {
  // given
  const router = new CommandRouter(new ScriptedPort());

  // when
  const sent = router.sendByKey({ valueType, intent, key: KEY, value: {} as never });

  // then
  await expect(sent).rejects.toThrow(
    `Command '${name}' rejected with code 'NOT_FOUND': Expected to ${wish} with key '123', but no such ${kind} was found`,
  );
});
