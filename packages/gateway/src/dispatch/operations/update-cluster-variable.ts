import { ClusterVariableIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type ClusterVariableId, clusterVariableCommand } from './cluster-variable-command.ts';

/** Replaces the value. @param input.value JSON text. */
export async function updateClusterVariable(
  router: CommandRouter,
  input: ClusterVariableId & { readonly value: string },
): Answer<typeof ValueType.CLUSTER_VARIABLE> {
  return router.sendToDeploymentPartition(clusterVariableCommand(ClusterVariableIntent.UPDATE, input, input.value));
}
