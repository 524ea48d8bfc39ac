import { ProcessInstanceIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type ProcessInstanceCommandInput, processInstanceCommand } from './process-instance-command.ts';

/** Resolves once termination has begun; it goes on by itself. */
export async function cancelProcessInstance(
  router: CommandRouter,
  input: ProcessInstanceCommandInput,
): Answer<typeof ValueType.PROCESS_INSTANCE> {
  return router.sendByKey(processInstanceCommand(ProcessInstanceIntent.CANCEL, input));
}
