import { type LogRecord, MalformedEncoding, recordOfEncodedText } from '@waggle/protocol';
import type { ReplayProblem } from './replay-problem.ts';

export interface ReadRecords {
  readonly records: readonly LogRecord[];
  readonly problems: readonly ReplayProblem[];
}

/**
 * Reads pages of `GET /waggle/v1/process-instances/{key}/records?form=encoded`: a JSON string a line, each with one record.
 * Lines that cannot be read are left out and told.
 */
export function readRecordLines(text: string): ReadRecords {
  const records: LogRecord[] = [];
  let unreadable = 0;
  let reason = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      records.push(recordOfEncodedText(encodedTextOf(line)));
    } catch (error) {
      if (!(error instanceof MalformedEncoding)) throw error;
      unreadable += 1;
      reason ||= error.message;
    }
  }
  if (unreadable === 0) return { records, problems: [] };
  const message = `Expected every record to be one that this page can read, but ${unreadable} of ${unreadable + records.length} are not (${reason}). Reload the page: the server may be newer than it.`;
  return { records, problems: [{ kind: 'unreadable', message }] };
}

function encodedTextOf(line: string): string {
  // Base64 has nothing that JSON escapes, so the quotes are all there is around it.
  if (line.startsWith('"') && line.endsWith('"')) return line.slice(1, -1);
  throw new MalformedEncoding(`Expected a line with a JSON string, but it begins with '${line.slice(0, 20)}'`);
}
