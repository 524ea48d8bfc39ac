import {
  BatchOperationLifecycleManagementIntent,
  type BatchOperationLifecycleManagementValue,
  type LogRecord,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { BatchOperation } from './batch-operation.ts';

const { SUSPENDED, RESUMED, CANCELED, COMPLETED, FAILED } = BatchOperationLifecycleManagementIntent;

/** What a change writes, and what it needs. */
const CHANGES = {
  SUSPEND: { event: SUSPENDED, needsSuspended: false },
  RESUME: { event: RESUMED, needsSuspended: true },
  CANCEL: { event: CANCELED, needsSuspended: undefined },
  COMPLETE: { event: COMPLETED, needsSuspended: undefined },
  FAIL: { event: FAILED, needsSuspended: undefined },
} as const;
export type LifecycleChange = keyof typeof CHANGES;

/** Changes an operation on every partition. @returns whether it was changed here. */
export function changeBatchOperation(
  processing: Processing,
  command: LogRecord<BatchOperationLifecycleManagementValue>,
  change: LifecycleChange,
): boolean {
  const { write, state } = processing;
  const { batchOperationKey: key } = command.value;
  const origin = originOf(processing, command as LogRecord, 'batchOperations');
  if (origin === 'repeated') return false;
  const isDecided = origin === 'distributed';
  const operation = state.batchOperations.get(key);
  const problem = checkChange(command.value, operation, change);
  if (problem !== undefined) {
    write.reject(problem.type, problem.reason);
    return false;
  }
  const intent = BatchOperationLifecycleManagementIntent[change];
  const valueType = ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT;
  const changed = write.event(valueType, CHANGES[change].event, key, command.value);
  if (!isDecided) {
    write.respond(changed);
    const distributed = { valueType, intent, value: command.value };
    distributeCommand(processing, processing.keys.next(), distributed, 'batchOperations');
  }
  return true;
}

function checkChange(
  { batchOperationKey }: BatchOperationLifecycleManagementValue,
  operation: BatchOperation | undefined,
  change: LifecycleChange,
): Rejection | undefined {
  const start = `Expected to ${change.toLowerCase()} a batch operation with key '${batchOperationKey}', but`;
  if (operation === undefined) {
    return new Rejection(RejectionType.NOT_FOUND, `${start} no such batch operation was found`);
  }
  const { needsSuspended } = CHANGES[change];
  if (needsSuspended === undefined || needsSuspended === operation.isSuspended) return undefined;
  const actual = operation.isSuspended ? 'suspended already' : 'not suspended';
  return new Rejection(RejectionType.INVALID_STATE, `${start} it is ${actual}`);
}
