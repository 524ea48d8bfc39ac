import { bpmn, endEvent, flow, serviceTask, startEngine, startEvent } from '@waggle/engine/test';
import { expect, it } from 'vitest';
import { recordLines } from '../../test/recorded-instance.ts';
import { type RecordPage, readRecordPages } from './record-pages.ts';
import { openReplay } from './replay.ts';

const PAGE_LENGTH = 5;

function recorded() {
  const engine = startEngine();
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), serviceTask('work'), endEvent(), flow('start', 'work'), flow('work', 'end')),
  );
  const key = engine.create('p');
  const lines = recordLines(engine.batches, key).split('\n').filter(Boolean);
  const asked: string[] = [];
  const page = async (after: string): Promise<RecordPage> => {
    asked.push(after);
    const from = Number(after);
    const to = from + PAGE_LENGTH;
    return { text: lines.slice(from, to).join('\n'), next: to < lines.length ? String(to) : undefined };
  };
  return { key: String(key), lines, page, asked };
}

it('should read page by page to the end and tell how far it is', async () => {
  // given
  const { lines, page, asked } = recorded();
  const progress: number[] = [];

  // when
  const { records, problems } = await readRecordPages({ page, onProgress: (count) => progress.push(count) });

  // then
  expect([records.length, problems]).toEqual([lines.length, []]);
  expect(asked.slice(0, 3)).toEqual(['0', '5', '10']);
  expect(progress.slice(0, 2)).toEqual([5, 10]);
  expect(progress.at(-1)).toBe(lines.length);
});

it('should stop at the limit, say so, and show what came before', async () => {
  // given
  const { key, page, asked } = recorded();

  // when
  const read = await readRecordPages({ page, recordsMax: 10 });

  // then
  expect(asked).toEqual(['0', '5']);
  expect(read.problems).toMatchObject([{ kind: 'tooManyRecords', index: 9 }]);
  const replay = openReplay({ processInstanceKey: key, ...read });
  expect(replay.problems.map(({ kind }) => kind)).toEqual(['tooManyRecords']);
  expect(replay.at(9).root).toMatchObject({ elementId: 'p' });
});

it('should hand on why a page could not be had', async () => {
  const page = () => Promise.reject(new Error('gone'));
  await expect(readRecordPages({ page })).rejects.toThrow('gone');
});
