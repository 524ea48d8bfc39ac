import { send } from '../../../../api/call.ts';
import { getProcessInstanceRecords } from '../../../../api/gen/api.ts';
import { type ReadRecords, readRecordPages } from '../../../../replay/index.ts';

/** The most the server gives at once. */
const PAGE_RECORDS = 10_000;

export interface LoadOptions {
  /** Position of the log behind which to begin; default 0 = all. */
  readonly after?: number;
  /** Told every now and then how many have been read. */
  readonly onProgress?: (records: number) => void;
}

/**
 * Reads the records of an instance page by page.
 * @throws {ApiProblem} the server refused it or is away; 404 = none are kept.
 */
export function loadRecords(processInstanceKey: string, options: LoadOptions = {}): Promise<ReadRecords> {
  const { after = 0, onProgress = () => {} } = options;
  return readRecordPages({
    after: String(after),
    onProgress,
    page: async (next) => {
      const answer = await send(getProcessInstanceRecords, {
        path: { processInstanceKey },
        query: { after: Number(next), limit: PAGE_RECORDS, form: 'encoded' },
      });
      return { text: await answer.text(), next: answer.headers.get('waggle-next-position') ?? undefined };
    },
  });
}
