import { GlobalListenerIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type GlobalListenerInput, globalListenerCommand } from './global-listener-command.ts';

/** Replaces all there is under this id but the id itself. */
export async function updateGlobalListener(
  router: CommandRouter,
  input: GlobalListenerInput,
): Answer<typeof ValueType.GLOBAL_LISTENER> {
  return router.sendToDeploymentPartition(globalListenerCommand(GlobalListenerIntent.UPDATE, input));
}
