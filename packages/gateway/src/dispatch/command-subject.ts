import {
  IncidentIntent,
  JobIntent,
  MessageCorrelationIntent,
  ProcessInstanceIntent,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';

/** How to speak of a command that means an existing entity: "Expected to <verb> <thing> with key …". */
export interface CommandSubject {
  readonly verb: string;
  readonly thing: string;
}

const JOB = 'job';

const subjects: ReadonlyMap<ValueType, ReadonlyMap<number, CommandSubject>> = new Map([
  [
    ValueType.JOB,
    new Map<number, CommandSubject>([
      [JobIntent.COMPLETE, { verb: 'complete', thing: JOB }],
      [JobIntent.FAIL, { verb: 'fail', thing: JOB }],
      [JobIntent.THROW_ERROR, { verb: 'throw an error for', thing: JOB }],
      [JobIntent.UPDATE_RETRIES, { verb: 'update retries for', thing: JOB }],
      [JobIntent.UPDATE_TIMEOUT, { verb: 'update the timeout of', thing: JOB }],
      [JobIntent.UPDATE, { verb: 'update', thing: JOB }],
      [JobIntent.YIELD, { verb: 'yield', thing: JOB }],
    ]),
  ],
  [
    ValueType.PROCESS_INSTANCE,
    new Map([[ProcessInstanceIntent.CANCEL, { verb: 'cancel', thing: 'process instance' }]]),
  ],
  [ValueType.INCIDENT, new Map([[IncidentIntent.RESOLVE, { verb: 'resolve', thing: 'incident' }]])],
  [
    ValueType.VARIABLE_DOCUMENT,
    new Map([[VariableDocumentIntent.UPDATE, { verb: 'update variables for', thing: 'element' }]]),
  ],
  [
    ValueType.MESSAGE_CORRELATION,
    new Map([[MessageCorrelationIntent.CORRELATE, { verb: 'correlate', thing: 'message' }]]),
  ],
]);

export function commandSubject(valueType: ValueType, intent: number): CommandSubject {
  return subjects.get(valueType)?.get(intent) ?? { verb: 'process a command for', thing: 'entity' };
}
