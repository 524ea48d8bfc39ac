import { ClusterVariableIntent, type ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import { type ClusterVariableId, clusterVariableCommand } from './cluster-variable-command.ts';

export async function deleteClusterVariable(
  router: CommandRouter,
  input: ClusterVariableId,
): Answer<typeof ValueType.CLUSTER_VARIABLE> {
  return router.sendToDeploymentPartition(clusterVariableCommand(ClusterVariableIntent.DELETE, input, 'null'));
}
