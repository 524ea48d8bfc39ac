import { GlobalListenerIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type GlobalListenerInput, globalListenerCommand } from './global-listener-command.ts';

/** Rejected as ALREADY_EXISTS when there is one with this id. */
export async function createGlobalListener(
  router: CommandRouter,
  input: GlobalListenerInput,
): Answer<typeof ValueType.GLOBAL_LISTENER> {
  return router.sendToDeploymentPartition(globalListenerCommand(GlobalListenerIntent.CREATE, input));
}
