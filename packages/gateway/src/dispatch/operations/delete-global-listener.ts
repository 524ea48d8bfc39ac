import { GlobalListenerIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { globalListenerCommand } from './global-listener-command.ts';

export async function deleteGlobalListener(
  router: CommandRouter,
  { id }: { readonly id: string },
): Answer<typeof ValueType.GLOBAL_LISTENER> {
  const unsaid = { type: '', retries: -1, eventTypes: [], isAfterNonGlobal: false, priority: 0 };
  return router.sendToDeploymentPartition(globalListenerCommand(GlobalListenerIntent.DELETE, { ...unsaid, id }));
}
