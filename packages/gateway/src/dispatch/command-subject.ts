import {
  AdHocSubProcessInstructionIntent,
  ExpressionIntent,
  HistoryDeletionIntent,
  IncidentIntent,
  JobIntent,
  MessageCorrelationIntent,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  UserTaskCommentIntent,
  UserTaskIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';

/**
 * How to speak of a command that means an existing entity, as the engine does: "Expected to <verb> <thing> with key …,
 * but no such <kind> was found".
 */
export interface CommandSubject {
  readonly verb: string;
  readonly thing: string;
  readonly kind: string;
}

const JOB = { thing: 'job', kind: 'job' };
const USER_TASK = { thing: 'user task', kind: 'user task' };
const PROCESS_INSTANCE = { thing: 'process instance', kind: 'process instance' };

const subjects: ReadonlyMap<ValueType, ReadonlyMap<number, CommandSubject>> = new Map([
  [
    ValueType.JOB,
    new Map<number, CommandSubject>([
      [JobIntent.COMPLETE, { verb: 'complete', ...JOB }],
      [JobIntent.FAIL, { verb: 'fail', ...JOB }],
      [JobIntent.THROW_ERROR, { verb: 'throw an error for', ...JOB }],
      [JobIntent.UPDATE_RETRIES, { verb: 'update', ...JOB }],
      [JobIntent.UPDATE_TIMEOUT, { verb: 'update', ...JOB }],
      [JobIntent.UPDATE, { verb: 'update', ...JOB }],
      [JobIntent.YIELD, { verb: 'yield', ...JOB }],
    ]),
  ],
  [
    ValueType.PROCESS_INSTANCE,
    new Map<number, CommandSubject>([
      [ProcessInstanceIntent.CANCEL, { verb: 'cancel', thing: 'a process instance', kind: 'process' }],
      [ProcessInstanceIntent.SUSPEND, { verb: 'suspend', ...PROCESS_INSTANCE }],
      [ProcessInstanceIntent.RESUME, { verb: 'resume', ...PROCESS_INSTANCE }],
    ]),
  ],
  [
    ValueType.PROCESS_INSTANCE_MODIFICATION,
    new Map([[ProcessInstanceModificationIntent.MODIFY, { verb: 'modify', ...PROCESS_INSTANCE }]]),
  ],
  [
    ValueType.PROCESS_INSTANCE_MIGRATION,
    new Map([[ProcessInstanceMigrationIntent.MIGRATE, { verb: 'migrate', ...PROCESS_INSTANCE }]]),
  ],
  [
    ValueType.HISTORY_DELETION,
    new Map([[HistoryDeletionIntent.DELETE, { verb: 'delete the history of', ...PROCESS_INSTANCE }]]),
  ],
  [
    ValueType.USER_TASK,
    new Map<number, CommandSubject>([
      [UserTaskIntent.ASSIGN, { verb: 'assign', ...USER_TASK }],
      [UserTaskIntent.CLAIM, { verb: 'claim', ...USER_TASK }],
      [UserTaskIntent.UPDATE, { verb: 'update', ...USER_TASK }],
      [UserTaskIntent.COMPLETE, { verb: 'complete', ...USER_TASK }],
    ]),
  ],
  [
    ValueType.USER_TASK_COMMENT,
    new Map<number, CommandSubject>([
      [UserTaskCommentIntent.CREATE, { verb: 'comment on', ...USER_TASK }],
      [UserTaskCommentIntent.DELETE, { verb: 'delete a comment of', ...USER_TASK }],
    ]),
  ],
  [
    ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION,
    new Map([
      [
        AdHocSubProcessInstructionIntent.ACTIVATE,
        { verb: 'activate elements in', thing: 'ad-hoc sub-process instance', kind: 'ad-hoc sub-process instance' },
      ],
    ]),
  ],
  [
    ValueType.EXPRESSION,
    new Map([[ExpressionIntent.EVALUATE, { verb: 'evaluate an expression in', thing: 'scope', kind: 'scope' }]]),
  ],
  [ValueType.INCIDENT, new Map([[IncidentIntent.RESOLVE, { verb: 'resolve', thing: 'incident', kind: 'incident' }]])],
  [
    ValueType.VARIABLE_DOCUMENT,
    new Map([[VariableDocumentIntent.UPDATE, { verb: 'update variables for', thing: 'element', kind: 'element' }]]),
  ],
  [
    ValueType.MESSAGE_CORRELATION,
    new Map([[MessageCorrelationIntent.CORRELATE, { verb: 'correlate', thing: 'message', kind: 'message' }]]),
  ],
]);

export function commandSubject(valueType: ValueType, intent: number): CommandSubject {
  return subjects.get(valueType)?.get(intent) ?? { verb: 'process a command for', thing: 'entity', kind: 'entity' };
}
