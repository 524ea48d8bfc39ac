import { type Key, parseKey } from '@waggle/protocol';
import type { HistoryForm } from '@waggle/secondary-storage';
import type { SpecialQuery } from '../reading/special-queries.ts';

export interface ProcessInstanceRecordsParameters {
  readonly processInstanceKey: string;
  /** Records behind this position; 0 = from the first. */
  readonly after: number;
  readonly limit: number;
  readonly form: HistoryForm;
}

/**
 * Records of a process instance, a line of JSON each. Before them a line with the position that asks for what follows; it
 * is empty when this was all.
 */
export const processInstanceRecords: SpecialQuery<ProcessInstanceRecordsParameters> = async (
  { processInstanceKey, after, limit, form },
  { recordHistory },
) => {
  const page = recordHistory?.page({ processInstanceKey: parseKey(processInstanceKey) as Key, after, limit, form });
  if (page === undefined) return undefined;
  return [page.next ?? '', ...page.lines, ''].join('\n');
};
