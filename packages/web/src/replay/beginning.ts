import { type LogRecord, NO_KEY, ProcessInstanceIntent, RecordType, RejectionType, ValueType } from '@waggle/protocol';
import type { ElementLife } from './element-history.ts';

/**
 * Events that bring to life what had started before the records begin, so that these find the scopes they are about.
 * @param lives outermost first.
 */
export function beginningOf(lives: readonly ElementLife[]): readonly LogRecord[] {
  const { ELEMENT_ACTIVATING, ELEMENT_ACTIVATED } = ProcessInstanceIntent;
  return lives.flatMap(({ key, values }) =>
    [ELEMENT_ACTIVATING, ELEMENT_ACTIVATED].map((intent) => ({
      position: 0,
      sourceRecordPosition: -1,
      key,
      timestamp: 0,
      recordType: RecordType.EVENT,
      valueType: ValueType.PROCESS_INSTANCE,
      intent,
      rejectionType: RejectionType.NULL_VAL,
      rejectionReason: '',
      recordVersion: 1,
      requestStreamId: -1,
      requestId: -1,
      operationReference: NO_KEY,
      batchOperationReference: NO_KEY,
      isProcessed: true,
      value: { ...values[0]!.value, consumedFlowIds: [] },
    })),
  );
}
