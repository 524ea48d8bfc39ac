import {
  type Command,
  CommandDistributionIntent,
  DeploymentIntent,
  JobIntent,
  ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';

/**
 * Commands the limiter never refuses: they finish work that is under way, so refusing them would keep a busy
 * partition busy; and deployments, which people wait for.
 */
const alwaysAccepted: ReadonlyMap<ValueType, ReadonlySet<number>> = new Map<ValueType, ReadonlySet<number>>([
  [ValueType.JOB, new Set([JobIntent.COMPLETE, JobIntent.FAIL, JobIntent.YIELD])],
  [ValueType.PROCESS_INSTANCE, new Set([ProcessInstanceIntent.CANCEL])],
  [ValueType.DEPLOYMENT, new Set([DeploymentIntent.CREATE])],
  [ValueType.COMMAND_DISTRIBUTION, new Set([CommandDistributionIntent.ACKNOWLEDGE])],
]);

export function isAlwaysAccepted(command: Command): boolean {
  return alwaysAccepted.get(command.valueType)?.has(command.intent) ?? false;
}
