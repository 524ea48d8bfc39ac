/**
 * All results of a search as one text, for spreadsheets and other programs: read a part at a time while it is sent, so it
 * costs no more memory than a part, however much there is. A client that reads slowly holds back the next part.
 */
import { Readable } from 'node:stream';
import type { ExportFormat, ReadAnswer, SearchRequest } from '@waggle/search';
import { type Answer, freshnessHeaders } from './answer.ts';
import type { EndpointCall } from './endpoint-call.ts';
import { invalidArgument } from './errors.ts';

export const exportContentTypes = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const satisfies Record<ExportFormat, string>;

/** Rows of a part. A part is read in milliseconds, so searches of others get their turn in between. */
const ROWS_PER_PART = 1_000;
/** The same where a row can be as large as a variable. */
const LARGE_ROWS_PER_PART = 20;

/** The format that the client names; `undefined` = a page of JSON, as ever, also for those who take either. */
export function exportFormatOf(call: EndpointCall<unknown>): ExportFormat | undefined {
  if (call.namesAccepted('application/json')) return undefined;
  if (call.namesAccepted(exportContentTypes.csv)) return 'csv';
  return call.namesAccepted(exportContentTypes.ndjson) ? 'ndjson' : undefined;
}

export interface ExportOptions {
  readonly format: ExportFormat;
  /** For the name of the file: `process-instances`. */
  readonly fileName: string;
  readonly hasLargeRows: boolean;
  readonly request: SearchRequest;
  /** Reads one part. @returns without a body = what the path names does not exist. */
  readonly readPart: (part: {
    readonly request: SearchRequest;
    readonly limit: number;
    readonly after: string | undefined;
    readonly isFirst: boolean;
  }) => Promise<ReadAnswer>;
  /** When there is nothing to export from. */
  readonly missing: () => Error;
}

/** @throws {RestProblem} what is wrong with the search; later failures cut the connection, as half a file is none. */
export async function exportAnswer(options: ExportOptions): Promise<Answer> {
  const { format, fileName, hasLargeRows, request, readPart, missing } = options;
  const { page, ...rest } = request;
  const { limit: rowsMax = Number.POSITIVE_INFINITY, from, after, before } = page ?? {};
  if ((from ?? 0) !== 0 || (before ?? undefined) !== undefined) {
    throw invalidArgument(['Only [limit, after] are allowed in the page of an export']);
  }
  let rowsLeft = rowsMax ?? Number.POSITIVE_INFINITY;
  const next = (cursor: string | undefined, isFirst: boolean) => {
    const limit = Math.min(hasLargeRows ? LARGE_ROWS_PER_PART : ROWS_PER_PART, rowsLeft);
    rowsLeft -= limit;
    return readPart({ request: rest, limit, after: cursor, isFirst });
  };
  const first = await next(after ?? undefined, true);
  if (first.body === undefined) throw missing();
  async function* parts(): AsyncGenerator<string> {
    for (let answer = first; ; ) {
      const { body = '' } = answer;
      const lineEnd = body.indexOf('\n');
      const cursor = body.slice(0, lineEnd);
      if (body.length > lineEnd + 1) yield body.slice(lineEnd + 1);
      if (cursor === '' || rowsLeft <= 0) return;
      answer = await next(cursor, false);
    }
  }
  return {
    status: 200,
    content: { type: `${exportContentTypes[format]}; charset=utf-8`, body: Readable.from(parts()) },
    headers: {
      'content-disposition': `attachment; filename="${fileName}.${format}"`,
      ...freshnessHeaders(first),
    },
  };
}
