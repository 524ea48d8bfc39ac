import {
  type CommandRequest,
  type Key,
  NO_KEY,
  type ProcessInstanceIntent,
  processInstanceCommandValue,
  ValueType,
} from '@waggle/protocol';

export interface ProcessInstanceCommandInput {
  readonly processInstanceKey: Key;
  readonly operationReference?: Key | undefined;
}

/** A command for a process instance as a whole; the engine knows all but the key. */
export function processInstanceCommand(
  intent: ProcessInstanceIntent,
  { processInstanceKey, operationReference = NO_KEY }: ProcessInstanceCommandInput,
): CommandRequest<typeof ValueType.PROCESS_INSTANCE> {
  return {
    valueType: ValueType.PROCESS_INSTANCE,
    intent,
    key: processInstanceKey,
    value: processInstanceCommandValue({ processInstanceKey, rootProcessInstanceKey: processInstanceKey }),
    operationReference,
  };
}
