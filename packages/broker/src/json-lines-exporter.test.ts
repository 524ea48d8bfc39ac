import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventRecord } from '../test/record-samples.ts';
import type { ExporterContext } from './exporter.ts';
import { createExporter } from './json-lines-exporter.ts';
import { RecordView } from './record-view.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-json-lines-'));
});
afterEach(() => rm(folder, { recursive: true }));

const context = (change: Partial<ExporterContext> = {}): ExporterContext => ({
  exporterId: 'lines',
  partitionId: 2,
  configuration: {},
  logger: pino({ level: 'silent' }),
  folder,
  setFilter: () => undefined,
  ...change,
});

const view = (position: number) => new RecordView(2, eventRecord({ position }));

async function exportAll(positions: readonly number[], change: Partial<ExporterContext> = {}): Promise<number[]> {
  const acknowledged: number[] = [];
  const exporter = createExporter();
  await exporter.configure(context(change));
  await exporter.open({
    lastExportedPosition: 0,
    updateLastExportedPosition: (position) => acknowledged.push(position),
    scheduleTask: () => () => undefined,
  });
  for (const position of positions) await exporter.export(view(position));
  expect(acknowledged).toEqual([]);
  await exporter.flush?.();
  await exporter.close();
  return acknowledged;
}

const linesOf = async (path: string) =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).position);

describe('json lines exporter', () => {
  it('should write a line per record and acknowledge what is written', async () => {
    expect(await exportAll([1, 2, 3])).toEqual([3]);
    expect(await linesOf(join(folder, 'records.jsonl'))).toEqual([1, 2, 3]);
  });

  it('should write to the path given, one per partition', async () => {
    await exportAll([1], { configuration: { path: join(folder, 'out', 'p{partition}.jsonl') }, folder: undefined });
    expect(await linesOf(join(folder, 'out', 'p2.jsonl'))).toEqual([1]);
  });

  it('should cut a torn line and go on behind the last whole one', async () => {
    await exportAll([1, 2]);
    await appendFile(join(folder, 'records.jsonl'), '{"partitionId":2,"val');
    await exportAll([3]);
    expect(await linesOf(join(folder, 'records.jsonl'))).toEqual([1, 2, 3]);
  });

  it('should empty a file that holds nothing but a torn line', async () => {
    await writeFile(join(folder, 'records.jsonl'), 'x'.repeat(100_000));
    await exportAll([1]);
    expect(await linesOf(join(folder, 'records.jsonl'))).toEqual([1]);
  });

  it('should ask for a path when it has none', () => {
    expect(() => createExporter().configure(context({ folder: undefined }))).toThrow(/have a path/);
  });
});
