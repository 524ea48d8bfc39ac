import { ClusterVariableIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type ClusterVariableId, clusterVariableCommand } from './cluster-variable-command.ts';

/** Rejected as ALREADY_EXISTS when there is one of this name. @param input.value JSON text. */
export async function createClusterVariable(
  router: CommandRouter,
  input: ClusterVariableId & { readonly value: string },
): Answer<typeof ValueType.CLUSTER_VARIABLE> {
  return router.sendToDeploymentPartition(clusterVariableCommand(ClusterVariableIntent.CREATE, input, input.value));
}
