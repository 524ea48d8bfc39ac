import type { LogRecord } from '@waggle/protocol';
import { type ReadRecords, readRecordLines } from './record-lines.ts';
import type { ReplayProblem } from './replay-problem.ts';

/** What a page holds in memory with some 200 MB; an instance with more has gone round very often. */
export const REPLAY_RECORDS_MAX = 300_000;

/** One answer of the record history. */
export interface RecordPage {
  /** Lines, see readRecordLines. */
  readonly text: string;
  /** The header `waggle-next-position`; absent on the last page. */
  readonly next: string | undefined;
}

export interface RecordPagesOptions {
  /** Fetches the records behind a position; `0` = from the first. */
  readonly page: (after: string) => Promise<RecordPage>;
  /** Position behind which to begin. Default `0`. */
  readonly after?: string;
  /** Told after each page how many there are so far. */
  readonly onProgress?: (records: number) => void;
  /** Default REPLAY_RECORDS_MAX. */
  readonly recordsMax?: number;
}

/**
 * Reads the records of an instance page by page. Those beyond the limit are left out, which is told as a problem.
 * @throws what `page` throws.
 */
export async function readRecordPages(options: RecordPagesOptions): Promise<ReadRecords> {
  const { page, after: start = '0', onProgress, recordsMax = REPLAY_RECORDS_MAX } = options;
  const records: LogRecord[] = [];
  const problems: ReplayProblem[] = [];
  for (let after: string | undefined = start; after !== undefined; ) {
    const { text, next }: RecordPage = await page(after);
    const read = readRecordLines(text);
    for (const record of read.records) records.push(record);
    // One sentence says it: a newer server's records are on every page.
    if (problems.length === 0) problems.push(...read.problems);
    onProgress?.(records.length);
    if (next !== undefined && records.length >= recordsMax) {
      problems.push({
        kind: 'tooManyRecords',
        message: `Expected at most ${recordsMax} records, but there are more. What came behind ${new Date(records.at(-1)!.timestamp).toISOString()} is left out.`,
        index: records.length - 1,
      });
      break;
    }
    after = next;
  }
  return { records, problems };
}
