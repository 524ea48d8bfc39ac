import { type LogRecord, ProcessInstanceCreationIntent, type ProcessInstanceResultValue } from '@waggle/protocol';
import type { CommandRouter } from '../command-router.ts';
import { TIMER_MS_MAX } from '../duration-ms.ts';
import { type CreateProcessInstanceInput, creationCommand, sendCreation } from './create-process-instance.ts';

export interface CreateProcessInstanceWithResultInput extends CreateProcessInstanceInput {
  /** Root variables to answer with; empty = all. */
  readonly fetchVariables: readonly string[];
  /** How long to wait for the end of the instance; 0 or less = the router's default. The instance goes on after it. */
  readonly requestTimeoutMs: number;
}

/** Resolves when the instance has completed. */
export async function createProcessInstanceWithResult(
  router: CommandRouter,
  input: CreateProcessInstanceWithResultInput,
): Promise<LogRecord<ProcessInstanceResultValue>> {
  const request = creationCommand(
    ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
    input,
    input.fetchVariables,
  );
  const options =
    input.requestTimeoutMs > 0 ? { timeoutMs: Math.min(input.requestTimeoutMs, TIMER_MS_MAX) } : undefined;
  // The one command answered by another kind of value: PROCESS_INSTANCE_RESULT COMPLETED.
  return sendCreation(router, request, options) as unknown as Promise<LogRecord<ProcessInstanceResultValue>>;
}
