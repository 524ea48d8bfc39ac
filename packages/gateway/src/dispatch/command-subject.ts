import {
  IncidentIntent,
  JobIntent,
  MessageCorrelationIntent,
  ProcessInstanceIntent,
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
    new Map([[ProcessInstanceIntent.CANCEL, { verb: 'cancel', thing: 'a process instance', kind: 'process' }]]),
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
