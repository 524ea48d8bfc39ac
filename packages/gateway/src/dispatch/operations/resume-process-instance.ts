import { ProcessInstanceIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type ProcessInstanceCommandInput, processInstanceCommand } from './process-instance-command.ts';

/** Lets a suspended instance go on. */
export async function resumeProcessInstance(
  router: CommandRouter,
  input: ProcessInstanceCommandInput,
): Answer<typeof ValueType.PROCESS_INSTANCE> {
  return router.sendByKey(processInstanceCommand(ProcessInstanceIntent.RESUME, input));
}
