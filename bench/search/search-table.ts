import { markdownTable } from '../markdown-table.ts';
import type { SearchData } from './make-data.ts';
import type { ReadResult } from './measure-reads.ts';
import type { MeasuredRead } from './measured-reads.ts';

export interface DatabaseColumn {
  readonly data: SearchData;
  readonly results: ReadonlyMap<string, ReadResult | string>;
}

/** The results as one Markdown table, databases side by side. */
export function searchTable(reads: readonly MeasuredRead[], columns: readonly DatabaseColumn[]): string {
  const head = [
    'what',
    ...columns.flatMap(({ data }) => [
      `${data.database.kind} p50 ms`,
      'p95 ms',
      ...(hasOwnWork(data) ? ['CPU ms'] : []),
    ]),
    'target p95',
  ];
  const rows = reads.map(({ name, targetMs }) => [
    name,
    ...columns.flatMap(({ data, results }) => cells(results.get(name), hasOwnWork(data))),
    `≤ ${targetMs} ${columns.every(({ results }) => isMet(results.get(name), targetMs)) ? 'met' : 'MISSED'}`,
  ]);
  const facts = columns.map(
    ({ data }) =>
      `${data.database.kind}: ${data.instances.toLocaleString('en-US')} instances, ${(data.bytes / 1e9).toFixed(1)} GB${rateText(data)}`,
  );
  return [markdownTable(head, rows), '', ...facts].join('\n');
}

function rateText({ instancesPerSecond }: SearchData): string {
  return instancesPerSecond === undefined
    ? ''
    : `, written at ${Math.round(instancesPerSecond).toLocaleString('en-US')}/s`;
}

/** SQLite works in this process, PostgreSQL in its own. */
function hasOwnWork({ database }: SearchData): boolean {
  return database.kind === 'sqlite';
}

function cells(result: ReadResult | string | undefined, withCpu: boolean): readonly string[] {
  const cpu = withCpu ? [typeof result === 'object' ? short(result.cpuMs) : ''] : [];
  return typeof result === 'object' ? [short(result.p50Ms), short(result.p95Ms), ...cpu] : [result ?? '', '', ...cpu];
}

function isMet(result: ReadResult | string | undefined, targetMs: number): boolean {
  return typeof result === 'object' && result.p95Ms <= targetMs;
}

function short(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-US');
}
