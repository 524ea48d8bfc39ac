import {
  ClusterVariableIntent,
  type ClusterVariableValue,
  type Key,
  type LogRecord,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { clusterVariableScope } from '../../state/table-names.ts';
import { distributeCommand } from '../distribution/command-distribution.ts';
import { originOf } from '../distribution/distributed-origin.ts';
import {
  checkClusterVariableName,
  checkClusterVariableScope,
  checkClusterVariableValue,
  scopeText,
} from './cluster-variable-check.ts';

/** What a change needs to find, and what it writes. */
const CHANGES = {
  CREATE: { event: ClusterVariableIntent.CREATED, needsPresent: false, hasValue: true },
  UPDATE: { event: ClusterVariableIntent.UPDATED, needsPresent: true, hasValue: true },
  DELETE: { event: ClusterVariableIntent.DELETED, needsPresent: true, hasValue: false },
} as const;

/** Changes a cluster variable on every partition. All changes reach a partition in the order they were made. */
export function changeClusterVariable(
  processing: Processing,
  command: LogRecord<ClusterVariableValue>,
  change: keyof typeof CHANGES,
): void {
  const { write, state } = processing;
  const origin = originOf(processing, command as LogRecord, 'definitions');
  if (origin === 'repeated') return;
  const isDecided = origin === 'distributed';
  const { event, needsPresent, hasValue } = CHANGES[change];
  const { value } = command;
  const problem =
    checkClusterVariableScope(value) ??
    (needsPresent ? undefined : checkClusterVariableName(value)) ??
    checkPresence(processing, value, needsPresent) ??
    (hasValue ? checkClusterVariableValue(value) : undefined);
  if (problem !== undefined) {
    write.reject(problem.type, problem.reason);
    return;
  }
  const present = state.clusterVariables.get(clusterVariableScope(value), value.name);
  const key: Key = present?.key ?? (isDecided ? command.key : processing.keys.next());
  const written = write.event(ValueType.CLUSTER_VARIABLE, event, key, hasValue ? value : { ...value, value: '' });
  if (isDecided) return;
  write.respond(written);
  const distributed = { valueType: ValueType.CLUSTER_VARIABLE, intent: ClusterVariableIntent[change], value };
  // A variable may be changed again before the first change has reached everybody.
  const distributionKey = present === undefined ? key : processing.keys.next();
  distributeCommand(processing, distributionKey, distributed, 'definitions');
}

function checkPresence(
  { state }: Processing,
  value: ClusterVariableValue,
  needsPresent: boolean,
): Rejection | undefined {
  const isPresent = state.clusterVariables.has(clusterVariableScope(value), value.name);
  if (isPresent === needsPresent) return undefined;
  const start = `Invalid cluster variable name: '${value.name}'.`;
  return needsPresent
    ? new Rejection(RejectionType.NOT_FOUND, `${start} The variable does not exist in the scope '${scopeText(value)}'`)
    : new Rejection(
        RejectionType.ALREADY_EXISTS,
        `${start} The name already exists in the scope '${scopeText(value)}'`,
      );
}
