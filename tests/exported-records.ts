import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A record as the JSON-lines exporter writes it. */
export interface ExportedRecord {
  readonly position: number;
  readonly recordType: string;
  readonly valueType: string;
  readonly intent: string;
  /** Decimal text: keys leave the numbers that JSON.parse reads exactly. */
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Export runs behind; longer than this it is not coming. */
const WAIT_MS = 10_000;
const POLL_MS = 50;

/** All records in a file so far; none while there is no file. */
export async function exportedRecords(path: string): Promise<readonly ExportedRecord[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  // The last line may be under way.
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map(parseRecord);
}

/** Waits until a record is exported. @throws {Error} when none comes. */
export async function untilExported(
  path: string,
  matches: (record: ExportedRecord) => boolean,
): Promise<ExportedRecord> {
  const endMs = performance.now() + WAIT_MS;
  for (;;) {
    const found = (await exportedRecords(path)).find(matches);
    if (found !== undefined) return found;
    if (performance.now() > endMs) {
      throw new Error(`Expected a certain record in ${path} within ${WAIT_MS} ms, but it did not come.`);
    }
    await sleep(POLL_MS);
  }
}

/** Reads one line. */
export function parseRecord(line: string): ExportedRecord {
  // Whole numbers too long for a double become text, whatever field they stand in.
  return JSON.parse(line, (name, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && /[kK]ey$/.test(name) ? (context?.source ?? String(value)) : value,
  ) as ExportedRecord;
}
