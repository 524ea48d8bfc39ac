import { ProcessInstanceIntent, type RecordOf, type ValueType } from '@waggle/protocol';
import type { FoldContext } from '../fold.ts';

/** Flows that were taken; a migration takes them back and takes those of the other definition. */
export function foldSequenceFlow(
  { intent, value }: RecordOf<typeof ValueType.PROCESS_INSTANCE>,
  { changes, partitionId }: FoldContext,
): void {
  const rowKey = { process_instance_key: value.processInstanceKey, sequence_flow_id: value.elementId };
  switch (intent) {
    case ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN:
      changes.insert('sequence_flow', { ...rowKey, partition_id: partitionId });
      break;
    case ProcessInstanceIntent.SEQUENCE_FLOW_DELETED:
      changes.delete('sequence_flow', rowKey);
      break;
  }
}
