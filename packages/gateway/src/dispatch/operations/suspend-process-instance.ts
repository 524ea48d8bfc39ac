import { ProcessInstanceIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type ProcessInstanceCommandInput, processInstanceCommand } from './process-instance-command.ts';

/** Holds an instance: no jobs are handed out and no timers fire until it is resumed. */
export async function suspendProcessInstance(
  router: CommandRouter,
  input: ProcessInstanceCommandInput,
): Answer<typeof ValueType.PROCESS_INSTANCE> {
  return router.sendByKey(processInstanceCommand(ProcessInstanceIntent.SUSPEND, input));
}
