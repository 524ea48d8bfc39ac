import { BatchOperationExecutionIntent, type LogRecord, rejectionTypeName, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { isItemCommand } from './item-command.ts';

/** Notes that an item's command was refused: the operation goes on, and counts it. */
export function noteItemFailure({ write }: Processing, command: LogRecord, rejection: LogRecord): void {
  if (!isItemCommand(command)) return;
  const { batchOperationReference } = command;
  write.event(ValueType.BATCH_OPERATION_EXECUTION, BatchOperationExecutionIntent.ITEM_FAILED, batchOperationReference, {
    batchOperationKey: batchOperationReference,
    itemKeys: [command.key],
    errorType: rejectionTypeName(rejection.rejectionType),
    errorMessage: rejection.rejectionReason,
  });
}
