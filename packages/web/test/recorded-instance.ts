import { encodedRecordText, type Key, readBatch } from '@waggle/protocol';
import { recordsOfInstance } from '@waggle/secondary-storage';

/** What a server gives of an instance, a line a record. @param batches the partition's log. */
export function recordLines(batches: readonly Uint8Array[], processInstanceKey: Key): string {
  const lines = batches.flatMap((batch) => {
    const { partitionId, records } = readBatch(batch);
    return [...recordsOfInstance(processInstanceKey, records)].map(
      (record) => `"${encodedRecordText(partitionId, record)}"\n`,
    );
  });
  return lines.join('');
}
