import { RecordType } from '@waggle/protocol';
import type { TestEngine } from './test-engine.ts';

/** Records that no engine may write. */
export function recordProblems(engine: TestEngine): string[] {
  const problems: string[] = [];
  engine.records.forEach((record, index) => {
    const { position, sourceRecordPosition, recordType, sourceRecordPosition: source } = record;
    if (position !== index + 1) problems.push(`position ${position} at index ${index}`);
    if (source === -1) {
      if (recordType !== RecordType.COMMAND) problems.push(`no source at position ${position}`);
      return;
    }
    const cause = engine.records[source - 1];
    if (sourceRecordPosition >= position || cause?.recordType !== RecordType.COMMAND) {
      problems.push(`source ${source} at position ${position} is no command before it`);
    }
  });
  return problems;
}
